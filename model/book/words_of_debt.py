"""The word for a line of credit: what is drawn when money is short, and paid back when there is some."""

from __future__ import annotations

from typing import Any

import numpy as np

from model.book.script_reading import row
from model.book.terms import ATOM, CHOICE, Array, Constant, Name, Reading, Template, Term, Word, read
from model.book.words_across_years import before, over_years
from model.book.words_within_a_year import at_least, at_most
from model.texts import say


def _drawn_when_short(money: Any, rate: Any, limit: Any) -> Array:
    """What is drawn at the end of each year. `money` is what there would be without the line and its
    interest; interest is the `rate` on what was owed when the year began. Rate and limit are one number a
    scenario.
    """
    money, rate, limit = over_years(money), np.asarray(rate)[..., 0], np.asarray(limit)[..., 0]
    rows = np.broadcast_shapes(money.shape[:-1], rate.shape, limit.shape)
    out: Array = np.zeros((*rows, money.shape[-1]))
    paid: Array = np.zeros(rows)
    for t in range(out.shape[-1]):
        out[..., t] = np.minimum(np.maximum(paid - money[..., t], 0), limit)
        paid = paid + rate * out[..., t]
    return out


def drawn_in_one_year(args: tuple[Term, ...], own: str, year: int) -> Term:
    """What the word comes to in one year, in plainer words; `own` is the line it stands in."""
    money, rate, limit = args
    if year == 0:
        short: Any = Constant(0.0) - money
    else:
        owed: Term = Name(own)
        drawn = before(owed, year)
        for k in range(year - 1, 0, -1):
            drawn = drawn + before(owed, k)
        short = rate * drawn - money
    return at_most(at_least(short, 0), limit)  # type: ignore[no-any-return]


def _sheet(r: Reading, args: tuple[Term, ...]) -> str:
    return read(drawn_in_one_year(args, r.own, r.year), r)


def _words(r: Reading, args: tuple[Term, ...]) -> str:
    if r.year >= 0:
        return _sheet(r, args)
    money, rate, limit = (read(a, r) for a in args)
    return say("formulas.drawn_when_short", money=money, rate=rate, limit=limit)


drawn_when_short = Word(
    "drawn_when_short",
    _drawn_when_short,
    Template(_sheet, ATOM),
    Template(_words, CHOICE),
    along=True,
    script=row("drawnWhenShort"),
)
