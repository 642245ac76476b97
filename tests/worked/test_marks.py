"""Years in which something happens, on the plain school: 100 students, nothing else going on until a test
says so.
"""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.results.marks import in_words, marks
from model.results.projection import project
from tests.worked.school import PLAIN

TO = "\N{RIGHTWARDS ARROW}"


def found(**changes):
    (own,) = marks(project([PLAIN.changed(changes)]))
    return [(m.year, m.words, m.on_revenue) for m in own]


def test_a_plain_school_has_none():
    assert found() == []


def test_a_change_below_the_digits_that_are_shown_is_not_marked():
    """$60,000 and a tenth of a cent are both shown as $60,000."""
    assert found(teacher_salary=(60_000, 60_000.001, 60_000, 60_000, 60_000)) == []


def test_a_role_from_year_3_is_marked_once():
    assert found(teacher_leaders=(0, 0, 2, 2, 2)) == [(3, f"Teacher leaders 0 {TO} 2", False)]


def test_a_phase_in_is_marked_in_each_of_its_years():
    """Two years: half of the way in Year 2, all of it in Year 3, then nothing more."""
    assert found(teacher_leaders=(0, 1, 2, 2, 2)) == [
        (2, f"Teacher leaders 0 {TO} 1", False),
        (3, f"Teacher leaders 1 {TO} 2", False),
    ]


def test_pupils_and_funding_stand_on_the_revenue_curve():
    assert found(enrollment_year1=(100, 100, 100, 100, 90)) == [(5, f"Enrollment 100 {TO} 90", True)]
    assert found(low_income_share=(0.5, 0.5, 0.4, 0.4, 0.4)) == [
        (3, f"Low-income share 50.0% {TO} 40.0%", True)
    ]


def test_the_growth_of_year_1_is_not_used_and_not_marked():
    """Growth is the change from the year before. 3%, then 1% from Year 2 on: no year differs from another."""
    assert found(salary_growth=(0.03, 0.01, 0.01, 0.01, 0.01)) == []
    assert [m[0] for m in found(salary_growth=(0.01, 0.01, 0.03, 0.03, 0.01))] == [3, 5]


@pytest.mark.parametrize(
    ("first", "years", "said"),
    [
        (2, 2, [(2, "cut of 7.0% begins"), (4, "the cut is over")]),
        (4, 2, [(4, "cut of 7.0% begins")]),  # Year 6 is not on the page
        (1, 1, [(1, "cut of 7.0% begins"), (2, "the cut is over")]),
        (3, 0, []),  # a cut without a length is none
    ],
)
def test_a_cut_begins_and_is_over(first, years, said):
    marked = found(cut_rate=0.07, cut_first_year=first, cut_years=years)
    assert [(year, words) for year, words, _ in marked] == said
    assert all(on_revenue for *_, on_revenue in marked)


def test_a_cut_by_year_is_told_by_what_it_comes_to():
    marked = found(cut_rate=(0, 0.05, 0.1, 0, 0))
    assert [(year, words) for year, words, _ in marked] == [
        (2, "cut of 5.0% begins"),
        (3, f"cut 5.0% {TO} 10.0%"),
        (4, "the cut is over"),
    ]


def test_the_grant_cliff_is_the_first_year_without():
    """Two years of a sustaining grant: the first without is Year 3. Start-up money alone has no cliff."""
    assert found(sustaining_grant=1_000, sustaining_grant_years=2) == [(3, "grants have ended", True)]
    assert found(sustaining_grant=1_000, sustaining_grant_years=5) == []
    assert found(startup_grants=50_000) == []


def test_the_stipend_cliff_is_year_3():
    stipends = {"teacher_leaders": 2, "leader_supplement": 6_000}
    assert found(**stipends, stipend_source="one_time") == [
        (3, "one-time money for stipends has ended", False)
    ]
    assert found(**stipends, stipend_source="recurring") == []


def test_whole_fleets_are_replaced_when_their_life_is_over():
    """100 devices in the start-up year, a life of two years: 100 are replaced in Year 2 and in Year 4.
    Smoothed: in none.
    """
    fleet = {"devices_per_pupil": 1, "device_life_years": 2}
    assert found(**fleet, refresh="lumpy") == [
        (2, "100 devices are replaced", False),
        (4, "100 devices are replaced", False),
    ]
    assert found(**fleet, refresh="smoothed") == []


def test_several_scenarios_keep_their_own_marks():
    plans = [PLAIN, PLAIN.changed(teacher_leaders=(0, 0, 2, 2, 2)), PLAIN.changed(teacher_leaders=2)]
    assert [len(own) for own in marks(project(plans))] == [0, 1, 0]
    assert [len(own) for own in marks(project(plans), slice(1, 2))] == [1]


def test_in_words_years_come_one_after_the_other():
    both = PLAIN.changed(
        teacher_leaders=(0, 0, 2, 2, 2), sustaining_grant=1_000, sustaining_grant_years=2, cut_rate=0.07
    ).changed(cut_first_year=5, cut_years=1)
    (own,) = marks(project([both]))
    assert (
        in_words(own)
        == f"Year 3: Teacher leaders 0 {TO} 2 and grants have ended. Year 5: cut of 7.0% begins."
    )
    assert in_words(()) == ""


def test_a_lever_that_a_choice_sets_aside_marks_nothing():
    """By grade nobody asks for students per teacher; five numbers of it stand there all the same."""
    grades = {"enrollment_from": "by_grade", "top_grade": 0, "grade_k_year1": 20, "entering_pupils": 20}
    assert [m[0] for m in found(pupils_per_teacher=(10, 10, 12, 12, 12))] == [3]
    assert found(pupils_per_teacher=(10, 10, 12, 12, 12), **grades) == []
    assert [m[:2] for m in found(**{**grades, "entering_pupils": (20, 20, 20, 30, 30)})] == [
        (4, f"{LEVERS['entering_pupils'].label} 20 {TO} 30")
    ]
