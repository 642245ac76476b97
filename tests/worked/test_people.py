"""Positions and pay, worked out by hand for the plain school."""

from __future__ import annotations

import pytest

from model.results.projection import project
from model.results.verdicts import judge
from tests.looped import looped
from tests.worked.school import PLAIN, TEACHERS, row, years

STIPENDS = {"teacher_leaders": 4, "leader_supplement": 5_000, "stipend_benefit_rate": 0.0145}
PAID = 4 * 5_000 * 1.0145  # $20,290


@looped(
    ("pupils", "teachers"),
    [
        (150, 15),  # exactly on a whole position
        (151, 15.5),  # one student past it
        (155, 15.5),  # exactly on the half
        (156, 16),  # one student past it
        (149, 15),
    ],
)
def test_teachers_are_rounded_up_to_the_next_half(pupils, teachers):
    """At 10 students per teacher: on a step nothing is added, one student past it half a position is."""
    assert row("teachers", enrollment_year1=pupils) == [teachers] * 5


@looped(
    ("pupils", "ratio", "teachers"),
    [(42, 5.6, 7.5), (69, 9.2, 7.5), (84, 5.6, 15), (115, 9.2, 12.5), (123, 8.2, 15), (153, 5.1, 30)],
)
def test_a_hair_of_binary_arithmetic_adds_no_half_position(pupils, ratio, teachers):
    """Each is exactly on a step, and each division comes out a hair above it in binary: no half position for
    a hair.
    """
    assert pupils / ratio > teachers
    assert row("teachers", enrollment_year1=pupils, pupils_per_teacher=ratio) == [teachers] * 5
    assert row("teachers", enrollment_year1=pupils + 1, pupils_per_teacher=ratio) == [teachers + 0.5] * 5


def test_teachers_step_down_with_enrollment():
    """100, 96, 95, 94, 90 students at 10 each: 10, 10 (9.6), 9.5, 9.5 (9.4), 9."""
    assert row("teachers", enrollment_year1=(100, 96, 95, 94, 90)) == [10, 10, 9.5, 9.5, 9]


@looped(
    ("pupils", "positions"),
    [
        (12, 0),  # 0.12
        (24, 0),  # 0.24
        (25, 0.5),  # 0.25, the edge itself
        (74, 0.5),  # 0.74
        (75, 1),  # 0.75, the edge itself
        (124, 1),
        (125, 1.5),  # 1.25; to even would be 1
        (174, 1.5),
        (175, 2),
    ],
)
@looped("role", ["principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support"])
def test_a_ratio_role_is_rounded_to_the_nearest_half(role, pupils, positions):
    """At 100 students per position, quarters and three quarters round up, on top of the fixed positions."""
    got = row(f"{role}_fte", enrollment_year1=pupils, **{f"pupils_per_{role}": 100, f"{role}_positions": 1.5})
    assert got == [1.5 + positions] * 5


@looped(
    ("pupils", "ratio", "exactly", "positions"),
    [(33, 8.8, 3.75, 4), (55, 8.8, 6.25, 6.5), (81, 21.6, 3.75, 4), (110, 17.6, 6.25, 6.5)],
)
def test_a_hair_of_binary_arithmetic_loses_no_half_position(pupils, ratio, exactly, positions):
    """Each is exactly on the edge, and in binary each division falls a hair below it: still rounded up."""
    assert pupils / ratio < exactly
    assert row("counselor_fte", enrollment_year1=pupils, pupils_per_counselor=ratio) == [positions] * 5


def test_a_role_without_a_ratio_has_its_fixed_positions_only():
    """A ratio of 0 adds nobody, at any enrollment."""
    assert row("clerk_fte", enrollment_year1=5000, clerk_positions=2, pupils_per_clerk=0) == [2] * 5


@looped("role", ["principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support"])
def test_a_role_is_paid_its_salary_with_benefits_and_growth(role):
    """2 positions at $40,000 with 20% benefits, 3% up each year: 96,000 x 1.03^(t-1), part of personnel."""
    changes = {f"{role}_positions": 2, f"{role}_salary": 40_000, "salary_growth": 0.03}
    expected = [2 * 40_000 * 1.2 * 1.03**t for t in range(5)]
    assert row(f"{role}_cost", **changes) == pytest.approx(expected)
    teachers = [TEACHERS * 1.03**t for t in range(5)]
    assert row("personnel", **changes) == pytest.approx(
        [a + b for a, b in zip(teachers, expected, strict=True)]
    )


