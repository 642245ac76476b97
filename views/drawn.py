"""All that a page is drawn from, worked out in one projection. No Streamlit here."""

from __future__ import annotations

from typing import NamedTuple

from exchange.address import Plan
from model.projection import Projection, project
from model.sides import under_assumptions
from views.charts import Beside, Numbers
from views.numbers import ViewNumbers, series, view_numbers


class Pictured(NamedTuple):
    """What the pictures are given: the plan; its start and what stands beside them, where the plan is another one."""

    plan: Numbers
    start: Numbers | None
    beside: Beside


class Drawn(NamedTuple):
    """The projection holds the plan (0), its start (1) and the start under the plan's assumptions (2)."""

    numbers: ViewNumbers
    projection: Projection
    pictured: Pictured


def drawn(plan: Plan) -> Drawn:
    """Everything behind a page for a plan."""
    p = project([plan.now, plan.start, under_assumptions(plan.start, plan.now)])
    numbers = view_numbers(p, plan.preset, slice(0, 1))[0]
    start, assumed = (series(p, 1), series(p, 2)) if plan.is_changed else (None, None)
    return Drawn(numbers, p, Pictured(series(p, 0), start, Beside(assumed, (numbers.marks,))))
