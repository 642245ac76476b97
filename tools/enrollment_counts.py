"""Counts of students by school and year, read from CSV files of documented columns: see docs/ranges.md."""

from __future__ import annotations

import csv
import gzip
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from model.evidence.spreads import CHARTER, DISTRICT, ELEMENTARY, HIGH

# A file has one column of each, under one of these names; or a column of schools and one column a year.
SCHOOL = ("school", "school_id", "district", "muni", "cdn")
YEAR = ("year", "sy", "fy")
PUPILS = ("pupils", "students", "enrollment", "enrolment")
# Public funding, if it is there: the columns of one of these are added up.
FUNDING = (("funding",), ("property_tax", "state_aid_education"), ("rev_local_tax", "rev_state"))
WIDE = re.compile(r"fall_(\d{4})")  # fall 2012 belongs to the school year that ends in 2013
_GRADE = re.compile(r"grade_(k|\d{1,2})")
_OF_DISTRICTS = ("district", "muni", "cdn")
GRADES = 13  # kindergarten to grade 12
_HIGH = frozenset(range(9, GRADES))
_NO_NAME = ("", "NA", "N/A")
_MOST = 1e7  # students: beyond it a cell holds something else


class CountsError(ValueError):
    """A file that cannot be used. `problems` says everything that is wrong with it."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Counts:
    """Schools or districts of one kind. Arrays have the shape (school, year), the years in a row.

    `pupils` are NaN where there is no count. `is_full` says whether a school had students in every grade it
    should have, which is every grade it had in some year, and 9 to 12 of a high school; True where a file has
    no grades. `grades` has a third side, kindergarten to grade 12; all 0 where nothing is said. `funding` are
    dollars, NaN where none are stated.
    """

    kind: str
    first_year: int
    pupils: np.ndarray
    is_full: np.ndarray
    grades: np.ndarray
    funding: np.ndarray

    def half(self, odd: int) -> Counts:
        """Every second school."""
        sides = (self.pupils, self.is_full, self.grades, self.funding)
        return Counts(self.kind, self.first_year, *(a[odd::2] for a in sides))


@dataclass(slots=True)
class _Found:
    pupils: dict[tuple[str, int], float] = field(default_factory=dict)
    grades: dict[tuple[str, int], dict[int, float]] = field(default_factory=dict)
    funding: dict[tuple[str, int], float] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    usual_kinds: dict[str, str] = field(
        default_factory=dict
    )  # what the schools of a file are, if it is silent
    problems: list[str] = field(default_factory=list)
    blank: int = 0
    nameless: int = 0


def read(paths: Sequence[Path], kind: str = "") -> tuple[list[Counts], int, int]:
    """The counts of each kind of school, how many cells were empty or zero, how many rows name no school.

    `kind` is what schools are where the file says nothing. Raises `CountsError` and `OSError`.
    """
    found = _Found()
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        try:
            with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
                rows = csv.DictReader(file)
                _take(path.name, rows, rows.fieldnames or (), found)
        except (UnicodeDecodeError, csv.Error, gzip.BadGzipFile, EOFError):
            found.problems.append(f"{path.name}: is no CSV file in UTF-8. Save it as one.")
    if not found.problems and not found.pupils:
        found.problems.append("There is no count in these files.")
    if found.problems:
        raise CountsError(found.problems)
    return _laid_out(found, kind), found.blank, found.nameless


def _take(file: str, rows: csv.DictReader[str], header: Sequence[str], found: _Found) -> None:
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        found.problems.append(f"{file}: column {twice[0]!r} stands twice. Keep one.")
        return
    school, year, pupils = (next((n for n in names if n in header), "") for names in (SCHOOL, YEAR, PUPILS))
    wide = {name: str(int(m[1]) + 1) for name in header if (m := WIDE.fullmatch(name))}
    missing = [
        names
        for names, there in ((SCHOOL, school), (YEAR, year or wide), (PUPILS, pupils or wide))
        if not there
    ]
    if missing:
        found.problems += [f"{file}: has no column {' or '.join(names)}. Add it." for names in missing]
        return
    grades = {name: 0 if m[1] == "k" else int(m[1]) for name in header if (m := _GRADE.fullmatch(name))}
    grades = {name: g for name, g in grades.items() if g < GRADES}
    is_high = bool(grades) and set(grades.values()) <= _HIGH
    usual = DISTRICT if school in _OF_DISTRICTS else HIGH if is_high else ELEMENTARY
    money = next((names for names in FUNDING if set(names) <= set(header)), ())
    for line, row in enumerate(rows, 2):
        here = f"{file}, row {line}"
        if None in row or None in row.values():
            found.problems.append(f"{here}: has more or fewer cells than the header. Mend the row.")
            continue
        name = row[school].strip()
        if name.upper() in _NO_NAME:
            found.nameless += 1
            continue
        found.usual_kinds.setdefault(name, usual)
        _note_kind(name, row, found)
        for when, text in wide.items() if wide else ((pupils, row[year]),):
            _count(here, name, text, row[when], found)
        if not wide and (at := _whole_year(row[year])) is not None:
            _note_rest(here, (name, at), row, grades, money, found)


def _count(here: str, school: str, year: str, text: str, found: _Found) -> None:
    when, pupils = _whole_year(year), _number(text)
    if when is None or pupils is None:
        found.problems.append(f"{here}: year {year!r}, students {text!r}. Write numbers.")
    elif not pupils:
        found.blank += 1
    elif found.pupils.setdefault((school, when), pupils) != pupils:
        found.problems.append(f"{here}: {school} has two counts in {when}. Keep one.")


def _note_kind(school: str, row: Mapping[str, str], found: _Found) -> None:
    """What a file says of a school's kind: in `kind`, in a network of charters, or by its grades."""
    said = row.get("kind", "").strip().lower()
    if said in (ELEMENTARY, HIGH, CHARTER, DISTRICT):
        found.kinds[school] = said
    elif "charter" in (row.get("network", "") + row.get("school_type", "")).lower():
        found.kinds[school] = CHARTER
    elif grades := {int(g) for g in row.get("grades", "").split(",") if g.strip().isdigit()}:
        is_high = min(grades) >= 7 and max(grades) >= 10
        found.kinds.setdefault(school, HIGH if is_high else ELEMENTARY)


