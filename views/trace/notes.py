"""A note on any number: the field to write one, the list of all of them, and the mark beside a number."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from exchange.files.limits import LONGEST_NOTE
from exchange.one_line import clean, too_long
from model.explain.noted_numbers import place_name, stands
from model.plan.notebook import Note, Notebook
from model.plan.plan import Plan
from views.markup.plain_text import plain
from views.markup.tables import asking, table
from views.shell import history, notebook, widgets
from views.shell.page_markup import put_markup

Place = tuple[str, int | None]


def editor(where: str, plan: Plan, places: Sequence[Place]) -> None:
    """The field for a note on one of the places. It is saved when left; emptied, the note is removed."""
    notebook.mount(where)
    chosen = f"note-on-{where}"
    if widgets.value(chosen, tuple) not in places:
        widgets.prepare(chosen, places[0])
    written = notebook.beside(plan)
    left, right = st.columns([2, 3])
    with left:
        on, year = st.selectbox("Note on", places, format_func=lambda p: _option(written, p), key=chosen)
    with right:
        field = f"note-text-{where}-{on}-{year}"
        note = written.note(on, year)
        widgets.prepare(field, note.text if note else "")
        st.text_area(
            "Note on this number",
            key=field,
            height=76,
            placeholder="Ask the district whether this rate holds",
            on_change=_written,
            args=(plan, (on, year), field),
        )
    for problem in widgets.problems(field):
        st.error(plain(problem))
    st.caption(f"Kept when you leave the field. {plain(_stood(plan, note))}")


def _option(written: Notebook, place: Place) -> str:
    on, year = place
    mark = " \N{BULLET} has a note" if written.note(on, year) else ""
    return f"{place_name(on, year)}{mark}"


def _stood(plan: Plan, note: Note | None) -> str:
    if note is None:
        return "It goes into kept plans, the plan file and the workbook, not into the link."
    now = stands(plan.now, note.on, note.year)
    return f"Written when this was {note.stood}; now it is {now}." if note.stood != now else f"This is {now}."


def _written(plan: Plan, place: Place, field: str) -> None:
    on, year = place
    typed = widgets.text(field)
    note = Note(on, year, clean(typed, LONGEST_NOTE), stands(plan.now, on, year))
    problems = too_long("plan_file.note_too_long", typed, LONGEST_NOTE) or notebook.write(
        plan, notebook.beside(plan).noted(note)
    )
    if problems:
        widgets.refuse(field, typed, problems)
    else:
        widgets.accept(field)
    history.mark_due()


def listed(plan: Plan) -> None:
    """All notes of the plan, and the way to change one."""
    written = notebook.beside(plan)
    count = len(written.notes)
    st.subheader(f"Notes ({count})" if count else "Notes")
    if not written.notes:
        put_markup(
            Markup(
                '<p class="soft">No notes yet. Press any number on the page (a key figure, a cell of <i>Full budget table</i>, a mark of a '
                "picture): where it comes from there is a field for a note.</p>"
            )
        )
        return
    rows = [_row(plan, n) for n in written.notes]
    put_markup(table("Numbers with a note", ["Number", "Note", "When written", "Now"], rows, numbers_from=99))
    editor("list", plan, [n.place for n in written.notes])


def _row(plan: Plan, n: Note) -> list[str]:
    name = place_name(n.on, n.year)
    return [
        name if n.year is None else asking(name, n.on, n.year),
        n.text,
        n.stood,
        stands(plan.now, n.on, n.year),
    ]


def marks(plan: Plan) -> dict[tuple[str, int], str]:
    """The notes on cells, to be marked in the tables."""
    return {(n.on, n.year): n.text for n in notebook.beside(plan).notes if n.year is not None}
