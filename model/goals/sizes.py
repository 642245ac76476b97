"""How large a change is: what it takes away, or adds, of the positions and dollars that are there.

Half of one clerk is half of the office, however little its setting travels. Half of thirty teachers is a
sixtieth. What a setting travels over its usual range counts only where nothing is there to compare with, and
breaks ties.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np

from model.book.terms import Array
from model.goals.places import Places
from model.lines.worksheet import BOOK
from model.results.projection import Projection

_THINGS = ("positions", "usd_per_year", "usd")
TIE = 1e-4  # of the travel is added to each size: of two places that change the same the nearer is smaller


@cache
def measured_by(lever: str) -> tuple[str, ...]:
    """The first lines of positions or dollars that a setting reaches: what is there of the thing it moves."""
    found, seen, todo = [], set[str](), [lever]
    while todo:
        key = todo.pop()
        for name in _resting_on(key):
            line = BOOK.lines[name]
            if name in seen or line.measure:
                continue
            seen.add(name)
            if line.unit in _THINGS:
                found.append(name)
            else:
                todo.append(name)
    return tuple(sorted(found))


@cache
def _resting_on(key: str) -> tuple[str, ...]:
    return tuple(name for name, line in BOOK.lines.items() if key in line.needs)


def lines(levers: Iterable[str]) -> tuple[str, ...]:
    """All lines that the sizes of these settings are measured by."""
    return tuple(sorted({line for key in levers for line in measured_by(key)}))


def moving(places: Places, held: Array) -> Array:
    """Which places do something that the place one step nearer to the plan's own does not; shape (places,).

    `held` are the numbers that the setting can change at each place, shape (places, numbers). Where half a
    teacher takes seven steps of a ratio, six of them do nothing.
    """
    kept = np.ones(len(held), dtype=bool)
    if not places.lever.is_choice:
        same = (held[1:] == held[:-1]).all(axis=1)
        kept[1:][same & (np.arange(1, len(held)) > places.now)] = False
        kept[:-1][same & (np.arange(1, len(held)) <= places.now)] = False
    return kept


def held_at(places: Places, tried: Projection, rows: Array) -> Array:
    """The measuring lines at each place, shape (places, lines x years)."""
    found = [np.nan_to_num(tried[line][rows]) for line in measured_by(places.lever.key)]
    return np.concatenate([np.zeros((len(rows), 0)), *found], axis=1)


def sizes(places: Places, tried: Projection, rows: Array) -> Array:
    """The size of the change at each place, shape (places,); 0 at the plan's own.

    `tried` holds the setting alone at each of its places in `rows`. It grows with each step away from the
    plan, so that the nearest place that does something is the smallest change that does.
    """
    size = np.zeros(len(rows))
    for line in measured_by(places.lever.key):
        held = np.nan_to_num(tried[line][rows])
        there = np.abs(held[places.now]).sum()
        moved = np.abs(held - held[places.now]).sum(axis=1)
        size = np.maximum(size, moved / there if there else np.where(moved > 0, places.shares, 0.0))
    if not places.lever.is_choice:
        for up in (True, False):
            away = places.away(up)
            size[away] = np.maximum.accumulate(size[away])
    size[places.now] = 0.0
    return size + TIE * places.shares
