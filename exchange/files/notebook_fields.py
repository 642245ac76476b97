"""The notebook in a file, declared: every field of notes, decisions and payments with its limit, and
cross-checks.

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
from exchange.files.payment_fields import PAYMENTS
from exchange.files.strict_json import parse
from model.evidence import LEVERS, Value
from model.explain.noted_numbers import SEARCHED, is_place
from model.lines.worksheet import BOOK
from model.plan.notebook import Decision, Move, Note, Notebook
from model.plan.payment_times import USUAL
from model.plan.scenario import REGISTER_PAGE, check
from model.texts import quoted, say
from model.years import OPERATING_YEARS

_NO_PLACE, LEVER = "plan_file.no_place", "lever"


def _note(values: Mapping[str, Any], at: Place) -> Any:
    note = Note(**values)
    if not is_place(note.on, note.year):
        about = {"place": at.words, "name": quoted(note.on[:60]), "text": note.text}
        at.found.left_out.append(
            say("plan_file.note_left_out", **about)
            if note.year is None
            else say("plan_file.yearly_note_left_out", year=str(note.year)[:20], **about)
        )
        return UNUSABLE
    return note


def _move(values: Mapping[str, Any], at: Place) -> Any:
    key = values[LEVER]
    if key in history.DROPPED and key not in LEVERS:
        meaning = say(history.DROPPED[key].meaning)
        at.remark(say("plan_file.dropped_from_decision", setting=key, meaning=meaning))
        return UNUSABLE
    if key not in LEVERS:
        wrong = {"field": LEVER, "given": quoted(key[:60]), "page": REGISTER_PAGE}
        at.fault(say("plan_file.no_setting", **wrong))
        return UNUSABLE
    before, after = (_value(key, values[side], at) for side in ("from", "to"))
    return Move(key, before, after, values["effect"])


def _value(key: str, given: object, at: Place) -> Value:
    value, problems = check(LEVERS[key], shown(given) if isinstance(given, bool) else given)
    for problem in problems:
        at.fault(problem.message)
    return value


def _notebook(values: Mapping[str, Any], at: Place) -> Notebook:
    read = Notebook(values["notes"], values["decisions"], values["payments"])
    places = [n.place for n in read.notes]
    doubled = {place for place in places if places.count(place) > 1}
    for on, _ in sorted(doubled, key=str):
        at.found.reasons.add(say("plan_file.two_notes", place=at.words, name=quoted(on[:60])))
    for said in too_much(read):
        at.fault(said)
    return read


NOTE = Record(
    (
        Field(
            "on",
            Word(
                (*BOOK.lines, *LEVERS, *SEARCHED),
                _NO_PLACE,
                "schema.note_on",
            ),
            lambda n: n.on,
        ),
        Field("year", Whole(0, OPERATING_YEARS, _NO_PLACE, or_none=True), lambda n: n.year),
        Field("text", Line(LONGEST_NOTE, shortest=1), lambda n: n.text),
        Field("stood", Line(LONGEST_STOOD), lambda n: n.stood),
    ),
    _note,
)
_SIDE = Checked("schema.move_side")
MOVE = Record(
    (
        Field(LEVER, Word(tuple(LEVERS), "plan_file.no_setting_name"), lambda m: m.lever),
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
        Field("before", Dollars("schema.decision_before"), lambda d: d.before),
        Field("after", Dollars(), lambda d: d.after),
        Field("moves", Many(MOVE, len(LEVERS), "plan_file.move"), lambda d: d.moves),
    ),
    lambda values, _at: Decision(**values),
)
NOTEBOOK = Record(
    (
        Field("notes", Many(NOTE, MOST_NOTES, "plan_file.note"), lambda n: n.notes),
        Field("decisions", Many(DECISION, MOST_DECISIONS, "plan_file.decision"), lambda n: n.decisions),
        Field("payments", PAYMENTS, lambda n: n.payments, optional=True, usual=USUAL),
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
        raise FileRefused([say("plan_file.no_record", given=shown(given))])
    found = Found()
    read: Notebook = NOTEBOOK.read(given, Place(say("plan_file.the_record"), "", found))
    return read, found.or_refuse()


def too_much(notebook: Notebook) -> list[str]:
    """Messages for more notes or decisions than a plan may carry."""
    counts = (
        (len(notebook.notes), MOST_NOTES, "plan_file.too_many_notes"),
        (len(notebook.decisions), MOST_DECISIONS, "plan_file.too_many_decisions"),
    )
    said = [say(key, most=most, held=f"{held:,}") for held, most, key in counts if held > most]
    size = len(notebook_text(notebook).encode(errors="replace"))
    if size > MOST_NOTEBOOK:
        said.append(say("plan_file.notebook_too_large", most=f"{MOST_NOTEBOOK:,}", size=f"{size:,}"))
    return said
