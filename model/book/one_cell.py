"""What an equation comes to in one cell, computed from the cells it names rather than from whole arrays."""

from __future__ import annotations

from collections.abc import Callable

from model.book.terms import Apply, Constant, Name, Term
from model.book.vocabulary import (
    before,
    bought_when_due,
    count_of_years,
    drawn_when_short,
    grown,
    highest_within,
    in_year,
    lowest_so_far,
    passed_on,
    renewed,
    running_total,
)
from model.book.words_of_debt import drawn_in_one_year
from model.book.words_of_stock import in_one_year


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
    if word in (highest_within, bought_when_due):
        return at(in_one_year(term, own, year))
    if word is drawn_when_short:
        return at(drawn_in_one_year(args, own, year))
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
    if term.word is passed_on:
        return 1.0 if year < 2 else earlier() * args[0] + args[1]
    if term.word is renewed:
        return args[0] + sum(earlier(age) for age in range(1, year + 1) if args[1] == age)
    if year == 0:
        return args[0]
    assert term.word in (running_total, lowest_so_far)
    return earlier() + args[0] if term.word is running_total else min(earlier(), args[0])
