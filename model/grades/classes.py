"""Teachers of a school counted by grade whose students are moved as a whole: as many as its classes need.

A possible future or an event moves all grades alike. With fewer students than planned a class stays until its
grade fits into fewer. With more it fills up to the class-size limit before another opens.
"""

from __future__ import annotations

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import share, up_to_half, whole, whole_up
from model.lines.grades import pupils_line, trigger_lever
from model.plan.by_grade import ALL
from model.plan.scenario import Scenario
from model.results.hiring import COUNT, LATE
from model.results.projection import Scenarios, project
from model.years import YEARS

RATIO = "pupils_per_teacher"
_ENROLLMENT, _HIRED_FOR = "enrollment", "staffing_pupils"


def ratio_of_classes(scenario: Scenario, drawn: Scenarios) -> Array:
    """Students per teacher, shape (scenarios, 6), where a plan by grade is told in one number and moved.

    Where nobody is taught it is the plan's own. The start-up year takes Year 1's.
    """
    lines = [pupils_line(g) for g in ALL]
    late = scenario[COUNT] == LATE
    moved = _ENROLLMENT if late else _HIRED_FOR
    plan = project([scenario], only=(*lines, moved))
    p = project(drawn, only=(moved, _HIRED_FOR))
    factor = share(p[moved], plan[moved])
    classes = np.zeros_like(factor)
    for grade, line in zip(ALL, lines, strict=True):
        if plan[line].any():
            classes += whole_up(whole(plan[line] * factor) / _by_year(scenario, trigger_lever(grade)))
    if late:  # a class that closes keeps its teacher for a year, one that opens has one
        classes[:, 2:] = np.maximum(classes[:, 2:], classes[:, 1:-1])
    teachers = up_to_half(classes * _by_year(scenario, "teachers_per_section"))
    taught = (teachers > 0) & (p[_HIRED_FOR] > 0)
    ratio: Array = np.where(taught, share(p[_HIRED_FOR], teachers), drawn.levers[RATIO])
    ratio[:, 0] = ratio[:, 1]
    return ratio


def _by_year(scenario: Scenario, lever: str) -> Array:
    return np.array([[scenario.number(lever, max(t, 1)) for t in range(YEARS)]])
