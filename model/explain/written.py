"""Numbers as they stand in a sentence: as few digits as still give the cell, and never fewer."""

from __future__ import annotations

from collections.abc import Callable

from model.book.terms import Apply, Constant, Name, Term
from model.book.vocabulary import (
    HALF_A_CENT,
    before,
    count_of_years,
    grown,
    in_year,
    lowest_so_far,
    renewed,
    running_total,
)
from model.units import is_money, is_share, money, plain

# Digits after the point by how finely is written: whole amounts of dollars, dollars a piece, per cent, everything else.
DIGITS = ((2, 2, 4, 6), (3, 2, 4, 6), (3, 4, 7, 9), (4, 6, 10, 12), (6, 9, 13, 15))
FINEST = len(DIGITS)  # beyond the last: every digit that the computer holds
MINUS = "\N{MINUS SIGN}"
TOTALS = ("usd", "usd_per_year")


def written(x: float, unit: str, fineness: int) -> tuple[str, float]:
    """A number for a sentence, and the number that a reader of the sentence takes it for."""
    if unit == "yes_no":
        return f"{x:.0f}", float(round(x))
    if unit == "year":
        return f"Year {x:.0f}", float(round(x))
    if fineness == FINEST:
        return plain(x).replace("-", MINUS, 1) if x < 0 else plain(x), x
    total, each, hundredths, other = DIGITS[fineness]
    if is_share(unit):
        body = _trimmed(abs(x) * 100, hundredths)
        # 14.4% is the number that 0.144 is, to the last binary digit; 14.4 / 100 is another one.
        size, shown = float(f"{body}e-2".replace(",", "")), f"{body}%"
    elif is_money(unit):
        body = _trimmed(abs(x), total if unit in TOTALS else each)
        whole, point, cents = body.partition(".")
        size, shown = float(body.replace(",", "")), f"${whole}{point}{cents.ljust(2, '0') if point else ''}"
    else:
        shown = _trimmed(abs(x), other)
        size = float(shown.replace(",", ""))
    return (f"{MINUS}{shown}", -size) if x < 0 and size else (shown, size)


def _trimmed(x: float, digits: int) -> str:
    return f"{x:,.{digits}f}".rstrip("0").rstrip(".")


def is_told(told: float, cell: float, unit: str) -> bool:
    """Whether what a sentence comes to is the cell: within half a cent, or to a ten-millionth."""
    if is_money(unit):
        return abs(told - cell) < 0.9 * HALF_A_CENT
    return abs(told - cell) <= 1e-7 * abs(cell) + 1e-10


def worked_out(term: Term, own: str, year: int, value: Callable[[str, int], float | str]) -> float | str:
    """What an equation comes to in one year, given the values of the cells it names."""

    def at(t: Term, y: int = year) -> float | str:
        return worked_out(t, own, y, value)

    if isinstance(term, Name):
        return value(term.key, year)
    if isinstance(term, Constant):
        return term.value
    assert isinstance(term, Apply)
    word, args = term.word, term.args
    if word is before:
        years = count_of_years(args)
        return at(args[0], year - years) if year >= years else 0.0
    if word is in_year:
        return at(args[0], count_of_years(args))
    if word.along:
        return _along(term, own, year, value)
    found = word.numbers(*(at(a) for a in args))
    return float(found)


def _along(term: Apply, own: str, year: int, value: Callable[[str, int], float | str]) -> float:
    args = [float(worked_out(a, own, year, value)) for a in term.args]

    def earlier(years: int = 1) -> float:
        return float(value(own, year - years))

    if term.word is grown:
        return 1.0 if year < 2 else earlier() * (1 + args[0])
    if term.word is renewed:
        return args[0] + sum(earlier(age) for age in range(1, year + 1) if args[1] == age)
    if year == 0:
        return args[0]
    assert term.word in (running_total, lowest_so_far)
    return earlier() + args[0] if term.word is running_total else min(earlier(), args[0])


def in_full(x: float, unit: str) -> str:
    """A number as it is read out by itself: dollars to the cent."""
    if unit == "yes_no":
        return "yes" if x else "no"
    return money(x, cents=True) if is_money(unit) else written(x, unit, 0)[0]
