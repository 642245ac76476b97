"""The verdict: three states, each boundary from both sides, and what is said beside it.

The plain school keeps $400,000 a year. Other cost of $4,000 for each of its 100 students takes exactly that,
so it pays its way to the dollar; a cent more per student and it is $1 a year short.
"""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.results.projection import project
from model.results.rating import Reason, rate
from model.results.verdicts import State, judge, judge_all
from model.years import OPERATING
from tests.worked.school import PLAIN, years

EVEN = {"nonpersonnel_per_pupil": 4_000}
SHORT = {"nonpersonnel_per_pupil": 4_000.01}


def state(**changes) -> State:
    return judge(years(**changes)).state


def test_exactly_zero_is_not_below_zero():
    """A result of $0 in every year and a balance of $0 at the end of every year are sustainable."""
    p = years(**EVEN)
    assert p.row("structural_result") == [0] * 6
    assert p.row("fund_balance") == [0] * 6
    assert judge(p).state is State.SUSTAINABLE


def test_a_dollar_short_every_year_is_not_sustainable():
    """-$1 in year 5 and a balance below zero from year 1."""
    v = judge(years(**SHORT))
    assert (v.state, v.short.first, v.first_negative, v.short.pays_from) == (
        State.NOT_SUSTAINABLE,
        1,
        1,
        None,
    )
    assert v.result_year5 == pytest.approx(-1)


def test_short_with_money_in_the_bank_is_at_risk():
    """-$1 a year with exactly $5 in hand: the balance ends at $0, never below."""
    v = judge(years(**SHORT, opening_fund_balance=5))
    assert (v.state, v.first_negative) == (State.AT_RISK, None)
    v = judge(years(**SHORT, opening_fund_balance=4))
    assert (v.state, v.first_negative) == (State.NOT_SUSTAINABLE, 5)


def test_paying_its_way_with_a_debt_is_at_risk():
    """$0 a year and a start-up that leaves -$1: the balance is below zero, year 5 pays its way."""
    v = judge(years(**EVEN, startup_other=1))
    assert (v.state, v.first_negative, v.short.pays_from) == (State.AT_RISK, 0, 1)


def test_the_balance_counts_in_the_start_up_year_too():
    """$1 short before opening, although year 1 brings $400,000."""
    assert state(startup_other=1) is State.AT_RISK
    assert state(startup_other=1, opening_fund_balance=1) is State.SUSTAINABLE


@pytest.mark.parametrize(("short_year", "expected"), [(1, 2), (2, 2), (3, 1), (4, 1), (5, 1)])
def test_years_3_to_5_have_to_pay_their_way(short_year, expected):
    """A year short by $1 with money in hand: in Years 1 and 2 it is forgiven, later it is a risk."""
    cost = tuple(4_000.01 if t == short_year else 4_000 for t in range(1, 6))
    v = judge(years(nonpersonnel_per_pupil=cost, opening_fund_balance=10))
    assert v.state is State(expected)
    assert (v.short.first, v.short.pays_from) == (short_year, short_year + 1 if short_year < 5 else None)


def test_year_5_decides_between_risk_and_failure():
    """Balance below zero: if only year 5 pays its way it is at risk, if only year 5 falls short it is not
    sustainable.
    """
    assert (
        state(nonpersonnel_per_pupil=(4_001, 4_001, 4_001, 4_001, 4_000), opening_fund_balance=10)
        is State.AT_RISK
    )
    assert (
        state(nonpersonnel_per_pupil=(4_000, 4_000, 4_000, 4_000, 4_001), opening_fund_balance=10)
        is State.NOT_SUSTAINABLE
    )


@pytest.mark.parametrize("grant", [5_000, 5_001, 500_000])
def test_a_grant_that_is_not_needed_is_no_fault(grant):
    """$395,000 a year are left over without it, whatever its share of revenue is."""
    with_grant = {"base_rate_per_pupil": 9_950, "sustaining_grant": grant, "sustaining_grant_years": 5}
    assert judge(years(**with_grant)).state is State.SUSTAINABLE


def test_a_grant_that_the_yearly_budget_needs_is_a_risk():
    """A dollar short every year, and a dollar of grant in each: savings stay at $0."""
    v = judge(years(**SHORT, sustaining_grant=1, sustaining_grant_years=5))
    assert (v.state, v.first_negative, v.tested.on_grants) == (State.AT_RISK, None, True)


def test_a_grant_may_bridge_years_1_and_2():
    """$1 short in Years 1 and 2, and a dollar of grant in each of five years: the last three are not needed.
    It is as if the grant ended after Year 2.
    """
    short = {"nonpersonnel_per_pupil": (4_000.01, 4_000.01, 4_000, 4_000, 4_000)}
    for length in (2, 3, 5):
        v = judge(years(**short, sustaining_grant=1, sustaining_grant_years=length))
        assert v.state is State.SUSTAINABLE, length
    assert state(**short, sustaining_grant=1, sustaining_grant_years=1) is State.AT_RISK


