"""Reading the files of `data/`: tables and JSON objects, checked cell by cell.

Faults are collected, not raised one by one, so that a file is refused once with a list of all of them.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from model.nearest import nearest
from model.units import plain

Range: TypeAlias = tuple[float, float]
DATA = Path(__file__).resolve().parents[2] / "data"
STATUSES = ("sourced", "derived", "weak", "assumption")
# Stands in for a refused number. No loader returns it, because the whole file is refused.
REFUSED = 0.0


class EvidenceError(ValueError):
    """A data file that cannot be used. `problems` lists everything wrong with it."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        super().__init__(f"{head} in the data:\n" + "\n".join(f"- {p}" for p in self.problems))


def near(word: str, known: Iterable[str], otherwise: str) -> str:
    """The known word that was probably meant, in quotes, or else another remedy."""
    return f"Did you mean {close[0]!r}?" if (close := nearest(word, known)) else otherwise


def one_of(words: Sequence[str]) -> str:
    return "Use one of: " + ", ".join(words) + "."


def from_to(limits: Range) -> str:
    return f"from {plain(limits[0])} to {plain(limits[1])}"


def refuse(problems: Sequence[str]) -> None:
    if problems:
        raise EvidenceError(problems)


def within(x: float, limits: Range) -> bool:
    return limits[0] <= x <= limits[1]


def typed(cell: str) -> float | None:
    """A finite number as a spreadsheet reads it, or None. (Python would take 1_000 for one.)"""
    try:
        number = math.nan if "_" in cell else float(cell)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def finite(value: object) -> float | None:
    # JSON knows true, NaN and integers too large for a float; none of them is an amount.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


class Row(NamedTuple):
    """One row of a table. Reading a cell checks it; a fault is recorded and a harmless value returned.

    A missing column is recorded once, at the header; its cells add no further messages.
    """

    place: str
    cells: Mapping[str, str]
    problems: list[str]

    def fault(self, field: str, what: str, remedy: str) -> None:
        self.problems.append(f"{self.place}, {field}: {what}. {remedy}")

    def optional(self, field: str) -> str:
        return self.cells.get(field, "")

    def text(self, field: str) -> str:
        cell = self.optional(field)
        if not cell and field in self.cells:
            self.fault(field, "is empty", "Every row needs it.")
        return cell

    def empty(self, field: str, why: str) -> None:
        cell = self.optional(field)
        if cell:
            self.fault(field, f"{cell!r} does not belong here", f"Leave it empty: {why}.")

    def word(self, field: str, allowed: Sequence[str]) -> str:
        cell = self.text(field)
        if cell and cell not in allowed:
            self.fault(field, f"{cell!r} is unknown", near(cell, allowed, one_of(allowed)))
        return cell

    def number(self, field: str) -> float | None:
        cell = self.text(field)
        if not cell:
            return None
        number = typed(cell)
        if number is not None:
            return number
        self.fault(field, f"{cell!r} is not a finite number", "Write digits only, such as 1200 or 0.027.")
        return None

    def number_within(self, field: str, low: float, high: float, whole: bool = False) -> float:
        number = self.number(field)
        if number is None:
            return REFUSED
        if not within(number, (low, high)) or (whole and number != int(number)):
            kind = "a whole number" if whole else "a number"
            self.fault(field, f"{plain(number)} is not possible", f"Give {kind} {from_to((low, high))}.")
        return number

    def range(self, low_field: str, high_field: str) -> Range | None:
        low, high = self.number(low_field), self.number(high_field)
        if low is None or high is None:
            return None
        if low > high:
            what = f"{plain(low)} is above {high_field} {plain(high)}"
            self.fault(low_field, what, "Put the lower number first.")
            return None
        return low, high

    def ids(self, field: str, sources: Collection[str]) -> tuple[str, ...]:
        cell = self.text(field)
        ids = tuple(cell.split("+")) if cell else ()
        for source_id in ids:
            if source_id not in sources:
                remedy = near(source_id, sources, "Add it to sources.csv.")
                self.fault(field, f"source {source_id!r} is unknown", remedy)
        if len(set(ids)) < len(ids):
            self.fault(field, f"{cell!r} names a source twice", "Name it once.")
        return ids

    def money_year(self, field: str) -> str:
        cell = self.text(field)
        if cell and not _is_money_year(cell):
            self.fault(field, f"{cell!r} is not a school year", "Write it as 2023-24.")
        return cell


