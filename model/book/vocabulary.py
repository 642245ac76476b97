"""The vocabulary of equations: each word with its readings side by side.

Rounding and every clamp is a word of its own with the same meaning in numpy and in a sheet. Numbers such as 450 x 1.1
may sit a hair off a whole number in binary; the guard of 1e-9 keeps a hair from becoming a half position. The last axis
of every array is the year, 0 to 5.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from model.book.terms import (
    ADD,
    ATOM,
    CHOICE,
    COMPARE,
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

YEARS = 6  # year 0, the start-up year, to year 5
GUARD = 1e-9
HALF_A_CENT = 0.005


def _word(
    name: str,
    numbers: Any,
    sheet: Any,
    words: Any,
    *,
    binds: int = CHOICE,
    tight: int = ATOM,
    needs: Any = (),
    says: Any = (),
    **kw: Any,
) -> Word:
    # In a sheet most words are functions and hold together by themselves (`tight`); in words they are phrases (`binds`),
    # and their parts get brackets unless they hold together by themselves (`says`): nobody has to guess what goes with what.
    return Word(name, numbers, Template(sheet, tight, needs), Template(words, binds, says), **kw)


_EVERY_YEAR = np.ones(YEARS)


def _over_years(x: Any) -> Array:
    given: Array = np.asarray(x, dtype=float)
    if given.ndim and given.shape[-1] == YEARS:
        return given
    return given * _EVERY_YEAR  # quicker than a view of the same


# --- choosing and bounding -------------------------------------------------------------------------------------------


def _when(condition: Any, chosen: Any, otherwise: Any) -> Any:
    # A choice that all scenarios share is one yes or no for all years: then nothing has to be put together.
    if getattr(condition, "size", 1) == 1:
        return np.asarray(chosen if condition else otherwise, dtype=float)
    return np.where(condition, chosen, otherwise)


when = _word("when", _when, "IF({0},{1},{2})", "{1} if {0}, otherwise {2}", says=(CHOICE, COMPARE, COMPARE))
both = _word("both", np.logical_and, "AND({0},{1})", "{0} and {1}", says=(COMPARE, COMPARE))
either = _word("either", np.logical_or, "OR({0},{1})", "{0} or {1}", says=(COMPARE, COMPARE))
at_least = _word("at least", np.maximum, "MAX({0},{1})", "the larger of {0} and {1}", says=(ADD, ADD))
at_most = _word("at most", np.minimum, "MIN({0},{1})", "the smaller of {0} and {1}", says=(ADD, ADD))
not_below_zero = _word(
    "not below zero",
    lambda x: np.greater_equal(x, -HALF_A_CENT),
    "{0}>=-0.005",
    "{0} is not below zero (to the cent)",
    binds=COMPARE,
    tight=COMPARE,
    needs=(ADD,),
    says=(ADD,),
)

# --- rounding, for numbers that are never negative -------------------------------------------------------------------

whole = _word(
    "whole",
    lambda x: np.floor(x + (0.5 + GUARD)),
    "INT({0}+0.5+1E-9)",
    "{0}, rounded to a whole number",
    needs=(ADD,),
    says=(ADD,),
)
whole_down = _word(
    "whole, down",
    lambda x: np.floor(x + GUARD),
    "INT({0}+1E-9)",
    "{0}, rounded down to a whole number",
    needs=(ADD,),
    says=(ADD,),
)
# Without the guard: any excess over a whole number, however tiny, counts as one more. The reference figures of the device
# stock are made so. Spreadsheet programs swallow a last-digit difference in places: LibreOffice in SUM, too, but not in
# GESTEP; in Excel SUM is known to keep it. Each is asked, so that both give 496 for 450 x 1.1.
whole_up = _word(
    "whole, up",
    np.ceil,
    "INT({0})+IF(SUM({0},-INT({0}))>0,1,1-GESTEP(INT({0}),{0}))",
    "{0}, rounded up to a whole number",
    tight=ADD,
    says=(ADD,),
)
nearest_half = _word(
    "nearest half",
    lambda x: np.floor(x * 2.0 + (0.5 + GUARD)) / 2.0,
    "INT({0}*2+0.5+1E-9)/2",
    "{0}, rounded to the nearest half",
    tight=MULTIPLY,
    needs=(MULTIPLY,),
    says=(ADD,),
)
up_to_half = _word(
    "up to the next half",
    lambda x: np.ceil(x * 2.0 - GUARD) / 2.0,
    "-INT(1E-9-{0}*2)/2",
    "{0}, rounded up to the next half",
    tight=ADD,
    needs=(MULTIPLY,),
    says=(ADD,),
)


def _share(a: Any, b: Any) -> Any:
    b = np.asarray(b, dtype=float)
    nothing = np.abs(b) < GUARD
    if not nothing.any():
        return np.true_divide(a, b)
    return np.where(nothing, 0.0, np.true_divide(a, np.where(nothing, 1.0, b)))


def _read_share(r: Reading, args: tuple[Term, ...]) -> str:
    part, of = args
    return f"IF(ABS({read(of, r)})<1E-9,0,{read(part, r, MULTIPLY)}/{read(of, r, ATOM)})"


# A divisor of a hair counts as nothing, so that no result is infinite.
share = Word(
    "share",
    _share,
    Template(_read_share, ATOM),
    Template("{0} \N{DIVISION SIGN} {1}", MULTIPLY, (MULTIPLY, ATOM)),
)


# --- other years -----------------------------------------------------------------------------------------------------


def _before(x: Any, years: float = 1.0) -> Array:
    values, k = _over_years(x), int(years)
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
    if r.year < 0:  # read without a year: speak of it in general
        k = count_of_years(args)
        return read(args[0], r, ATOM) + (" of the year before" if k == 1 else f" of {k} years before")
    return _read_before(r, args)


before = _word("before", _before, _read_before, _say_before, binds=ATOM)


def _in_year(x: Any, year: float) -> Array:
    values: Array = _over_years(x)[..., int(year) : int(year) + 1]
    return values


def _read_in_year(r: Reading, args: tuple[Term, ...]) -> str:
    year = count_of_years(args)
    text = read(args[0], r.in_year(year), ATOM)
    return text if r.year >= 0 else f"{text} in Year {year}"


in_year = _word("in year", _in_year, _read_in_year, _read_in_year, binds=ATOM)


# --- along the years: each cell builds on the line's own earlier cell --------------------------------------------------


def _along(first: str, later: str, said: str, general: str) -> tuple[Any, Any]:
    """Forms of a word that runs along the years. {0} the argument, {own} the line's own cell of the year before.

    `said` is `later` as people say it, `general` the rule for all years at once.
    """

    def form(r: Reading, args: tuple[Term, ...], text: str) -> str:
        start = r.year == 0
        own = "" if start else read(Name(r.own), r.in_year(r.year - 1), ATOM)
        return (first if start else text).format(*(read(a, r, MULTIPLY) for a in args), own=own)

    def sheet(r: Reading, args: tuple[Term, ...]) -> str:
        return form(r, args, later)

    def words(r: Reading, args: tuple[Term, ...]) -> str:
        if r.year < 0:
            return general.format(*(read(a, r, CHOICE) for a in args))
        return form(r, args, said)

    return sheet, words


def _running_total(x: Any) -> Array:
    return np.cumsum(_over_years(x), axis=-1)


_f = _along("{0}", "{own}+{0}", "{own} + {0}", "running total of {0}")
running_total = Word("running total", _running_total, Template(_f[0], ADD), Template(_f[1], ADD), along=True)


def _lowest_so_far(x: Any) -> Array:
    return np.minimum.accumulate(_over_years(x), axis=-1)


_f = _along("{0}", "MIN({own},{0})", "the smaller of {own} and {0}", "the lowest so far of {0}")
lowest_so_far = Word(
    "lowest so far", _lowest_so_far, Template(_f[0], ATOM), Template(_f[1], ATOM), along=True
)


def _grown(rate: Any) -> Array:
    """1 in years 0 and 1, then the running product of 1 + rate."""
    factors = np.add(_over_years(rate), 1.0)
    factors[..., :2] = 1.0
    return np.cumprod(factors, axis=-1)


def _read_grown(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 2:
        return r.constant(1.0)
    return f"{read(Name(r.own), r.in_year(r.year - 1), ATOM)}*(1+{read(args[0], r, ADD)})"


def _say_grown(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year < 0:
        return f"1 in Year 1, then each year times (1 + {read(args[0], r, ADD)})"
    return _read_grown(r, args).replace("*", " \N{MULTIPLICATION SIGN} ").replace("+", " + ")


grown = Word("grown", _grown, Template(_read_grown, MULTIPLY), Template(_say_grown, MULTIPLY), along=True)


def _renewed(new: Any, life: Any) -> Array:
    """What is bought new each year, bought again whenever its life is over."""
    new = _over_years(new)
    life = np.asarray(life)[..., 0] if np.ndim(life) else np.asarray(life)
    out = np.array(np.broadcast_to(new, np.broadcast_shapes(new.shape, (*life.shape, YEARS))))
    for age in {int(x) for x in life.ravel()}:
        due = life == age
        for t in range(age, YEARS):
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
        return f"{new} + what was bought one life before ({life})"
    ages = range(1, r.year + 1)
    due = (
        f"({read(Name(r.own), r.in_year(r.year - age), ATOM)} if {life} is {age}, otherwise 0)"
        for age in ages
    )
    return " + ".join([new, *due])


renewed = Word("renewed", _renewed, Template(_read_renewed, ADD), Template(_say_renewed, ADD), along=True)
