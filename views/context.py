"""What a tab or a dialog is drawn from: everything that this run of the page has computed for its plan."""

from __future__ import annotations

from dataclasses import dataclass

from model.answer.numbers import ViewNumbers
from model.plan.plan import Plan
from model.results.projection import Projection
from views.answer.drawn import Drawn, drawn
from views.answer.likely import Likely
from views.charts.palette import Palette
from views.curves import comparing
from views.shell import history
from views.shell.page_frame import palette
from views.shell.session import Slot
from views.shell.signature import of_plan
from views.what_if import ranges


@dataclass(frozen=True, slots=True)
class Context:
    """One run of the page. `signature` names the plan on every row that is drawn of it."""

    plan: Plan
    drawn: Drawn
    colors: Palette
    signature: int

    @property
    def numbers(self) -> ViewNumbers:
        return self.drawn.numbers

    @property
    def projection(self) -> Projection:
        """The plan (0), its start (1) and the start under the plan's assumptions (2)."""
        return self.drawn.projection

    @property
    def futures(self) -> Likely | None:
        """The plan's futures, where the reader wants them shown."""
        return self.drawn.likely


@dataclass(frozen=True, slots=True)
class _Last:
    context: Context | None = None


_last = Slot(_Last)


def of_this_run() -> Context:
    """Compute everything for the present plan. Call once in a run of the whole page."""
    plan = history.plan()
    context = Context(plan, drawn(plan, ranges.of, compares=comparing.asked()), palette(), of_plan(plan))
    _last.put(_Last(context))
    return context


def of_now() -> Context:
    """The same for parts of the page and for callbacks, which share it: computed once for a plan.

    What else it is drawn from, such as the ranges, changes only with a run of the whole page.
    """
    last = _last.get().context
    return last if last and last.plan is history.plan() else of_this_run()
