"""Which names a long list has had already, in eight bytes a name and eight for its row."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from model.book.terms import Array

_Held = tuple[Array, Array]  # marks of names in order, and the row of each


class SeenNames:
    """The names so far. Two names would have to share 64 bits by chance to be taken for one."""

    def __init__(self) -> None:
        self._held: list[_Held] = []

    def first_rows(self, names: Sequence[str], numbers: Sequence[int]) -> dict[int, int]:
        """By the place of each name that came before the row where it first came. Empty names are none."""
        places = np.array([i for i, name in enumerate(names) if name], dtype=int)
        if not len(places):
            return {}
        marks = np.array([_mark(names[i]) for i in places], dtype=np.uint64)
        rows = np.array(numbers, dtype=np.int64)[places]
        first = np.zeros(len(marks), dtype=np.int64)
        for held, of_held in self._held:
            at = np.searchsorted(held, marks).clip(max=len(held) - 1)
            first = np.where(held[at] == marks, of_held[at], first)
        new, where, back = np.unique(marks, return_index=True, return_inverse=True)
        again = (first == 0) & (where[back] != np.arange(len(marks)))
        first[again] = rows[where[back][again]]
        fresh = first[where] == 0
        self._keep((new[fresh], rows[where[fresh]]))
        return {int(places[i]): int(first[i]) for i in np.flatnonzero(first)}

    def _keep(self, found: _Held) -> None:
        """Arrays of like length become one, so there are never many to look through."""
        while self._held and len(self._held[-1][0]) < 2 * len(found[0]):
            marks, rows = (np.concatenate(x) for x in zip(self._held.pop(), found, strict=True))
            order = np.argsort(marks, kind="stable")
            found = marks[order], rows[order]
        if len(found[0]):
            self._held.append(found)


def _mark(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
