"""Boxes of places: the pieces into which the search for combined changes cuts each set of levers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.book.terms import Array

MOST_LEVERS = 3


@dataclass(slots=True)
class Boxes:
    """Boxes of places, shape (boxes, 3).

    For each up to three ways (-1 for none), and the first and last step along each.
    """

    way: Array
    low: Array
    high: Array

    def __len__(self) -> int:
        return len(self.way)

    def __getitem__(self, rows: Array | slice) -> Boxes:
        return Boxes(self.way[rows], self.low[rows], self.high[rows])

    def joined(self, other: Boxes) -> Boxes:
        pairs = ((self.way, other.way), (self.low, other.low), (self.high, other.high))
        return Boxes(*(np.concatenate(p) for p in pairs))

    @staticmethod
    def of(sets: list[tuple[int, ...]], ends: Array) -> Boxes:
        way = np.array([(*s, *[-1] * (MOST_LEVERS - len(s))) for s in sets], dtype=int)
        return Boxes(way, np.zeros_like(way), np.where(way < 0, 0, ends[way]))
