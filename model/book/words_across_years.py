"""Words that look at other years: the year before, a given year, and running along the years.

The last axis of every array is the year, 0 to 5, or further where a plan is carried on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np

from model.book.script_reading import row
from model.book.terms import (
    ADD,
    ATOM,
    CHOICE,
    MULTIPLY,
    Array,
    Constant,
    Name,
    Reading,
    Template,
    Term,
    Word,
    read,
)
from model.book.words_within_a_year import word
from model.texts import say
from model.units import year_name
from model.years import YEARS

_EVERY_YEAR = np.ones(YEARS)
_every_year: ContextVar[Array | None] = ContextVar("every_year", default=None)


@contextmanager
def of_years(count: int) -> Iterator[None]:
    """Within it one number stands for so many years: a plan is carried on beyond its own."""
    token = _every_year.set(np.ones(count))
    try:
        yield
    finally:
        _every_year.reset(token)


def over_years(x: Any) -> Array:
    """The values of every year: those given, or one number for all years."""
    given: Array = np.asarray(x, dtype=float)
    if given.ndim and given.shape[-1] > 1:
        return given
    carried = _every_year.get()
    return given * (_EVERY_YEAR if carried is None else carried)  # quicker than a view of the same


# --- other years --------------------------------------------------------------------------------------------


def _before(x: Any, years: float = 1.0) -> Array:
    values, k = over_years(x), int(years)
    out: Array = np.zeros_like(values)
    out[..., k:] = values[..., :-k]
    return out


def _read_before(r: Reading, args: tuple[Term, ...]) -> str:
    k = count_of_years(args)
    return read(args[0], r.in_year(r.year - k), ATOM) if r.year >= k else r.constant(0.0)


def count_of_years(args: tuple[Term, ...]) -> int:
    """How many years back, or which year: the second argument, one year back if there is none."""
    return 1 if len(args) == 1 else _number(args[1])


def _number(term: Term) -> int:
    """A count of years that the equation holds; a lever cannot stand there."""
    if isinstance(term, Constant) and isinstance(term.value, float):
        return int(term.value)
    raise TypeError("How many years back, or which year, is written as a plain number in the equation.")


def _say_before(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 0:  # read without a year: give the general rule
        k = count_of_years(args)
        value = read(args[0], r, ATOM)
        return (
            say("formulas.year_before", value=value)
            if k == 1
            else say("formulas.years_before", value=value, years=k)
        )
    return _read_before(r, args)


def _script_before(r: Any, args: tuple[Term, ...]) -> str:
    return f"before({r.in_any_year(args[0])},{r.at},{count_of_years(args)})"


before = word("before", _before, _read_before, _say_before, binds=ATOM, script=Template(_script_before))


def _in_year(x: Any, year: float) -> Array:
    values: Array = over_years(x)[..., int(year) : int(year) + 1]
    return values


def _read_in_year(r: Reading, args: tuple[Term, ...]) -> str:
    year = count_of_years(args)
    text = read(args[0], r.in_year(year), ATOM)
    return text if r.year >= 0 else say("formulas.in_year", value=text, year=year_name(year))


def _script_in_year(r: Any, args: tuple[Term, ...]) -> str:
    return read(args[0], r.in_year(count_of_years(args)), ATOM)


in_year = word(
    "in_year", _in_year, _read_in_year, _read_in_year, binds=ATOM, script=Template(_script_in_year)
)


# --- along the years: each cell builds on the line's own earlier cell ---------------------------------------


def _along(later: str, said: str, general: str) -> tuple[Any, Any]:
    """The two forms of a word of one argument that runs along the years; it begins with the argument.

    {second} is the argument, {first} the line's own cell of the year before. `said` is `later` in everyday
    words; `general`, a text in which {first} is the argument, is the rule for all years at once.
    """

    def form(r: Reading, args: tuple[Term, ...], text: str) -> str:
        own = [] if r.year == 0 else [read(Name(r.own), r.in_year(r.year - 1), ATOM)]
        argument = read(args[0], r, MULTIPLY)
        return Template(text, ATOM).filled([*own, argument]) if own else argument

    def sheet(r: Reading, args: tuple[Term, ...]) -> str:
        return form(r, args, later)

    def words(r: Reading, args: tuple[Term, ...]) -> str:
        if r.year < 0:
            return Template(general, ATOM).filled([read(args[0], r, CHOICE)])
        return form(r, args, said)

    return sheet, words


def _running_total(x: Any) -> Array:
    return np.cumsum(over_years(x), axis=-1)


_f = _along("{first}+{second}", "{first} + {second}", "formulas.running_total")
running_total = Word(
    "running_total",
    _running_total,
    Template(_f[0], ADD),
    Template(_f[1], ADD),
    along=True,
    script=row("runningTotal"),
)


def _lowest_so_far(x: Any) -> Array:
    return np.minimum.accumulate(over_years(x), axis=-1)


_f = _along("MIN({first},{second})", "formulas.smaller", "formulas.lowest_so_far")
lowest_so_far = Word(
    "lowest_so_far",
    _lowest_so_far,
    Template(_f[0], ATOM),
    Template(_f[1], ATOM),
    along=True,
    script=row("lowestSoFar"),
)


def _grown(rate: Any) -> Array:
    """1 in years 0 and 1, then the running product of 1 + rate."""
    factors = np.add(over_years(rate), 1.0)
    factors[..., :2] = 1.0
    return np.cumprod(factors, axis=-1)


def _read_grown(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 2:
        return r.constant(1.0)
    return f"{read(Name(r.own), r.in_year(r.year - 1), ATOM)}*(1+{read(args[0], r, ADD)})"


def _say_grown(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 0:
        return say("formulas.grown", rate=read(args[0], r, ADD))
    return _read_grown(r, args).replace("*", " \N{MULTIPLICATION SIGN} ").replace("+", " + ")


grown = Word(
    "grown",
    _grown,
    Template(_read_grown, MULTIPLY),
    Template(_say_grown, MULTIPLY),
    along=True,
    script=row("grown"),
)


def _passed_on(kept: Any, added: Any) -> Array:
    """1 in years 0 and 1, then what is kept of the year before and what is added."""
    kept, added = over_years(kept), over_years(added)
    out: Array = np.ones(np.broadcast_shapes(kept.shape, added.shape))
    for t in range(2, out.shape[-1]):
        out[..., t] = out[..., t - 1] * kept[..., t] + added[..., t]
    return out


def _read_passed_on(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 2:
        return r.constant(1.0)
    own = read(Name(r.own), r.in_year(r.year - 1), ATOM)
    return Template("{first}*{second}+{third}", ADD).filled(
        [own, read(args[0], r, MULTIPLY), read(args[1], r, ADD)]
    )


def _say_passed_on(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 0:
        return say("formulas.passed_on", kept=read(args[0], r, MULTIPLY), added=read(args[1], r, ADD))
    return _read_passed_on(r, args).replace("*", " \N{MULTIPLICATION SIGN} ").replace("+", " + ")


passed_on = Word(
    "passed_on",
    _passed_on,
    Template(_read_passed_on, ADD),
    Template(_say_passed_on, ADD),
    along=True,
    script=row("passedOn"),
)


def _renewed(new: Any, life: Any) -> Array:
    """What is bought new each year, bought again whenever its life is over."""
    new = over_years(new)
    life = np.asarray(life)[..., 0] if np.ndim(life) else np.asarray(life)
    years = new.shape[-1]
    out = np.array(np.broadcast_to(new, np.broadcast_shapes(new.shape, (*life.shape, years))))
    for age in {int(x) for x in life.ravel()}:
        due = life == age
        for t in range(age, years):
            out[..., t] += np.where(due, out[..., t - age], 0.0)
    return out


def _read_renewed(r: Reading, args: tuple[Term, ...]) -> str:
    new, life = read(args[0], r, ADD), read(args[1], r, ATOM)
    due = [
        f"IF({life}={age},{read(Name(r.own), r.in_year(r.year - age), ATOM)},0)"
        for age in range(1, r.year + 1)
    ]
    return "+".join([new, *due])


def _say_renewed(r: Reading, args: tuple[Term, ...]) -> str:
    new, life = read(args[0], r, ADD), read(args[1], r, ATOM)
    if r.year < 0:
        return say("formulas.renewed", new=new, life=life)
    ages = range(1, r.year + 1)
    due = (
        say(
            "formulas.if_that_old", value=read(Name(r.own), r.in_year(r.year - age), ATOM), life=life, age=age
        )
        for age in ages
    )
    return " + ".join([new, *due])


renewed = Word(
    "renewed",
    _renewed,
    Template(_read_renewed, ADD),
    Template(_say_renewed, ADD),
    along=True,
    script=row("renewed"),
)
