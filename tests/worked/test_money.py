"""PD, other cost, start-up, balance, gap and days, worked out by hand for the plain school."""

from __future__ import annotations

import pytest

from model.results.verdicts import judge
from tests.worked.school import row, years


def test_recurring_pd_is_cash_per_teacher_and_substitutes():
    """10 teachers x ($1,200 + 2 days x $150) = $15,000, growing with prices."""
    got = row(
        "pd",
        recurring_pd_per_teacher=1_200,
        sub_days_per_teacher=2,
        substitute_daily_rate=150,
        inflation=0.03,
    )
    assert got == pytest.approx([15_000 * 1.03**t for t in range(5)])


def test_pd_in_time_already_paid_for_is_no_cash():
    """10 teachers x 40 hours are 400 hours, worth 400 x $60,000 / 1,440 = $16,666.67, and cost stays as it
    was.
    """
    p = years(pd_hours_in_existing_time=40)
    assert p.row("pd_hours")[1:] == [400] * 5
    assert p.row("pd_hours_value")[1:] == pytest.approx([400 * 60_000 / 1_440] * 5)
    assert p.row("total_cost")[1:] == [600_000] * 5


def test_start_up_is_paid_once_and_as_entered():
    """10 teachers x $2,400, $9,000 of IT and $130,000 of the rest in the start-up year, whatever inflation
    says.
    """
    p = years(startup_pd_per_teacher=2_400, startup_it_other=9_000, startup_other=130_000, inflation=0.1)
    assert p.row("one_time_cost") == [24_000 + 9_000 + 130_000, 0, 0, 0, 0, 0]
    assert p.cell("startup_per_pupil", 0) == 163_000 / 100
    assert p.cell("startup_share_of_funding", 0) == pytest.approx(1_630 / 20_000)


def test_start_up_pd_is_for_the_teachers_of_year_1():
    """100, 200, ... students: 10 teachers in year 1 count, not the 20 of year 2."""
    p = years(enrollment_year1=(100, 200, 200, 200, 200), startup_pd_per_teacher=1_000)
    assert p.row("startup_pd") == [10_000, 0, 0, 0, 0, 0]


def test_a_charter_pays_rent_and_a_fee_on_what_is_left_after_a_cut():
    """$1,800 a student at 3% inflation; 12% of $1,000,000, in the year of a 10% cut 12% of $900,000."""
    p = years(
        occupancy_per_pupil=1_800,
        management_fee_rate=0.12,
        inflation=0.03,
        cut_rate=0.1,
        cut_first_year=2,
        cut_years=1,
    )
    assert p.row("occupancy")[1:] == pytest.approx([180_000 * 1.03**t for t in range(5)])
    assert p.row("management_fee")[1:] == pytest.approx([120_000, 108_000, 120_000, 120_000, 120_000])
    assert p.cell("other_nonpersonnel", 2) == pytest.approx(180_000 * 1.03 + 108_000)


def test_the_fee_is_on_public_revenue_and_not_on_grants():
    """A grant of $500,000 leaves the fee at 10% of $1,000,000."""
    assert (
        row("management_fee", management_fee_rate=0.1, sustaining_grant=500_000, sustaining_grant_years=5)
        == [100_000] * 5
    )


def test_the_balance_rolls_forward():
    """$50,000 in hand + $20,000 of grants - $30,000 of start-up = $40,000; then $400,000 more each year."""
    p = years(opening_fund_balance=50_000, startup_grants=20_000, startup_other=30_000)
    assert p.row("net_position") == [-10_000, *[400_000] * 5]
    assert p.row("fund_balance") == [40_000, 440_000, 840_000, 1_240_000, 1_640_000, 2_040_000]


def test_a_school_may_begin_with_a_debt():
    """-$500,000 in hand: below zero until year 1 has brought $400,000 and year 2 another."""
    p = years(opening_fund_balance=-500_000)
    assert p.row("fund_balance")[:3] == [-500_000, -100_000, 300_000]
    assert judge(p).first_negative == 0


def test_a_shortfall_is_also_said_in_teacher_positions():
    """Year 3, cut by 49%: $510,000 - $600,000 = -$90,000, and a teacher costs $60,000: 1.5 positions."""
    p = years(cut_rate=0.49, cut_first_year=3, cut_years=1)
    assert p.row("gap_in_teacher_positions") == pytest.approx([0, 0, 0, 1.5, 0, 0])


def test_the_gap_is_measured_at_the_pay_of_its_year():
    """Year 2 at 10% more pay: $500,000 - $660,000 = -$160,000 over $66,000 a position."""
    got = row(
        "gap_in_teacher_positions",
        cut_rate=0.5,
        cut_first_year=2,
        cut_years=1,
        salary_growth=(0, 0.1, 0, 0, 0),
    )
    assert got == pytest.approx([0, 160_000 / 66_000, 0, 0, 0])


def test_days_say_how_long_the_balance_lasts():
    """$250,000 in hand last a quarter of a year that costs $1,000,000; the start-up year shows no days."""
    p = years(nonpersonnel_per_pupil=4_000, opening_fund_balance=250_000)  # cost $1,000,000, result 0
    assert p.row("days_of_expenditure")[1:] == pytest.approx([365 / 4] * 5)
    assert p.shown("days_of_expenditure", 0) is None


def test_shares_of_cost_are_of_all_cost_of_the_year():
    """$600,000 of people, $10,000 of PD and $40,580 of stipends from one-time money: PD is 10 in 650.58."""
    p = years(
        recurring_pd_per_teacher=1_000,
        teacher_leaders=4,
        leader_supplement=10_000,
        stipend_benefit_rate=0.0145,
        stipend_source="one_time",
    )
    assert p.cell("pd_share", 1) == pytest.approx(10_000 / (600_000 + 10_000 + 40_580))
    assert p.cell("pd_share", 3) == pytest.approx(10_000 / 610_000)
    assert p.cell("personnel_share", 3) == pytest.approx(600_000 / 610_000)


def test_a_school_without_revenue_has_no_margin():
    """Nothing divided by nothing is shown as 0, not as an error."""
    p = years(base_rate_per_pupil=0)
    assert p.row("operating_margin") == [0] * 6
    assert p.row("grant_dependency") == [0] * 6
    assert p.row("structural_result")[1:] == [-600_000] * 5
