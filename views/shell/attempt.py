"""Set levers on a press, or say why not: a lever may be locked, a value out of bounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model.evidence import Value
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
