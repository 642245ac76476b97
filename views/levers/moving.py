"""A lever's widget was moved or typed in: the plan takes the value, or the widget shows why it does not."""

from __future__ import annotations

from collections.abc import Callable

from model.evidence import LEVERS, Lever, Value
from model.plan.each_year import marks_beside
from model.plan.scenario import Scenario, ScenarioError, without_keys
from model.plan.typed_values import TypedValue, read_value, said_of, unusual
from model.texts import say
from model.units import amount
from views.live import touch
from views.shell import history, parts, widgets
from views.shell.scale import field_text, from_screen, shown_value
from views.shell.signature import of_plan
from views.shell.typed_fields import implied_in_words, question_about


def on_lever(widget: str, lever: str) -> None:
    """The callback of every slider and of every choice of a lever."""
    is_more_due = history.is_due()
    _moved(widget, lever)
    if not is_more_due:
        parts.ask()


def _moved(widget: str, lever: str) -> None:
    """The plan takes what a widget holds."""
    shown = widgets.value(widget, object)
    if _is_late(widget, shown, lambda now: shown_value(lever, now)):
        return
    present = history.plan().now
    if shown == shown_value(lever, present) and not isinstance(present[lever], tuple):
        widgets.accept(widget)
        return
    assert isinstance(shown, str | int | float)
    _take(widget, lever, shown if isinstance(shown, str) else from_screen(LEVERS[lever], float(shown)))


def on_field(widget: str, lever: str) -> None:
    """The callback of every field for a lever's exact value.

    A value that can be read in two ways, or that is unusual, is asked about before the plan takes it.
    """
    _typed(widget, lever)
    # Also where the plan stays as it is: sent along with the touch of a lever, as a busy browser does, only
    # the table of that lever would be drawn, and nothing would be said of what was typed.
    history.mark_due()


def _typed(widget: str, lever: str) -> None:
    """The plan takes what was typed, or the field says why not."""
    field, text, present = LEVERS[lever], widgets.text(widget), history.plan().now[lever]
    if _is_late(widget, text, lambda now: field_text(field, now[lever])):
        return
    if text.strip() == field_text(field, present):
        widgets.accept(widget)
        return
    if not text.strip():
        widgets.refuse(widget, text, [_empty(field, present)])
        return
    found = read_value(field, text, in_percent=True)
    if asked := _question(field, found, present):
        widgets.ask(widget, text, asked)
    elif found.value is None:
        widgets.refuse(widget, text, [p.on_page for p in found.problems])
    else:
        _take(widget, lever, found.value, found.remarks)


def on_answer(widget: str, lever: str, value: Value | None) -> None:
    """A question about what was typed is answered: this value, or the one that the plan has."""
    widgets.accept(widget)
    if value is not None:
        _take(widget, lever, value)
    history.mark_due()


def _take(widget: str, lever: str, value: Value, remarks: tuple[str, ...] = ()) -> None:
    typed, before = widgets.value(widget, object), history.plan().now
    try:
        changes = {lever: value, **marks_beside({lever: value}, before)}
        history.change(changes)
    except ScenarioError as e:
        widgets.refuse(widget, typed, [p.on_page for p in e.problems])
        return
    widgets.accept(widget)
    widgets.tell(widget, [*map(without_keys, remarks), *implied_in_words(changes, before)])


def _empty(lever: Lever, present: Value) -> str:
    assert lever.bounds
    low, high = (amount(x, lever.unit, long=False) for x in lever.bounds)
    kept = said_of(lever, present)
    return say("settings.empty", setting=lever.label, kept=kept, low=low, high=high)


def _question(lever: Lever, found: TypedValue, present: Value) -> widgets.Asked | None:
    keep = (say("settings.keep", value=said_of(lever, present)), None)
    if found.question:
        text, ways = question_about(lever, found.question)
        return widgets.Asked(text, ways if found.question.taken is not None else (*ways, keep))
    if found.value is None or found.value == present or not (said := unusual(lever, found.value)):
        return None
    use = say("settings.use", value=said_of(lever, found.value))
    return widgets.Asked(said, ((use, found.value), keep))


def _is_late(widget: str, shown: object, shown_by: Callable[[Scenario], object]) -> bool:
    """Whether a widget's value only came along from a browser that still shows an earlier plan.

    A press may come before the answer to the one before is on the screen: a second *Undo*, or both of a
    double press. What came along would be taken for a move, and be all that is undone, or be put into the
    plan again. A touch says itself which plan the browser shows.
    """
    if shown == widgets.held_before(widget) and widgets.is_pressed():
        return True
    of = touch.asked().get("of")
    if of is None or of == of_plan(history.plan()):
        return False
    drawn = next((x for x in reversed(history.steps()) if of_plan(x) == of), None)
    return drawn is not None and shown == shown_by(drawn.now)
