"""Grades that move up: the usual share of a grade that goes on, and schools that add a grade a year."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tools.enrollment_counts import GRADES, Counts
from tools.past_errors import HORIZONS, SIZES, SPARSE, Errors, Missed

_FEWEST = 25.0  # students of a grade; a share of fewer is mostly chance
LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)


def shares(counts: Counts, grade: int) -> np.ndarray:
    """The students of a grade as shares of those of the grade below a year before, newcomers included."""
    below, here = counts.grades[:, :-1, grade - 1], counts.grades[:, 1:, grade]
    kept = (below >= _FEWEST) & (here > 0) & counts.is_full[:, :-1]
    found: np.ndarray = here[kept] / below[kept]
    return found


def progression(counts: Counts) -> Mapping[int, np.ndarray]:
    """By grade: the share that goes on to it, at `LEVELS`. Only grades with counts enough."""
    found = {g: shares(counts, g) for g in range(1, GRADES)}
    return {g: np.quantile(x, LEVELS) for g, x in found.items() if len(x) >= SPARSE}


def cohort_errors(counts: Counts, goes_on: Mapping[int, float]) -> Missed:
    """The misses of schools that add a grade a year, projected by their cohorts.

    Such a school has its lowest grade and those above it in a row, but not its top one. As many enter every
    year as entered last; `goes_on` says which share of a grade goes on to the next, all of it where unsaid.
    """
    found: dict[int, list[tuple[float, float, int]]] = {}
    for school, t in zip(*np.nonzero(_growing(counts)), strict=True):
        now = counts.grades[school, t]
        lowest = int(np.flatnonzero(now)[0])
        for h in HORIZONS:
            if t + h >= counts.pupils.shape[1]:
                break
            now = _a_year_on(now, lowest, goes_on)
            came = counts.pupils[school, t + h]
            if np.isfinite(came):
                off = float(np.log(came / now.sum()))
                found.setdefault(h, []).append((off, counts.pupils[school, t], counts.first_year + int(t)))
    return {h: Errors(*(np.array(column) for column in zip(*rows, strict=True))) for h, rows in found.items()}


def _growing(counts: Counts) -> np.ndarray:
    served = counts.grades > 0
    lowest, top = served.argmax(axis=2), GRADES - 1 - served[:, :, ::-1].argmax(axis=2)
    in_a_row = served.sum(axis=2) == top - lowest + 1
    first = np.where(served.any(axis=(1, 2)), served.any(axis=1).argmax(axis=1), GRADES)
    size = np.nan_to_num(counts.pupils)
    adds_up = np.abs(counts.grades.sum(axis=2) - size) < 1
    starts = lowest == first[:, None]
    found: np.ndarray = (
        in_a_row & starts & adds_up & ~counts.is_full & (size >= SIZES[0]) & (size <= SIZES[1])
    )
    return found


def _a_year_on(now: np.ndarray, lowest: int, goes_on: Mapping[int, float]) -> np.ndarray:
    later = np.zeros_like(now)
    later[lowest] = now[lowest]
    for g in range(lowest + 1, GRADES):
        later[g] = now[g - 1] * goes_on.get(g, 1.0)
    return later
