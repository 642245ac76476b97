"""Teachers of a school counted by grade whose students are moved as a whole: as many as its classes need.

A possible future or an event moves all grades alike. With fewer students than planned a class stays until its
grade fits into fewer. With more it fills up to the class-size limit before another opens.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import share, up_to_half, whole, whole_up
from model.lines.grades import pupils_line, trigger_lever
from model.plan.by_grade import ALL
from model.plan.scenario import Scenario
from model.results.hiring import COUNT, LATE
from model.results.projection import Projection, Scenarios, project
from model.years import YEARS

RATIO = "pupils_per_teacher"
_ENROLLMENT, _HIRED_FOR = "enrollment", "staffing_pupils"
_PUPILS = tuple(pupils_line(g) for g in ALL)


def ratio_of_classes(scenario: Scenario, drawn: Scenarios) -> Array:
    """Students per teacher, shape (scenarios, 6), where a plan by grade is told in one number and moved.

    Where nobody is taught it is the plan's own. The start-up year takes Year 1's.
    """
    moves = _ENROLLMENT if _is_late(scenario) else _HIRED_FOR
    plan, p = project([scenario], only=(*_PUPILS, moves)), project(drawn, only=(moves, _HIRED_FOR))
    factor, hired_for = share(p[moves], plan[moves]), p[_HIRED_FOR]
    teachers = _teachers(scenario, {grade: whole(x * factor) for grade, x in _planned(plan).items()})
    taught = (teachers > 0) & (hired_for > 0)
    ratio: Array = np.where(taught, share(hired_for, teachers), drawn.levers[RATIO])
    ratio[:, 0] = ratio[:, 1]
    return ratio


def teachers_with_more(scenario: Scenario, grades: Container[int], most: int) -> Array:
    """Teachers with 0 to `most` students more in each of these grades in every year, shape (most + 1, 6)."""
    more = np.arange(most + 1)[:, None]
    planned = _planned(project([scenario], only=_PUPILS))
    counts = {g: np.where(x > 0, x + more, 0) if g in grades else x for g, x in planned.items()}
    return _teachers(scenario, counts)


def _planned(p: Projection) -> Mapping[int, Array]:
    """The students of each grade that has some, shape (1, 6) each."""
    return {g: p[pupils_line(g)] for g in ALL if p[pupils_line(g)].any()}


def _is_late(scenario: Scenario) -> bool:
    return scenario[COUNT] == LATE


def _teachers(scenario: Scenario, counts: Mapping[int, Array]) -> Array:
    """The teachers of as many classes as these students need, by grade; shape (scenarios, 6)."""
    classes: Array = np.zeros((1, YEARS))
    for grade, pupils in counts.items():
        classes = classes + whole_up(pupils / _by_year(scenario, trigger_lever(grade)))
    if _is_late(scenario):  # a class that closes keeps its teacher for a year, and one that opens has one
        classes[:, 2:] = np.maximum(classes[:, 2:], classes[:, 1:-1])
    teachers: Array = up_to_half(classes * _by_year(scenario, "teachers_per_section"))
    return teachers


def _by_year(scenario: Scenario, lever: str) -> Array:
    return np.array([[scenario.number(lever, max(t, 1)) for t in range(YEARS)]])
