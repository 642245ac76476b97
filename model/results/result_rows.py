"""Results as rows, in the one shape that the command line, the page and files share."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from model.book.family import Line
from model.lines.worksheet import BOOK
from model.results.projection import RESULT_KEYS, Projection
from model.units import UNITS
from model.years import YEARS

COLUMNS = ("scenario", "preset", "year", *RESULT_KEYS)


def rows(p: Projection, names: Iterable[tuple[str, str]]) -> Iterator[dict[str, str | float | None]]:
    """One row per scenario and year. `names` gives each scenario's name and preset."""
    for i, (name, preset) in enumerate(names):
        for result in p.results(i):
            yield {"scenario": name, "preset": preset, **result}


def to_csv(table: Iterable[dict[str, str | float | None]]) -> str:
    """Unrounded, blank where a measure does not apply."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in table:
        writer.writerow([unrounded(row[c]) for c in COLUMNS])
    return out.getvalue()


def unrounded(x: str | float | None) -> str:
    """A cell for programs: every digit, and blank for nothing."""
    if x is None or isinstance(x, str):
        return x or ""
    return repr(int(x)) if x == int(x) and abs(x) < 1e15 else repr(x)


def shown(x: float | None, unit: str) -> str:
    """A cell for people: whole dollars, one decimal of a per cent, a dash where the line does not apply."""
    if x is None:
        return "\N{EN DASH}"
    return UNITS[unit].in_table(x)


def applicable(p: Projection, line: Line, year: int, scenario: int = 0) -> float | None:
    """The number in a cell, or None in a year for which the line has no meaning.

    The reference table prints 0 there.
    """
    return p.cell(line.key, year, scenario) if year in line.years else None


def for_people(p: Projection, keys: Iterable[str], scenario: int = 0) -> str:
    """A plain table of lines by years."""
    head = ["", "Start-up", *(f"Year {t}" for t in range(1, YEARS))]
    body = [
        [line.label, *(shown(applicable(p, line, t, scenario), line.unit) for t in range(YEARS))]
        for line in (BOOK.lines[k] for k in keys)
    ]
    return aligned([head, *body])


def aligned(table: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """Rows of text in columns, without trailing blanks: the first `left` left-aligned, the others right."""
    return "\n".join(line.rstrip() for line in in_columns(table, left=left))


def in_columns(table: Sequence[Sequence[str]], *, left: int = 1) -> Iterator[str]:
    """The same line by line, each as wide as the table."""
    widths = [max(len(r[c]) for r in table) for c in range(len(table[0]))]
    for row in table:
        cells = enumerate(zip(row, widths, strict=True))
        yield "  ".join(x.ljust(w) if c < left else x.rjust(w) for c, (x, w) in cells)
