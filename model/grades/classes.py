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
_HIRED_FOR = "staffing_pupils"


def ratio_of_classes(scenario: Scenario, drawn: Scenarios) -> Array:
    """Students per teacher, shape (scenarios, 6), where a plan by grade is told in one number and moved.

    Where nobody is taught it is the plan's own. The start-up year takes Year 1's.
    """
    lines = [pupils_line(g) for g in ALL]
    plan = project([scenario], only=(*lines, _HIRED_FOR))
    hired_for = project(drawn, only=(_HIRED_FOR,))[_HIRED_FOR]
    factor = share(hired_for, plan[_HIRED_FOR])
    classes = np.zeros_like(factor)
    for grade, line in zip(ALL, lines, strict=True):
        planned = _hired_by(plan[line], scenario)
        if planned.any():
            classes += whole_up(whole(planned * factor) / _by_year(scenario, trigger_lever(grade)))
    teachers = up_to_half(classes * _by_year(scenario, "teachers_per_section"))
    taught = (teachers > 0) & (hired_for > 0)
    ratio: Array = np.where(taught, share(hired_for, teachers), drawn.levers[RATIO])
    ratio[:, 0] = ratio[:, 1]
    return ratio


def _hired_by(counts: Array, scenario: Scenario) -> Array:
    """The counts by which classes open: this fall's, or last fall's from Year 2 on."""
    if scenario[COUNT] != LATE:
        return counts
    return np.concatenate([counts[:, :2], counts[:, 1:-1]], axis=1)


def _by_year(scenario: Scenario, lever: str) -> Array:
    return np.array([[scenario.number(lever, max(t, 1)) for t in range(YEARS)]])
