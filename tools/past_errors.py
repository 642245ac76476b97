"""By how much flat projections missed what was counted, one to five years ahead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tools.enrollment_counts import Counts

HORIZONS = (1, 2, 3, 4, 5)
SIZES = (50.0, 5000.0)  # students; the sizes that are held against counts
SPARSE = 30  # with fewer errors a share means little
_TIE_YEARS = 3
_EXTREME = 1.5  # log change of money per student in a year beyond which a file's amounts mean something else


@dataclass(frozen=True)
class Errors:
    """The misses of one horizon, log change, with the students and the year when the projection was made."""

    off: np.ndarray
    pupils: np.ndarray
    made: np.ndarray

    def where(self, kept: np.ndarray) -> Errors:
        return Errors(self.off[kept], self.pupils[kept], self.made[kept])


Missed = Mapping[int, Errors]  # by years ahead


def errors(counts: Counts, *, full: bool = True) -> Missed:
    """Those of schools with all their grades when the projection was made; of the others unless `full`.

    Schools that closed have no count and are left out.
    """
    return _errors(counts, np.log(counts.pupils), counts.is_full == full)


def money_errors(counts: Counts, tie: float = 0.0) -> Missed:
    """Those of public funding per student, less what its tie to the change of students explains."""
    logs = np.log(counts.pupils)
    rate = np.log(counts.funding) - logs
    jumps = np.abs(np.diff(rate, axis=1, prepend=rate[:, :1])) > _EXTREME
    rate[jumps.any(axis=1)] = np.nan
    return _errors(counts, rate - tie * logs, counts.is_full)


def _errors(counts: Counts, logs: np.ndarray, kept: np.ndarray) -> Missed:
    found = {}
    made = np.broadcast_to(counts.first_year + np.arange(logs.shape[1]), logs.shape)
    for h in HORIZONS:
        if h >= logs.shape[1]:
            break
        off, pupils = logs[:, h:] - logs[:, :-h], counts.pupils[:, :-h]
        with np.errstate(invalid="ignore"):
            take = np.isfinite(off) & kept[:, :-h] & (pupils >= SIZES[0]) & (pupils <= SIZES[1])
        if take.any():
            found[h] = Errors(off[take], pupils[take], made[:, :-h][take])
    return found


def chosen(missed: Missed, which: Callable[[int, Errors], np.ndarray], fewest: int = 1) -> Missed:
    """The errors for which `which(years ahead, errors)` is True; horizons with fewer than `fewest` go."""
    found = {h: e.where(which(h, e)) for h, e in missed.items()}
    return {h: e for h, e in found.items() if len(e.off) >= fewest}


def before(missed: Missed, year: int, fewest: int = 1) -> Missed:
    """What was known in a year: the counts it was about were taken by then."""
    return chosen(missed, lambda h, e: e.made + h <= year, fewest)


def since(missed: Missed, year: int, fewest: int = 1) -> Missed:
    """Projections made in a year or later."""
    return chosen(missed, lambda _, e: e.made >= year, fewest)


def tie(counts: Counts) -> float:
    """By how much money per student changes with each change of students: the slope between them.

    Over three years where there are so many, because what a year's count has wrong moves both against each
    other. Changes beyond 30% either way are left out, because one of them could decide the slope.
    """
    ahead = min(_TIE_YEARS, counts.pupils.shape[1] - 1)
    if not ahead:
        return 0.0
    logs = np.log(counts.pupils)
    rates = np.log(counts.funding) - logs
    students, rate = logs[:, ahead:] - logs[:, :-ahead], rates[:, ahead:] - rates[:, :-ahead]
    with np.errstate(invalid="ignore"):
        kept = (np.abs(students) < 0.3) & (np.abs(rate) < 0.3)
        kept &= (counts.pupils[:, :-ahead] >= SIZES[0]) & (counts.pupils[:, :-ahead] <= SIZES[1])
    if kept.sum() < SPARSE or np.ptp(students[kept]) == 0:
        return 0.0
    return float(np.polyfit(students[kept], rate[kept], 1)[0])
