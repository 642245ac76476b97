"""The notebook in a file, declared: every field of notes and decisions with its limit, and cross-checks.

A browser tab keeps the notebook of its plan in the same form, without the plan.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from exchange.files import history
from exchange.files.faults import FileRefused, Found, Place, shown
from exchange.files.fields import UNUSABLE, Field, Many, Record
from exchange.files.kinds import Checked, Day, Dollars, Line, Whole, Word
from exchange.files.limits import (
    LONGEST_NOTE,
    LONGEST_STOOD,
    LONGEST_WHO,
    LONGEST_WHY,
    MOST_DECISIONS,
    MOST_NOTEBOOK,
    MOST_NOTES,
)
from exchange.files.strict_json import parse
from model.evidence import LEVERS, Value
from model.explain.noted_numbers import SEARCHED, is_place
from model.lines.worksheet import BOOK
from model.plan.notebook import Decision, Move, Note, Notebook
from model.plan.scenario import check
from model.years import OPERATING_YEARS

_NO_NUMBER = (
    '"on" and "year" name a number by a text and a whole year, and one of them is {given}. '
    'Write them as "on": "structural_result", "year": 5.'
)


def _note(values: Mapping[str, Any], at: Place) -> Any:
    note = Note(**values)
    if not is_place(note.on, note.year):
        when = "" if note.year is None else f", year {str(note.year)[:20]}"
        at.found.left_out.append(
            f"{at.words} is on {note.on[:60]!r}{when}, which is not a number here, and is left out. "
            f"It says: {note.text}"
        )
        return UNUSABLE
    return note


def _move(values: Mapping[str, Any], at: Place) -> Any:
    key = values["lever"]
    if key in history.DROPPED and key not in LEVERS:
        at.remark(f"{key} is no lever any more and is left out. {history.DROPPED[key].meaning}")
        return UNUSABLE
    if key not in LEVERS:
        at.fault(
            f'"lever" is {key[:60]!r}, which is not a lever. Write one of docs/levers.md, or take it out.'
        )
        return UNUSABLE
    before, after = (_value(key, values[side], at) for side in ("from", "to"))
    return Move(key, before, after, values["effect"])


def _value(key: str, given: object, at: Place) -> Value:
    value, problems = check(LEVERS[key], "a truth value" if isinstance(given, bool) else given)
    for problem in problems:
        at.fault(problem.message)
    return value


def _notebook(values: Mapping[str, Any], at: Place) -> Notebook:
    read = Notebook(values["notes"], values["decisions"])
    places = [n.place for n in read.notes]
    doubled = {place for place in places if places.count(place) > 1}
    for on, _ in sorted(doubled, key=str):
        at.found.reasons.add(f"{at.words} has two notes on {on[:60]!r}. Make them one.")
    for said in too_much(read):
        at.fault(said)
    return read


NOTE = Record(
    (
        Field(
            "on",
            Word(
                (*BOOK.lines, *LEVERS, *SEARCHED),
                _NO_NUMBER,
                "A line of the book with a year, or a lever or a searched figure without one.",
            ),
            lambda n: n.on,
        ),
        Field("year", Whole(0, OPERATING_YEARS, _NO_NUMBER, or_none=True), lambda n: n.year),
        Field("text", Line(LONGEST_NOTE, shortest=1), lambda n: n.text),
        Field("stood", Line(LONGEST_STOOD), lambda n: n.stood),
    ),
    _note,
)
_NO_LEVER = '"lever" is {given}, which is not the name of a lever. Write one of docs/levers.md.'
_SIDE = Checked("A value that the lever may hold.")
MOVE = Record(
    (
        Field("lever", Word(tuple(LEVERS), _NO_LEVER), lambda m: m.lever),
        Field("from", _SIDE, lambda m: m.before),
        Field("to", _SIDE, lambda m: m.after),
        Field("effect", Dollars(), lambda m: m.effect),
    ),
    _move,
)
DECISION = Record(
    (
        Field("day", Day(), lambda d: d.day),
        Field("who", Line(LONGEST_WHO), lambda d: d.who),
        Field("why", Line(LONGEST_WHY), lambda d: d.why),
        Field("before", Dollars("The structural result of Year 5 before, in dollars."), lambda d: d.before),
        Field("after", Dollars(), lambda d: d.after),
        Field("moves", Many(MOVE, len(LEVERS), "move"), lambda d: d.moves),
    ),
    lambda values, _at: Decision(**values),
)
NOTEBOOK = Record(
    (
        Field("notes", Many(NOTE, MOST_NOTES, "note"), lambda n: n.notes),
        Field("decisions", Many(DECISION, MOST_DECISIONS, "decision"), lambda n: n.decisions),
    ),
    _notebook,
)


def notebook_text(notebook: Notebook) -> str:
    """The notebook alone, as a browser keeps it."""
    return json.dumps(NOTEBOOK.write(notebook), ensure_ascii=False)


def read_notebook(content: bytes) -> tuple[Notebook, tuple[str, ...]]:
    """The notebook that `notebook_text` wrote, and remarks.

    Raises `FileRefused` with everything that is wrong with it.
    """
    given = parse(content)
    if not isinstance(given, dict):
        raise FileRefused([f"{shown(given)} is no record of notes and decisions. Take it out."])
    found = Found()
    read: Notebook = NOTEBOOK.read(given, Place("The record", "", found))
    return read, found.or_refuse()


def too_much(notebook: Notebook) -> list[str]:
    """Messages for more notes or decisions than a plan may carry."""
    counts = ((notebook.notes, MOST_NOTES, "notes"), (notebook.decisions, MOST_DECISIONS, "decisions"))
    said = [
        f"A plan holds up to {most} {what}; there are {len(held):,}. Take some off."
        for held, most, what in counts
        if len(held) > most
    ]
    size = len(notebook_text(notebook).encode(errors="replace"))
    if size > MOST_NOTEBOOK:
        said.append(
            f"The notes and decisions of a plan take up to {MOST_NOTEBOOK:,} bytes; these take {size:,}. "
            "Shorten some, or save the plan as a file and take some off."
        )
    return said
