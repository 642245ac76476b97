"""Students by grade, by hand for the plain school: $10,000 a student, $60,000 a teacher with benefits."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.lines.grades import GRADES, pupils_line, sections_line, trigger_lever, year_1_lever
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.searches import break_even_enrollment
from tests.first_versions import first_version
from tests.worked.school import PLAIN, row, years

# Kindergarten to Grade 2 at a trigger of 25; 25 enter each year and all move up, so nothing changes unless a
# test says so.
SMALL = {
    "enrollment_from": "by_grade",
    "lowest_grade": 0,
    "top_grade": 2,
    "grade_k_year1": 25,
    "grade_1_year1": 25,
    "grade_2_year1": 25,
    "entering_pupils": 25,
    "retention": 1,
    "class_size_trigger_k": 25,
    "class_size_trigger_1_3": 25,
    "teachers_per_section": 1,
}


def small(line: str, **changes):
    return row(line, **{**SMALL, **changes})


@pytest.mark.parametrize(
    ("pupils", "sections"),
    [
        (0, 0),  # nobody, no section
        (1, 1),
        (24, 1),
        (25, 1),  # full
        (26, 2),  # one past the trigger: the grade splits
        (50, 2),
        (51, 3),
        (75, 3),
    ],
)
def test_a_grade_splits_one_pupil_past_its_trigger(pupils, sections):
    """At a trigger of 25 in each band, for every grade that there is."""
    for g, key in enumerate(GRADES):
        changes = {
            year_1_lever(g): pupils,
            trigger_lever(g): 25,
            "lowest_grade": g,
            "top_grade": g,
            "entering_pupils": pupils,
        }
        p = years(**{**SMALL, **dict.fromkeys(map(year_1_lever, range(3)), 0), **changes})
        assert p.row(sections_line(g)) == [0, *[sections] * 5], key
        assert p.row("enrollment") == [0, *[pupils] * 5], key
        assert p.row("teachers")[1:] == [sections] * 5, key


def test_a_grade_that_splits_costs_a_teacher():
    """26 instead of 25 in Grade 1: 76 students bring $760,000; 4 teachers cost $240,000. Before: $750,000
    less $180,000.

    In Year 2 the 26 are Grade 2 and the two sections move with them; in Year 3 they have left.
    """
    assert small("structural_result") == [570_000] * 5
    assert small("grade_1_sections", grade_1_year1=26) == [2, 1, 1, 1, 1]
    assert small("grade_2_sections", grade_1_year1=26) == [1, 2, 1, 1, 1]
    assert small("sections", grade_1_year1=26) == [4, 4, 3, 3, 3]
    assert small("teacher_cost", grade_1_year1=26) == pytest.approx([240_000] * 2 + [180_000] * 3)
    assert small("structural_result", grade_1_year1=26) == pytest.approx([520_000] * 2 + [570_000] * 3)


def test_a_grade_that_empties_costs_nothing():
    """Nobody enters from Year 3 on: kindergarten is empty then, Grade 1 a year later, the whole school in
    Year 5.
    """
    nobody = {"entering_pupils": (0, 25, 0, 0, 0)}
    assert small("grade_k_pupils", **nobody) == [25, 25, 0, 0, 0]
    assert small("grade_k_sections", **nobody) == [1, 1, 0, 0, 0]
    assert small("grade_1_pupils", **nobody) == [25, 25, 25, 0, 0]
    assert small("grade_2_pupils", **nobody) == [25, 25, 25, 25, 0]
    assert small("enrollment", **nobody) == [75, 75, 50, 25, 0]
    assert small("teachers", **nobody) == [3, 3, 2, 1, 0]
    assert small("teacher_cost", **nobody) == pytest.approx([180_000, 180_000, 120_000, 60_000, 0])
    assert small("public_revenue", **nobody) == [750_000, 750_000, 500_000, 250_000, 0]
    assert small("class_size", **nobody) == [25, 25, 25, 25, 0]  # nobody divided by no section counts as 0


def test_cohorts_roll_forward_with_entry_and_retention():
    """20, 30 and 10 students; 90% move up, 15 enter. Halves are rounded up: 15 x 0.9 = 13.5 is 14.

    Year 2: 15, 20 x 0.9 = 18, 30 x 0.9 = 27; the 10 of the top grade have left.
    Year 3: 15, 13.5 -> 14, 18 x 0.9 = 16.2 -> 16. Year 4: 15, 14, 14 x 0.9 = 12.6 -> 13. Year 5 the same.
    """
    changes = {
        "grade_k_year1": 20,
        "grade_1_year1": 30,
        "grade_2_year1": 10,
        "entering_pupils": 15,
        "retention": 0.9,
    }
    assert small("grade_k_pupils", **changes) == [20, 15, 15, 15, 15]
    assert small("grade_1_pupils", **changes) == [30, 18, 14, 14, 14]
    assert small("grade_2_pupils", **changes) == [10, 27, 16, 13, 13]
    assert small("enrollment", **changes) == [60, 60, 45, 42, 42]
    assert small("sections", **changes) == [4, 4, 3, 3, 3]


def test_entry_and_retention_by_year():
    """The value of Year 1 is not used. Year 2: 10 enter, half of 25 -> 13 move up. Year 3: 20 enter, 10 x 2 =
    20 in Grade 1.
    """
    changes = {"entering_pupils": (99, 10, 20, 30, 40), "retention": (0, 0.5, 2, 1, 1)}
    assert small("grade_k_pupils", **changes) == [25, 10, 20, 30, 40]
    assert small("grade_1_pupils", **changes) == [25, 13, 20, 20, 30]
    assert small("grade_2_pupils", **changes) == [25, 13, 26, 20, 20]


def test_the_lowest_grade_takes_those_who_enter_and_nobody_from_below():
    """A middle school of Grades 6 and 7: those who are counted in Grade 5 are not its students."""
    changes = {
        "lowest_grade": 6,
        "top_grade": 7,
        "grade_5_year1": 40,
        "grade_6_year1": 30,
        "grade_7_year1": 20,
        "grade_8_year1": 10,
        "entering_pupils": 28,
    }
    assert small("grade_5_pupils", **changes) == [0] * 5
    assert small("grade_6_pupils", **changes) == [30, 28, 28, 28, 28]
    assert small("grade_7_pupils", **changes) == [20, 30, 28, 28, 28]
    assert small("grade_8_pupils", **changes) == [0] * 5
    assert small("enrollment", **changes) == [50, 58, 56, 56, 56]


def test_a_school_that_grows_a_grade_a_year():
    """It opens with 60 in Grade 6 and adds a grade a year up to Grade 8: 60, 120, 180, 180, 180 students in 2
    sections each.
    """
    changes = {
        **dict.fromkeys(("grade_k_year1", "grade_1_year1", "grade_2_year1"), 0),
        "lowest_grade": 6,
        "top_grade": (6, 7, 8, 8, 8),
        "grade_6_year1": 60,
        "entering_pupils": 60,
        "class_size_trigger_4_8": 30,
    }
    assert small("enrollment", **changes) == [60, 120, 180, 180, 180]
    assert small("sections", **changes) == [2, 4, 6, 6, 6]
    assert small("grade_8_pupils", **changes) == [0, 0, 60, 60, 60]


def test_a_preset_that_grows_a_grade_a_year_can_be_told_by_grade():
    """The preset opens with 180 students and grows 22% a year to 399. By grade the same opening is 45 in each
    of Grades 5 to 8; a grade is added each year up to Grade 12, and 45 enter: 180, 225, 270, 315, 360. 45
    students at a trigger of 30 are two sections a grade, 8 to 16 in all, at 1.6 positions each.
    """
    preset = Scenario.preset(first_version("new_start_grows_a_grade_a_year"))
    told = preset.changed(
        {
            **{year_1_lever(g): 45 for g in range(5, 9)},
            "enrollment_from": "by_grade",
            "lowest_grade": 5,
            "top_grade": (8, 9, 10, 11, 12),
            "entering_pupils": 45,
            "teachers_per_section": 1.6,
        }
    )
    p = project([told])
    assert p.row("enrollment")[1:] == [180, 225, 270, 315, 360]
    assert p.row("sections")[1:] == [8, 10, 12, 14, 16]
    assert p.row("teachers")[1:] == [13, 16, 19.5, 22.5, 26]  # 12.8, 16, 19.2, 22.4, 25.6, up to the half
    assert project([preset]).row("enrollment")[1:] == [180, 220, 268, 327, 399]  # as released


def test_triggers_may_change_by_year():
    """50 students in kindergarten: 2 sections of 25 until a contract says 24, then 3."""
    changes = {
        "grade_k_year1": 50,
        "entering_pupils": 50,
        "class_size_trigger_k": (25, 25, 24, 24, 24),
        "top_grade": 0,
    }
    assert small("sections", **changes) == [2, 2, 3, 3, 3]


def test_each_band_has_its_trigger():
    """29 students in every grade: kindergarten at 25 has 2 sections, Grades 1 to 3 at 28 two each, 4 to 12 at
    30 one each.
    """
    everywhere = {year_1_lever(g): 29 for g in range(13)}
    p = years(
        **{**SMALL, **everywhere, "top_grade": 12, "class_size_trigger_k": 25, "class_size_trigger_1_3": 28}
    )
    assert [p.cell(sections_line(g), 1) for g in range(13)] == [2, 2, 2, 2] + [1] * 9
    assert p.cell("sections", 1) == 17


def test_positions_per_section_are_rounded_up_to_the_next_half():
    """3 sections at 1.3 are 3.9 positions: 4. At 1.5 they are 4.5 exactly."""
    assert small("teachers", teachers_per_section=1.3) == [4] * 5
    assert small("teachers", teachers_per_section=1.5) == [4.5] * 5
    assert small("pd", teachers_per_section=1.3, recurring_pd_per_teacher=100) == [400] * 5


def test_class_size_by_grade_is_pupils_to_a_section():
    """76 students in 4 sections; students per teacher and the contact ratio have no part in it."""
    assert small("class_size", grade_1_year1=26)[0] == 19
    assert small("class_size", pupils_per_teacher=30, contact_ratio=0.5) == [25] * 5


def test_a_top_grade_below_the_lowest_serves_nobody():
    assert small("enrollment", lowest_grade=2, top_grade=1) == [0] * 5
    assert small("sections", lowest_grade=2, top_grade=1) == [0] * 5


def test_part_of_a_pupil_is_rounded_as_everywhere():
    """24.5 counted are 25, 25.5 are 26 and split; so with those who enter."""
    assert small("grade_k_sections", grade_k_year1=24.5, entering_pupils=25.5) == [1, 2, 2, 2, 2]


def test_hold_harmless_looks_at_all_grades_together():
    """75 students, then 50: the district pays for the higher of two counts in Year 3."""
    nobody = {"entering_pupils": (0, 25, 0, 0, 0), "hold_harmless": "yes"}
    assert small("funded_pupils", **nobody) == [75, 75, 75, 50, 25]


def test_one_number_knows_nothing_of_grades():
    """With grades filled in and one number chosen, every line is that of a school without them."""
    filled = PLAIN.changed({**SMALL, "enrollment_from": "one_number"})
    p = project([PLAIN, filled])
    for line in BOOK.lines:
        assert p.row(line, 0) == p.row(line, 1), line


def test_both_kinds_of_school_in_one_batch():
    """The families that only one of two schools has chosen are worked out for that one alone."""
    two = [PLAIN, PLAIN.changed(SMALL), PLAIN]
    p = project(two)
    assert [p.cell("sections", 1, i) for i in range(3)] == [0, 3, 0]
    assert [p.cell("enrollment", 1, i) for i in range(3)] == [100, 75, 100]
    for i, school in enumerate(two):
        alone = project([school])
        assert all(alone.row(k) == p.row(k, i) for k in BOOK.lines)


def test_a_size_to_break_even_is_not_asked_by_grade():
    """The plain school pays its way from its smallest size, 10; by grade there is no one size to ask for."""
    assert break_even_enrollment(PLAIN) == 10
    assert break_even_enrollment(PLAIN.changed(SMALL)) is None


def test_the_register_has_every_grade_at_none():
    """Thirteen counts, none by default, so that no plan that was made before them moves."""
    assert [LEVERS[year_1_lever(g)].default for g in range(13)] == [0] * 13
    assert LEVERS["enrollment_from"].default == "one_number"
    assert [pupils_line(g) in BOOK.lines for g in range(13)] == [True] * 13
    assert {LEVERS[trigger_lever(g)].key for g in range(13)} == {
        k for k in LEVERS if k.startswith("class_size_trigger")
    }
