"""An event that leads outside of what can be worked out says so in words, and asks nobody to type."""

from __future__ import annotations

import re

import pytest

from model.evidence import LEVERS
from model.plan.scenario import Scenario, ScenarioError
from model.stress import board
from model.stress.outside_in_words import outside
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN

LARGE = Scenario.preset(first_version("us_high")).changed(enrollment_year1=5000, enrollment_growth=0.05)
KEYS = re.compile("|".join(rf"\b{key}\b" for key in LEVERS if "_" in key))


def problem_of(**changes):
    with pytest.raises(ScenarioError) as e:
        PLAIN.changed(changes)
    return e.value.problems[0]


def test_an_event_that_leads_to_too_many_students():
    """5,000 x 1.05 = 5,250 students in Year 2, 4% fewer are 5,040, and a plan has 5,000 at most."""
    row = board(LARGE).row("enrollment_shock")
    assert row.plan is None
    assert row.problems == (say("events.students_outside", year=2, given="5,040", low="10", high="5,000"),)


def test_no_problem_of_the_board_names_a_key():
    tiny = Scenario.preset(first_version("us_elementary")).changed(enrollment_year1=10)
    told = [p for plan in (LARGE, tiny) for row in board(plan).rows for p in row.problems]
    assert len(told) > 2
    assert not any(map(KEYS.search, told))


def test_other_settings_by_year_and_for_all_years():
    """Two years of five are out, and the first is named."""
    by_year = problem_of(teacher_salary=(60_000, 60_000, 2_000_000, 3_000_000, 60_000))
    label = LEVERS["teacher_salary"].label
    low, high = (LEVERS["teacher_salary"].said(x, long=False) for x in LEVERS["teacher_salary"].bounds)
    assert outside(by_year) == say(
        "events.outside_in_year", setting=label, year=3, given="$2,000,000", low=low, high=high
    )
    life = LEVERS["device_life_years"]
    assert outside(problem_of(device_life_years=99)) == say(
        "events.outside",
        setting=life.label,
        given="99",
        **dict(zip(("low", "high"), ends(life), strict=True)),
    )


def ends(lever):
    return [lever.said(x, long=False) for x in lever.bounds]


def test_a_value_that_looks_like_an_end_is_said_with_all_its_digits():
    few = say("events.students_outside", year=1, given="9.96", low="10", high="5,000")
    assert outside(problem_of(enrollment_year1=9.96)) == few


def test_another_problem_is_said_as_on_a_page():
    choice = problem_of(refresh="never")
    assert outside(choice) == choice.on_page
