"""What a line as Python calls: small functions of plain numbers, or of one number for each year.

Each does the same sums in the same order as the word's `numbers`, so that the last bit is the same. Those
that look at other years have the name of their word; they take lists, and of a life, a rate or a limit the
first number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from model.book.powers import power as power_of_arrays
from model.book.powers import to_the
from model.book.words_within_a_year import GUARD

Row = list[float]


def floor(x: float) -> float:
    return x // 1.0


def ceil(x: float) -> float:
    return -(-x // 1.0)


def share(part: float, of: float) -> float:
    return 0.0 if abs(of) < GUARD else part / of


def power(base: float, exponent: float) -> float:
    """As for arrays: a whole power in steps that are the same everywhere."""
    if exponent == exponent // 1.0:
        return float(to_the(base, int(exponent)))
    return float(power_of_arrays(base, exponent))


def running_total(x: Row) -> Row:
    row, total = [], 0.0
    for t, value in enumerate(x):
        total = total + value if t else value
        row.append(total)
    return row


def lowest_so_far(x: Row) -> Row:
    row = x[:1]
    for value in x[1:]:
        row.append(min(row[-1], value))
    return row


def grown(rate: Row) -> Row:
    row = [1.0, 1.0]
    for x in rate[2:]:
        row.append(row[-1] * (x + 1.0))
    return row


def passed_on(kept: Row, added: Row) -> Row:
    row = [1.0, 1.0]
    for keep, add in zip(kept[2:], added[2:], strict=True):
        row.append(row[-1] * keep + add)
    return row


def renewed(new: Row, lives: Row) -> Row:
    life, row = int(lives[0]), list(new)
    for t in range(life, len(row)):
        row[t] += row[t - life]
    return row


def highest_within(x: Row, lives: Row) -> Row:
    return [max([0.0, *(x[t - k] for k in range(1, t + 1) if k <= lives[t])]) for t in range(len(x))]


def bought_when_due(needed: Row, others: Row, lives: Row) -> Row:
    life = int(lives[0])
    row: Row = []
    alive = 0.0
    for t, standing in enumerate(others):
        over = row[t - life] if t >= life else 0.0
        alive = alive - over
        missing = needed[max(t, 1)] - alive
        row.append(max(min(missing, max(over, missing - standing)), 0.0))
        alive = alive + row[t]
    return row


def drawn_when_short(money: Row, rates: Row, limits: Row) -> Row:
    row: Row = []
    paid = 0.0
    for t, x in enumerate(money):
        row.append(min(max(paid - x, 0.0), limits[0]))
        paid = paid + rates[0] * row[t]
    return row


WITHIN_A_YEAR: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {f.__name__: f for f in (floor, ceil, share, power)}
)
OVER_YEARS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        f.__name__: f
        for f in (
            running_total,
            lowest_so_far,
            grown,
            passed_on,
            renewed,
            highest_within,
            bought_when_due,
            drawn_when_short,
        )
    }
)
