"""Steps of a way that rest on a rounding edge: a few students more, and the positions they save are back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.evidence import LEVERS
from model.goals.places import batch
from model.goals.reaching import Route, Step
from model.grades.classes import teachers_with_more
from model.lines.grades import trigger_lever
from model.lines.positions import POSITIONS, Position
from model.plan.by_grade import ALL, CHOICE, ONE_NUMBER
from model.plan.scenario import Scenario
from model.results.projection import project

NEAR = 10  # students that a count is easily off by


@dataclass(frozen=True, slots=True)
class Edge:
    """With so many `students` more in every year there are `positions` of a kind in `year`, not `planned`.

    `in_each_grade`: so many in each grade whose class-size limit the way moves, otherwise in the school.
    """

    kind: Position
    students: int
    planned: float
    positions: float
    year: int
    in_each_grade: bool = False


def edges(plan: Scenario, route: Route) -> tuple[Edge, ...]:
    """The steps of a way that change a class-size limit or a ratio of students to positions, and are near the
    edge of a rounding.
    """
    changed = plan.changed(route.changes)
    return (*_of_classes(changed, {s.lever.key for s in route.steps}), *_of_ratios(changed, route.steps))


def _of_classes(plan: Scenario, moved: set[str]) -> Iterable[Edge]:
    """All limits of a way together, because a class more is a teacher more whichever grade it is in."""
    grades = [g for g in ALL if trigger_lever(g) in moved]
    if grades:
        held = teachers_with_more(plan, grades, max(NEAR // len(grades), 1))
        yield from _edge(POSITIONS["teacher"], held, in_each_grade=True)


def _of_ratios(plan: Scenario, steps: Iterable[Step]) -> Iterable[Edge]:
    found = [kind for step in steps for kind in POSITIONS.values() if _is_ratio(step, kind)]
    if not found:
        return
    # One number, also where students are counted by grade: no ratio asks in which grade they are.
    counts = project([plan], only=("enrollment",))["enrollment"] + np.arange(NEAR + 1)[:, None]
    counts[:, 0] = counts[:, 1]
    more = {
        "enrollment_year1": counts,
        "enrollment_growth": np.zeros((1, 1)),
        CHOICE: np.array([[ONE_NUMBER]]),
    }
    p = project(batch(plan, more), only=[kind.line for kind in found])
    for kind in found:
        yield from _edge(kind, p[kind.line])


def _is_ratio(step: Step, kind: Position) -> bool:
    key = step.lever.key
    return LEVERS[key].unit == "pupils_per_position" and any(key == lever for lever, _ in kind.levers)


def _edge(kind: Position, held: Array, *, in_each_grade: bool = False) -> Iterable[Edge]:
    """The fewest students that bring a position back, in the first year in which they do."""
    more = held[:, 1:] > held[0, 1:]
    rows = np.flatnonzero(more.any(axis=1))
    if rows.size:
        n = int(rows[0])
        year = 1 + int(more[n].argmax())
        yield Edge(kind, n, float(held[0, year]), float(held[n, year]), year, in_each_grade)
