"""What is known of a number before it is worked out: whether it differs by year, by plan, or by both."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from model.book.terms import Apply, Array, Constant, Name, Term
from model.book.vocabulary import before, in_year


class Kind(IntEnum):
    """How a lever or line is held, with its shape as an array."""

    NOTHING = 0  # 0 in every year of every plan
    ONE = 1  # one number, or the name of a choice
    YEARS = 2  # by year, the same in all plans: a list, or (years, 1)
    PLANS = 3  # by plan, the same in all years: (1, plans)
    ALL = 4  # by year and plan: (years, plans)


def joined(a: Kind, b: Kind) -> Kind:
    """The kind of what is made from both."""
    return Kind.ALL if {a, b} == {Kind.YEARS, Kind.PLANS} else max(a, b, Kind.ONE)


def of_array(values: Array, count: int) -> Kind:
    """The kind of a lever's or line's array of shape (1 or count, 1 or years)."""
    by_year = values.shape[-1] > 1
    if count > 1 and len(values) > 1:
        return Kind.ALL if by_year else Kind.PLANS
    return Kind.YEARS if by_year else Kind.ONE


def of_term(term: Term, name: Callable[[str], Kind], helpers: frozenset[str] = frozenset()) -> Kind:
    """The kind of what an equation gives, where those of its names are known.

    `helpers` are the words that look at other years by a function of their own: they differ by year.
    """
    if isinstance(term, Name):
        return name(term.key)
    if isinstance(term, Constant):
        return Kind.ONE
    assert isinstance(term, Apply)
    found = Kind.ONE
    for arg in term.args:
        found = joined(found, of_term(arg, name, helpers))
    if term.word is in_year:
        return Kind.PLANS if found >= Kind.PLANS else Kind.ONE
    if term.word is before or term.word.name in helpers:
        return joined(found, Kind.YEARS)
    return found
