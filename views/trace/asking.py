"""Where a number comes from: a part with a picker, and a dialog for a figure or cell that is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from model.answer.key_figures import key_figures
from model.explain.changes import changes, swings
from model.explain.trace import explain
from model.lines.own_used import kinds_of, not_used
from model.plan.plan import Plan
from model.results.projection import Projection
from model.texts import say
from model.year_names import year_name
from model.years import YEARS
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.opened_dialog import open_dialog, opened
from views.shell.page_markup import put_markup
from views.shell.session import Slot
from views.trace import explaining, notes

KEY = "number"  # among the dialogs
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_component = st.components.v2.component("school_asking", js=_SCRIPT)


@dataclass(frozen=True, slots=True)
class Question:
    """What was pressed: a cell, and the key figure that it stands for, if it was one."""

    line: str
    year: int
    figure: int | None = None


_asked = Slot(Question, lambda: Question(*explaining.FIRST))


def listen() -> None:
    """Let everything that has an explanation be pressed."""
    _component(key="question", on_ask_change=_on_ask)


def _on_ask() -> None:
    asked = read(widgets.component_event("question", "ask"))
    if asked:
        _asked.put(asked)
        open_dialog(KEY)
        widgets.prepare("asked-line", asked.line)
        widgets.prepare("asked-year", asked.year)
    history.mark_due()


def read(sent: object) -> Question | None:
    """What the browser sends, checked like any outside data: "line year" or "line year figure"."""
    words = sent[:200].split() if isinstance(sent, str) else []
    line, year, figure = (*words, "", "", "")[:3]
    if line not in explaining.LINES or year not in map(str, range(YEARS)):
        return None
    return Question(
        line, int(year), int(figure) if figure in map(str, range(len(explaining.FIGURES))) else None
    )


def explanation(place: str, projection: Projection, plan: Plan, figure: int | None = None) -> None:
    """The picker of line and year, and the explanation of what is picked, with the field for a note on it.

    `figure` is the key figure that was pressed; one that is found by a search takes a note of its own.
    """
    line, year = pick(place)
    found = explain(projection, line, year)
    put_markup(explaining.sentence(found))
    if not found.applies:
        return
    notes.editor(place, plan, explaining.noteworthy(found, figure))
    if plan.is_changed:
        put_markup(explaining.changed(changes(plan.start, plan.now, line, year)))
    put_markup(explaining.tree(found) + explaining.lever_facts(found, swings(plan.now, line, year)))


def pick(place: str) -> tuple[str, int]:
    """The picker: every line by its family, searchable, and a year."""
    for widget, first in zip((f"{place}-line", f"{place}-year"), explaining.FIRST, strict=True):
        if widgets.value(widget, object) is None:
            widgets.prepare(widget, first)
    left, right = st.columns([2, 3])
    line = left.selectbox(
        plain(say("numbers.pick_line")),
        [k for k in explaining.LINES if k not in not_used(kinds_of(history.plan().now.values))],
        format_func=explaining.line_name,
        key=f"{place}-line",
    )
    year = right.segmented_control(
        plain(say("numbers.pick_year")),
        range(YEARS),
        format_func=lambda t: plain(year_name(t)),
        required=True,
        key=f"{place}-year",
    )
    return line, int(year or 0)


def in_part(context: Context) -> None:
    """The whole part."""
    explanation("why", context.projection, context.plan)


def answer(context: Context) -> None:
    """The dialog: the same as the part, set to what was pressed."""
    if opened() != KEY:  # a note was written and the dialog closed at once: the page behind it has to know
        st.rerun()
    asked = _asked.get()
    here = (widgets.value("asked-line", str), widgets.value("asked-year", int)) == (asked.line, asked.year)
    if asked.figure is not None and here:
        f = key_figures(context.numbers)[asked.figure]
        put_markup(explaining.figure_intro(f.label, f.value, f.means, asked.figure))
    explanation("asked", context.projection, context.plan, asked.figure if here else None)