def _is_money_year(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d{2}", text)) and (int(text[:4]) + 1) % 100 == int(text[5:])


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        where = path.parent.name
        raise EvidenceError([f"{path.name}: there is no such file in {where}. Put it back."]) from None
    except UnicodeDecodeError:
        raise EvidenceError([f"{path.name}: is not UTF-8 text. Save it as UTF-8."]) from None


def rows_of(path: Path, columns: Sequence[str], problems: list[str]) -> list[Row]:
    table = list(csv.reader(io.StringIO(_read(path), newline="")))
    header = table[0] if table else []
    problems += _header_problems(path.name, header, columns)
    rows = []
    for number, cells in enumerate(table[1:], 2):
        if not cells:
            continue
        if len(cells) != len(header):
            problems.append(
                f"{path.name}, row {number} ({cells[0]}): has {len(cells)} cells, the header {len(header)}. "
                "Put quotes around a text with a comma in it."
            )
            continue
        named = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
        place = f"{path.name}, row {number} ({named.get(columns[0]) or 'no key'})"
        rows.append(Row(place, named, problems))
    _note_doubles(rows, columns[0])
    return rows


def _header_problems(name: str, header: Sequence[str], columns: Sequence[str]) -> list[str]:
    missing = [f"{name}, header: column {c!r} is missing. Add it." for c in columns if c not in header]
    unknown = [
        f"{name}, header: column {c!r} is unknown. {near(c, columns, 'Take it out.')}"
        for c in header
        if c not in columns
    ]
    twice = [c for c, count in Counter(header).items() if count > 1]
    doubles = [f"{name}, header: column {c!r} stands twice. Keep one." for c in twice]
    return missing + unknown + doubles


def _note_doubles(rows: Sequence[Row], key_column: str) -> None:
    seen: set[str] = set()
    for row in rows:
        key = row.text(key_column)
        if key and key in seen:
            row.fault(key_column, f"{key!r} stands twice", "Give each row a key of its own.")
        seen.add(key)


class Document(NamedTuple):
    """One JSON object, read in the same way as a row of a table."""

    place: str
    fields: Mapping[str, object]
    problems: list[str]

    def fault(self, field: str, what: str, remedy: str) -> None:
        self.problems.append(f"{self.place}, {field}: {what}. {remedy}")

    def check_fields(self, known: Sequence[str], optional: Sequence[str] = ()) -> None:
        for name in known:
            if name not in self.fields:
                self.fault(name, "is missing", "Add it.")
        for name in self.fields:
            if name not in (*known, *optional):
                self.fault(name, "is unknown", near(name, (*known, *optional), "Take it out."))

    def inside(self, field: str) -> Document | None:
        """The object in a field, read in the same way; None where there is no such field."""
        if field not in self.fields:
            return None
        inner = self.fields[field]
        if not isinstance(inner, dict):
            self.fault(field, f"{inner!r} is not an object", "Begin it with a curly brace.")
            return None
        return Document(f"{self.place}, {field}", inner, self.problems)

    def whole_number(self, field: str, low: int, high: int) -> int:
        value = self.fields.get(field)
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        if field in self.fields:
            self.fault(field, f"{value!r} is not possible", f"Give a whole number {from_to((low, high))}.")
        return low

    def text(self, field: str) -> str:
        value = self.fields.get(field, "")
        if isinstance(value, str) and value.strip():
            return value
        if field in self.fields:
            self.fault(field, f"{value!r} is not a text" if value else "is empty", "Write a few words.")
        return ""

    def word(self, field: str, allowed: Sequence[str]) -> str:
        word = self.text(field)
        if word and word not in allowed:
            self.fault(field, f"{word!r} is unknown", near(word, allowed, one_of(allowed)))
        return word

    def version(self, field: str) -> int:
        value = self.fields.get(field, 1)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
            return value
        self.fault(field, f"{value!r} is not a version", "Write a whole number from 1 up.")
        return 1

    def money_year(self, field: str) -> str:
        year = self.text(field)
        if year and not _is_money_year(year):
            self.fault(field, f"{year!r} is not a school year", "Write it as 2023-24.")
        return year


def document_of(path: Path, problems: list[str]) -> Document | None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        doubles = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
        problems.extend(f"{path.name}, {name}: stands twice. Keep one." for name in doubles)
        return dict(pairs)

    try:
        fields = json.loads(_read(path), object_pairs_hook=once)
    except json.JSONDecodeError as error:
        problems.append(f"{path.name}, line {error.lineno}: is not JSON ({error.msg}). Mend it there.")
        return None
    if not isinstance(fields, dict):
        problems.append(f"{path.name}: holds no JSON object. Begin it with a curly brace.")
        return None
    return Document(path.name, fields, problems)
