"""Loans, a line of credit, aid held back, shares of one's own and later years, month by month, by hand.

The plain school of `test_months`: $1,200,000 come in, in quarters of $300,000, and $100,000 go out a month.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.months.months_in_words import credit, lowest_of_years, table
from model.months.timing import Timing, shares_of
from model.months.within_a_year import Months, lowest_of, months, of_all_years
from model.plan.scenario import ScenarioError
from model.results.projection import project
from model.texts import say
from tests.worked.test_months import EVEN, K, balances, year

SIXTHS = "1/6 0 1/6 0 1/6 0 1/6 0 1/6 0 1/6 0"


def of(n: int, timing: Timing | None = None, **changes: object) -> Months:
    return months(project([EVEN.changed(changes)]), timing, n)


def in_k(values: np.ndarray) -> list[float]:
    return [round(float(x) / K, 6) + 0.0 for x in values]


def test_six_payments_from_july_to_may():
    """New York: 1,200 / 6 = 200 every other month, 100 a month go out."""
    assert balances(Timing(revenue="six_payments")) == [100, 0] * 6
    assert balances(Timing(own=shares_of(SIXTHS))) == [100, 0] * 6


def test_shares_of_ones_own():
    """Half in September and half in March: 600 - 100 x 3 = 300, then 600 + 600 - 900 = 300 in March."""
    own = shares_of("0 0 50 0 0 0 0 0 50 0 0 0")
    assert balances(Timing(own=own))[1:4] == [-200, 300, 200]
    assert balances(Timing(own=own))[8] == 300
    assert balances(Timing(own=own, late=1))[2:4] == [-300, 200]


@pytest.mark.parametrize(
    "typed",
    ["5 5 9 9 9 9 9 9 9 9 9 9", "5%,5%,9%,9%,9%,9%,9%,9%,9%,9%,9%,9%", "5; 5; 9; 9; 9; 9; 9; 9; 9; 9; 9; 9",
     "0.05 0.05 0.09 0.09 0.09 0.09 0.09 0.09 0.09 0.09 0.09 0.09"],
)  # fmt: skip
def test_shares_as_they_are_typed(typed):
    assert shares_of(typed) == pytest.approx([0.05] * 2 + [0.09] * 10)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9 9 9 9 9 9 9 9 9 9 9 0.9", say("months.shares_do_not_add_up", total="99.9%")),
        ("10 10 10 10 10 10 10 10 10 10 10 10", say("months.shares_do_not_add_up", total="120%")),
        ("0 0 0 0 0 0 0 0 0 0 0 0", say("months.shares_do_not_add_up", total="0%")),
        ("50 50", say("months.not_twelve", count=2)),
        ("110 -10 0 0 0 0 0 0 0 0 0 0", say("months.share_below_zero")),
    ],
)
def test_shares_that_are_no_calendar(typed, said):
    """The sum is said: eleven times 9 and 0.9 are 99.9."""
    with pytest.raises(ScenarioError) as refusal:
        shares_of(typed)
    assert [p.message for p in refusal.value.problems] == [said]


def test_a_word_is_no_share():
    with pytest.raises(ScenarioError, match="half"):
        shares_of("half half 0 0 0 0 0 0 0 0 0 0")


def test_a_later_year_begins_where_the_one_before_ended():
    """At $13,000 a student 1,300 come in: a quarter is 325 and a year leaves 100. Year 3 begins with 200."""
    m = of(3, base_rate_per_pupil=13_000)
    assert in_k(m.opening) == [200]
    assert in_k(m.balances[0])[:3] == [425, 325, 225]
    assert in_k(m.balances[0])[-1] == 300


def test_the_lowest_month_of_five_years():
    """At $11,500 a student 1,150 come in and a year lacks 50: Year 5 begins with -200 and its September is
    -200 + 287.5 - 300 = -212.5, March -237.5, June -250. June of Year 5 is the lowest.
    """
    years = of_all_years(project([EVEN.changed(base_rate_per_pupil=11_500)]))
    low = lowest_of(years)
    assert (low.of_year, low.lowest().month, round(low.lowest().balance)) == (5, 11, -250_000)
    assert lowest_of_years(years) == say(
        "months.lowest_of_years", year="Year 5", month="June", amount="\N{MINUS SIGN}$250K"
    )


def test_a_loan_is_there_in_july():
    """$120,000 in Year 2, paid back in one payment in Year 3: 10 a month, with the calendar of other cost."""
    loan = {"loan_1": 120_000, "loan_1_year": 2, "loan_1_rate": 0, "loan_1_term": 1}
    assert in_k(of(2, **loan).balances[0]) == [320, 220, 120] * 4
    m = of(3, **loan)
    assert in_k(m.opening) == [120]
    assert in_k(m.moved["debt_service"][0]) == [-10] * 12
    assert in_k(m.balances[0])[-1] == 0


def test_aid_held_back_is_missing_at_the_end_and_comes_in_july():
    """30% of 1,200 are 360: April brings nothing of 300, and January 240 of 300. Year 2 begins with -360 and
    its July brings 300 + 360.
    """
    first, second = of(1, aid_deferred=0.3), of(2, aid_deferred=0.3)
    assert in_k(first.balances[0]) == [200, 100, 0, 200, 100, 0, 140, 40, -60, -160, -260, -360]
    assert in_k(second.opening) == [-360]
    assert in_k(second.balances[0])[0] == -360 + 300 + 360 - 100
    assert in_k(second.balances[0])[-1] == -360


def test_the_line_is_drawn_in_the_month_that_needs_it():
    """Twelve payments, a month behind, and a line of $60,000: 100 go out in July, so 60 are drawn and 40 are
    missing until the payment of June comes. Nothing is owed when the year ends, so the plan counts no
    interest; by the month it is 12% of 60,000 x 11 / 12 = $6,600.
    """
    m = year(Timing(revenue="month_behind"), credit_limit=60_000, credit_rate=0.12)
    assert in_k(m.balances[0]) == [-40] * 11 + [0]
    assert in_k(m.drawn[0]) == [60] * 11 + [0]
    assert m.interest[0].tolist() == pytest.approx([6_600, 0])
    assert credit(m) == " ".join(
        (say("months.drawn", amount="$60,000", month="July"), say("months.more_interest", amount="$6,600"))
    )
    assert credit(year(credit_limit=60_000)) == ""


def test_the_table_tells_what_is_drawn_and_paid_back():
    """100 drawn in July and paid back in June: the column comes to nothing and stands there."""
    m = year(Timing(revenue="month_behind"), credit_limit=100_000)
    head, rows = table(m)
    at = head.index(say("months.line_of_credit"))
    assert [r[at] for r in rows[1:]] == ["$100,000", *["$0"] * 10, "\N{MINUS SIGN}$100,000", "$0"]


def test_money_for_new_students_from_february():
    """100 students become 120: a sixth of Year 2's money is for new ones. Of 1,440 the 1,200 come in quarters
    of 300 and 240 in five parts of 48 from February. 12 teachers cost 120 a month.
    """
    m = of(2, Timing(growth_late=True), enrollment_year1=(100, 120, 120, 120, 120), enrollment_growth=0)
    assert in_k(m.moved["public_revenue"][0]) == [300, 0, 0, 300, 0, 0, 300, 48, 48, 348, 48, 48]
    for n in (1, 3):
        late = of(
            n, Timing(growth_late=True), enrollment_year1=(100, 120, 120, 120, 120), enrollment_growth=0
        )
        assert in_k(late.moved["public_revenue"][0])[7] == 0