def _note_rest(
    here: str,
    at: tuple[str, int],
    row: Mapping[str, str],
    grades: Mapping[str, int],
    money: Sequence[str],
    found: _Found,
) -> None:
    counted = {name: _number(row[name]) for name in grades}
    dollars = [_number(row[name], -math.inf, math.inf) for name in money]
    if None in counted.values() or None in dollars:
        found.problems.append(f"{here}: a grade or an amount of money is no number. Write numbers.")
        return
    if grades:
        found.grades[at] = {grades[name]: n for name, n in counted.items() if n}
    if money and all(dollars) and (total := sum(d for d in dollars if d)) > 0:
        found.funding[at] = total


def _whole_year(text: str) -> int | None:
    number = _number(text)
    return int(number) if number and number == int(number) and 1800 <= number < 3000 else None


def _number(text: str, least: float = 0, most: float = _MOST) -> float | None:
    """A number, from 0 up unless said; nothing is 0, and anything else is None."""
    try:
        number = float(text.strip() or 0)
    except ValueError:
        return None
    return number if least <= number < most else None


def _laid_out(found: _Found, kind: str) -> list[Counts]:
    years = [y for _, y in found.pupils]
    span = max(years) - min(years) + 1
    if span > 300:
        raise CountsError([f"The years {min(years)} and {max(years)} stand in one set. Mend the wrong one."])
    kinds: dict[str, list[str]] = {}
    for school in sorted({s for s, _ in found.pupils}):
        own = found.kinds.get(school) or kind or found.usual_kinds[school]
        kinds.setdefault(own, []).append(school)
    return [_of_kind(k, schools, min(years), span, found) for k, schools in sorted(kinds.items())]


def _of_kind(kind: str, schools: Sequence[str], first: int, span: int, found: _Found) -> Counts:
    shape = (len(schools), span)
    pupils, funding, full = np.full(shape, np.nan), np.full(shape, np.nan), np.ones(shape, dtype=bool)
    by_grade = np.zeros((*shape, GRADES))
    for i, school in enumerate(schools):
        years = {first + t: found.grades.get((school, first + t)) for t in range(span)}
        should = {g for served in years.values() for g in served or ()}
        should |= _HIGH if should and should <= _HIGH else frozenset()
        for t, (year, served) in enumerate(years.items()):
            pupils[i, t] = found.pupils.get((school, year), np.nan)
            funding[i, t] = found.funding.get((school, year), np.nan)
            if served is not None:
                full[i, t] = bool(served) and set(served) == should
                by_grade[i, t, list(served)] = list(served.values())
    return Counts(kind, first, pupils, full, by_grade, funding)
