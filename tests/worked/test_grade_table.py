"""Grades by years, by hand for the plain school: $10,000 a student, $60,000 a teacher with benefits.

A petition for kindergarten to Grade 8 that takes in new students in Grades 6 and 7. The first row of the
table is kindergarten; a grade that moves up is the number before and above it, and what is more has joined.
"""

from __future__ import annotations

import pytest

from model.evidence import STRESS
from model.lines.grades import year_1_lever
from model.lines.worksheet import BOOK
from model.ranges.futures import futures
from model.results.plan_remarks import plan_remarks
from model.results.projection import project
from model.results.searches import break_even_enrollment
from model.stress.shocks import shocked
from tests.worked.school import PLAIN, row

PETITION = (
    (96, 96, 96, 96, 96),  # K: 96 enter every year
    (96, 96, 96, 96, 96),
    (24, 96, 96, 96, 96),
    (24, 24, 96, 96, 96),
    (24, 24, 24, 96, 96),
    (24, 24, 24, 24, 96),
    (60, 132, 100, 142, 154),  # 24 move up, and 108, 76, 118, 130 join
    (90, 96, 168, 136, 190),  # 60, 132, 100, 142 move up, and 36, 36, 36, 48 join
    (0, 90, 96, 168, 136),
)
TOTALS = [438, 678, 796, 950, 1056]
TABLE = {
    "enrollment_from": "by_table",
    **{year_1_lever(g): tuple(map(float, counts)) for g, counts in enumerate(PETITION)},
    "teachers_per_section": 1,
    "class_size_trigger_k": 25,
    "class_size_trigger_1_3": 28,
    "class_size_trigger_4_8": 30,
}
COHORTS = {
    **TABLE,
    **{year_1_lever(g): float(counts[0]) for g, counts in enumerate(PETITION)},
    "enrollment_from": "by_grade",
    "lowest_grade": 0,
    "top_grade": (7, 8, 8, 8, 8),
    "entering_pupils": 96,
    "retention": 1,
    "joining_6": (0, 108, 76, 118, 130),
    "joining_7": (0, 36, 36, 36, 48),
}
# Of K: 96 at 25 are 4. Of Grades 1 to 3: 96 at 28 are 4, 24 are 1. Of Grades 4 to 8 at 30: 24 are 1, 96: 4,
# 60: 2, 132: 5, 100: 4, 142: 5, 154: 6; 90: 3, 168: 6, 136: 5, 190: 7.
CLASSES = [
    4 + 4 + 1 + 1 + 1 + 1 + 2 + 3,
    4 + 4 + 4 + 1 + 1 + 1 + 5 + 4 + 3,
    4 + 4 + 4 + 4 + 1 + 1 + 4 + 6 + 4,
    4 + 4 + 4 + 4 + 4 + 1 + 5 + 5 + 6,
    4 + 4 + 4 + 4 + 4 + 4 + 6 + 7 + 5,
]


def test_the_petition_adds_up():
    assert [sum(year) for year in zip(*PETITION, strict=True)] == TOTALS
    assert CLASSES == [17, 27, 32, 37, 42]


@pytest.mark.parametrize("plan", [TABLE, COHORTS], ids=["table", "cohorts"])
def test_the_petition_holds(plan):
    """Enrollment, classes, teachers and money of each year, as a table and as cohorts with two ways in."""
    assert row("enrollment", **plan) == TOTALS
    assert row("sections", **plan) == CLASSES
    assert row("teachers", **plan) == CLASSES
    assert row("public_revenue", **plan) == [10_000 * n for n in TOTALS]
    assert row("teacher_cost", **plan) == pytest.approx([60_000 * n for n in CLASSES])
    assert row("class_size", **plan) == [n / c for n, c in zip(TOTALS, CLASSES, strict=True)]
    for g, counts in enumerate(PETITION):
        assert tuple(row(f"grade_{g or 'k'}_pupils", **plan)) == counts


def test_a_table_and_the_cohorts_that_lead_to_it_are_one_school():
    p = project([PLAIN.changed(TABLE), PLAIN.changed(COHORTS)])
    for line in BOOK.lines:
        assert p.row(line, 0) == p.row(line, 1), line


def test_rates_by_grade_span_follow_the_table():
    """K-3 at $8,000, 4-6 at $9,000, 7-8 at $10,000. Year 1: 240, 108, 90 students. Year 5: 384, 346, 326."""
    rates = {
        "funding_rates": "by_span",
        "rate_span_1": 8_000,
        "rate_span_2": 9_000,
        "span_2_from": 4,
        "rate_span_3": 10_000,
        "span_3_from": 7,
        "rate_span_4": 20_000,
        "span_4_from": 9,
    }
    paid = row("public_revenue", **TABLE, **rates)
    assert paid[0] == pytest.approx(240 * 8_000 + 108 * 9_000 + 90 * 10_000)
    assert paid[4] == pytest.approx(384 * 8_000 + 346 * 9_000 + 326 * 10_000)


