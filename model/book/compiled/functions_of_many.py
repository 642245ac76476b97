"""What a line as steps of numpy calls: functions that fill an array of shape (years, plans) and give it back.

Each does the same sums in the same order as the word's `numbers`, so that the last bit is the same. Arguments
are numbers or arrays of shape (1 or years, 1 or plans). Those that look at other years have the name of their
word and are given `year`, the years as an array of shape (years, 1). Without an array to fill they make one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from model.book import vocabulary as words
from model.book.powers import power as power_of_plans
from model.book.terms import Array
from model.book.vocabulary import GUARD


def fill_share(part: Any, of: Any, out: Array | None = None) -> Array:
    nothing = np.abs(of) < GUARD
    divisor = np.where(nothing, 1.0, of) if nothing.any() else of
    found: Array = np.true_divide(part, divisor, out)
    if divisor is of:
        return found
    if out is None:
        return np.where(nothing, 0.0, found)
    np.copyto(out, 0.0, where=nothing)
    return out


def fill_power(base: Any, exponent: Any, out: Array | None = None) -> Array:
    found = power_of_plans(np.transpose(base), np.transpose(exponent)).T
    return found if out is None else _filled(out, found)


def fill_before(out: Array | None, year: Array, x: Any, years: int) -> Array:
    filled = _to_fill(out, year, x)
    filled[:years] = 0.0
    rows = np.asarray(x, dtype=float)
    filled[years:] = rows[:-years] if rows.ndim and len(rows) > 1 else rows
    return filled


def fill_running_total(out: Array | None, year: Array, x: Any) -> Array:
    filled, row = _to_fill(out, year, x), _rows(x, year)
    filled[0] = row[0]
    for t in range(1, len(row)):
        np.add(filled[t - 1], row[t], filled[t])
    return filled


def fill_lowest_so_far(out: Array | None, year: Array, x: Any) -> Array:
    filled, row = _to_fill(out, year, x), _rows(x, year)
    filled[0] = row[0]
    for t in range(1, len(row)):
        np.minimum(filled[t - 1], row[t], out=filled[t])
    return filled


def fill_grown(out: Array | None, year: Array, rate: Any) -> Array:
    filled, row = _to_fill(out, year, rate), _rows(rate, year)
    filled[:2] = 1.0
    for t in range(2, len(row)):
        np.multiply(filled[t - 1], np.add(row[t], 1.0), filled[t])
    return filled


def fill_passed_on(out: Array | None, year: Array, kept: Any, added: Any) -> Array:
    filled, keep, add = _to_fill(out, year, kept, added), _rows(kept, year), _rows(added, year)
    filled[:2] = 1.0
    for t in range(2, len(year)):
        np.add(np.multiply(filled[t - 1], keep[t]), add[t], filled[t])
    return filled


def fill_highest_within(out: Array | None, year: Array, x: Any, life: Any) -> Array:
    filled, row, lives = _to_fill(out, year, x, life), _rows(x, year), np.asarray(life)
    filled[...] = 0.0
    for k in range(1, min(int(lives.max()), len(year) - 1) + 1):
        earlier: Any = row[:-k]
        if lives.size > 1:
            earlier = np.where(lives[k:] >= k if len(lives) > 1 else lives >= k, earlier, 0.0)
        np.maximum(filled[k:], earlier, out=filled[k:])
    return filled


def _as_of_plans(name: str) -> Callable[..., Array]:
    """A word that is rare or dear in itself: as it is worked out for arrays whose last axis is the year."""
    numbers = getattr(words, name).numbers

    def function(out: Array | None, year: Array, *args: Any) -> Array:
        by_plan = [
            np.transpose(np.broadcast_to(x, np.broadcast_shapes(np.shape(x), (len(year), 1)))) for x in args
        ]
        found = numbers(*by_plan).T
        return np.array(found) if out is None else _filled(out, found)

    return function


def _rows(x: Any, year: Array) -> Array:
    """An argument with a row for each year."""
    return np.broadcast_to(x, (len(year), np.shape(x)[-1] if np.ndim(x) else 1))


def _to_fill(out: Array | None, year: Array, *args: Any) -> Array:
    return np.empty(np.broadcast_shapes(year.shape, *map(np.shape, args))) if out is None else out


def _filled(out: Array, found: Array) -> Array:
    out[...] = found
    return out


fill_renewed = _as_of_plans("renewed")
fill_bought_when_due = _as_of_plans("bought_when_due")
fill_drawn_when_short = _as_of_plans("drawn_when_short")

# By the step or word.
WITHIN_A_YEAR: Mapping[str, Callable[..., Any]] = MappingProxyType({"share": fill_share, "power": fill_power})
OVER_YEARS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "running_total": fill_running_total,
        "lowest_so_far": fill_lowest_so_far,
        "grown": fill_grown,
        "passed_on": fill_passed_on,
        "renewed": fill_renewed,
        "highest_within": fill_highest_within,
        "bought_when_due": fill_bought_when_due,
        "drawn_when_short": fill_drawn_when_short,
    }
)
FILLING: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {f"fill_{k}": f for k, f in {"before": fill_before, **WITHIN_A_YEAR, **OVER_YEARS}.items()}
)
