"""Notes and decisions in a file: how they are written as plain values, and how they are read again, as strictly as levers."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import date

from exchange.plan_file import history
from exchange.plan_file.finding import Notes, line, names
from exchange.plan_file.shape import (
    DECISION_FIELDS,
    LONGEST_NOTE,
    LONGEST_STOOD,
    LONGEST_WHO,
    LONGEST_WHY,
    MOST_DECISIONS,
    MOST_NOTES,
    MOST_RECORD,
    MOVE_FIELDS,
    NOTE_FIELDS,
    RECORD_FIELDS,
    FileRefused,
)
from exchange.plan_file.strict_json import parse
from model.evidence import LEVERS, Value
from model.explain.record import Decision, Move, Note, Record, is_place
from model.plan.scenario import check

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LARGEST = 1e15  # dollars


def plain(record: Record) -> dict[str, object]:
    """The notes and decisions as plain values, as they stand in a file; five yearly numbers are a tuple."""
    return {
        "notes": [{"on": n.on, "year": n.year, "text": n.text, "stood": n.stood} for n in record.notes],
        "decisions": [
            {
                "day": d.day.isoformat(),
                "who": d.who,
                "why": d.why,
                "before": d.before,
                "after": d.after,
                "moves": [
                    {"lever": m.lever, "from": m.before, "to": m.after, "effect": m.effect} for m in d.moves
                ],
            }
            for d in record.decisions
        ],
    }


def text_of(record: Record) -> str:
    """Only the notes and decisions, as a browser keeps them."""
    return json.dumps(plain(record), ensure_ascii=False)


def too_much(record: Record) -> list[str]:
    """What is to be said of more notes or decisions than a plan may carry."""
    counts = ((len(record.notes), MOST_NOTES, "notes"), (len(record.decisions), MOST_DECISIONS, "decisions"))
    said = [f"A plan holds up to {most} {what}; there are {n:,}." for n, most, what in counts if n > most]
    size = len(text_of(record).encode(errors="replace"))
    if size > MOST_RECORD:
        said.append(
            f"The notes and decisions of a plan take up to {MOST_RECORD:,} bytes; these take {size:,}. Shorten some, or save the "
            "plan as a file and take some off."
        )
    return said


def read_record(content: bytes) -> tuple[Record, tuple[str, ...]]:
    """What `text_of` wrote, and remarks. Raises `FileRefused` with everything that is wrong with it."""
    given = parse(content)
    if not isinstance(given, dict):
        raise FileRefused(["These are no notes and decisions."])
    found = Notes([], [])
    names(given, RECORD_FIELDS, "The record", found)
    read = record(given, "The record", found)
    if found.reasons:
        raise FileRefused(found.reasons)
    return read, tuple(dict.fromkeys(found.remarks))


def record(given: Mapping[str, object], place: str, found: Notes) -> Record:
    """The notes and decisions of a plan. What is wrong and what is left out is put into `found`."""
    notes = [
        _note(x, f"{place}, note {i}", found) for i, x in _each(given, "notes", MOST_NOTES, place, found)
    ]
    decisions = [
        _decision(x, f"{place}, decision {i}", found)
        for i, x in _each(given, "decisions", MOST_DECISIONS, place, found)
    ]
    kept = [n for n in notes if n]
    doubled = {n.place for n in kept if sum(m.place == n.place for m in kept) > 1}
    found.reasons.extend(
        f"{place} has two notes on {on[:60]}. Make them one." for on, _ in sorted(doubled, key=str)
    )
    read = Record(tuple(kept), tuple(d for d in decisions if d))
    found.reasons.extend(f"{place}: {x}" for x in too_much(read))
    return read


def _each(
    given: Mapping[str, object], field: str, most: int, place: str, found: Notes
) -> list[tuple[int, Mapping[str, object]]]:
    items = given.get(field, [])
    if not isinstance(items, list):
        found.reasons.append(f'{place}: "{field}" is not a list.')
        return []
    if len(items) > most:
        found.reasons.append(f"{place} has {len(items):,} {field}; up to {most} fit.")
        return []
    wrong = [i for i, x in enumerate(items, 1) if not isinstance(x, dict)]
    found.reasons.extend(f'{place}: number {i} of its "{field}" is not what it should be.' for i in wrong)
    return [(i, x) for i, x in enumerate(items, 1) if isinstance(x, dict)]


def _note(given: Mapping[str, object], place: str, found: Notes) -> Note | None:
    names(given, NOTE_FIELDS, place, found)
    text = line(given, "text", LONGEST_NOTE, place, found)
    stood = line(given, "stood", LONGEST_STOOD, place, found)
    on, year = given.get("on"), given.get("year")
    if not isinstance(on, str) or not (
        year is None or (isinstance(year, int) and not isinstance(year, bool))
    ):
        found.reasons.append(f'{place}: "on" and "year" do not name a number.')
        return None
    if not is_place(on, year):
        when = "" if year is None else f", year {str(year)[:20]}"
        found.remarks.append(
            f"{place} is on {on[:60]!r}{when}, which is not a number here, and is left out. It says: {text}"
        )
        return None
    if not text and isinstance(given.get("text"), str):
        found.reasons.append(f"{place} says nothing. Take it out.")
    return Note(on, year, text, stood)


def _decision(given: Mapping[str, object], place: str, found: Notes) -> Decision | None:
    names(given, DECISION_FIELDS, place, found)
    who = line(given, "who", LONGEST_WHO, place, found)
    why = line(given, "why", LONGEST_WHY, place, found)
    before, after = (_dollars(given, field, place, found) for field in ("before", "after"))
    moves = [
        _move(x, f"{place}, move {i}", found) for i, x in _each(given, "moves", len(LEVERS), place, found)
    ]
    day = _day(given.get("day"))
    if day is None:
        if "day" in given:
            found.reasons.append(f'{place}: "day" is not a day such as "2026-11-25".')
        return None
    return Decision(day, who, why, tuple(m for m in moves if m), before, after)


def _day(given: object) -> date | None:
    if not isinstance(given, str) or not _DAY.fullmatch(given):
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _move(given: Mapping[str, object], place: str, found: Notes) -> Move | None:
    names(given, MOVE_FIELDS, place, found)
    key = given.get("lever")
    effect = _dollars(given, "effect", place, found)
    if not isinstance(key, str):
        if "lever" in given:
            found.reasons.append(f'{place}: "lever" is not the name of a lever.')
        return None
    if key in history.DROPPED and key not in LEVERS:
        found.remarks.append(
            f"{place}: {key} is no lever any more and is left out. {history.DROPPED[key].meaning}"
        )
        return None
    if key not in LEVERS:
        found.reasons.append(f"{place}: {key[:60]!r} is not a lever.")
        return None
    before, after = (_value(given.get(side), key, place, found) for side in ("from", "to"))
    return Move(key, before, after, effect)


def _value(given: object, key: str, place: str, found: Notes) -> Value:
    value, problems = check(LEVERS[key], "a truth value" if isinstance(given, bool) else given)
    found.reasons.extend(f"{place}: {p.message}" for p in problems)
    return value


def _dollars(given: Mapping[str, object], field: str, place: str, found: Notes) -> float:
    x = given.get(field, 0)
    if isinstance(x, bool) or not isinstance(x, int | float) or not math.isfinite(x) or abs(x) > LARGEST:
        found.reasons.append(f'{place}: "{field}" is not a number of dollars.')
        return 0.0
    return float(x)
