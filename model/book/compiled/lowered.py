"""A term as single steps of numpy: each a function by its name and what it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np

from model.book.compiled.functions_of_many import OVER_YEARS, WITHIN_A_YEAR
from model.book.compiled.kinds import Kind, joined
from model.book.family import BookError
from model.book.terms import Apply, Constant, Name, Steps, Term, Word
from model.book.vocabulary import before, count_of_years, in_year

BEFORE, IN_YEAR, WHEN = "before", "in_year", "when"
YES_OR_NO = frozenset({"equal", "not_equal", "less", "less_equal", "greater", "greater_equal"}) | {
    "logical_and",
    "logical_or",
}


class Held(NamedTuple):
    """A name, or a number or text that the equation holds."""

    text: str
    kind: Kind


class Do(NamedTuple):
    """One step. `years` is how far back, or which year, for the steps that ask so."""

    step: str
    args: tuple[Held | Do, ...]
    kind: Kind
    years: int = 0


Step: TypeAlias = "Held | Do"


def lowered(term: Term, own: str, name: Callable[[str], Held]) -> Step:
    """The steps of an equation. Raises `BookError` for a word that has none, naming line and word."""
    if isinstance(term, Name):
        return name(term.key)
    if isinstance(term, Constant):
        return Held(repr(term.value), Kind.ONE)
    assert isinstance(term, Apply)
    word = term.word
    if word is in_year:
        x = lowered(term.args[0], own, name)
        kind = Kind.PLANS if x.kind >= Kind.PLANS else Kind.ONE
        return x if kind is x.kind else Do(IN_YEAR, (x,), kind, count_of_years(term.args))
    if word is before:
        x = lowered(term.args[0], own, name)
        return Do(BEFORE, (x,), joined(x.kind, Kind.YEARS), count_of_years(term.args))
    args = tuple(lowered(a, own, name) for a in term.args)
    if word.name in OVER_YEARS:
        return Do(word.name, args, joined(_kind(args), Kind.YEARS))
    return _of_steps(steps_of(word, own), args)


def steps_of(word: Word, own: str) -> Steps:
    """The steps of a word that looks at one year alone."""
    if word.steps is not None:
        return word.steps
    if isinstance(word.numbers, np.ufunc):
        return (word.numbers.__name__, *range(word.numbers.nin))
    raise BookError(f"{own}: the word {word.name!r} cannot be read as steps of numpy; give it some.")


def _of_steps(steps: Steps, args: tuple[Step, ...]) -> Step:
    step, *given = steps
    assert isinstance(step, str)
    assert step == WHEN or step in WITHIN_A_YEAR or isinstance(getattr(np, step), np.ufunc)
    found = tuple(
        _of_steps(x, args)
        if isinstance(x, tuple)
        else Held(repr(x), Kind.ONE)
        if isinstance(x, float)
        else args[int(x)]
        for x in given
    )
    return Do(step, found, _kind(found))


def _kind(args: tuple[Step, ...]) -> Kind:
    kind = Kind.ONE
    for arg in args:
        kind = joined(kind, arg.kind)
    return kind
