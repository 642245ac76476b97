"""The searches take short cuts; trying every size and every cut one after the other must give the same
answers.
"""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project
from model.results.searches import break_even, break_even_enrollment, cut_tolerance, cuts_survived
from tests.first_versions import first_version
from tests.strategies import scenarios

SIZES = np.arange(10, 5_001)
CUTS = np.arange(1_001) / 1_000
# Values per year as well; the usual ranges, where a dollar is far above the last binary digit.
SCHOOLS = scenarios(usual=True)


def smallest_size(scenario: Scenario) -> int | None:
    """Every size from 10 to 5,000 students; the first that pays its way in year 5 together with the 25 after
    it. Devices count with their even yearly cost, and rent with what the plan pays, unless it follows the
    students.
    """
    path = scenario["enrollment_year1"]
    grid = SIZES[:, None] * (np.array(path) / path[0]) if isinstance(path, tuple) else SIZES
    possible = ((grid >= 10) & (grid <= 5_000)).reshape(SIZES.size, -1).all(axis=1)
    # Growth in the same breath: a path alone would set it to 0.
    growth = np.repeat([scenario["enrollment_growth"]], possible.sum(), axis=0)
    batch = Scenarios.varied(scenario, enrollment_year1=grid[possible], enrollment_growth=growth)
    if scenario["rent_basis"] != "enrolled":  # a line of credit depends on the rent of earlier years, too
        planned = project([scenario], only=["supplied_pupils"]).row("supplied_pupils")
        rented = [scenario.number("leased_students", max(t, 1)) or planned[max(t, 1)] for t in range(6)]
        batch = batch.replaced(leased_students=np.array([rented]))
    lines = [
        "structural_result",
        "result_of_open_positions",
        "interest_of_open_positions",
        "device_cost",
        "devices_evenly",
        "device_unit_cost_factor",
    ]
    p = project(batch, only=lines)
    opened = p["result_of_open_positions"][:, 5] + p["interest_of_open_positions"][:, 5]
    cost = p["structural_result"][:, 5] - opened + p["device_cost"][:, 5]
    price = scenario.number("device_unit_cost", 5) * p["device_unit_cost_factor"][:, 5]
    pays = dict(
        zip(SIZES[possible].tolist(), cost - p["devices_evenly"][:, 5] * price >= -0.005, strict=True)
    )
    run = 0
    for size, good in pays.items():
        run = run + 1 if good else 0
        if run == 26:
            return size - 25
    return None


def largest_cut(scenario: Scenario) -> float | None:
    """Every cut from 0.0% to 100.0% in years 2 and 3; the largest that leaves no balance below zero, without
    what open positions save.
    """
    base = scenario.changed(cut_first_year=2, cut_years=2, cut_comes_back="at_once")
    p = project(Scenarios.varied(base, cut_rate=CUTS), only=["savings_when_filled"])
    survived = CUTS[(p["savings_when_filled"] >= -0.005).all(axis=1)]
    return float(survived[-1]) if survived.size else None


@settings(max_examples=60, deadline=None)
@given(scenarios(every=True, usual=True, enrollment_from="one_number"))
def test_break_even_is_what_trying_every_size_gives(scenario):
    """Steps of half positions, fixed staff, fees, devices, paths by year: the short cut misses nothing."""
    assert break_even_enrollment(scenario) == smallest_size(scenario)


@settings(max_examples=60, deadline=None)
@given(scenarios(every=True, usual=True, enrollment_from="by_grade"))
@example(Scenario.preset(first_version("us_elementary")).changed(enrollment_from="by_grade"))
def test_a_school_counted_by_grade_has_no_break_even_size(scenario):
    """The grades set its enrollment: Year 5 is the same for any size, so no size is an answer."""
    p = project(Scenarios.varied(scenario, enrollment_year1=SIZES[::499]), only=["tested_result"])
    assert np.unique(p["tested_result"][:, 5]).size == 1
    assert break_even_enrollment(scenario) is None


@settings(max_examples=60, deadline=None)
@given(SCHOOLS)
def test_cut_tolerance_is_what_trying_every_cut_gives(scenario):
    """Fees on what is left, grants, debts, growth: the straight line gives the same tenth of a per cent."""
    assert cut_tolerance(scenario) == largest_cut(scenario)


@settings(max_examples=30, deadline=None)
@given(SCHOOLS, st.integers(1, 40), st.sampled_from([0.0, 0.2, 0.5]))
def test_cut_tolerance_with_a_line_of_credit_is_what_trying_every_cut_gives(scenario, limit, deferred):
    """Where cash runs short before savings do, as aid that is paid late makes it, the line costs interest."""
    indebted = scenario.changed(
        credit_limit=50_000 * limit, credit_rate=0.08, aid_deferred=deferred, opening_fund_balance=600_000
    )
    assert cut_tolerance(indebted) == largest_cut(indebted)


@settings(max_examples=30, deadline=None)
@given(st.lists(SCHOOLS, min_size=2, max_size=6))
def test_a_search_over_many_gives_each_its_own_answer(batch):
    """The answers for a batch are those of each school alone; no answer is NaN."""
    many = Scenarios.of(batch)
    sizes = [None if np.isnan(x) else int(x) for x in break_even(many)]
    assert sizes == [break_even_enrollment(s) for s in batch]
    cuts = [None if np.isnan(x) else float(x) for x in cuts_survived(many)]
    assert cuts == [cut_tolerance(s) for s in batch]


def test_a_search_over_sizes_of_one_school_gives_one_answer():
    """Schools that differ in nothing but their size break even at the same size."""
    base = Scenario.preset(first_version("us_elementary"))
    many = Scenarios.varied(base, enrollment_year1=[300, 450, 600])
    assert break_even(many).tolist() == [break_even_enrollment(base)] * 3
