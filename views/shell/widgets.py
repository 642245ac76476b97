"""Widgets by their keys: what one holds, what it should show, and what was typed into it and not taken.

The framework owns what a widget holds and forgets it when the widget is not drawn. Everything is read and set
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from model.evidence import Value
from views.shell.session import Slot

T = TypeVar("T")
UNDO, REDO = "undo", "redo"  # the keys of the buttons that lead through the steps of the history
_ABSENT = object()  # equal to nothing that a widget can hold


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about what was typed: what it may mean, each with its button; None keeps the plan's."""

    text: str
    answers: tuple[tuple[str, Value | None], ...]


@dataclass(slots=True)
class _Fields:
    """By widget: what was typed there and not taken, why or with which question; how the last text that was
    taken was read, where that is told; the ends of a slider; and what it held before it was last set.
    """

    typed: dict[str, object] = field(default_factory=dict)
    problems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: dict[str, Asked] = field(default_factory=dict)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reach: dict[str, tuple[float, float]] = field(default_factory=dict)
    before: dict[str, object] = field(default_factory=dict)


_fields = Slot(_Fields)


def value(widget: str, kind: type[T]) -> T | None:
    """What a widget holds; None before it is drawn, when it is empty, or when its type is another one."""
    held = st.session_state.get(widget)
    return held if isinstance(held, kind) else None


def text(widget: str) -> str:
    """What a field for text holds; nothing before it is drawn."""
    return value(widget, str) or ""


def component_event(component: str, event: str) -> object:
    """What a component of ours reported in this run, if anything. It comes from a browser, so check it."""
    held = st.session_state.get(component)
    return held.get(event) if isinstance(held, Mapping) else None


def prepare(widget: str, shown: object) -> None:
    """Let a widget show a value. What was typed and not taken stays until it is corrected."""
    shown = _fields.get().typed.get(widget, shown)
    held = st.session_state.get(widget, _ABSENT)
    if held != shown:
        _fields.get().before[widget] = held
        st.session_state[widget] = shown


def held_before(widget: str) -> object:
    """What a widget held before it was last set. A browser that is behind still shows it."""
    return _fields.get().before.get(widget, _ABSENT)


def is_pressed() -> bool:
    """Whether a button was pressed to ask for this run."""
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and any(x.trigger_value for x in context.session_state.get_widget_states())


def forget(beginning: str) -> None:
    """Reset every widget whose key begins like this."""
    for widget in [k for k in st.session_state if str(k).startswith(beginning)]:
        del st.session_state[widget]


def reach(widget: str, low: float, high: float) -> tuple[float, float]:
    """The ends of a slider. Once widened they stay: other ends would make a new slider, without its value."""
    ends = _fields.get().reach
    before = ends.get(widget, (low, high))
    ends[widget] = (min(low, before[0]), max(high, before[1]))
    return ends[widget]


# --- what was typed and not taken -------------------------------------------------------------------------


def refuse(widget: str, typed: object, why: Iterable[str]) -> None:
    """Keep showing what was typed, and say why it cannot be used."""
    accept(widget)
    _fields.get().typed[widget] = typed
    _fields.get().problems[widget] = tuple(why)


def ask(widget: str, typed: object, question: Asked) -> None:
    """Keep showing what was typed until the question about it is answered."""
    accept(widget)
    _fields.get().typed[widget] = typed
    _fields.get().asked[widget] = question


def tell(widget: str, how: Iterable[str]) -> None:
    """Say how what was typed was read."""
    _fields.get().told[widget] = tuple(how)


def accept(widget: str) -> None:
    """What was not taken in a widget is corrected or given up."""
    for kept in _by_widget():
        kept.pop(widget, None)


def accept_all() -> None:
    """Stop showing anywhere what was not taken."""
    for kept in _by_widget():
        kept.clear()


def _by_widget() -> tuple[dict[str, Any], ...]:
    held = _fields.get()
    return held.typed, held.problems, held.asked, held.told


def problems(widget: str) -> tuple[str, ...]:
    """Why what was typed into a widget cannot be used."""
    return _fields.get().problems.get(widget, ())


def asked(widget: str) -> Asked | None:
    """The question about what was typed into a widget."""
    return _fields.get().asked.get(widget)


def told(widget: str) -> tuple[str, ...]:
    """How the last text that was taken in a widget was read, where that is not plain."""
    return _fields.get().told.get(widget, ())


def is_open(widget: str) -> bool:
    """Whether a widget shows something other than the plan's value, because it was not taken."""
    return widget in _fields.get().typed
