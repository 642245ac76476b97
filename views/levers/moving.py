"""A lever's widget was moved or typed in: the plan takes the value, or the widget shows why it cannot."""

from __future__ import annotations

from model.evidence import LEVERS
from model.plan.scenario import ScenarioError
from views.live import touch
from views.shell import history, widgets
from views.shell.scale import from_screen, outside, remedy, shown_value
from views.shell.signature import of_plan


def on_lever(widget: str, lever: str) -> None:
    """The callback of every widget of a lever."""
    shown = widgets.value(widget, object)
    if _is_late(lever, shown):
        return
    present = history.plan().now
    if shown == shown_value(lever, present) and not isinstance(present[lever], tuple):
        widgets.accept(widget)
        return
    if not isinstance(shown, str | int | float):
        problem = f"{LEVERS[lever].label}: the field is empty. {remedy(LEVERS[lever])}"
        widgets.refuse(widget, shown, [problem])
        return
    try:
        history.change({lever: shown if isinstance(shown, str) else from_screen(LEVERS[lever], float(shown))})
        widgets.accept(widget)
    except ScenarioError as e:
        widgets.refuse(widget, shown, [outside(LEVERS[lever], shown) or p.message for p in e.problems])


def _is_late(lever: str, shown: object) -> bool:
    """Whether a widget's value only came along from a browser that still shows an earlier plan."""
    of = touch.asked().get("of")
    if of is None or of == of_plan(history.plan()):
        return False
    drawn = next((x for x in reversed(history.steps()) if of_plan(x) == of), None)
    return drawn is not None and shown == shown_value(lever, drawn.now)
