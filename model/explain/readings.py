"""This product's equations read out, with the labels and values of its lines and levers."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from model.book.book import YEAR
from model.book.branches import Choices, pruned, without
from model.book.one_cell import worked_out
from model.book.readings import NumberReading, SheetReading, WordReading, cells_in
from model.book.terms import Constant, Name, Term, read
from model.evidence import LEVERS
from model.evidence.growing import AS_TYPED
from model.evidence.own_lines import KINDS
from model.explain.sentence_numbers import FINEST, gives_cell, written
from model.lines.own_used import not_used
from model.lines.worksheet import BOOK
from model.results.projection import Projection
from model.texts import say

# In general one of the lines that a school names itself stands for all of them.
ALIKE = frozenset(x.key for x in BOOK.lines.values() if x.own > 1)


def label(key: str) -> str:
    """The label of a lever or a line."""
    return BOOK.lines[key].label if key in BOOK.lines else LEVERS[key].label


def bare_label(choice: str) -> str:
    """The label of a choice. StopIteration for a word that is none."""
    return next(x for x in LEVERS.values() if choice in x.choices).choice_label(choice)


def choice_label(choice: str) -> str:
    """The label of a choice inside a formula in words. StopIteration for a word that is none."""
    return say("formulas.choice_label", label=bare_label(choice))


def in_words(line: str, choices: Choices | None = None, absent: Collection[str] = ALIKE) -> str:
    """The equation of a line in general words. A sum leaves out the parts that are `absent`. With the choices
    of a plan a factor that is another one there has that one's name.
    """
    spoken = BOOK.spoken(line, absent)

    def name(key: str) -> str:
        other = key if choices is None else stands_for(key, choices)
        return label(key if key in FACTORS and other not in BOOK.lines else other)

    term = without(BOOK.terms[spoken], absent)
    if choices is not None and BOOK.lines[spoken].own:  # it could be counted in six ways, and is in one
        term = pruned(term, choices)
    return read(term, WordReading(spoken, name, choice_label))


def in_numbers(projection: Projection, line: str, year: int, scenario: int = 0) -> str:
    """The equation of a line with one year's numbers put in: a sentence that can be worked out to the cell.

    Where a choice decides how a line is computed, only that branch is given. A sum leaves out what the school
    does not have. Numbers have as few digits as
    still give the cell to half a cent, or to a ten-millionth where it is not money.
    """
    absent = absent_of(projection, scenario, line)
    spoken = BOOK.spoken(line, absent)
    term = as_chosen(spoken, choices_of(projection, scenario), absent)
    cell, unit = projection.cell(line, year, scenario), BOOK.lines[line].unit

    def cell_text(key: str, year: int, fineness: int) -> tuple[str, float | str]:
        """How a cell is written, and the number that a reader takes it for."""
        value = cell_value(projection, key, year, scenario)
        if isinstance(value, str):
            return choice_label(value), value
        return written(value, unit_of(key), fineness)

    def comes_to(fineness: int) -> float:
        return float(worked_out(term, spoken, year, lambda key, y: cell_text(key, y, fineness)[1]))

    enough = next(f for f in range(FINEST + 1) if f == FINEST or gives_cell(comes_to(f), cell, unit))
    reading = NumberReading(spoken, year, lambda key, y: cell_text(key, y, enough)[0], choice_label)
    return _AFTER_A_SIGN.sub(r"(\1)", read(term, reading))


def as_chosen(line: str, choices: Choices, absent: Collection[str] = ()) -> Term:
    """The equation of a line as it reads with these choices. A factor that is another one stands as that, and
    a sum leaves out the parts that are `absent`.
    """

    def named(name: Name) -> Term:
        key = stands_for(name.key, choices)
        return Constant(1.0) if name.key in FACTORS and key not in BOOK.lines else Name(key)

    return pruned(without(BOOK.terms[line], absent), choices, named)


def stands_for(key: str, choices: Choices) -> str:
    """What a name stands for: itself, or the line or setting that it is the same as; for a factor that a
    choice has set to 1, the choice.
    """
    if key not in SAME:
        return key
    other, (lever, choice) = SAME[key]
    if choices[lever] != choice:
        return stands_for(other, choices)
    return lever if key in FACTORS else key


SAME = {x.key: x.same_as for x in BOOK.lines.values() if x.same_as}
# 1 where they are not another one: what is typed as each year's own does not grow.
FACTORS = frozenset(k for k, (_, (_, choice)) in SAME.items() if choice == AS_TYPED)
# A negative number after an arithmetic sign gets brackets: 5 - (-3).
_AFTER_A_SIGN = re.compile(
    "(?<=[+\N{MINUS SIGN}\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}] )(\N{MINUS SIGN}\\$?[\\d,]+(?:\\.\\d+)?(?:e-?\\d+)?%?)"
)


def in_sheet(
    line: str,
    year: int,
    address: Callable[[str, int], str],
    *,
    labeled: bool = False,
    absent: Collection[str] = (),
) -> str:
    """The equation of a line as a spreadsheet formula, without the equals sign.

    A sum leaves out the parts that are `absent`. `labeled`: the cells of choices hold what people read, and
    not the words of files and links.
    """
    term = without(BOOK.terms[line], absent)
    return read(term, SheetReading(line, year, address, bare_label if labeled else str))


def choices_of(projection: Projection, scenario: int = 0) -> dict[str, str]:
    """What a scenario has chosen wherever there is a choice."""
    return {k: str(lever_value(projection, k, 1, scenario)) for k, x in LEVERS.items() if x.is_choice}


_AMOUNTS = {k: x.nothing_without for k, x in BOOK.lines.items() if x.nothing_without}


def absent_of(projection: Projection, scenario: int = 0, line: str = "") -> frozenset[str]:
    """The lines of what a scenario does not have: own lines that are not used, and those that are nothing
    without an amount, and it is 0. In the equation of such a `line` nothing is left out.
    """

    def given(lever: str) -> bool:
        column = projection.scenarios.levers[lever]
        return bool(column[min(scenario, column.shape[0] - 1)].any())

    kinds = tuple(str(lever_value(projection, key, 1, scenario)) for key in KINDS.values())
    found = not_used(kinds) | {k for k, amounts in _AMOUNTS.items() if not any(map(given, amounts))}
    return frozenset() if line in found else found


def lever_value(projection: Projection, key: str, year: int, scenario: int = 0) -> float | str:
    """The value of a lever in a year, from the arrays used in the computation."""
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


def cells_of(line: str, year: int, absent: Collection[str] = ()) -> tuple[tuple[str, int], ...]:
    """The cells that one cell depends on, by key and year, each once, in the order of its equation."""
    spoken = BOOK.spoken(line, absent)
    return cells_in(without(BOOK.terms[spoken], absent), spoken, year)
