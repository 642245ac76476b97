"""Random and edge schools agree to the cent with the printed equations, worked out by plain loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.horizon import carried_on
from model.results.projection import Scenarios, project
from tests.first_versions import first_version
from tests.properties.equations import School
from tests.strategies import scenarios

# Line of the model: the letter of the printed equation.
LETTERS = {
    "enrollment": "N",
    "funded_pupils": "F",
    "public_revenue": "P",
    "grant_revenue": "G",
    "teachers": "T",
    "personnel": "H",
    "one_time_stipends": "stipends",
    "devices": "S",
    "pd": "D",
    "it": "IT",
    "other_nonpersonnel": "O",
    "recurring_cost": "C",
    "one_time_cost": "U",
    "net_position": "net",
    "structural_result": "struct",
    "fund_balance": "B",
    "cash": "cash",
    "debt": "debt",
    "gap_in_teacher_positions": "gap",
}
# The equations were printed for the levers of the first register, and written on for students by grade, for
# devices, for what contracts fix, for people's pay and benefits, and for debt. Others that came later are
# neutral by default.
CONTRACTS = ("technology_contracts", "fixed_supplies", "insurance", "fixed_fee")
RENT = {"rent_basis", "leased_students", "lease", "leased_area", "rent_per_square_foot", "lease_growth"}
PEOPLE = {
    *("pay_moves", "step_raise", "teacher_turnover", "leavers_pay_share", "beginning_pay_share"),
    *("support_benefits", "support_benefit_rate", "pension_counted", "pension_rate", "support_pension_rate"),
    *("insurance_counted", "health_insurance", "health_insurance_growth"),
}
WRITTEN_ON = {
    *PEOPLE,
    "standing_devices",
    *(k for k, x in LEVERS.items() if x.panel in ("by_grade", "debt")),
    *RENT,
    *CONTRACTS,
    *(f"{k}_growth" for k in CONTRACTS),
}
LATER = {k: x.default for k, x in LEVERS.items() if x.since > 1 and k not in WRITTEN_ON}


def test_the_equations_give_the_published_reference():
    """The loops themselves are right: Year 5 of the US elementary school is as in the reference table."""
    school = School(Scenario.preset(first_version("us_elementary")).values)
    found = [school.P[5], school.H[5], school.D[5], school.IT[5], school.O[5], school.struct[5], school.B[5]]
    assert [round(x) for x in found] == [5807006, 4659178, 50060, 95136, 966666, 35966, 336425]


def agree(scenario: Scenario) -> None:
    p, school = project([scenario]), School(scenario.values)
    for line, letter in LETTERS.items():
        for year, expected in getattr(school, letter).items():
            # To the cent; of sums beyond a hundred million dollars, to eleven digits.
            assert p.cell(line, year) == pytest.approx(expected, abs=0.005, rel=1e-11), f"{line}, year {year}"


@settings(max_examples=100, deadline=None)
@given(scenarios(every=True, usual=True, **LATER))
def test_a_usual_school_agrees_to_the_cent(scenario):
    """Levers drawn from their usual ranges, some of them year by year."""
    agree(scenario)


@settings(max_examples=100, deadline=None)
@given(scenarios(**LATER))
def test_an_extreme_school_agrees_to_the_cent(scenario):
    """Levers drawn from all that is possible, ends included."""
    agree(scenario)


@settings(max_examples=60, deadline=None)
@given(scenarios(every=True, usual=True, credit_limit=0))
def test_a_plan_that_is_carried_on_is_the_plan_for_its_own_years(scenario):
    """Later years add columns and change none; timing alone never changes the tested result. A line of credit
    would: who buys earlier pays interest on it.
    """
    lines = ("result_evenly", "fund_balance", "devices_bought", "enrollment")
    plans = Scenarios.of([scenario.changed(refresh=how) for how in LEVERS["refresh"].choices])
    p = project(plans, only=lines)
    later = carried_on(plans, 16, lines)
    for line in lines:
        now = np.broadcast_to(later[line], (plans.count, 16))
        assert now[:, :6] == pytest.approx(p[line])
        assert np.isfinite(now).all()
    evenly = p["result_evenly"]
    assert evenly == pytest.approx(np.broadcast_to(evenly[:1], evenly.shape), abs=0.005)
