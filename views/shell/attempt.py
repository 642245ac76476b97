"""Set levers on a press, or say why not: a lever may be locked, a value out of bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from model.evidence import Value
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from views.shell import history, messages


def attempt(changes: Mapping[str, Value], confirmed: Iterable[str] = ()) -> bool:
    """Set the levers and return True; or change nothing and show the reasons above the answer.

    `confirmed` are levers that keep the value of the start, because the reader says that it is right.
    """
    try:
        history.change(changes, confirmed)
    except ScenarioError as e:
        messages.say(*(p.on_page for p in e.problems))
        history.mark_due()
        return False
    return True


def is_again(make: Callable[[Plan], Plan]) -> bool:
    """Whether the last step made just this of the plan before it: a press that comes twice makes it once."""
    try:
        return history.can_undo() and make(history.before()) == history.plan()
    except ScenarioError:  # the plan before could not have taken it
        return False
