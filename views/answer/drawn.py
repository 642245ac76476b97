"""Everything that a page is drawn from, computed in one projection. No Streamlit here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from model.answer.numbers import ViewNumbers, series, view_numbers
from model.plan.plan import Plan
from model.results.counting import under_assumptions
from model.results.projection import Projection, project
from views.answer.likely import Likely
from views.charts import Beside, Numbers


class Pictured(NamedTuple):
    """What the charts are given: the plan; its start and further plans, where these differ from it."""

    plan: Numbers
    start: Numbers | None
    beside: Beside


class Drawn(NamedTuple):
    """The projection holds the plan (0), its start (1) and the start under the plan's assumptions (2).

    `likely` are the plan's futures, where the reader wants them shown.
    """

    numbers: ViewNumbers
    projection: Projection
    pictured: Pictured
    likely: Likely | None = None


Futures = Callable[[Plan, Projection], Likely | None]


def drawn(plan: Plan, futures: Futures = lambda _plan, _p: None, *, compares: bool = False) -> Drawn:
    """Everything behind a page for a plan.

    `futures` gives those of the first plan of a projection; `compares` draws the lines of the start too.
    """
    p = project([plan.now, plan.start, under_assumptions(plan.start, plan.now)])
    numbers = view_numbers(p, plan.facts, slice(0, 1))[0]
    start, assumed = (series(p, 1), series(p, 2)) if plan.is_changed else (None, None)
    likely = futures(plan, p)
    own = {**series(p, 0), **(likely.offsets if likely else {})}
    return Drawn(numbers, p, Pictured(own, start, Beside(assumed, (numbers.marks,), compares)), likely)
