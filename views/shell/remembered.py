"""What a widget held, for when it is drawn again: the framework forgets a widget that is not drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, cast

from views.shell import history, widgets
from views.shell.session import Slot

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Remembered:
    by_widget: dict[str, object] = field(default_factory=dict)


_remembered = Slot(_Remembered)


def remember(widget: str) -> None:
    """Something was chosen: keep it. A widget's callback."""
    _remembered.get().by_widget[widget] = widgets.value(widget, object)
    history.mark_due()


def remembered(widget: str, otherwise: T) -> T:
    """What a widget held last; `otherwise`, of the same type, where nothing is kept of it."""
    kept = _remembered.get().by_widget.get(widget)
    return otherwise if kept is None else cast(T, kept)


def restore(widget: str, otherwise: object = None) -> None:
    """Let a widget that holds nothing show what it held last.

    Without `otherwise` nothing is set where nothing is kept: after a restart of the server the browser says
    what the widget holds.
    """
    held = remembered(widget, otherwise)
    if held is not None and widgets.value(widget, object) is None:
        widgets.prepare(widget, held)
