"""The usual range under each field of a setting, and whether the value is outside it.

The browser's part of the fields puts it there (`views/shell/typed_fields.js`): as elements of their own they
would be one message more for every open field in every run.
"""

from __future__ import annotations

from collections.abc import Iterable

from model.evidence import LEVERS
from model.plan.typed_values import unusual
from model.texts import say
from model.units import span
from views.shell import history


def beside(widgets: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """By the widget of a field: what stands under it, and whether the plan's value is outside the range."""
    now, found = history.plan().now, {}
    for widget in widgets:
        kind, _, key = widget.partition("-")
        lever = LEVERS[key]
        if kind != "exact" or lever.usual is None:
            continue
        is_outside = bool(unusual(lever, now[key]))
        text = "settings.outside_usual" if is_outside else "settings.usual"
        found[widget] = (say(text, range=span(lever.usual, lever.unit)), is_outside)
    return found
