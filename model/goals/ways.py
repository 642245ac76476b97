"""Stretches of places along which a decision lever steadily brings a goal nearer.

The search for combined changes moves along them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.goals.reaching import Reach, Table

SLACK = 1000.0  # dollars: whole devices, and a fleet that grows by one more or less, waver by a few hundred


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """Places of one lever, nearest first, and for each the place one step nearer to the plan's own.

    `helps`: the goal comes nearer along it; otherwise it only reduces a class size that is too large.
    `joined`: the step to its first place is as steady as the others.
    """

    key: str
    table: Table
    at: Array
    back: Array
    shares: Array
    helps: bool
    joined: bool


def ways(found: Reach) -> list[Way]:
    """Every stretch on which a lever brings some unmet condition nearer, cut where it breaks a limit."""
    margins = np.array(found.margins)
    # Smaller classes cost money, so a condition that is met now may be missed once classes are smaller.
    # Then every condition counts.
    unmet = (margins < -HALF_A_CENT) | (found.too_large > 0)
    made: list[Way] = []
    for key, t in found.tables.items():
        for at in _directions(t):
            whole = np.concatenate([[t.places.now], at]).astype(int)
            helps = bool((t.margins[at][:, unmet] > margins[unmet] + HALF_A_CENT).any())
            mends = found.too_large > 0 and bool((t.too_large[at] < found.too_large).any())
            if helps or mends:
                fine = t.holds[at] & ((found.too_large > 0) | (t.too_large[at] == 0))
                until = at.size if fine.all() else int(fine.argmin())
                made += _stretches(key, t, whole[: until + 1], helps=helps)
    return made


def _directions(t: Table) -> list[Array]:
    """Up and down; for a choice, each other option by itself."""
    both = [t.places.away(up) for up in (True, False)]
    if t.places.lever.is_choice:
        return [np.array([i]) for d in both for i in d]
    return [d for d in both if d.size]


def _stretches(key: str, t: Table, whole: Array, *, helps: bool) -> Iterator[Way]:
    """The stretches, cut at every step that goes the wrong way by more than rounding explains.

    Wrong is farther from the goal, or nearer to it where the way only reduces class size.
    """
    change = np.diff(t.margins[whole], axis=0) * (1 if helps else -1)
    steady: Array = np.asarray((change >= -SLACK / 2).all(axis=1))
    starts = [1, *(j for j in range(2, whole.size) if not steady[j - 1])]
    for first, after in zip(starts, [*starts[1:], whole.size], strict=True):
        if first < after:
            at = whole[first:after]
            back = whole[first - 1 : after - 1]
            yield Way(key, t, at, back, t.places.shares[at], helps, bool(first == 1 and steady[0]))
