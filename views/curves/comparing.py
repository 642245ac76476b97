"""What did I do, what did the world do? For who asks, the curves are drawn with those of the start."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from model.plan.plan import Plan
from model.texts import say
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.session import Slot

KEY = "compare-start"


@dataclass(frozen=True, slots=True)
class _Compared:
    is_asked: bool = False


_compared = Slot(_Compared)


def asked() -> bool:
    """Whether the lines of the start are to be drawn, and those of the start under the plan's assumptions."""
    return _compared.get().is_asked


def switch(plan: Plan) -> None:
    """The switch below the curves; without a change there is nothing to compare."""
    if plan.is_changed:
        widgets.prepare(KEY, asked())
        st.toggle(
            plain(say("charts.compare")), key=KEY, on_change=_set, help=plain(say("charts.compare_help"))
        )


def _set() -> None:
    _compared.put(_Compared(bool(widgets.value(KEY, bool))))
    history.mark_due()
