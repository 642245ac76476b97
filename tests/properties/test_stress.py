"""The board against direct runs of the model, and what no shock, twin or response may do, for any school."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.book.vocabulary import share
from model.evidence import STRESS
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.results.verdicts import judge
from model.stress import RESPONSES, SUPPLIES, TEACHERS, answered, board, shocked, shocks_of, twin
from model.stress.board import FLEXIBLE_YEAR
from tests.first_versions import first_version
from tests.strategies import is_of_usual_size, scenarios

SHOCKS = st.sampled_from(sorted(STRESS.values(), key=lambda s: s.key))
CHOSEN = st.lists(st.sampled_from(sorted(RESPONSES)), unique=True)


def possible(make, *args):
    """What it makes, or None where a value would lie outside its bounds."""
    try:
        return make(*args)
    except ScenarioError:
        return None


def direct(school, shock, responses):
    """One school on its own: the shock, the responses while it lasts, one run of the model."""
    hit = shocked(school, shock) if shock else school
    touched = shock is not None and hit.values != school.values
    return project([answered(hit, responses, shock.years if touched else ())])


@given(scenarios(every=True), CHOSEN)
def test_each_cell_of_the_board_is_a_direct_run(plan, responses):
    found = board(plan, responses, shocks_of(everything=True))
    assert [r.shock for r in found.rows] == [None, *STRESS.values()]
    other = possible(twin, plan)
    assert (found.twin is None) is (other is None)
    for row in found.rows:
        for school, o in ((plan, row.plan), (other, row.twin)):
            p = None if school is None else possible(direct, school, row.shock, responses)
            assert (o is None) is (p is None)
            if o is None:
                assert row.problems
                continue
            assert o.verdict == judge(p)
            assert o.results == tuple(p.row("tested_result"))
            assert o.at_risk.positions == max(p.row("positions_at_risk")[1:])
            if o.kept:
                assert school is plan
                assert o.kept.positions == max(p.row("positions_at_risk_kept")[1:])
            assert o.flexible == p.cell("flexible_spending", FLEXIBLE_YEAR)
            assert o.flexible_share == p.cell("flexible_share", FLEXIBLE_YEAR)


@given(scenarios(credit_limit=0), st.sampled_from([SUPPLIES, TEACHERS]))
def test_the_twin_spends_the_same_allocation(plan, absorbs):
    """Recurring cost to the cent in every year, with devices at their even cost, the same public revenue and
    the same yearly grants, and no start-up but the first interest on its loans, which are the school's.
    Without start-up a line of credit would be drawn less, and its interest is a cost.
    """
    other = possible(twin, plan, absorbs)
    if other is None:
        return
    p = project([plan, other])
    cost = p["recurring_cost"] + (p["structural_result"] - p["result_evenly"])
    assert np.abs(cost[0] - cost[1]).max() <= max(0.005, 1e-9 * np.abs(cost).max())
    for line in ("public_revenue", "enrollment"):
        assert (p[line][0] == p[line][1]).all()
    assert (p["grant_revenue"][0, 1:] == p["grant_revenue"][1, 1:]).all()
    on_loans = sum(p[f"loan_{n}_interest_before_opening"][1] for n in (1, 2))
    assert (p["one_time_cost"][1] == on_loans).all()
    assert p["grant_revenue"][1, 0] == 0


@given(scenarios(usual=True))
def test_the_usual_school_has_a_twin(plan):
    """All that are counted by one number; counted by grade those of usual size, as grades may hold nobody."""
    if plan["enrollment_from"] == "one_number":
        assert is_of_usual_size(plan)
    assume(is_of_usual_size(plan))
    assert possible(twin, plan) is not None


def test_a_school_of_one_pupil_has_no_twin():
    """What leading teachers costs would be more supplies than one student may have, and it says so."""
    one = {"enrollment_from": "by_grade", "grade_k_year1": 1.0, "leader_release_share": 0.6}
    with pytest.raises(ScenarioError, match="The same school without the program cannot be: "):
        twin(Scenario.preset(first_version("chicago_charter_k8")).changed(one))


@given(scenarios(), SHOCKS)
def test_a_shock_of_nothing_changes_nothing(plan, shock):
    nothing = replace(
        shock,
        cut_rate=0.0,
        cut_years=0,
        enrollment_change=0.0,
        private_revenue_change=0.0,
        salary_growth_change=0.0,
        grant_years_change=0,
        once=(),
        comes_back="at_once",
        record=(),
        record_share=0.0,
    )
    assert shocked(plan, nothing) == plan


@given(scenarios(per_year=True), st.floats(0, 1), st.integers(1, 5), st.integers(1, 5))
def test_a_cut_takes_its_share_of_each_of_its_years_and_of_no_other(plan, rate, first, years):
    shock = replace(STRESS["severe_cut"], cut_rate=rate, first_year=first, cut_years=years)
    before, after = (
        project([plan]).row("public_revenue"),
        project([shocked(plan, shock)]).row("public_revenue"),
    )
    for t in range(1, 6):
        left = 1 - rate if first <= t < first + years else 1
        assert after[t] == pytest.approx(before[t] * left, rel=1e-9, abs=1e-6)


@given(scenarios())
def test_positions_at_risk_lie_within_the_years_gap(plan):
    """They are never below zero, never more than the shortfall in positions, and none where flexible spending
    covers it.
    """
    p = project([plan])
    at_risk, short = p["positions_at_risk"][0, 1:], p["year_shortfall"][0, 1:]
    assert (at_risk >= 0).all()
    gap = np.maximum(-p["tested_result"][0, 1:], 0)
    assert (short <= gap + 1e-6).all()
    assert (at_risk <= share(gap, p["teacher_position_cost"][0, 1:]) + 1e-9).all()
    assert (at_risk[short <= p["flexible_spending"][0, 1:]] == 0).all()


@given(scenarios(), st.sets(st.integers(1, 5)), st.sets(st.sampled_from(sorted(RESPONSES))))
def test_a_response_never_costs_more(plan, years, responses):
    """It only takes away: no year's recurring cost goes up with smoothed devices, whatever the responses and
    years.
    """
    calm = plan.changed(refresh="smoothed")
    after = possible(answered, calm, sorted(responses), years)
    if after is None:
        return
    p = project([calm, after])
    cost = p["recurring_cost"]
    assert (cost[1] <= cost[0] + 1e-6 * (1 + np.abs(cost[0]))).all()


@given(
    scenarios(),
    st.sets(st.integers(1, 5)),
    st.sets(st.sampled_from(sorted(set(RESPONSES) - {"larger_classes"}))),
)
def test_responses_spend_what_can_go_and_leave_positions_at_risk(plan, years, responses):
    """What a response saves it takes from flexible spending too; only larger classes give positions up."""
    after = possible(answered, plan, sorted(responses), years)
    if after is None:
        return
    p = project([plan, after])
    at_risk, cost = p["positions_at_risk"], p["recurring_cost"]
    price = plan.number("teacher_salary") * (1 + plan.number("benefit_rate"))
    assert np.abs(at_risk[0] - at_risk[1]).max() <= 1e-6 + 1e-9 * np.abs(cost).max() / min(price, 1.0)