def test_a_coach_is_paid_a_salary_of_its_own():
    """1.5 coaches at $80,000 with 20% benefits and 3% growth, no teachers and so without PD; none costs
    nothing.
    """
    changes = {"instructional_coaches": 1.5, "instructional_coach_salary": 80_000, "salary_growth": 0.03}
    p = years(**changes, recurring_pd_per_teacher=100)
    assert p.row("instructional_coach_cost")[1:] == pytest.approx([1.5 * 96_000 * 1.03**t for t in range(5)])
    assert p.cell("personnel", 1) == pytest.approx(TEACHERS + 144_000)
    assert p.cell("pd", 1) == 10 * 100
    assert row("instructional_coach_cost") == [0] * 5


def test_a_second_position_from_year_3_costs_from_year_3():
    """A value per year is a dated decision: 1, 1, 2, 2, 2 principals at $100,000 x 1.2."""
    got = row("principal_cost", principal_positions=(1, 1, 2, 2, 2), principal_salary=100_000)
    assert got == pytest.approx([120_000, 120_000, 240_000, 240_000, 240_000])


def test_release_time_is_paid_at_teacher_pay():
    """4 leaders released for a quarter need 1 position more: 11 x $50,000 x 1.2; the teachers stay 10."""
    p = years(teacher_leaders=4, leader_release_share=0.25, salary_growth=0.03, recurring_pd_per_teacher=100)
    assert p.row("teacher_cost")[1:] == pytest.approx([11 * 60_000 * 1.03**t for t in range(5)])
    assert p.row("teachers")[1:] == [10] * 5
    assert p.row("pd")[1:] == [10 * 100] * 5  # PD is for the teachers, not for those who stand in


def test_release_time_is_not_rounded():
    """3 leaders released for a tenth are 0.3 positions."""
    assert row("release_positions", teacher_leaders=3, leader_release_share=0.1) == pytest.approx([0.3] * 5)


def test_a_recurring_stipend_stays_flat_and_carries_payroll_tax_only():
    """4 x $5,000 x 1.0145 = $20,290 in each year, whatever pay grows by."""
    p = years(**STIPENDS, salary_growth=0.05)
    assert p.row("leader_pay_cost")[1:] == pytest.approx([PAID] * 5)
    assert p.row("personnel")[1:] == pytest.approx([TEACHERS * 1.05**t + PAID for t in range(5)])
    assert p.row("one_time_stipends") == [0] * 6


@pytest.mark.parametrize("source", ["recurring", "one_time"])
def test_a_salary_waiver_grows_with_full_benefits_and_knows_no_source(source):
    """4 x $5,000 x 1.2 x 1.05^(t-1), recurring, also where stipends would come from one-time money."""
    p = years(**STIPENDS, leader_pay="salary_waiver", stipend_source=source, salary_growth=0.05)
    assert p.row("leader_pay_cost")[1:] == pytest.approx([24_000 * 1.05**t for t in range(5)])
    assert p.row("one_time_stipends") == [0] * 6
    assert judge(p).cliff_year is None


def test_stipends_from_one_time_money_stop_after_year_2():
    """$20,290 of one-time cost in years 1 and 2, nothing in the others, and never part of recurring cost."""
    p = years(**STIPENDS, stipend_source="one_time")
    assert p.row("one_time_stipends") == pytest.approx([0, PAID, PAID, 0, 0, 0])
    assert p.row("one_time_cost") == pytest.approx([0, PAID, PAID, 0, 0, 0])
    assert p.row("leader_pay_cost") == [0] * 6
    assert p.row("structural_result")[1:] == [400_000] * 5
    assert p.row("net_position")[1:] == pytest.approx([400_000 - PAID] * 2 + [400_000] * 3)


def test_the_cliff_is_the_year_after_the_one_time_stipends():
    """Year 3 is the first without them; recurring stipends, or none at all, have no cliff."""
    assert judge(years(**STIPENDS, stipend_source="one_time")).cliff_year == 3
    assert judge(years(**STIPENDS)).cliff_year is None
    assert judge(years(stipend_source="one_time")).cliff_year is None


def test_the_pay_of_three_schools_at_once_is_that_of_each():
    """Choices are read school by school, not once for all."""
    base = PLAIN.changed(STIPENDS)
    ways = [
        base,
        base.changed(stipend_source="one_time"),
        base.changed(leader_pay="salary_waiver", stipend_source="one_time"),
    ]
    p = project(ways)
    assert [p.cell("leader_pay_cost", 1, i) for i in range(3)] == pytest.approx([PAID, 0, 24_000])
    assert [p.cell("one_time_stipends", 1, i) for i in range(3)] == pytest.approx([0, PAID, 0])
