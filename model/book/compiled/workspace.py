"""Arrays to work in, made once and used again: fresh memory costs more than the sums that are done in it."""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from model.book.terms import Array

BLOCK = 2048  # plans worked out at a time: an array of six years is then 98 kB
_MOST_SHAPES = 16  # blocks have one size, and the last of a batch another
_MOST_KEPT = 4  # workspaces that wait for the next batch; more are made while more threads are at work


class Stretches:
    """Flat stretches of memory, lent as arrays of any number of years and plans."""

    def __init__(self) -> None:
        self._stretches: list[Array] = []
        self._shaped: dict[tuple[int, int], list[Array]] = {}

    def arrays(self, count: int, years: int, plans: int) -> list[Array]:
        """At least so many arrays of shape (years, plans), filled with whatever was left in them."""
        if len(self._shaped) > _MOST_SHAPES:
            self._shaped.clear()
        found = self._shaped.setdefault((years, plans), [])
        while len(found) < count:
            if len(found) == len(self._stretches):
                self._stretches.append(np.empty(0))
            stretch = self._stretches[len(found)]
            if stretch.size < years * plans:
                stretch = self._stretches[len(found)] = np.empty(years * plans)
            found.append(stretch[: years * plans].reshape(years, plans))
        return found


class Workspace:
    """Arrays of every year, and arrays of one number a plan."""

    def __init__(self) -> None:
        self._full, self._single = Stretches(), Stretches()

    def full(self, count: int, years: int, plans: int) -> list[Array]:
        return self._full.arrays(count, years, plans)

    def single(self, count: int, plans: int) -> list[Array]:
        return self._single.arrays(count, 1, plans)


_waiting: list[Workspace] = []


@contextmanager
def workspace() -> Iterator[Workspace]:
    """A workspace that nobody else uses meanwhile."""
    try:
        found = _waiting.pop()
    except IndexError:
        found = Workspace()
    try:
        yield found
    finally:
        if len(_waiting) < _MOST_KEPT:
            _waiting.append(found)


# --- where results stand ------------------------------------------------------------------------------------

_SMALL = 100_000  # numbers; less is handed out again by the system as quickly
_MOST_SPARE = 4_000_000  # numbers that wait for the next results, 32 MB


class _Stretch:
    """Memory for results. It is taken from the list and put back as a whole: no two threads get the same."""

    def __init__(self, size: int) -> None:
        self.numbers: Array = np.empty(size)


_spare: list[_Stretch] = []


def room(rows: int, plans: int) -> Array:
    """An array of this shape for results, if it can be in memory of results that nobody holds any more."""
    size = rows * plans
    if size < _SMALL:
        return np.empty((rows, plans))
    stretch = _spare_of(size) or _Stretch(size)
    # Through a buffer of its own, so that every view of the results holds this array, not what is below it.
    found = np.frombuffer(stretch.numbers.data, dtype=float)
    weakref.finalize(found, _left, stretch).atexit = False
    return found[:size].reshape(rows, plans)


def _spare_of(size: int) -> _Stretch | None:
    for stretch in list(_spare):
        if size <= stretch.numbers.size <= 2 * size:
            with contextlib.suppress(ValueError):  # somebody else was quicker
                _spare.remove(stretch)
                return stretch
    return None


def _left(stretch: _Stretch) -> None:
    """Nobody holds a view any more."""
    if sum(x.numbers.size for x in list(_spare)) + stretch.numbers.size <= _MOST_SPARE:
        _spare.append(stretch)
