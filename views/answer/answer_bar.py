"""The bar that stays on top while a reader is below: rating, Year 5, a small curve, the last change.

No Streamlit here. Rating and Year 5 are slots of the first view, so they follow a moving lever with it. The
curve is cut out of two colored areas by polygons, which are slots too.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from model.answer.numbers import ViewNumbers
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
_POLYGON = f"polygon({', '.join(f'{x}% {{}}%' for x in (0, *_ACROSS, 100))})"


def shapes(results: Sequence[float], costs: Sequence[float]) -> dict[str, str]:
    """What is left over (up) or short (down) in Years 1 to 5, as polygons in per cent of a box.

    `results` and `costs` are dollars of years 0 to 5.
    """
    least = _LEAST * max(*costs[1:], 1.0)
    top = max(*results[1:], least)
    low = min(*results[1:], -least / 3)

    def at(usd: float) -> int:
        return round(100 * (top - usd) / (top - low))

    zero = at(0.0)
    heights = [at(x) for x in results[1:]]
    return {
        UP: _area([min(y, zero) for y in heights], zero),
        DOWN: _area([max(y, zero) for y in heights], zero),
        ZERO: f"polygon(0% {zero}%, 100% {zero}%, 100% {zero + _STROKE}%, 0% {zero + _STROKE}%)",
    }


def _area(heights: Sequence[int], zero: int) -> str:
    return _POLYGON.format(zero, *heights, zero)


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
        '<span class="bar-curve">{}</span><p class="bar-change"><b>{}</b><span>{}</span></p>{}{}</div>'
    ).format(
        panel.badges(t),
        say("bar.year_5"),
        panel.place("value-0", t, "b"),
        curve,
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
