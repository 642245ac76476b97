"""Steps of a way that rest on a rounding edge: a few students more, and the positions they save are back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.book.columns import column
from model.evidence import LEVERS
from model.goals.places import batch
from model.goals.reaching import Route, Step
from model.lines.positions import POSITIONS, Position
from model.plan.scenario import Scenario
from model.results.projection import project

NEAR = 10  # students that a count is easily off by


@dataclass(frozen=True, slots=True)
class Edge:
    """With so many `students` more in every year there are `positions` of a kind in `year`, not `planned`."""

    kind: Position
    students: int
    planned: float
    positions: float
    year: int


def edges(plan: Scenario, route: Route) -> tuple[Edge, ...]:
    """The steps of a way that change a ratio of students to positions and are near the edge of a rounding."""
    changed = plan.changed(route.changes)
    found = [(step, kind) for step in route.steps for kind in POSITIONS.values() if _is_ratio(step, kind)]
    if not found:
        return ()
    counts = column([_more(changed, n) for n in range(NEAR + 1)])
    p = project(batch(changed, {"enrollment_year1": counts}), only=[kind.line for _, kind in found])
    return tuple(e for _, kind in found if (e := _edge(kind, p[kind.line])))


def _is_ratio(step: Step, kind: Position) -> bool:
    key = step.lever.key
    return LEVERS[key].unit == "pupils_per_position" and any(key == lever for lever, _ in kind.levers)


def _more(plan: Scenario, students: int) -> float | tuple[float, ...]:
    held = plan["enrollment_year1"]
    assert not isinstance(held, str)
    return tuple(x + students for x in held) if isinstance(held, tuple) else held + students


def _edge(kind: Position, held: np.ndarray) -> Edge | None:
    """The fewest students that bring a position back, in the first year in which they do."""
    more = held[:, 1:] > held[0, 1:]
    rows = np.flatnonzero(more.any(axis=1))
    if not rows.size:
        return None
    n = int(rows[0])
    year = 1 + int(more[n].argmax())
    return Edge(kind, n, float(held[0, year]), float(held[n, year]), year)
