"""Futures of plans by grade: classes that open and close, and whose counts they go by. By hand."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import UNCERTAIN
from model.grades.classes import RATIO, ratio_of_classes
from model.grades.one_number import in_one_number, levers_in_one_number
from model.plan.facts import Facts
from model.ranges.bands import ranges
from model.ranges.futures import enrollment_off, futures, levers_of
from model.ranges.hired import hired
from model.ranges.pinning import pinning
from model.ranges.whose_counts import is_drifting, spread_of, whose
from model.results.projection import Scenarios, project
from tests.worked.school import PLAIN

ALONE = [k for k in UNCERTAIN if k != "enrollment"]
DISTRICT = Facts("district", 0, 5)
GRADES = ("k", *map(str, range(1, 13)))
# One class in each of three grades, 20 students, never more than 25 in a class.
THREE = PLAIN.changed(
    enrollment_from="by_grade",
    lowest_grade=1,
    top_grade=3,
    **{f"grade_{g}_year1": 20 for g in (1, 2, 3)},
    entering_pupils=20,
    retention=1,
    teachers_per_section=1,
    class_size_trigger_1_3=25,
)


def table(**grades):
    counted = {f"grade_{g}_year1": grades.get(f"g{g}", 0) for g in GRADES}
    return THREE.changed({"enrollment_from": "by_table", **counted})


def teachers_with(plan, *factors):
    """Teachers in Year 3 where every year has the plan's students times a factor. Column: a factor."""
    base = Scenarios.of([plan]).levers | levers_in_one_number(plan)
    path = base["enrollment_year1"] * np.array(factors)[:, None]
    drawn = Scenarios(base | {"enrollment_year1": path}, len(factors))
    drawn = drawn.replaced(**{RATIO: ratio_of_classes(plan, drawn)})
    return project(drawn, only=("teachers",))["teachers"][:, 3].tolist()


def test_a_class_stays_with_fewer_and_fills_up_with_more():
    """20 in a grade. 12 still need their class: 3 teachers for 36, where 36 / 20 takes 2. 25 fit in one: 3
    for 75, where 75 / 20 takes 4. With 26 there are two: 6. With half of the plan's 20 there are 3.
    """
    assert teachers_with(THREE, 1, 0.6, 1.25, 1.3, 0.5) == [3, 3, 3, 6, 3]


def test_two_classes_become_one_where_the_grade_fits():
    """30 in a grade take two classes, 24 take one: 6 and 3 teachers; 33 take two, 51 three: 6 and 9."""
    thirty = THREE.changed({f"grade_{g}_year1": 30 for g in (1, 2, 3)} | {"entering_pupils": 30})
    assert teachers_with(thirty, 1, 0.8, 1.1, 1.7) == [6, 3, 6, 9]


def test_grades_of_one_student_are_classes_not_tutors():
    """One student in each of three grades: 3 teachers. Ten times as many are still 3 classes, not 30."""
    tiny = THREE.changed({f"grade_{g}_year1": 1 for g in (1, 2, 3)} | {"entering_pupils": 1})
    assert teachers_with(tiny, 1, 10) == [3, 3]
    most = project(futures(tiny, ALONE), only=("teachers",))["teachers"].max()
    assert most <= 6


def test_more_than_one_teacher_a_class():
    assert teachers_with(THREE.changed(teachers_per_section=1.25), 1, 0.6, 1.3) == [4, 4, 7.5]


def test_every_year_has_its_own_limit():
    """From Year 3 on 15 are too many for one class."""
    strict = THREE.changed(class_size_trigger_1_3=(25, 25, 15, 15, 15))
    assert teachers_with(strict, 1, 0.7) == [6, 3]


def test_last_falls_classes_stand():
    """The grade that enters is empty from Year 2 on: 60, 40, 20 students. By last fall's count Year 3 has the
    two classes of Year 2, also with half of the students: 10 in each.
    """
    leaving = THREE.changed(entering_pupils=0)
    assert teachers_with(leaving, 1, 0.5) == [1, 1]
    assert teachers_with(leaving.changed(staffing_count="last_fall"), 1, 0.5) == [2, 2]


def test_the_middle_of_the_futures_has_the_plans_teachers():
    drawn = project(futures(THREE, ALONE), only=("teachers", "enrollment"))
    assert np.median(drawn["teachers"], axis=0)[1:].tolist() == [3] * 5
    assert np.median(drawn["enrollment"], axis=0)[1:] == pytest.approx([60] * 5, abs=1)


