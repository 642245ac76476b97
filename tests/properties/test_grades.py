"""Counting by grade and counting by one number agree on an even cohort; and what holds of every school by
grade.
"""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS
from model.lines.grades import GRADES, pupils_line, sections_line, trigger_lever, year_1_lever
from model.lines.worksheet import BOOK
from model.results.projection import project
from tests.strategies import number, scenarios

FEW = settings(max_examples=150, deadline=None)
OWN = {line.key for family in BOOK.families if family.key == "grades" for line in family.lines}
ALL_GO_ON = {f"progression_{g}": 1.0 for g in (10, 11, 12)}
SERVED = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


def even(lowest: int, top: int, each: int) -> dict[str, object]:
    """The same students in every grade, as many enter, all move up."""
    return {
        **{year_1_lever(g): float(each if lowest <= g <= top else 0) for g in range(13)},
        "enrollment_from": "by_grade",
        "lowest_grade": float(lowest),
        "top_grade": float(top),
        "entering_pupils": float(each),
        "retention": 1.0,
        **ALL_GO_ON,
    }


@FEW
@given(
    scenarios(
        every=True,
        enrollment_from="one_number",
        enrollment_growth=0.0,
        forecast_enrollment=0.0,
        funding_rates="one_rate",
    ),
    SERVED,
    st.integers(1, 300),
    st.sampled_from([1.0, 1.25, 1.3, 1.5, 2.0]),
    st.integers(10, 40),
)
def test_both_agree_when_the_cohort_is_even(school, span, each, per_section, trigger):
    """The same students in each of G grades, as many entering, all moving up: enrollment is G times a grade
    in every year.

    With students per teacher = students of a section / positions per section the teachers are the same too,
    and with them every line of the book but the lines of the grades themselves. Class size agrees where the
    contact ratio is 1 / positions.
    """
    lowest, top = span
    pupils = each * (top - lowest + 1)
    sections = ceil(each / trigger) * (top - lowest + 1)
    ratio, contact = pupils / (sections * per_section), 1 / per_section
    bounds = LEVERS["pupils_per_teacher"].bounds
    assume(pupils >= 10 and bounds[0] <= ratio <= bounds[1])
    one = school.changed(
        {
            "enrollment_year1": float(pupils),
            "enrollment_growth": 0.0,
            "pupils_per_teacher": ratio,
            "contact_ratio": contact,
        }
    )
    triggers = {trigger_lever(g): float(trigger) for g in range(13)}
    p = project(
        [one, one.changed({**even(lowest, top, each), **triggers, "teachers_per_section": per_section})]
    )
    assert p.row("enrollment", 1)[1:] == [pupils] * 5
    shares = {
        "class_size",
        "contact_with_release",
    }  # equal where the contact ratio is 1 / positions per section
    for line in set(BOOK.lines) - OWN - shares:
        assert p.row(line, 0) == p.row(line, 1), line
    assert p.row("class_size", 0) == pytest.approx(p.row("class_size", 1))


@FEW
@given(scenarios(every=True, enrollment_from="by_grade"))
def test_every_pupil_has_a_place_and_no_section_is_empty(school):
    """In each grade and year: whole students, none too many for the sections, and enough for one section less
    to be too few.
    """
    p = project([school])
    for g in range(len(GRADES)):
        for year in range(1, 6):
            pupils, sections = p.cell(pupils_line(g), year), p.cell(sections_line(g), year)
            trigger = school.number(trigger_lever(g), year)
            assert pupils == int(pupils) >= 0
            assert (sections - 1) * trigger < pupils <= sections * trigger or pupils == sections == 0
    assert p.row("enrollment") == p.row("pupils_in_grades")


@FEW
@given(
    scenarios(
        every=True, enrollment_from="by_grade", retention=1.0, lowest_grade=0.0, top_grade=12.0, **ALL_GO_ON
    )
)
def test_nobody_is_lost_on_the_way_up(school):
    """When all move up, a grade is the grade below of the year before."""
    p = project([school])
    for g in range(1, 13):
        assert p.row(pupils_line(g))[2:] == p.row(pupils_line(g - 1))[1:5]


@st.composite
def schools_and_a_grade_outside(draw):
    """A school counted by grade that does not serve all grades in Year 1, and a grade that it leaves out."""
    lowest, top = draw(st.sampled_from([(a, b) for a in range(13) for b in range(a, 13) if b - a < 12]))
    tops = [min(12.0, float(top + n)) for n in range(5)]
    grows = draw(st.booleans())
    school = draw(
        scenarios(
            every=True,
            enrollment_from="by_grade",
            lowest_grade=float(lowest),
            top_grade=tuple(tops) if grows else tops[0],
        )
    )
    return school, draw(st.sampled_from([g for g in range(13) if not lowest <= g <= top]))


@FEW
@given(schools_and_a_grade_outside(), number(LEVERS["grade_k_year1"]))
def test_a_grade_that_is_not_served_counts_for_nothing(drawn, pupils):
    """Students counted outside the grades of Year 1 move no line."""
    school, grade = drawn
    p = project([school, school.changed({year_1_lever(grade): pupils})])
    assert all(p.row(line, 0) == p.row(line, 1) for line in BOOK.lines)


@FEW
@given(scenarios(enrollment_from="one_number"), scenarios(every=True, enrollment_from="by_grade"))
def test_grades_of_others_change_nothing(one, by_grade):
    """A school counted by one number is the same beside one counted by grade as it is alone."""
    together, alone = project([one, by_grade]), project([one])
    assert all(together.row(line, 0) == alone.row(line, 0) for line in BOOK.lines)
    assert all(together.row(line, 0) == [0] * 6 for line in OWN)
    assert project([by_grade]).row(sections_line(0)) == together.row(sections_line(0), 1)
