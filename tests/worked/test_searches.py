"""Break-even enrollment and cut tolerance against a search by plain counting."""

from __future__ import annotations

import pytest

from model.results.projection import Scenarios
from model.results.searches import break_even_enrollment, cut_tolerance, cuts_survived
from tests.worked.school import PLAIN

# $10,000 a student; teachers at 10 students, in halves, $75,000 each; a principal at $200,000.
STEPS = PLAIN.changed(
    teacher_salary=75_000,
    benefit_rate=0,
    principal_positions=1,
    principal_salary=200_000,
)


def result(pupils: int) -> int:
    """Year 5 by whole numbers: half positions rounded up, $37,500 each."""
    halves = -(-2 * pupils // 10)
    return 10_000 * pupils - 37_500 * halves - 200_000


def by_counting(pays) -> int:
    """The first size that pays its way and whose next 25 sizes do too."""
    return next(n for n in range(10, 4_976) if all(pays(m) for m in range(n, n + 26)))


def test_break_even_is_the_first_size_from_which_it_holds():
    """A first size pays its way and the next one, half a position dearer, does not: that size is not the
    answer.
    """
    first = next(n for n in range(10, 5_000) if result(n) >= 0)
    holds = by_counting(lambda n: result(n) >= 0)
    assert first < holds
    assert break_even_enrollment(STEPS) == holds


def test_break_even_counts_exactly_zero_as_paying():
    """$250,000 for each 30 students begun: 125 students bring $1,250,000 for 5 x $250,000, which is zero, and
    it holds.
    """
    # Zero is first met at 25 students, but the 31st begins another $250,000; so do the 61st, 91st and 121st,
    # at a loss. The 151st lies 26 sizes above 125. 124 students are $10,000 short.
    school = PLAIN.changed(teacher_salary=500_000, benefit_rate=0, pupils_per_teacher=60)
    assert by_counting(lambda n: 10_000 * n - 250_000 * -(-n // 30) >= 0) == 125
    assert break_even_enrollment(school) == 125


@pytest.mark.parametrize(("fixed", "holds"), [(0, 364), (10_000, 365)])
def test_break_even_holds_at_the_next_25_sizes(fixed, holds):
    """$280,000 for each 30 students begun: 25 sizes in a row that pay are one too few, 26 are enough."""
    # Block k ends at 30k students and pays from 28k on, with $10,000 of fixed cost from 28k + 1 on.
    # No fixed cost: 336 to 360 are 25 sizes and 361 is short; 364 to 390 are 27.
    # $10,000: 365 to 390 are 26 sizes and 391 is short.
    school = PLAIN.changed(
        teacher_salary=500_000,
        benefit_rate=0.12,
        pupils_per_teacher=60,
        principal_positions=1,
        principal_salary=fixed / 1.12,
    )
    assert by_counting(lambda n: 10_000 * n - 280_000 * -(-n // 30) - fixed >= 0) == holds
    assert break_even_enrollment(school) == holds


def test_break_even_of_a_path_keeps_its_shape():
    """100, 90, 80, 80, 80: year 5 has 80% of year 1's students, half a student counting as one."""
    school = STEPS.changed(enrollment_year1=(100, 90, 80, 80, 80))

    def year5(n: int) -> int:
        return (8 * n + 5) // 10

    # Below 13 students year 5 would fall under the 10 that the tool works from.
    expected = next(n for n in range(13, 4_976) if all(result(year5(m)) >= 0 for m in range(n, n + 26)))
    assert break_even_enrollment(school) == expected


def test_break_even_looks_at_year_5():
    """Funding up 10% a year: year 5 has $14,641 a student and pays its way at a smaller size."""
    school = STEPS.changed(public_funding_growth=0.1)

    def pays(n: int) -> bool:
        return 10_000 * 1.1**4 * n - 37_500 * -(-2 * n // 10) - 200_000 >= 0

    assert break_even_enrollment(school) == by_counting(pays)


def test_no_size_breaks_even_without_funding():
    """Where every student costs more than it brings there is no answer."""
    assert break_even_enrollment(STEPS.changed(base_rate_per_pupil=0)) is None


def test_the_smallest_size_may_be_enough():
    """With no fixed cost every size pays, so the answer is the least the tool works from, 10 students."""
    assert break_even_enrollment(PLAIN) == 10


def largest_cut(pays) -> float:
    """The largest of 0.0%, 0.1%, ... 100.0% that a school survives."""
    return max(c for c in range(1001) if pays(c)) / 1000


def test_cut_tolerance_is_the_largest_cut_that_leaves_no_balance_below_zero():
    """Years 2 and 3, $400,000 kept a year: 800,000 - c and 1,200,000 - 2c stay at zero or above up to 60%."""

    def pays(c: int) -> bool:  # c tenths of a per cent of $1,000,000
        return 800_000 - 1_000 * c >= 0 and 1_200_000 - 2_000 * c >= 0

    assert largest_cut(pays) == 0.6
    assert cut_tolerance(PLAIN) == 0.6


def test_cut_tolerance_of_one_year_right_at_the_start():
    """Year 1 alone: 400,000 - c x 1,000,000 holds up to 40%, and with $1,234 in hand up to 40.1%."""
    assert cut_tolerance(PLAIN, years=1, first_year=1) == 0.4
    assert cut_tolerance(PLAIN.changed(opening_fund_balance=1_234), years=1, first_year=1) == 0.401


def test_cut_tolerance_looks_at_the_years_after_the_cut_too():
    """A school that lives off its balance: 100,000 in hand, -20,000 a year, five years: nothing is left to
    cut.
    """
    school = PLAIN.changed(nonpersonnel_per_pupil=4_200, opening_fund_balance=100_000)
    assert cut_tolerance(school) == 0.0
    # $4,000 more allow $2,000 in each of two years, 0.2% of $1,000,000; $3,000 more allow 0.1%.
    assert cut_tolerance(school.changed(opening_fund_balance=104_000)) == 0.002
    assert cut_tolerance(school.changed(opening_fund_balance=103_000)) == 0.001


@pytest.mark.parametrize(
    ("aid_deferred", "cut"),
    [
        # Nothing is drawn while no balance is below zero: 1,200,000 - 2c in Year 3. A line between no cut and
        # a cut of everything has the interest of the latter in it, and would cross zero at 59.4%.
        (0, 0.6),
        # Half of the aid comes a year later. Year 1 ends with 400,000 and 500,000 still to come: 100,000 are
        # drawn. Year 2: 400,000 + 400,000 - 10,000 - c, of which 500,000 - c / 2 are still to come, so
        # c / 2 - 290,000 are drawn if that is above zero, and Year 3 pays a tenth of it: 790,000 - c
        # + 400,000 - c - c / 20 + 29,000 = 1,219,000 - 2.05c. c is 594,634, and half of it above 290,000.
        (0.5, 0.594),
    ],
)
def test_interest_on_a_line_of_credit_is_paid_only_where_it_is_drawn(aid_deferred, cut):
    school = PLAIN.changed(credit_limit=1_000_000, credit_rate=0.1, aid_deferred=aid_deferred)
    assert cut_tolerance(school) == cut
    # $100,000 more: nothing is drawn in either, and 1,300,000 - 2c is 65%.
    batch = Scenarios.varied(school, opening_fund_balance=[0, 100_000])
    assert cuts_survived(batch).tolist() == [cut, 0.65]


def test_cut_tolerance_replaces_the_cut_in_the_plan():
    """The plan's own cut, one rate or five, is not added to the one searched for."""
    assert cut_tolerance(PLAIN.changed(cut_rate=0.3, cut_first_year=2, cut_years=1)) == 0.6
    assert cut_tolerance(PLAIN.changed(cut_rate=(0.3, 0.3, 0.3, 0.3, 0.3))) == 0.6


def test_a_school_in_debt_survives_no_cut_at_all():
    """A balance below zero without any cut: there is no answer, which is not the same as 0%."""
    assert cut_tolerance(PLAIN.changed(startup_other=1)) is None


def test_a_rich_school_survives_the_loss_of_everything():
    """$2,000,000 in hand pay for two years without public money."""
    assert cut_tolerance(PLAIN.changed(opening_fund_balance=2_000_000)) == 1.0


@pytest.mark.parametrize("pupils_per_teacher", [7, 9.5, 13])
def test_break_even_against_counting_for_other_steps(pupils_per_teacher):
    """Other ratios fall on other steps; the count decides."""

    def pays(n: int) -> bool:
        # Twice the students over the ratio, in whole numbers: 2n / (r10 / 10) = 20n / r10.
        halves = -(-20 * n // round(pupils_per_teacher * 10))
        return 10_000 * n - 30_000 * halves - 150_000 >= 0

    school = PLAIN.changed(
        teacher_salary=60_000,
        benefit_rate=0,
        pupils_per_teacher=pupils_per_teacher,
        principal_positions=1,
        principal_salary=150_000,
    )
    assert break_even_enrollment(school) == by_counting(pays)
