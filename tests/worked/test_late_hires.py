"""Teachers who follow last fall's count: they leave a year late, and come a year late where a plan says so.

In a possible future nobody is missing: a case must not hold up because classes wait for their teachers.
"""

from __future__ import annotations

import numpy as np

from model.evidence import UNCERTAIN
from model.ranges.futures import futures
from model.results.plan_remarks import plan_remarks
from model.results.projection import project
from model.texts import counted, say
from model.units import year_name
from tests.worked.school import PLAIN, years

LOSES = (100.0, 80.0, 80.0, 80.0, 80.0)


def test_last_falls_count():
    """80 students come from Year 2 on: in Year 2 they have the ten teachers of 100. Growth is met a year
    late.
    """
    p = years(enrollment_year1=LOSES, staffing_count="last_fall")
    assert p.row("teachers")[1:] == [10, 10, 8, 8, 8]
    assert p.row("structural_result")[1:4] == [400_000, 800_000 - 600_000, 800_000 - 480_000]
    p = years(enrollment_year1=(100, 120, 120, 120, 120), staffing_count="last_fall")
    assert p.row("teachers")[1:] == [10, 10, 12, 12, 12]


def test_last_falls_classes():
    """By grade: one class in each of two grades in Year 1. The grade that enters in Year 2 is empty, and its
    teacher is still there.
    """
    school = PLAIN.changed(
        enrollment_from="by_grade",
        lowest_grade=1,
        top_grade=2,
        grade_1_year1=20,
        grade_2_year1=20,
        entering_pupils=0,
        retention=1,
        teachers_per_section=1,
        class_size_trigger_1_3=25,
    )
    p = project([school, school.changed(staffing_count="last_fall")])
    assert p.row("teachers", 0)[1:4] == [2, 1, 0]
    assert p.row("teachers", 1)[1:4] == [2, 2, 1]


def test_a_plan_that_grows_is_told_whose_teachers_come_late():
    """120 students instead of 100 bring $10,000 each and need 12 teachers at $60,000. With ten of them
    $600,000 are left over in Year 2, with twelve $480,000.
    """
    grown = PLAIN.changed(enrollment_year1=(100, 120, 120, 120, 120))
    late = grown.changed(staffing_count="last_fall")
    (remark,) = (r for r in plan_remarks(PLAIN, late) if r.offers == {"staffing_count": "forecast"})
    assert remark.text == say(
        "values.hired_late", count=counted(20), year=year_name(2), amount="$120,000", result="$480,000"
    )
    others = (grown, PLAIN.changed(staffing_count="last_fall"), late.changed(enrollment_year1=LOSES))
    assert not [r for now in others for r in plan_remarks(PLAIN, now) if "forecast" in r.offers.values()]
    assert not [r for r in plan_remarks(late, late) if r.offers]


def test_no_future_lives_on_missing_teachers():
    """Where teachers follow last fall's count: one for 10 students of the higher count, to the next half."""
    drawn = futures(PLAIN.changed(staffing_count="last_fall"), [k for k in UNCERTAIN if k != "enrollment"])
    p = project(drawn, only=("teachers", "enrollment"))
    students, teachers = p["enrollment"], p["teachers"]
    higher = np.maximum(students[:, 2:], students[:, 1:-1])
    assert (students[:, 2:] > students[:, 1:-1]).any()
    assert (teachers[:, 1] == np.ceil(students[:, 1] / 5) / 2).all()
    assert (teachers[:, 2:] == np.ceil(higher / 5) / 2).all()


def test_a_forecast_begins_when_a_school_opens():
    """None was made for the years without students, so that of Year 3 is as it was typed: 40 students, four
    teachers for the 30 who come. That of Year 4 is corrected: 40 x 30 / 40.
    """
    p = years(
        enrollment_year1=(30, 30, 30, 30, 30),
        forecast_enrollment=(0, 0, 40, 40, 40),
        forecast_enrollment_each_year="grows",
    )
    assert p.row("teachers")[1:] == [3, 3, 4, 3, 3]


def test_a_class_that_opens_has_its_teacher():
    """A grade that joins in Year 2, and leaves in Year 4: its teacher stays until Year 4."""
    joins = PLAIN.changed(
        enrollment_from="by_table",
        grade_1_year1=20,
        grade_2_year1=(0, 20, 20, 0, 0),
        teachers_per_section=1,
        class_size_trigger_1_3=25,
        staffing_count="last_fall",
    )
    assert project([joins]).row("teachers")[1:] == [1, 2, 2, 2, 1]
