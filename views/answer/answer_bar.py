"""The bar that stays on top while a reader is below: rating, Year 5, a small curve, the last change.

No Streamlit here. Rating and Year 5 are slots of the first view, so they follow a moving lever with it. The
curve is cut out of two colored areas by polygons, which are slots too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from model.answer.numbers import ViewNumbers
from model.book.terms import Array
from model.evidence import LEVERS
from model.explain.account import setting_in_words
from model.explain.changes import moves
from model.plan.plan import Plan
from model.texts import counted, say
from model.years import OPERATING_YEARS
from views.answer import panel

UP, DOWN, ZERO = "shape-up", "shape-down", "shape-zero"  # slots whose texts are shapes, not words
_LEAST = 0.03  # of a year's cost: smaller results do not fill the height, so a thin margin looks thin
_STROKE = 3  # per cent of the height
_ACROSS = [100 * i // (OPERATING_YEARS - 1) for i in range(OPERATING_YEARS)]
_AREA = f"polygon({', '.join(f'{x}%% %d%%' for x in (0, *_ACROSS, 100))})"
_LINE = "polygon(0%% %d%%, 100%% %d%%, 100%% %d%%, 0%% %d%%)"


def shapes(results: Sequence[float], costs: Sequence[float]) -> dict[str, str]:
    """What is left over (up) or short (down) in Years 1 to 5, as polygons in per cent of a box.

    `results` and `costs` are dollars of years 0 to 5.
    """
    of_all = shapes_of_all(np.array([results]), np.array([costs]))
    return {slot: shape for slot, (shape,) in of_all.items()}


def shapes_of_all(results: Array, costs: Array) -> dict[str, list[str]]:
    """The same of many scenarios, by slot; arrays of shape (scenario, 6)."""
    least = _LEAST * np.maximum(costs[:, 1:].max(axis=1), 1.0)
    top = np.maximum(results[:, 1:].max(axis=1), least)
    low = np.minimum(results[:, 1:].min(axis=1), -least / 3)
    usd = np.zeros((len(results), OPERATING_YEARS + 2))  # each area begins and ends on the line of zero
    usd[:, 1:-1] = results[:, 1:]
    at = np.rint(100 * (top[:, None] - usd) / (top - low)[:, None]).astype(int)
    zero = at[:, :1]
    return {
        UP: _polygons(_AREA, np.minimum(at, zero)),
        DOWN: _polygons(_AREA, np.maximum(at, zero)),
        ZERO: _polygons(_LINE, np.add(zero, (0, 0, _STROKE, _STROKE))),
    }


def _polygons(form: str, heights: Array) -> list[str]:
    return [form % tuple(row) for row in heights.tolist()]


def bar(
    v: ViewNumbers,
    tested: panel.Tested,
    costs: Sequence[float],
    plan: Plan,
    before: Plan | None,
    name: str,
    paper: Markup,
) -> Markup:
    """The bar as one block. `before` is the plan before the last change, if there was one; `name` that of the
    plan. On paper nothing is left of the bar but `paper`, above everything.

    It repeats what stands elsewhere for those who see the page: a screen reader hears it there, and its one
    button is the Undo of the settings.
    """
    t = panel.slots(v, tested)
    curve = Markup().join(
        Markup('<i class="{0}" data-live="{0}" data-drawn="{1}" style="clip-path: {1}"></i>').format(
            slot, shape
        )
        for slot, shape in shapes(v.results, costs).items()
    )
    undo = (
        Markup('<button type="button" tabindex="-1" data-press="undo">{}</button>').format(say("bar.undo"))
        if before
        else ""
    )
    return Markup(
        '<div class="bar" aria-hidden="true">{}<p class="bar-year"><span>{}</span> {}</p>'
        '<span class="bar-curve">{}</span><p class="bar-change"><b title="{}">{}</b><span>{}</span></p>{}{}</div>'
    ).format(
        panel.badges(t),
        say("bar.year_5"),
        panel.place("value-0", t, "b"),
        curve,
        name,
        name,
        last_change(before, plan) if before else _as_opened(plan),
        undo,
        paper,
    )


def _as_opened(plan: Plan) -> str:
    """Before anything is changed here: a plan may have come with changes."""
    return say("bar.as_opened" if plan.is_changed else "bar.unchanged")


def last_change(before: Plan, plan: Plan) -> str:
    """What the last step changed, in a line."""
    if before.start.values != plan.start.values:
        return say("bar.another_school")
    moved = [keys[0] for keys in moves(before.now, plan.now)]
    if len(moved) != 1:
        return say("bar.changes", count=counted(len(moved))) if moved else say("bar.no_number")
    lever = LEVERS[moved[0]]
    was, now = (setting_in_words(lever, p.now) for p in (before, plan))
    return say("bar.change", setting=lever.label, was=was, now=now)