def test_what_cohorts_need_has_no_part_in_a_table():
    """Entry, moving up and the grades that are served: nothing of them moves a table."""
    idle = {
        "lowest_grade": 3,
        "top_grade": 4,
        "entering_pupils": 500,
        "retention": 0.5,
        "joining_6": 99,
        "progression_7": 0.1,
    }
    assert row("enrollment", **{**TABLE, **idle}) == TOTALS


def test_one_count_stands_for_all_years():
    """And a grade of 0 in a year has no class, with students before and after it."""
    plan = {"enrollment_from": "by_table", "grade_3_year1": 20, "grade_4_year1": (10, 0, 0, 0, 31)}
    assert row("enrollment", **plan) == [30, 20, 20, 20, 51]
    assert row("grade_4_sections", **plan, class_size_trigger_4_8=30) == [1, 0, 0, 0, 2]


def test_joining_and_going_on_by_hand():
    """Grades 6 to 8 with 40 in each. Half of Grade 6 goes on, and 5 join Grade 7: 20 + 5. Nobody leaves
    Grade 7, so Grade 8 has 40, then 25, 24, 24. 7 join the lowest grade beside the 30 who enter it: 37.
    """
    plan = {
        "enrollment_from": "by_grade",
        "lowest_grade": 6,
        "top_grade": 8,
        **{f"grade_{g}_year1": 40 for g in (6, 7, 8)},
        "entering_pupils": 30,
        "retention": 1,
        "progression_7": 0.5,
        "joining_6": 7,
        "joining_7": 5,
    }
    assert row("grade_6_pupils", **plan) == [40, 37, 37, 37, 37]
    # Year 3: 37 x 0.5 = 18.5 and 5 are 23.5, so 24.
    assert row("grade_7_pupils", **plan) == [40, 25, 24, 24, 24]
    assert row("grade_8_pupils", **plan) == [40, 40, 25, 24, 24]


def test_entry_in_the_top_grade_and_in_the_last_year():
    """9 join Grade 8 in Year 5 alone, and leave the school with it. Year 1's number has no part."""
    plan = {
        "enrollment_from": "by_grade",
        "lowest_grade": 7,
        "top_grade": 8,
        "grade_7_year1": 20,
        "grade_8_year1": 20,
        "entering_pupils": 20,
        "retention": 1,
        "joining_8": (50, 0, 0, 0, 9),
    }
    assert row("enrollment", **plan) == [40, 40, 40, 40, 49]


def test_a_grade_that_is_not_served_takes_nobody_in():
    """Grade 8 opens in Year 3; who would join it in Year 2 has no grade."""
    plan = {
        "enrollment_from": "by_grade",
        "lowest_grade": 7,
        "top_grade": (7, 7, 8, 8, 8),
        "grade_7_year1": 20,
        "entering_pupils": 20,
        "retention": 1,
        "joining_8": 3,
    }
    assert row("enrollment", **plan) == [20, 20, 43, 43, 43]


def test_a_loss_that_nobody_foresaw_takes_a_share_of_the_table():
    """Nobody knows which grades it empties, so the table is told in one number. 4% less from Year 2 on are
    650.88, 764.16, 912, 1,013.76. In Year 2 the 27 teachers stay who were hired for 678.
    """
    lost = project([shocked(PLAIN.changed(TABLE), STRESS["enrollment_shock"])])
    assert lost.row("enrollment")[1:] == [438, 651, 764, 912, 1014]
    assert lost.row("teachers")[1:3] == [17, 27]
    assert lost.cell("public_revenue", 2) == 6_510_000


def test_futures_of_a_table_begin_with_its_own_students():
    drawn = futures(PLAIN.changed(TABLE))
    middle = sorted(drawn.levers["enrollment_year1"][:, 1])
    assert middle[0] < 438 < middle[-1]


def test_there_is_no_one_size_to_ask_for():
    assert break_even_enrollment(PLAIN.changed(TABLE)) is None


def test_five_counts_without_a_table_are_told():
    """By grade a plan takes Year 1's count alone; the remark offers the table."""
    plan = PLAIN.changed({**COHORTS, "grade_6_year1": (60.0, 132.0, 100.0, 142.0, 154.0)})
    (said,) = [r for r in plan_remarks(PLAIN, plan) if r.lever == "grade_6_year1"]
    assert said.offers == {"enrollment_from": "by_table"}
