"""Marks on the curves: in which years something happens, and where the mark is. The drawing: `curves.py`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.results.marks import Mark, in_words
from model.years import OPERATING
from views.charts.rows import Array, Fields, fixed, texts, whole

FIXED: Fields = {"t": fixed(*OPERATING * 2)}


def mark_rows(own: Array, marks: Sequence[Sequence[Mark]]) -> Fields:
    """Ten places, Years 1 to 5 on public revenue and recurring cost; `own` is (scenario, 2, 5) in dollars."""
    seen = np.zeros(own.shape)
    for scenario, found in enumerate(marks):
        for mark in found:
            seen[scenario, 0 if mark.on_revenue else 1, mark.year - 1] = 1.0
    return {"usd": whole(own.reshape(len(own), -1)), "seen": seen.reshape(len(own), -1)}


def told(count: int, years: Sequence[int], marks: Sequence[Sequence[Mark]]) -> Fields:
    """The tooltip of each year: what happens in it."""
    different = {tuple(found) for found in marks} or {()}  # most plans of a table have the same ones
    words = {found: [_in_year(found, year) for year in years] for found in different}
    return {"happens": texts([words[tuple(found)] for found in marks or ((),) * count])}


def _in_year(marks: Sequence[Mark], year: int) -> str:
    return in_words([m for m in marks if m.year == year]).partition(": ")[2]
