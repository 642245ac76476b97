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
from model.texts import say
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
        on, year = st.selectbox(
            plain(say("numbers.note_on")), places, format_func=lambda p: _option(written, p), key=chosen
        )
    with right:
        field = f"note-text-{where}-{on}-{year}"
        note = written.note(on, year)
        widgets.prepare(field, note.text if note else "")
        st.text_area(
            plain(say("numbers.note_here")),
            key=field,
            height=76,
            placeholder=say("numbers.note_example"),
            on_change=_written,
            args=(plan, (on, year), field),
        )
    for problem in widgets.problems(field):
        st.error(plain(problem))
    st.caption(plain(f"{say('numbers.note_saved')} {_stood(plan, note)}"))


def field(where: str, plan: Plan, place: Place, label: str) -> None:
    """A field for a note on one place, where that is plain from what stands beside it."""
    key = f"note-text-{where}-{place[0]}-{place[1]}"
    note = notebook.beside(plan).note(*place)
    widgets.prepare(key, note.text if note else "")
    st.text_area(plain(label), key=key, height=76, on_change=_written, args=(plan, place, key))
    for problem in widgets.problems(key):
        st.error(plain(problem))


def _option(written: Notebook, place: Place) -> str:
    on, year = place
    name = place_name(on, year)
    return say("numbers.place_noted", place=name) if written.note(on, year) else name


def _stood(plan: Plan, note: Note | None) -> str:
    if note is None:
        return say("numbers.note_travels")
    now = stands(plan.now, note.on, note.year)
    if note.stood != now:
        return say("numbers.note_stood", stood=note.stood, now=now)
    return say("numbers.note_stands", now=now)


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
    st.subheader(plain(say("numbers.notes_counted", count=count) if count else say("numbers.notes")))
    if not written.notes:
        put_markup(Markup('<p class="soft">{}</p>').format(say("numbers.no_notes")))
        return
    rows = [_row(plan, n) for n in written.notes]
    heads = ("numbers.number", "numbers.note", "numbers.when_written", "numbers.now")
    put_markup(table(say("numbers.noted_numbers"), list(map(say, heads)), rows, numbers_from=99))
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
