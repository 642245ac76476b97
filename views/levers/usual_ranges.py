"""The usual range under each field of a setting, and whether the value is outside it; the dollars of each
year, where they grow.

The browser's part of the fields puts it there (`views/shell/typed_fields.js`): as elements of their own they
would be one message more for every open field in every run.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.evidence import LEVERS
from model.plan.typed_values import tells_range, unusual
from model.results.dollars_by_year import all_in_each_year
from model.texts import listed, say
from model.units import amount, span
from views.shell import history


def beside(widgets: Sequence[str]) -> dict[str, tuple[str, bool]]:
    """By the widget of a field: what stands under it, and whether the plan's value is outside the range."""
    now, found = history.plan().now, {}
    dollars = all_in_each_year(now) if any(w.startswith("exact-") for w in widgets) else {}
    for widget in widgets:
        kind, _, key = widget.partition("-")
        lever = LEVERS[key]
        if kind != "exact" or lever.usual is None or not tells_range(lever):
            continue
        is_outside = bool(unusual(lever, now[key]))
        text = "settings.outside_usual" if is_outside else "settings.usual"
        told = say(text, range=span(lever.usual, lever.unit))
        if any(dollars.get(key, ())) and not isinstance(now[key], tuple):  # nothing grows from nothing
            years = listed(amount(round(x, 2), lever.unit, long=False) for x in dollars[key])
            told = say("settings.usual_and_years", usual=told, values=years)
        found[widget] = (told, is_outside)
    return found
