"""A school counted by grade, told in one number: worked by hand, and moved as a whole."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import STRESS
from model.grades.one_number import in_one_number
from model.plan.responses import answered
from model.plan.scenario import ScenarioError
from model.ranges.futures import futures
from model.results.projection import project
from model.stress.shocks import shocked
from tests.worked.school import PLAIN

# Two grades of 50 and 30, triggers of 25: 2 and 2 sections, 4 teachers for 80 students. In Year 2 40 enter:
# 40 and 50, 2 and 2.
SMALL = PLAIN.changed(
    enrollment_from="by_grade",
    lowest_grade=1,
    top_grade=2,
    grade_1_year1=50,
    grade_2_year1=30,
    entering_pupils=40,
    class_size_trigger_1_3=25,
)


def test_pupils_and_teachers_are_the_same_in_every_year():
    """Year 1: 80 students, 4 teachers, 20 each. Year 2: 90, 4, 22.5. From Year 3: 40 + 40 = 80 students, 4
    teachers.
    """
    told = in_one_number(SMALL)
    assert told["enrollment_year1"] == (80, 90, 80, 80, 80)
    assert told["pupils_per_teacher"] == (20, 22.5, 20, 20, 20)
    by_grade, one = project([SMALL]), project([told])
    for line in ("enrollment", "teachers", "structural_result", "fund_balance"):
        assert one.row(line) == by_grade.row(line), line


def test_a_school_in_one_number_is_given_back():
    assert in_one_number(PLAIN) is PLAIN


def test_a_shock_of_pupils_moves_the_whole_school():
    """A tenth fewer from Year 2: 90 - 9 = 81 and then 72 students. 81 / 22.5 = 3.6, so 4 teachers; 72 / 20 =
    3.6, so 4.
    """
    import dataclasses

    shock = dataclasses.replace(STRESS["enrollment_shock"], enrollment_change=-0.1)
    p = project([shocked(SMALL, shock)])
    assert p.row("enrollment") == [0, 80, 81, 72, 72, 72]
    assert p.row("teachers")[1:] == [4, 4, 4, 4, 4]


def test_larger_classes_by_grade_are_larger_triggers():
    """Triggers of 26 instead of 25 in Years 2 and 3: 40 and 50 students still need 2 and 2 sections, 26 + 24
    would be 2 too.
    """
    larger = answered(SMALL, ["larger_classes"], (2, 3))
    assert larger["class_size_trigger_1_3"] == (25, 26, 26, 25, 25)
    assert larger["pupils_per_teacher"] == SMALL["pupils_per_teacher"]


def test_futures_spread_around_the_counted_pupils():
    """With everything pinned but enrollment the middle of 2,000 futures lies at the plan, and none is the
    plan's own count alone.
    """
    from model.evidence import UNCERTAIN

    pins = [k for k in UNCERTAIN if k != "enrollment"]
    spread = project(futures(SMALL, pins), only=["enrollment"])["enrollment"]
    assert np.median(spread[:, 2]) == pytest.approx(90, abs=1)
    assert spread[:, 5].min() < 72
    assert spread[:, 5].max() > 88
    held = project(futures(SMALL, list(UNCERTAIN)), only=["enrollment", "teachers"])
    assert (held["enrollment"] == [0, 80, 90, 80, 80, 80]).all()


def test_an_empty_school_has_no_twin():
    """Nobody is counted, so teachers and students are none; a coach's pay has nowhere to go."""
    from model.stress.twin import twin

    empty = SMALL.changed(grade_1_year1=0, grade_2_year1=0, entering_pupils=0, software_per_pupil=0)
    with pytest.raises(ScenarioError, match="A school without students"):
        twin(empty.changed(teacher_leaders=2, leader_supplement=1_000))


def test_contact_by_grade_is_sections_to_positions():
    """4 sections, 4 teachers and half a position that stands in: 4 / 4.5."""
    leaders = SMALL.changed(teacher_leaders=2, leader_release_share=0.25)
    assert project([leaders]).cell("contact_with_release", 1) == pytest.approx(4 / 4.5)
