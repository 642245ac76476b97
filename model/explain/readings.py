"""Ways to read an equation: as a spreadsheet formula, in words, and in words with the numbers put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from model.book.book import YEAR
from model.book.terms import Template, Word, read
from model.evidence import LEVERS
from model.explain.in_play import pruned
from model.explain.written import FINEST, is_told, worked_out, written
from model.lines.worksheet import BOOK
from model.results.projection import Projection
from model.units import plain

IN_GENERAL = -1  # the year of a reading that speaks of all years at once


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A formula for one year's cell. `address(key, year)` gives the cell of a lever, a line or the year number."""

    own: str
    year: int
    address: Callable[[str, int], str]

    def name(self, key: str) -> str:
        return self.address(key, self.year)

    def constant(self, value: float | str) -> str:
        return f'"{value}"' if isinstance(value, str) else plain(value)

    def template(self, word: Word) -> Template:
        return word.sheet

    def in_year(self, year: int) -> SheetReading:
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class WordReading:
    """The rule in general: names are labels."""

    own: str
    year: int = IN_GENERAL

    def name(self, key: str) -> str:
        return "the year" if key == YEAR else lower_first(label(key))

    def constant(self, value: float | str) -> str:
        return quoted(value) if isinstance(value, str) else plain(value)

    def template(self, word: Word) -> Template:
        return word.words

    def in_year(self, year: int) -> WordReading:  # noqa: ARG002 - a reading in general knows no years
        return self


@dataclass(frozen=True, slots=True)
class NumberReading:
    """The rule with one scenario's numbers of one year put in, as finely written as is asked for."""

    own: str
    year: int
    projection: Projection
    scenario: int = 0
    fineness: int = 0

    def name(self, key: str) -> str:
        return self.told(key, self.year)[0]

    def told(self, key: str, year: int) -> tuple[str, float | str]:
        """How a cell is written, and what a reader takes it for."""
        value = cell_value(self.projection, key, year, self.scenario)
        if isinstance(value, str):
            return quoted(value), value
        return written(value, unit_of(key), self.fineness)

    def constant(self, value: float | str) -> str:
        return quoted(value) if isinstance(value, str) else plain(value)

    def template(self, word: Word) -> Template:
        return word.words

    def in_year(self, year: int) -> NumberReading:
        return replace(self, year=year)


def label(key: str) -> str:
    """The label of a lever or a line."""
    return BOOK.lines[key].label if key in BOOK.lines else LEVERS[key].label


def lower_first(text: str) -> str:
    """A label inside a sentence: "Public revenue" -> "public revenue", but "PD" and "IT share" stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def in_words(line: str) -> str:
    """The equation of a line in general words."""
    return read(BOOK.terms[line], WordReading(line))


def in_numbers(projection: Projection, line: str, year: int, scenario: int = 0) -> str:
    """The equation of a line with the numbers of one year put in: a sentence that comes to the cell when worked out.

    Where a choice decides which way a line is worked out, that way alone is told. Numbers have as few digits as give the cell to half a cent, or to a ten-millionth where it is not money.
    """
    term = pruned(BOOK.terms[line], choices_of(projection, scenario))
    cell, unit = projection.cell(line, year, scenario), BOOK.lines[line].unit

    def comes_to(reading: NumberReading) -> float:
        return float(worked_out(term, line, year, lambda key, y: reading.told(key, y)[1]))

    readings = (NumberReading(line, year, projection, scenario, f) for f in range(FINEST + 1))
    enough = next(r for r in readings if r.fineness == FINEST or is_told(comes_to(r), cell, unit))
    return _AFTER_A_SIGN.sub(r"(\1)", read(term, enough))


# Nobody writes 5 - -3: a number below zero behind a sign of arithmetic gets brackets.
_AFTER_A_SIGN = re.compile(
    "(?<=[+\N{MINUS SIGN}\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}] )(\N{MINUS SIGN}\\$?[\\d,]+(?:\\.\\d+)?(?:e-?\\d+)?%?)"
)


def quoted(choice: str) -> str:
    """The name of a choice inside a sentence."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{choice.replace('_', ' ')}\N{RIGHT DOUBLE QUOTATION MARK}"


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
    found: dict[tuple[str, int], None] = {}

    def note(key: str, year: int) -> str:
        found[key, year] = None
        return key

    in_sheet(line, year, note)
    return tuple(found)
