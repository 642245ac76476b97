"""Ways to read out an equation of any book: as a spreadsheet formula or in words, with or without numbers.

The caller says what a key is called and how a number is written; nothing here knows a line or a lever by
name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from model.book.book import YEAR
from model.book.terms import Template, Term, Word, read
from model.texts import say
from model.units import plain

IN_GENERAL = -1  # the year of a reading that holds for all years at once


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A formula for one year's cell.

    `address(key, year)` gives the cell of a lever, a line or the year number, `choice(word)` what the cell of
    a choice holds.
    """

    own: str
    year: int
    address: Callable[[str, int], str]
    choice: Callable[[str], str] = str

    def name(self, key: str) -> str:
        return self.address(key, self.year)

    def constant(self, value: float | str) -> str:
        return f'"{self.choice(value)}"' if isinstance(value, str) else plain(value)

    def template(self, word: Word) -> Template:
        return word.sheet

    def in_year(self, year: int) -> SheetReading:
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class WordReading:
    """The rule in general.

    `label(key)` is what a lever or a line is called, `choice(word)` what a choice is called.
    """

    own: str
    label: Callable[[str], str]
    choice: Callable[[str], str]
    year: int = IN_GENERAL

    def name(self, key: str) -> str:
        return say("formulas.the_year") if key == YEAR else self.label(key)

    def constant(self, value: float | str) -> str:
        return self.choice(value) if isinstance(value, str) else plain(value)

    def template(self, word: Word) -> Template:
        return word.words

    def in_year(self, year: int) -> WordReading:  # noqa: ARG002 - a reading in general knows no years
        return self


@dataclass(frozen=True, slots=True)
class NumberReading:
    """The rule with the numbers of one year put in.

    `written(key, year)` is how a cell's value is written, `choice(word)` what a choice is called.
    """

    own: str
    year: int
    written: Callable[[str, int], str]
    choice: Callable[[str], str]

    def name(self, key: str) -> str:
        return self.written(key, self.year)

    def constant(self, value: float | str) -> str:
        return self.choice(value) if isinstance(value, str) else plain(value)

    def template(self, word: Word) -> Template:
        return word.words

    def in_year(self, year: int) -> NumberReading:
        return replace(self, year=year)


def cells_in(term: Term, own: str, year: int) -> tuple[tuple[str, int], ...]:
    """The cells that one cell depends on, by key and year, each once, in the order of its equation."""
    found: dict[tuple[str, int], None] = {}

    def seen(key: str, year: int) -> str:
        found[key, year] = None
        return key

    read(term, SheetReading(own, year, seen))
    return tuple(found)
