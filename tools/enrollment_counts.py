"""Counts of students by school and year, read from CSV files of documented columns: see docs/ranges.md."""

from __future__ import annotations

import csv
import gzip
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np

from model.evidence.spreads import DISTRICT, ELEMENTARY, HIGH
from model.sentences import Sentences
from tools.kinds_of_counts import KIND_COLUMNS, KINDS, Kinds, is_known

# A file has one column of each, under one of these names; or a column of schools and one column a year.
SCHOOL = ("school", "school_id", "district", "muni", "cdn")
YEAR = ("year", "sy", "fy")
PUPILS = ("pupils", "students", "enrollment", "enrolment")
ON_THE_DAY = ("enrollment_20th_day", "enrolment_20th_day")  # taken where no other count of the year stands
# Public funding, if it is there: the columns of one of these are added up.
FUNDING = (("funding",), ("property_tax", "state_aid_education"), ("rev_local_tax", "rev_state"))
WIDE = re.compile(r"fall_(\d{4})")  # fall 2012 belongs to the school year that ends in 2013
_GRADE = re.compile(r"grade_(k|\d{1,2})")
_OF_DISTRICTS = ("district", "muni", "cdn")
GRADES = 13  # kindergarten to grade 12
_HIGH = frozenset(range(9, GRADES))
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[-/\N{EN DASH}]\s*(\d{4}|\d{2})")  # 2005-06, 2005-2006
_WHOLE = re.compile(r"(\d+)\.0")  # how some programs write the number of a school
_NO_NAME = ("", "NA", "N/A")
_MOST = 1e7  # students: beyond it a cell holds something else


