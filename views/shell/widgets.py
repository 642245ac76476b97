"""Widgets by their keys: what one holds, what it should show, and what was typed into it and refused.

The framework owns what a widget holds and forgets it when the widget is not drawn. Everything is read and set
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import streamlit as st

from views.shell.session import Slot

T = TypeVar("T")
_ABSENT = object()  # equal to nothing that a widget can hold


@dataclass(slots=True)
class _Fields:
    """By widget: what was typed there and refused, why, and the ends of a slider."""

    typed: dict[str, object] = field(default_factory=dict)
    problems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    reach: dict[str, tuple[float, float]] = field(default_factory=dict)


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
    """Let a widget show a value. What was typed and refused stays until it is corrected."""
    shown = _fields.get().typed.get(widget, shown)
    if st.session_state.get(widget, _ABSENT) != shown:
        st.session_state[widget] = shown


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


# --- refused input ---------------------------------------------------------------------------------------


def refuse(widget: str, typed: object, why: Iterable[str]) -> None:
    """Keep showing what was typed, and say why it cannot be used."""
    _fields.get().typed[widget] = typed
    _fields.get().problems[widget] = tuple(why)


def accept(widget: str) -> None:
    """What was refused in a widget is corrected or given up."""
    _fields.get().typed.pop(widget, None)
    _fields.get().problems.pop(widget, None)


def accept_all() -> None:
    """Stop showing refused input anywhere."""
    _fields.get().typed.clear()
    _fields.get().problems.clear()


def problems(widget: str) -> tuple[str, ...]:
    """Why what was typed into a widget cannot be used."""
    return _fields.get().problems.get(widget, ())
