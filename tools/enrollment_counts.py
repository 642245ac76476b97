"""Counts of students by school and year, read from CSV files of documented columns: see docs/ranges.md."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

# A file has one column of each, under one of these names; or a column of schools and one column a year.
SCHOOL = ("school", "school_id", "muni", "cdn")
YEAR = ("year", "sy", "fy")
PUPILS = ("pupils", "enrollment", "enrolment")
WIDE = re.compile(r"fall_(\d{4})")  # fall 2012 belongs to the school year that ends in 2013


class CountsError(ValueError):
    """A file that cannot be used. `problems` says everything that is wrong with it."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


def read(paths: Sequence[Path]) -> tuple[np.ndarray, int]:
    """Counts as an array (school, year), the years in a row; and how many cells were empty or zero.

    NaN stands where there is no count. Raises `CountsError` and `OSError`.
    """
    found: dict[tuple[str, int], float] = {}
    problems: list[str] = []
    blank = 0
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            try:
                cells = list(_cells(rows, rows.fieldnames or ()))
            except CountsError as e:
                problems += [f"{path.name}: {p}" for p in e.problems]
                continue
        for line, school, year, text in cells:
            when, pupils = _number(year, 3000), _number(text, 1e6)
            if when is None or pupils is None or when != int(when):
                problems.append(f"{path.name}, row {line}: year {year!r}, students {text!r}. Write numbers.")
                continue
            if not pupils:
                blank += 1
            elif found.setdefault((school, int(when)), pupils) != pupils:
                problems.append(f"{path.name}, row {line}: {school} has two counts in {int(when)}. Keep one.")
    if not problems and not found:
        problems = ["There is no count in these files."]
    if problems:
        raise CountsError(problems)
    return _laid_out(found), blank


def _cells(rows: csv.DictReader[str], header: Sequence[str]) -> list[tuple[int, str, str, str]]:
    """Line, school, year and count of every cell."""
    school = _one_of(header, SCHOOL)
    wide = {name: str(int(m[1]) + 1) for name in header if (m := WIDE.fullmatch(name))}
    year, pupils = _one_of(header, YEAR), _one_of(header, PUPILS)
    if school and wide:
        return [
            (i, row[school], y, row[name] or "") for i, row in enumerate(rows, 2) for name, y in wide.items()
        ]
    if school and year and pupils:
        return [(i, row[school], row[year], row[pupils] or "") for i, row in enumerate(rows, 2)]
    missing = [names for names, there in ((SCHOOL, school), (YEAR, year), (PUPILS, pupils)) if not there]
    raise CountsError([f"has no column {' or '.join(names)}. Add it." for names in missing])


def _number(text: str, below: float) -> float | None:
    """A number from 0 up; nothing is 0, and anything else is None."""
    try:
        number = float(text.strip() or 0)
    except ValueError:
        return None
    return number if 0 <= number < below else None


def _one_of(header: Sequence[str], names: Sequence[str]) -> str:
    return next((n for n in names if n in header), "")


def _laid_out(found: dict[tuple[str, int], float]) -> np.ndarray:
    schools = {s: i for i, s in enumerate(sorted({s for s, _ in found}))}
    years = [y for _, y in found]
    counts = np.full((len(schools), max(years) - min(years) + 1), np.nan)
    for (school, year), pupils in found.items():
        counts[schools[school], year - min(years)] = pupils
    return counts
