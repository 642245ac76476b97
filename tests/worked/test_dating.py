"""A decision with a date, worked by hand on the plain school: $1,000,000 in, $600,000 for teachers, nothing
grows.
"""

from __future__ import annotations

import pytest

from model.explain.standing import standing
from model.plan.dating import dated, plainest
from model.plan.scenario import ScenarioError
from model.results.projection import project
from model.texts import say
from tests.worked.school import PLAIN

ROLE, SALARY = "assistant_principal_positions", "assistant_principal_salary"


def cost(**when) -> list[float]:
    """What one assistant principal at $80,000 with 20% benefits, $96,000, costs in Years 1 to 5 when dated
    like that.
    """
    school = PLAIN.changed({SALARY: 80_000, ROLE: 0, "pupils_per_assistant_principal": 0})
    plan = school.changed({ROLE: dated(ROLE, school[ROLE], 1.0, **when)})
    p = project([school, plan])
    return [
        b - a for a, b in zip(p.row("recurring_cost", 0)[1:], p.row("recurring_cost", 1)[1:], strict=True)
    ]


def test_a_role_from_year_3_costs_nothing_before():
    assert cost(first=3) == pytest.approx([0, 0, 96_000, 96_000, 96_000])


def test_a_phase_in_of_two_years_costs_half_in_its_first():
    assert cost(first=3, phase=2) == pytest.approx([0, 0, 48_000, 96_000, 96_000])


def test_a_role_that_ends_costs_nothing_afterwards():
    assert cost(first=2, last=3) == pytest.approx([0, 96_000, 96_000, 0, 0])


def test_a_phase_longer_than_its_time_never_gets_there():
    """Over four years, but only two are left: a quarter and a half."""
    assert cost(first=4, phase=4) == pytest.approx([0, 0, 0, 24_000, 48_000])


def test_it_lies_on_what_was_there():
    """The path stays until the decision begins: 424, 410 and then 400 in place of 405, 400, 395."""
    assert dated("enrollment_year1", (424, 410, 405, 400, 395), 400, 3) == (424, 410, 400, 400, 400)


def test_a_path_that_goes_nowhere_is_a_number():
    assert dated("teacher_leaders", 4.0, 6.0, 1) == 6.0
    assert plainest([4.0] * 5) == 4.0


def test_everything_that_cannot_be_is_said_at_once():
    with pytest.raises(ScenarioError) as e:
        dated("refresh", "lumpy", 1.0, 0, 6, -1)
    said = [p.message for p in e.value.problems]
    assert len(said) == 4
    assert said == [
        say("values.a_choice_has_no_years", setting="refresh"),
        say("values.first_year", given=0, last=5),
        say("values.phase", given=6, most=5),
        say("values.last_year", given=-1, first=0),
    ]


def test_what_stood_there_is_the_path_that_growth_made():
    """100 students, 10% fewer a year: 100, 90, 81, 72.9, 65.61, whole students. From Year 4 there are 80."""
    school = PLAIN.changed(enrollment_growth=-0.1)
    assert standing(school, "enrollment_year1") == (100, 90, 81, 73, 66)
    assert dated("enrollment_year1", standing(school, "enrollment_year1"), 80, 4) == (100, 90, 81, 80, 80)


def test_what_stood_there_is_the_cut_in_its_window():
    """7% in Years 2 and 3 is 0, 7, 7, 0, 0, and not 7 in every year; where nothing is made with others it is
    the value.
    """
    school = PLAIN.changed(cut_rate=0.07, cut_first_year=2, cut_years=2)
    assert standing(school, "cut_rate") == (0, 0.07, 0.07, 0, 0)
    assert standing(PLAIN, "cut_rate") == 0
    assert standing(PLAIN, "teacher_salary") == 50_000
    path = PLAIN.changed(enrollment_year1=(100, 100, 90, 90, 80))
    assert standing(path, "enrollment_year1") == (100, 100, 90, 90, 80)
