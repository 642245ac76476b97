"""A lever's plans at many places at once: what both of its tables are made from. No Streamlit here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from model.answer.numbers import NEEDED, series_of_all
from model.evidence import LEVERS
from model.plan.by_grade import is_by_grade
from model.plan.each_year import marks_beside
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.plan.sides import is_decision
from model.results.counting import under_assumptions
from model.results.marks import Mark
from model.results.projection import Projection, Scenarios, project
from views import charts
from views.charts import Beside, Rows
from views.shell.scale import from_screen
from views.shell.signature import of_lever, of_plan


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """The plan with one lever elsewhere, place by place: `values` are those of the lever in the plan.

    `own` is the signature of the plan itself; `assumed` and `compares` are as in `Beside`.
    """

    plan: Plan
    lever: str
    values: Sequence[float]
    projection: Projection
    own: int
    signatures: Sequence[int]
    ghosts: Mapping[str, Any]
    assumed: Mapping[str, np.ndarray] | None
    compares: bool

    def scenario(self, place: int) -> Scenario:
        """The plan at a place, as it is on release."""
        return _at(self.plan, self.lever, self.values[place])

    def first(self, count: int) -> Moved:
        """The first so many places."""
        some = slice(0, count)
        p = self.projection
        lines = {k: v if len(v) == 1 else v[some] for k, v in p.lines.items()}
        assumed = self.assumed and {k: v if len(v) == 1 else v[some] for k, v in self.assumed.items()}
        return replace(
            self,
            values=self.values[some],
            projection=Projection(MappingProxyType(lines), p.scenarios.chosen(some)),
            signatures=self.signatures[some],
            assumed=assumed,
        )


def moved(
    plan: Plan, lever: str, places: Sequence[float], only: Collection[str] = NEEDED, *, compares: bool
) -> Moved:
    """The plans at the places, in one call; `only` are the lines that are worked out besides those drawn.

    The lever has one value for all years at every place.
    """
    values = [from_screen(LEVERS[lever], x) for x in places]
    # One number in the place of five that were typed for each year is in Year 1 dollars, as on release.
    marks = marks_beside({lever: values[0]}, plan.now) if values else {}
    here = plan.now.changed(marks) if marks else plan.now
    p = project(Scenarios.varied(here, **{lever: values}), only=only)
    own = of_plan(plan)
    rest = own ^ of_lever(lever, plan.now[lever])
    for mark, meaning in marks.items():
        rest ^= of_lever(mark, plan.now[mark]) ^ of_lever(mark, meaning)
    return Moved(
        plan,
        lever,
        values,
        p,
        own=own,
        signatures=[rest ^ of_lever(lever, v) for v in values],
        ghosts={k: tuple(v[0]) for k, v in series_of_all(project([plan.start], only=NEEDED)).items()},
        assumed=_assumed(plan, lever, values) if compares else None,
        compares=compares,
    )


def rows(
    names: Iterable[str], m: Moved, more: Mapping[str, np.ndarray], marks: Sequence[Sequence[Mark]]
) -> dict[str, Rows]:
    """The rows of these charts, with the starting plan in gray where it differs.

    `more` is drawn beside the plan's own lines: the futures at every place, or their space.
    """
    drawn, beside = {**series_of_all(m.projection), **more}, Beside(m.assumed, marks, m.compares)
    return {name: charts.batch(name, drawn, m.ghosts, beside) for name in names}


def _at(plan: Plan, lever: str, value: float) -> Scenario:
    return plan.now.changed({lever: value, **marks_beside({lever: value}, plan.now)})


def _assumed(plan: Plan, lever: str, values: Sequence[float]) -> Mapping[str, np.ndarray]:
    """The start under the assumptions of every place: one plan if a decision moves, or one for each."""
    if is_by_grade(plan.now) and not is_by_grade(plan.start):
        # Which assumptions those are depends on the place: how many enter is part of how students are
        # counted.
        batch = Scenarios.of([under_assumptions(plan.start, _at(plan, lever, v)) for v in values])
    else:
        base = under_assumptions(plan.start, plan.now)
        marks = marks_beside({lever: values[0]}, plan.now) if values else {}
        moving = base.changed(marks) if marks else base
        batch = Scenarios.of([base]) if is_decision(lever) else Scenarios.varied(moving, **{lever: values})
    lines = ("enrollment", "public_revenue", "recurring_cost")
    p = project(batch, only=lines)
    return {line: p[line] for line in lines}