def test_teachers_under_contract_stay_in_their_classes():
    """60 students in six classes of 10, at most 10 in a class. Who is fewer by a class in Year 3 keeps it to
    Year 4 where the forecast was higher; at once it is gone.
    """
    small = THREE.changed(class_size_trigger_1_3=10)
    drawn = futures(small, ALONE)
    p = project(drawn, only=("teachers", "enrollment", "staffing_pupils"))
    forecast_higher = p["staffing_pupils"][:, 3] > p["enrollment"][:, 3]
    needed = 3 * np.ceil(np.floor(20 * p["enrollment"][:, 3] / 60 + 0.5) / 10)
    assert (p["teachers"][:, 3] >= needed).all()
    assert (p["teachers"][~forecast_higher, 3] == needed[~forecast_higher]).all()
    found = hired(small, ALONE)
    assert found is not None
    assert found.cases > 0


def test_the_doubt_of_classes_belongs_to_enrollment():
    """With enrollment alone in doubt it explains all of it, teachers included."""
    assert levers_of("enrollment", THREE)[-1] == RATIO
    assert RATIO not in levers_of("enrollment", PLAIN)
    shares = pinning(THREE, ALONE)
    assert (shares["enrollment"].first, shares["enrollment"].total) == pytest.approx((1, 1))


@pytest.mark.parametrize(
    ("plan", "kind"),
    [
        # The preset's facts say kindergarten to grade 5; the plan counts grades 9 to 12.
        (table(g9=100, g10=100, g11=100, g12=100), "high"),
        (table(g7=100, g8=100, g9=100, g10=100), "high"),
        (table(g1=100, g2=100), "elementary"),
        # Grades that fill up: the top grade is 12 from the start, and a year later twice as many are there.
        (THREE.changed(top_grade=12, grade_2_year1=0, grade_3_year1=0), "growing"),
        # A grade is added below.
        (table(gk=(0, 50, 50, 50, 50), g1=50, g2=50), "growing"),
        # The school opens in Year 2.
        (table(g1=(0, 50, 50, 50, 50)), "growing"),
        # Grades that end, one after the other.
        (THREE.changed(top_grade=(3, 2, 1, 1, 1)), "elementary"),
        (THREE.changed({f"grade_{g}_year1": 0 for g in (1, 2, 3)} | {"entering_pupils": 0}), "elementary"),
    ],
)
def test_a_plan_by_grade_says_whose_counts_it_goes_by(plan, kind):
    assert whose("chicago", plan, DISTRICT) == f"chicago_{kind}"
    charter = kind if kind == "growing" else "charter"
    assert whose("chicago", plan, Facts("charter", 0, 5)) == f"chicago_{charter}"
    assert not is_drifting(spread_of("chicago_elementary"), plan)


def test_grades_that_end_end_in_every_future():
    """Grades 1 to 3, then 1 and 2, then 1 alone into which nobody enters: 60, 40 and 0 students."""
    ending = THREE.changed(top_grade=(3, 2, 1, 1, 1), entering_pupils=(0, 20, 0, 0, 0))
    assert project([ending]).row("enrollment")[1:] == [60, 40, 0, 0, 0]
    p = project(futures(ending, ALONE), only=("enrollment", "teachers", "structural_result"))
    assert not p["enrollment"][:, 3:].any()
    assert not p["teachers"][:, 3:].any()
    assert np.isfinite(p["structural_result"]).all()


@pytest.mark.parametrize("empty", [(50, 50, 0, 50, 50), (0, 50, 50, 50, 50), (0, 0, 0, 0, 0)])
def test_years_without_students_are_without_them_in_every_future(empty):
    p = project(futures(table(g1=empty), ALONE), only=("enrollment", "teachers"))
    for year, planned in enumerate(empty, 1):
        assert p["enrollment"][:, year].any() == bool(planned)
        assert p["teachers"][:, year].any() == bool(planned)
    assert np.isfinite(ranges(table(g1=empty)).bands["fund_balance"]).all()


def test_a_school_that_opens_later_is_as_large_as_when_it_opens():
    """400 students from Year 2 on stray as a school of 400 does, not as the smallest."""
    opening = table(g1=(0, 400, 400, 400, 400))
    drawn = futures(opening, ALONE).levers["enrollment_year1"][:, 2]
    assert drawn == pytest.approx(400 * np.exp(enrollment_off(400)[:, 2]))


def test_money_strays_by_the_students_that_are_counted():
    """With students held, too, a district of 60 by grade has the doubt of one of 60, not that of the number
    of students that stands in the setting beside.
    """
    held = [k for k in UNCERTAIN if k != "funding"]
    by_grade, one = (
        futures(x, held, "texas").levers["public_funding_growth"] for x in (THREE, in_one_number(THREE))
    )
    assert THREE["enrollment_year1"] != 60
    assert np.array_equal(by_grade, one)


def test_a_building_holds_no_more_by_grade_either():
    """60 students planned and room for 66: no future has more, and four classes open in none."""
    full = THREE.changed(building_size=66)
    p = project(futures(full, ALONE), only=("enrollment", "teachers"))
    assert p["enrollment"].max() == 66
    assert p["teachers"].max() == 3
