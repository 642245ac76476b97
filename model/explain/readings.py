"""This product's equations read out: labels and values of its lines and levers put into the readings of
`model.book`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from model.book.book import YEAR
from model.book.branches import pruned
from model.book.one_cell import worked_out
from model.book.readings import NumberReading, SheetReading, WordReading, cells_in, quoted
from model.book.terms import read
from model.evidence import LEVERS
from model.explain.written import FINEST, is_told, written
from model.lines.worksheet import BOOK
from model.results.projection import Projection


def label(key: str) -> str:
    """The label of a lever or a line."""
    return BOOK.lines[key].label if key in BOOK.lines else LEVERS[key].label


def in_words(line: str) -> str:
    """The equation of a line in general words."""
    spoken = BOOK.spoken(line)
    return read(BOOK.terms[spoken], WordReading(spoken, label))


def in_numbers(projection: Projection, line: str, year: int, scenario: int = 0) -> str:
    """The equation of a line with the numbers of one year put in: a sentence that comes to the cell when
    worked out.

    Where a choice decides which way a line is worked out, that way alone is told. Numbers have as few digits
    as give the cell to half a cent, or to a ten-millionth where it is not money.
    """
    spoken = BOOK.spoken(line)
    term = pruned(BOOK.terms[spoken], choices_of(projection, scenario))
    cell, unit = projection.cell(line, year, scenario), BOOK.lines[line].unit

    def told(key: str, year: int, fineness: int) -> tuple[str, float | str]:
        """How a cell is written, and what a reader takes it for."""
        value = cell_value(projection, key, year, scenario)
        if isinstance(value, str):
            return quoted(value), value
        return written(value, unit_of(key), fineness)

    def comes_to(fineness: int) -> float:
        return float(worked_out(term, spoken, year, lambda key, y: told(key, y, fineness)[1]))

    enough = next(f for f in range(FINEST + 1) if f == FINEST or is_told(comes_to(f), cell, unit))
    reading = NumberReading(spoken, year, lambda key, y: told(key, y, enough)[0])
    return _AFTER_A_SIGN.sub(r"(\1)", read(term, reading))


# Nobody writes 5 - -3: a number below zero behind a sign of arithmetic gets brackets.
_AFTER_A_SIGN = re.compile(
    "(?<=[+\N{MINUS SIGN}\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}] )(\N{MINUS SIGN}\\$?[\\d,]+(?:\\.\\d+)?(?:e-?\\d+)?%?)"
)


def in_sheet(line: str, year: int, address: Callable[[str, int], str]) -> str:
    """The equation of a line as a spreadsheet formula, without the equals sign."""
    return read(BOOK.terms[line], SheetReading(line, year, address))


def choices_of(projection: Projection, scenario: int = 0) -> dict[str, str]:
    """What a scenario has chosen wherever there is a choice."""
    return {k: str(lever_value(projection, k, 1, scenario)) for k, x in LEVERS.items() if x.is_choice}


def lever_value(projection: Projection, key: str, year: int, scenario: int = 0) -> float | str:
    """The value of a lever in a year, out of the arrays that were computed with."""
    column = projection.scenarios.levers[key]
    value = column[min(scenario, column.shape[0] - 1), min(year, column.shape[1] - 1)]
    return str(value) if LEVERS[key].is_choice else float(value)


def cell_value(projection: Projection, key: str, year: int, scenario: int = 0) -> float | str:
    """The value of a lever, a line or the year number in a year."""
    if key == YEAR:
        return float(year)
    if key in BOOK.lines:
        return projection.cell(key, year, scenario)
    return lever_value(projection, key, year, scenario)


def unit_of(key: str) -> str:
    """The unit of a lever, a line or the year number."""
    if key == YEAR:
        return "year"
    return BOOK.lines[key].unit if key in BOOK.lines else LEVERS[key].unit


def cells_of(line: str, year: int) -> tuple[tuple[str, int], ...]:
    """The cells that one cell is made of, by key and year, each once, as they come in its equation."""
    spoken = BOOK.spoken(line)
    return cells_in(BOOK.terms[spoken], spoken, year)
