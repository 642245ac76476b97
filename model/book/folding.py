"""Equations of which some names are known: what is known already is worked out, what is nothing left out.

No number changes, not in its last bit, as long as every number is finite. Only a zero may lose its sign.
"""

from __future__ import annotations

from collections.abc import Callable

from model.book.terms import LESS, OVER, PLUS, TIMES, Apply, Constant, Name, Term, Word
from model.book.vocabulary import (
    before,
    both,
    bought_when_due,
    either,
    highest_within,
    in_year,
    lowest_so_far,
    renewed,
    running_total,
    when,
)

_OTHER_YEARS = (before, in_year, highest_within)  # besides those that go along the years
_NOTHING_OF_NOTHING = (before, bought_when_due, highest_within, lowest_so_far, renewed, running_total)


def folded(term: Term, known: Callable[[str], Term]) -> Term:
    """The term with `known(key)` in the place of every name: a constant, another name, or the name itself."""
    if isinstance(term, Name):
        return known(term.key)
    if not isinstance(term, Apply):
        return term
    word = term.word
    if word is when:
        return _when(term.args, known)
    if word in (both, either):
        first, second = (folded(a, known) for a in term.args)
        return _both(word, first, second)
    args = tuple(folded(a, known) for a in term.args)
    if word in (PLUS, LESS, TIMES, OVER):
        return _simpler(word, args[0], args[1])
    if word in _NOTHING_OF_NOTHING and _is(args[0], 0):
        return args[0]
    if word is in_year and isinstance(args[0], Constant):
        return args[0]
    return _worked_out(word, args)


def _is(term: Term, value: float) -> bool:
    return isinstance(term, Constant) and term.value == value


def _when(args: tuple[Term, ...], known: Callable[[str], Term]) -> Term:
    condition, chosen, otherwise = args
    decided = folded(condition, known)
    if isinstance(decided, Constant):
        return folded(chosen if decided.value else otherwise, known)
    first, second = folded(chosen, known), folded(otherwise, known)
    same = isinstance(first, Constant) and isinstance(second, Constant) and first.value == second.value
    return first if same else Apply(when, (decided, first, second))


def _both(word: Word, first: Term, second: Term) -> Term:
    stop = word is either  # one yes decides an "or", one no a "both"
    for one, other in ((first, second), (second, first)):
        if isinstance(one, Constant):
            return Constant(float(stop)) if bool(one.value) is stop else other
    return Apply(word, (first, second))


def _simpler(word: Word, first: Term, second: Term) -> Term:
    if word is TIMES and (_is(first, 0) or _is(second, 0)):
        return Constant(0.0)
    if (word is PLUS and _is(first, 0)) or (word is TIMES and _is(first, 1)):
        return second
    if (word in (PLUS, LESS) and _is(second, 0)) or (word in (TIMES, OVER) and _is(second, 1)):
        return first
    if word is OVER and _is(first, 0):
        return first
    return _worked_out(word, (first, second))


def _worked_out(word: Word, args: tuple[Term, ...]) -> Term:
    """The number itself, where a word that looks at one year alone is applied to what is known."""
    values = [a.value for a in args if isinstance(a, Constant)]
    if len(values) < len(args) or word.along or word in _OTHER_YEARS:
        return Apply(word, args)
    return Constant(float(word.numbers(*values)))
