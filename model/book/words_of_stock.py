"""Words for things that last some years: what there was within a life, and what has to be bought when.

The last axis of every array is the year, 0 to 5 or further. A life is a whole number of years. What these
words mean in one year is a term of plainer words, from which the formula and the sentence are read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from model.book.script_reading import row
from model.book.terms import ATOM, CHOICE, Apply, Array, Constant, Name, Reading, Template, Term, Word, read
from model.book.words_across_years import before, in_year, over_years
from model.book.words_within_a_year import at_least, at_most, when
from model.texts import say


def in_one_year(term: Apply, own: str, year: int) -> Term:
    """What a word of this file comes to in one year, in plainer words; `own` is the line it stands in."""
    return _highest(term.args, year) if term.word is highest_within else _due(term.args, own, year)


def _readings(
    means: Callable[[Reading, tuple[Term, ...]], Term], general: Callable[[Reading, tuple[Term, ...]], str]
) -> tuple[Any, Any]:
    def sheet(r: Reading, args: tuple[Term, ...]) -> str:
        return read(means(r, args), r)

    def words(r: Reading, args: tuple[Term, ...]) -> str:
        return general(r, args) if r.year < 0 else read(means(r, args), r)

    return sheet, words


# --- what there was within a life ---------------------------------------------------------------------------


def _highest_within(x: Any, life: Any) -> Array:
    """The highest value of the years before, as many of them as a life has; 0 in the first year."""
    if not np.any(x):
        return over_years(0.0)
    values, life = over_years(x), np.asarray(life)
    last = values.shape[-1] - 1
    out: Array = np.zeros(np.broadcast_shapes(values.shape, life.shape))
    for k in range(1, min(int(life.max()), last) + 1):
        earlier = values[..., :-k]
        if life.size > 1:
            earlier = np.where(life[..., k:] >= k if life.shape[-1] > 1 else life >= k, earlier, 0.0)
        np.maximum(out[..., k:], earlier, out=out[..., k:])
    return out


def _highest(args: tuple[Term, ...], year: int) -> Term:
    x, life = args
    found: Term = Constant(0.0)
    for k in range(year, 0, -1):
        part = when(life >= k, before(x, k), 0)
        found = part if k == year else at_least(part, found)
    return found


def _say_highest(r: Reading, args: tuple[Term, ...]) -> str:
    return say("formulas.highest_within", value=read(args[0], r, ATOM), life=read(args[1], r, ATOM))


def _script_highest(r: Any, args: tuple[Term, ...]) -> str:
    return f"highestWithin({r.in_any_year(args[0])},{read(args[1], r)},{r.at})"


_f = _readings(lambda r, args: _highest(args, r.year), _say_highest)
highest_within = Word(
    "highest_within",
    _highest_within,
    Template(_f[0], ATOM),
    Template(_f[1], CHOICE),
    script=Template(_script_highest),
)

# --- what has to be bought when: each cell builds on the line's own earlier cells ---------------------------


def _bought_when_due(needed: Any, others: Any, life: Any) -> Array:
    """Whole purchases. Year 0 buys what Year 1 needs, later years what is missing and each purchase again.

    `others` are things from before, which stand there without having been bought.
    """
    others = over_years(others)
    if not np.any(needed):
        return np.zeros_like(others)
    needed = over_years(needed)
    life = np.asarray(life)[..., 0] if np.ndim(life) else np.asarray(life)
    rows, years = np.broadcast_shapes(needed.shape[:-1], others.shape[:-1], life.shape), needed.shape[-1]
    out: Array = np.zeros((*rows, years))
    for age in np.unique(life).astype(int).tolist():
        found = _of_life(needed, others, age, rows)
        out = found if life.size == 1 else np.where((life == age)[..., None], found, out)
    return out


def _of_life(needed: Array, others: Array, life: int, rows: tuple[int, ...]) -> Array:
    out: Array = np.zeros((*rows, needed.shape[-1]))
    nothing: Array = np.zeros(rows)
    alive = nothing
    for t in range(out.shape[-1]):
        over = out[..., t - life] if t >= life else nothing
        alive = alive - over
        out[..., t] = _bought(needed[..., max(t, 1)] - alive, others[..., t], over)
        alive = alive + out[..., t]
    return out


def _bought(missing: Any, others: Any, over: Any) -> Any:
    """What is missing beside the `others`. A purchase whose life is `over` is bought again whole, as far as
    so much is missing.
    """
    return at_least(at_most(missing, at_least(over, missing - others)), 0)


def _due(args: tuple[Term, ...], own: str, year: int) -> Term:
    needed, others, life = args
    if year == 0:
        return at_least(in_year(needed, 1) - others, 0)  # type: ignore[no-any-return]
    earlier = [(k, before(Name(own), k)) for k in range(1, year + 1)]
    alive = _sum([when(life > k, bought, 0) for k, bought in earlier])
    over = _sum([when(life == k, bought, 0) for k, bought in earlier])
    return _bought(needed - alive, others, over)  # type: ignore[no-any-return]


def _sum(parts: list[Term]) -> Term:
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _say_due(r: Reading, args: tuple[Term, ...]) -> str:
    needed, others, life = (read(a, r) for a in args)
    return say("formulas.bought_when_due", needed=needed, others=others, life=life)


_f = _readings(lambda r, args: _due(args, r.own, r.year), _say_due)
bought_when_due = Word(
    "bought_when_due",
    _bought_when_due,
    Template(_f[0], ATOM),
    Template(_f[1], CHOICE),
    along=True,
    script=row("boughtWhenDue"),
)