def test_a_large_grant_that_has_ended_is_no_dependency():
    """$500,000 a year to year 4, nothing in year 5."""
    assert state(sustaining_grant=500_000, sustaining_grant_years=4) is State.SUSTAINABLE


# 100 devices at $300 with a life of 3 years: $30,000 at the start (in hand) and $30,000 in year 3.
LUMPS = {
    "devices_per_pupil": 1,
    "device_unit_cost": 300,
    "device_life_years": 3,
    "refresh": "lumpy",
    "opening_fund_balance": 40_000,
}


def test_devices_bought_at_once_are_tested_with_their_even_cost():
    """+$10,000 a year before devices. 100 devices of $300 over 3 years are $10,000 a year: exactly 0 in every
    year, though the year of the purchase is $20,000 short.
    """
    p = years(**LUMPS, nonpersonnel_per_pupil=3_900)
    assert p.row("structural_result")[1:] == [10_000, 10_000, -20_000, 10_000, 10_000]
    assert p.row("result_evenly")[1:] == pytest.approx([0] * 5, abs=1e-6)
    v = judge(p)
    assert (v.state, v.is_spread, v.refresh_year) == (State.SUSTAINABLE, True, 3)
    assert (v.short.first, v.short.pays_from) == (None, 1)


def test_an_even_cost_that_is_not_covered_is_a_risk_though_no_purchase_falls_into_the_five_years():
    """A cent more per student, $1 a year, is short in every year. A life of 6 years costs $5,000 a year, and
    $4,000 is left before devices: the curves show no short year, and each is $1,000 short.
    """
    v = judge(years(**LUMPS, nonpersonnel_per_pupil=3_900.01))
    assert (v.state, v.is_spread, v.tested.short.years) == (State.AT_RISK, True, OPERATING)
    p = years(**{**LUMPS, "device_life_years": 6}, nonpersonnel_per_pupil=3_960)
    assert p.row("structural_result")[1:] == [4_000] * 5
    assert p.row("result_evenly")[1:] == pytest.approx([-1_000] * 5)
    v = judge(p)
    assert (v.state, v.is_spread, v.short.lasting) == (State.AT_RISK, True, 1)
    assert rate(v).reason is Reason.LIVES_ON_SAVINGS


def test_a_change_of_timing_alone_never_changes_the_test():
    """-20,000, +10,000, +10,000 out of other cost is a risk, however devices would be bought."""
    cost = (3_900, 3_900, 4_200, 3_900, 3_900)
    for refresh in LEVERS["refresh"].choices:
        p = years(nonpersonnel_per_pupil=cost, opening_fund_balance=40_000, refresh=refresh)
        assert p.row("result_evenly")[3:] == [-20_000, 10_000, 10_000]
        assert judge(p).state is State.AT_RISK


def test_the_even_cost_is_not_named_where_it_finds_the_same_years_short():
    """$400,000 a year before devices: no year is short either way."""
    assert not judge(years(**LUMPS)).is_spread


def test_an_even_cost_that_is_covered_helps_no_plan_whose_year_5_is_short():
    """$4,000 of other cost leaves 0, and a shift of $300 from Year 4 to Year 5 makes +30,000 and -30,000.
    Year 5 is short and the balance begins a dollar below zero.
    """
    cost = (4_000, 4_000, 4_000, 3_700, 4_300)
    v = judge(years(nonpersonnel_per_pupil=cost, opening_fund_balance=-1, refresh="lumpy"))
    assert (v.state, v.is_spread, v.short.pays_from) == (State.NOT_SUSTAINABLE, False, None)


def test_the_gap_beside_the_verdict_is_that_of_year_5():
    """Cut by half in year 5: $500,000 - $600,000 over $60,000 a position."""
    v = judge(years(cut_rate=0.5, cut_first_year=5, cut_years=1))
    assert v.gap_positions == pytest.approx(100_000 / 60_000)
    assert v.result_year5 == -100_000


@pytest.mark.parametrize(("opening", "thin"), [(60_000, None), (59_999, 1)])
def test_thirty_days_are_enough(opening, thin):
    """A year that costs $730,000 costs $2,000 a day: $60,000 last 30 days exactly, a dollar less does not."""
    even = {"base_rate_per_pupil": 7_300, "nonpersonnel_per_pupil": 1_300}
    assert judge(years(**even, opening_fund_balance=opening)).thin_days == thin


def test_each_school_of_a_batch_has_its_own_verdict():
    """Three schools projected at once are judged as each of them alone."""
    batch = [
        PLAIN.changed(EVEN),
        PLAIN.changed(SHORT),
        PLAIN.changed({**LUMPS, "nonpersonnel_per_pupil": 3_900}),
    ]
    together = project(batch)
    assert [judge(together, i) for i in range(3)] == [judge(project([s])) for s in batch]
    assert judge_all(together) == [judge(together, i) for i in range(3)]
    assert [judge(together, i).state for i in range(3)] == [
        State.SUSTAINABLE,
        State.NOT_SUSTAINABLE,
        State.SUSTAINABLE,
    ]
