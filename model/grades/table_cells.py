"""The cells of a pasted table: parted by tabs, as spreadsheets copy them, commas, semicolons or blanks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.plan.typed_numbers import read_number
from model.texts import counted, quoted, say
from model.units import year_name
from model.years import OPERATING_YEARS

LONGEST, MOST_ROWS = 20_000, 60  # characters and rows; thirteen grades with heads and totals take a tenth
YEARS_OF_A_HEAD = range(1990, 2101)  # "2026" over a column is a year and no count
_PARTS = ("\t", ";", "|", ",")
_BLANKS = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows that hold something, each with its number in the paste; the names over the five years, if any."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    heads: tuple[str, ...] = ()

    @property
    def wide(self) -> int:
        """The columns that hold something."""
        return len(self.rows[0][1])

    def column(self, year: int) -> str:
        """The name of a column of counts, 0 to 4: what stands over it, or its year."""
        return quoted(self.heads[year]) if self.heads else year_name(year + 1)


def sheet_of(text: str) -> Sheet | str:
    """The cells of a text, or what is wrong with it as a whole. Empty columns and rows are left out."""
    if len(text) > LONGEST:
        return say("pasted.too_long", count=counted(f"{len(text):,}"), most=f"{LONGEST:,}")
    rows = [(at, cells) for at, cells in enumerate(_rows(text), 1) if any(c.strip() for c in cells)]
    if len(rows) > MOST_ROWS:
        return say("pasted.too_many_lines", count=counted(len(rows)), most=MOST_ROWS)
    if not rows:
        return say("pasted.nothing")
    wide = max(len(cells) for _, cells in rows)
    filled = [(at, (*cells, *[""] * (wide - len(cells)))) for at, cells in rows]
    # A row of five cells among rows of six has lost none: its last ones are empty.
    kept = [i for i in range(wide) if any(cells[i].strip() for _, cells in filled)]
    kept = _with_years(kept, wide)
    even = tuple((at, tuple(cells[i].strip() for i in kept)) for at, cells in filled)
    return Sheet(even, _heads(even))


def _with_years(kept: list[int], wide: int) -> list[int]:
    """An empty first or last year is a column all the same, where the table is too narrow without it."""
    if len(kept) in (OPERATING_YEARS, OPERATING_YEARS + 1) or wide not in (
        OPERATING_YEARS,
        OPERATING_YEARS + 1,
    ):
        return kept
    return list(range(wide))


def _rows(text: str) -> list[Sequence[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n\ufeff")
    part = next((p for p in _PARTS if p in text and (p != "," or _parts_cells(text))), "")
    if part:
        return list(csv.reader(io.StringIO(text), delimiter=part))
    return [_by_blanks(line) for line in text.split("\n")]


def _parts_cells(text: str) -> bool:
    """Whether commas part cells, and do not only stand within thousands: "1,056"."""
    return any(line.count(",") >= OPERATING_YEARS - 1 for line in text.split("\n"))


def _by_blanks(line: str) -> list[str]:
    """The last five words of a line are its counts, and what stands before them names its grade."""
    cells = _BLANKS.split(line.strip())
    if len(cells) > OPERATING_YEARS:
        return cells
    words = line.split()
    if len(words) <= OPERATING_YEARS:
        return words
    return [" ".join(words[:-OPERATING_YEARS]), *words[-OPERATING_YEARS:]]


def _heads(rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """The names over the years: of the first row with one for each, if no count stands above it."""
    for _, row in rows:
        cells = row[-OPERATING_YEARS:]
        if any(map(_is_count, cells)):
            break
        if len(cells) == OPERATING_YEARS and all(cells):
            return cells
    return ()


def _is_count(cell: str) -> bool:
    found = read_number(cell)
    return found is not None and found.value not in YEARS_OF_A_HEAD
