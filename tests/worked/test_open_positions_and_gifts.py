"""What open positions save is no surplus, and a grant that is not needed is no fault: both badges by hand.

The plain school has ten teachers at $60,000 with benefits and $400,000 left over. Other cost of $4,000 for
each of its 100 students takes exactly that.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.goals.goal import GOALS
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.chances import held_up
from model.ranges.futures import futures, is_drawn, yearly_off
from model.results.projection import Scenarios, project
from model.results.rating import Reason, rate
from model.results.rating_in_words import on_paper
from model.results.searches import cuts_survived
from model.results.verdicts import State, judge
from model.texts import say
from tests.first_versions import first_version
from tests.looped import looped
from tests.worked.school import PLAIN, years

HOME = Scenario.preset(first_version("us_elementary"))
# $4,050 a student leaves the plain school $5,000 short; a tenth of its positions open saves $60,000.
SHORT = {"nonpersonnel_per_pupil": 4_050, "opening_fund_balance": 100_000}


def of(plan: Scenario):
    return judge(project([plan]))


# --- open positions -----------------------------------------------------------------------------------------


def test_what_open_positions_save_stands_in_the_plan_and_not_in_the_rating():
    """One of ten positions open saves $60,000 a year: $55,000 left over on paper, $5,000 short when filled.
    Savings of $100,000 are $75,000 after five years if all are filled, and $375,000 as planned.
    """
    p = years(**SHORT, positions_filled=0.9)
    assert p.row("structural_result")[1:] == pytest.approx([55_000] * 5)
    assert p.row("saved_on_open_positions")[1:] == pytest.approx([60_000] * 5)
    assert p.row("tested_result")[1:] == pytest.approx([-5_000] * 5)
    assert p.cell("fund_balance", 5) == pytest.approx(375_000)
    assert p.cell("savings_when_filled", 5) == pytest.approx(75_000)
    v = judge(p)
    assert (v.state, v.has_open, v.saved_on_open) == (State.AT_RISK, True, pytest.approx(60_000))
    assert v.short.first is None  # the plan's own lines
    said = rate(v)
    assert (said.reason, said.short.lasting) == (Reason.LIVES_ON_SAVINGS, 1)
    assert on_paper(said) == say("rating.if_filled", rating=say("rating.caution_living", year=1))


def test_what_is_handed_back_is_worked_out_as_if_filled():
    """$10,000 left over with all filled, half of it kept: $5,000 a year. As planned $70,000, kept $35,000."""
    p = years(nonpersonnel_per_pupil=3_900, savings_kept=0.5, positions_filled=0.9)
    assert p.cell("savings_when_filled", 5) == pytest.approx(25_000)
    assert p.cell("fund_balance", 5) == pytest.approx(175_000)


def test_a_substitute_who_costs_more_than_the_pay_counts():
    """$400 on 180 days is $72,000 for an open position that saves $60,000: $12,000 dearer, and so rated."""
    p = years(nonpersonnel_per_pupil=3_900, substitute_daily_rate=400, positions_filled=0.9)
    assert p.row("saved_on_open_positions")[1:] == [0] * 5
    assert p.row("tested_result")[1:] == pytest.approx([-2_000] * 5)
    assert judge(p).state is State.NOT_SUSTAINABLE


PAY_OF = {"own_01_basis": "by_pay", "own_01_share": 0.05}


@pytest.mark.parametrize(
    ("line", "planned", "tested"),
    [
        # 1,000,000 - 540,000 - 27,000 as planned; 1,000,000 - 600,000 - 30,000 with all filled.
        ({**PAY_OF, "own_01_kind": "recurring_cost"}, 433_000, 370_000),
        # A network takes a tenth of public money: 1,027,000 x 0.9 - 540,000; 1,030,000 x 0.9 - 600,000.
        ({**PAY_OF, "own_01_kind": "public_revenue", "management_fee_rate": 0.1}, 384_300, 327_000),
        # Restricted money of 27,000 and of 30,000 pays for 28,500, and what is beyond it is a grant.
        (
            {
                **PAY_OF,
                "own_01_kind": "restricted_revenue",
                "own_02_kind": "recurring_cost",
                "own_02_basis": "fixed",
                "own_02_amount": 28_500,
            },
            1_000_000 + 27_000 - 540_000 - 28_500,
            1_000_000 + 28_500 - 600_000 - 28_500,
        ),
        # A gift is in neither.
        ({**PAY_OF, "own_01_kind": "private_revenue"}, 460_000, 400_000),
    ],
)
def test_what_follows_pay_is_tested_at_the_pay_of_all(line, planned, tested):
    p = years(**line, positions_filled=0.9)
    assert p.row("structural_result")[1:] == pytest.approx([planned] * 5)
    assert p.row("tested_result")[1:] == pytest.approx([tested] * 5)


def test_gifts_by_pay_are_those_of_all_positions():
    """Start-up pays 5% of Year 1's pay: $27,000, and $30,000 with all filled. Then $400,000 and a gift of 5%
    are left every year. Without grants from Year 3 on the gift comes in Years 1 and 2 alone.
    """
    line = {**PAY_OF, "own_01_kind": "private_revenue", "own_02_kind": "one_time_cost"}
    line |= {"own_02_basis": "by_pay", "own_02_share": 0.05, "own_02_first_year": 0, "own_02_last_year": 0}
    p = years(**line, positions_filled=0.9)
    assert p.row("fund_balance")[:2] == pytest.approx([-27_000, -27_000 + 460_000 + 27_000])
    assert p.row("savings_when_filled") == pytest.approx([-30_000 + 430_000 * t for t in range(6)])
    assert p.cell("savings_without_grants", 5) == pytest.approx(-30_000 + 5 * 400_000 + 2 * 30_000)


def test_interest_is_tested_on_what_all_positions_would_leave_short():
    """With all filled nothing is left, and a fifth of $1,000,000 is paid a year later. So $200,000 are owed
    after Year 1 and $220,000 after Year 2, at 10%. One open position saves $60,000 a year: $140,000 are owed
    after Year 1, and 140,000 - 60,000 + 14,000 = $94,000 after Year 2.
    """
    late = {"nonpersonnel_per_pupil": 4_000, "aid_deferred": 0.2}
    p = years(**late, credit_limit=1_000_000, credit_rate=0.1, positions_filled=0.9)
    assert p.row("structural_result")[1:4] == pytest.approx([60_000, 46_000, 50_600])
    assert p.row("tested_result")[1:4] == pytest.approx([0, -20_000, -22_000], abs=0.005)
    assert p.row("savings_when_filled")[1:4] == pytest.approx([0, -20_000, -42_000], abs=0.005)


@looped(
    "changes",
    [
        {"public_funding_growth": 0.02, "positions_filled": 0.93},
        {"public_funding_growth": 0.022, "positions_filled": 0.9},
        {"salary_growth": 0.035, "positions_filled": 0.95},
        {"base_rate_per_pupil": 11_400.0, "positions_filled": 0.9, "open_positions_pay": "school"},
    ],
)
def test_rooms_that_stand_empty_make_no_plan_sustainable(changes):
    """The average school is rated as with all positions filled, on paper and in each of its futures."""
    filled = HOME.changed(
        {k: v for k, v in changes.items() if k not in ("positions_filled", "open_positions_pay")}
    )
    plan = HOME.changed(changes)
    assert of(filled).state is not State.SUSTAINABLE
    assert of(plan).state is of(filled).state
    assert of(plan).tested == of(filled).tested
    assert ranges(plan).whole == ranges(filled).whole


def test_a_district_that_keeps_the_pay_leaves_nothing_to_save():
    """The plan with two positions of thirty open is the plan with all filled, in every line but one."""
    plan = HOME.changed(positions_filled=0.93, open_positions_pay="district")
    with_all, without = project([HOME, plan]).lines["structural_result"]
    assert with_all.tolist() == without.tolist()
    assert not project([plan])["open_positions"].any()


# --- in the futures -----------------------------------------------------------------------------------------


def test_open_positions_are_drawn_only_where_the_school_keeps_their_pay():
    for keeps, drawn in (("unsettled", False), ("district", False), ("school", True)):
        plan = HOME.changed(open_positions_pay=keeps)
        assert is_drawn("positions_filled", plan) is drawn
        assert (futures(plan).levers["positions_filled"].shape == (2000, 6)) is drawn


def test_each_year_has_a_draw_of_its_own():
    """In every year half of the futures fill all and 1 of 10 has at least 7% open."""
    off = yearly_off("positions_filled")
    assert np.array_equal(off[:, 0], off[:, 1])
    for t in range(1, 6):
        assert (off[:, t] == 0).sum() + (off[:, t] < 0).sum() == 2000
        assert np.quantile(off[:, t], 0.1) == pytest.approx(-0.07, abs=0.001)
        assert (off[:, t] < 0).sum() == 1000
    together = np.corrcoef(off[:, 1:].T) - np.eye(5)
    assert np.abs(together).max() < 0.06


def test_no_future_holds_up_because_rooms_stand_empty():
    """Future by future the rating is that of the school whose positions are all filled."""
    keeps, settled = (HOME.changed(open_positions_pay=k) for k in ("school", "district"))
    with_draws, without = (
        project(futures(x), only=("verdict_state", "fund_balance")) for x in (keeps, settled)
    )
    assert np.array_equal(with_draws["verdict_state"], without["verdict_state"])
    assert held_up(with_draws) == held_up(without)
    # What is saved is money in the bank all the same.
    assert with_draws["fund_balance"][:, 5].mean() > without["fund_balance"][:, 5].mean() + 100_000


# --- gifts --------------------------------------------------------------------------------------------------


@looped(
    "preset, gift",
    [
        (first_version("us_elementary"), 30_000.0),
        (first_version("chicago_charter_k8"), 100_000.0),
        (first_version("us_high"), 60_000.0),
    ],
)
def test_a_gift_that_nothing_needs_leaves_the_rating_as_it_is(preset, gift):
    """The average school with $30,000 a year has $150,000 more in the bank and balances as it did."""
    plan = Scenario.preset(preset)
    given = plan.changed(sustaining_grant=gift, sustaining_grant_years=5)
    before, after = project([plan]), project([given])
    assert after.cell("fund_balance", 5) == pytest.approx(before.cell("fund_balance", 5) + 5 * gift)
    assert on_paper(rate(judge(after))) == on_paper(rate(judge(before))) == say("rating.balances")
    assert ranges(given).whole >= ranges(plan).whole


def test_a_plan_that_needs_its_gift_leans_on_it():
    """At 2% more a year the average school is short from Year 3 on; $200,000 a year pay for that."""
    needs = HOME.changed(public_funding_growth=0.02, sustaining_grant=200_000, sustaining_grant_years=5)
    v = of(needs)
    assert (v.state, v.first_negative) == (State.AT_RISK, None)
    assert on_paper(rate(v)) == say("rating.caution_grants")


def test_a_year_that_is_short_is_named_and_not_the_gift_that_is_not_needed_for_it():
    """$50,000 short in Year 3 alone, paid from savings, with a gift of $1,000 a year: short in Year 3."""
    cost = (4_000, 4_000, 4_500, 4_000, 4_000)
    plan = PLAIN.changed(nonpersonnel_per_pupil=cost, opening_fund_balance=60_000)
    given = plan.changed(sustaining_grant=1_000, sustaining_grant_years=5)
    assert {on_paper(rate(of(x))) for x in (plan, given)} == {say("rating.caution_short", years="Year 3")}


def test_cuts_and_goals_count_every_position_as_filled():
    """Half of the plain school's ten teachers are missing: 5 x 60,000 are saved and nothing pays substitutes.
    At $6,100 a student the filled school keeps 10,000 a year. A cut of Years 2 and 3 leaves 30,000 less 2 x
    610,000 x the cut after Year 3, which is zero at 2.459%: so 2.4% is survived, filled or not.
    """
    filled = PLAIN.changed(base_rate_per_pupil=6_100)
    half = filled.changed(positions_filled=0.5)
    both = Scenarios.of([filled, half])
    assert cuts_survived(both).tolist() == [0.024, 0.024]
    p = project(both)
    for goal in GOALS.values():
        margins = goal.margins(project(both, only=goal.lines))
        # Two months of what the plan itself spends; and authorizers judge the money that is there.
        if goal.key not in ("reserve", "days_cash", "margin"):
            assert margins[1] == pytest.approx(margins[0])
    assert p["fund_balance"][1, 5] == pytest.approx(50_000 + 5 * 300_000)