class CountsError(ValueError):
    """A file that cannot be used. `problems` says what is wrong: the first fifty faults, and a count."""

    def __init__(self, found: Sentences) -> None:
        self.found = found
        self.problems = found.told("terminal.more_faults")
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Counts:
    """Schools or districts of one kind. Arrays have the shape (school, year), the years in a row.

    `pupils` are NaN where there is no count. `is_full` says whether a school had students in every grade it
    should have, which is every grade it had in some year, and 9 to 12 of a high school. Where grades are
    listed and not counted, they have to be the same in every list. True where nothing is said of grades.
    `grades` has a third side, kindergarten to grade 12; all 0 where nothing is said. `funding` are dollars,
    NaN where none are stated.
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
    kinds: Kinds = field(default_factory=Kinds)
    problems: Sentences = field(default_factory=Sentences)
    blank: int = 0
    nameless: int = 0
    on_the_day: int = 0


class Read(NamedTuple):
    """The counts of each kind of school, and of what else the files hold how much there was.

    How many years of schools have no count, how many rows name no school, and how many counts are those of
    the 20th day because no other one stands. `alike` are schools whose names differ in leading zeros, letter
    case or blanks alone, and which are kept apart.
    """

    counts: list[Counts]
    blank: int
    nameless: int
    on_the_day: int
    alike: list[tuple[str, ...]]


def read(paths: Sequence[Path], kind: str = "") -> Read:
    """What files hold together, joined by school.

    `kind` is what schools are where the file says nothing. Raises `CountsError` and `OSError`.
    """
    found = _Found()
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        try:
            with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
                rows = csv.DictReader(file)
                rows.fieldnames = ["_".join(name.lower().split()) for name in rows.fieldnames or ()]
                _take(path.name, rows, rows.fieldnames, found)
        except (UnicodeDecodeError, csv.Error, gzip.BadGzipFile, EOFError):
            found.problems.add(f"{path.name}: is no CSV file in UTF-8. Save it as one.")
    if not found.problems and not found.pupils:
        found.problems.add("There is no count in these files.")
    if found.problems:
        raise CountsError(found.problems)
    counts = _laid_out(found, kind)
    return Read(counts, found.blank, found.nameless, found.on_the_day, _alike({s for s, _ in found.pupils}))


def _alike(schools: Iterable[str]) -> list[tuple[str, ...]]:
    """Names that a spreadsheet may have made of one: it takes the zeros away at which a number begins."""
    same: dict[str, list[str]] = {}
    for school in sorted(schools):
        plain = "".join(school.lower().split())
        same.setdefault(plain.lstrip("0") if plain.isdigit() else plain, []).append(school)
    return [tuple(names) for names in same.values() if len(names) > 1]


def _take(file: str, rows: csv.DictReader[str], header: Sequence[str], found: _Found) -> None:
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        found.problems.add(f"{file}: column {twice[0]!r} stands twice. Keep one.")
        return
    school, year, pupils, day = (
        next((n for n in names if n in header), "") for names in (SCHOOL, YEAR, PUPILS, ON_THE_DAY)
    )
    wide = {name: str(int(m[1]) + 1) for name in header if (m := WIDE.fullmatch(name))}
    missing = [
        names
        for names, there in ((SCHOOL, school), (YEAR, year or wide), (PUPILS, pupils or day or wide))
        if not there
    ]
    if missing:
        for names in missing:
            found.problems.add(f"{file}: has no column {' or '.join(names)}. Add it.")
        return
    grades = {name: 0 if m[1] == "k" else int(m[1]) for name in header if (m := _GRADE.fullmatch(name))}
    grades = {name: g for name, g in grades.items() if g < GRADES}
    is_high = bool(grades) and set(grades.values()) <= _HIGH
    usual = DISTRICT if school in _OF_DISTRICTS else HIGH if is_high else ELEMENTARY
    money = next((names for names in FUNDING if set(names) <= set(header)), ())
    for line, row in enumerate(rows, 2):
        here = f"{file}, row {line}"
        if None in row or None in row.values():
            found.problems.add(f"{here}: has more or fewer cells than the header. Mend the row.")
            continue
        name = row[school].strip()
        if name.upper() in _NO_NAME:
            found.nameless += 1
            continue
        name = _WHOLE.sub(r"\1", name) if _WHOLE.fullmatch(name) else name
        if not is_known(row.get("kind", "")):
            found.problems.add(f"{here}: kind {row['kind']!r} is not known. Write one of {', '.join(KINDS)}.")
        at = None if wide else _school_year(row[year])
        found.kinds.note(name, usual, {column: row.get(column, "") for column in KIND_COLUMNS}, at)
        for when, text in wide.items():
            _count(here, name, text, row[when], found)
        if not wide:
            _count(here, name, row[year], row.get(pupils, ""), found, row.get(day, ""))
        if at is not None:
            _note_rest(here, (name, at), row, grades, money, found)


def _count(here: str, school: str, year: str, text: str, found: _Found, on_the_day: str = "") -> None:
    when, pupils, then = _school_year(year), _number(text), _number(on_the_day)
    if when is None:
        found.problems.add(f"{here}: {year!r} is no school year. Write 2006 or 2005-06 if it ends in 2006.")
    if pupils is None or then is None:
        said = f"{here}: year {year!r}, students {text!r}" + (
            f", on the 20th day {on_the_day!r}" * bool(on_the_day)
        )
        found.problems.add(f"{said}. Write numbers.")
    elif when is None:
        return
    elif not pupils and not then:
        found.blank += 1
    elif found.pupils.setdefault((school, when), pupils or then) != (pupils or then):
        found.problems.add(f"{here}: {school} has two counts in {when}. Keep one.")
    else:
        found.on_the_day += not pupils


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
        found.problems.add(f"{here}: a grade or an amount of money is no number. Write numbers.")
        return
    if grades:
        found.grades[at] = {grades[name]: n for name, n in counted.items() if n}
    if money and all(dollars) and (total := sum(d for d in dollars if d)) > 0:
        found.funding[at] = total


def _school_year(text: str) -> int | None:
    """The year in which a school year ends, written so or by both of its years."""
    if both := _SCHOOL_YEAR.fullmatch(text.strip()):
        ends = int(both[1]) + 1
        return ends if both[2] in (str(ends), f"{ends % 100:02}") else None
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
        far = f"The years {min(years)} and {max(years)} stand in one set. Mend the wrong one."
        raise CountsError(Sentences([far]))
    kinds: dict[str, list[str]] = {}
    for school in sorted({s for s, _ in found.pupils}):
        own = found.kinds.of(school, kind)
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
            if served is None:
                full[i, t] = found.kinds.keeps_its_grades(school, year)
            else:
                full[i, t] = bool(served) and set(served) == should
                by_grade[i, t, list(served)] = list(served.values())
    return Counts(kind, first, pupils, full, by_grade, funding)
