"""A table of grades by years in the dialog: five counts for each grade, and where a table is pasted.

As with the other fields of the dialog, what was typed is kept beside them: a field that a run does not draw
loses what it held.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from model.evidence import LEVERS, Value
from model.grades.grade_table import as_table
from model.grades.pasted_table import read_table
from model.lines.grades import year_1_lever
from model.plan.by_grade import ALL, BY_TABLE, CHOICE
from model.texts import say
from model.units import grade
from model.units import plain as plain_number
from model.years import OPERATING_YEARS
from views.markup.plain_text import plain
from views.shell import widgets
from views.shell.session import Slot
from views.shell.typed_fields import Draft, draft, draft_field

LOWEST, TOP, PASTE = "grades-table-lowest", "grades-table-top", "grades-table-paste"
COUNTS = tuple(map(year_1_lever, ALL))


@dataclass(slots=True)
class _Rows:
    """By lever: the text in its field, and the counts that it began with; which were drawn; what was told of
    the table that was pasted last.
    """

    typed: dict[str, str] = field(default_factory=dict)
    begun: dict[str, Value] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    drawn_before: set[str] = field(default_factory=set)
    told: tuple[str, ...] = ()


_rows = Slot(_Rows)


def row_text(value: Value) -> str:
    """Five counts as a field shows them."""
    assert not isinstance(value, str)
    return ", ".join(map(plain_number, value if isinstance(value, tuple) else (value,) * OPERATING_YEARS))


def fill(values: Mapping[str, Value], told: tuple[str, ...] = ()) -> None:
    """Let the fields show these counts, and the lists the grades that have some."""
    begun = {k: values[k] for k in COUNTS}
    some = [g for g in ALL if begun[year_1_lever(g)] != 0]
    show(range(some[0], some[-1] + 1) if some else ALL)
    _rows.put(_Rows({k: row_text(v) for k, v in begun.items()}, begun, told=told))


def show(grades: range) -> None:
    """Let the two lists show these grades."""
    widgets.prepare(LOWEST, grades.start)
    widgets.prepare(TOP, grades.stop - 1)


def inside() -> range:
    """The grades that the two lists hold, empty where the top lies below the lowest."""
    return range(widgets.value(LOWEST, int) or 0, (widgets.value(TOP, int) or 0) + 1)


def grade_lists() -> None:
    """The lowest and the top grade of the table."""
    for widget, label in ((LOWEST, "students.lowest_grade"), (TOP, "students.top_of_table")):
        st.selectbox(plain(say(label)), ALL, format_func=grade, key=widget)


def row_fields(grades: range) -> None:
    """A field of five counts for each of these grades."""
    held = _rows.get()
    held.drawn_before, held.drawn = held.drawn, set()
    for g in grades:
        key = year_1_lever(g)
        widget = _widget(key)
        if key not in held.drawn_before:
            widgets.prepare(widget, held.typed[key])
        found = draft_field(
            LEVERS[key],
            grade(g),
            widget,
            placeholder=row_text(0.0),
            kept=held.begun[key],
            kept_text=row_text(held.begun[key]),
            is_ranged=False,
        )
        held.typed[key] = found.text
        held.drawn.add(key)


def drafts() -> list[Draft]:
    """What the fields hold that this run has drawn."""
    held = _rows.get()
    return [_draft(k) for k in COUNTS if k in held.drawn]


def _draft(key: str) -> Draft:
    held = _rows.get()
    begun = held.begun[key]
    return draft(LEVERS[key], _widget(key), held.typed[key], kept=begun, kept_text=row_text(begun))


def _widget(lever: str) -> str:
    return f"grades-table-{lever}"


def paste_field() -> None:
    """Where a table is pasted, what is wrong with it, and what there is to know of the one that was read."""
    st.text_area(
        plain(say("students.paste_table")),
        key=PASTE,
        height=110,
        placeholder="K\t96\t96\t96\t96\t96\n1\t96\t96\t96\t96\t96",
        on_change=_pasted,
    )
    for problem in widgets.problems(PASTE):
        st.error(plain(problem))
    for said in _rows.get().told:
        st.caption(plain(said))


def _pasted() -> None:
    """A table goes into the fields, or is refused with a list of faults."""
    text = widgets.text(PASTE)
    if not text.strip():
        widgets.accept(PASTE)
        return
    found = read_table(text, widgets.value(LOWEST, int) or 0)
    if found.problems:
        widgets.refuse(PASTE, text, found.problems)
        return
    widgets.accept(PASTE)
    begun = _rows.get().begun
    fill(as_table(found.counts), found.remarks)
    _rows.get().begun = begun
    widgets.prepare(PASTE, "")


def values_typed() -> dict[str, Value]:
    """The table as typed; a grade outside the two lists, or an empty field, has no students.

    A field with a text that cannot be read has no value here: see `drafts`.
    """
    served = {year_1_lever(g) for g in inside()}
    typed: dict[str, Value] = {CHOICE: BY_TABLE}
    for key in COUNTS:
        found = _draft(key)
        value = found.value if key in served and found.found is not None else 0.0
        if value is not None:
            typed[key] = value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value
    return typed
