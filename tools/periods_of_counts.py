"""Periods of years: whether a place's drift went on from one to the next, and the row that follows from it.

A drift is the middle of a row only where, in the periods after the first, the drift known when they began
came closer to the counts than no drift at all. Where it did not, the row lies around the plan, and its
widths hold a drift either way, as large as the periods had. Until a later period has spoken, a drift stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from model.evidence.spreads import Spread
from tools.fitted_spread import drift_of, fit
from tools.past_errors import Errors, Missed, before, chosen

Period = tuple[int, int]  # the years of its first and last counts
_YEARS = 5  # no shorter than a plan, if the counts reach so far
_FEWEST = 2  # periods; with one nothing can be said
# How far 8 of 10 reach in Student's t with two to six degrees, beside the normal distribution: what is known
# of a spread that so few periods have shown.
_WIDER = (1.471, 1.278, 1.196, 1.152, 1.123)


@dataclass(frozen=True)
class Middles:
    """The mean miss of later counts, log change, around the drift known before and around none."""

    counts: int
    with_drift: float
    without: float

    @property
    def drift_holds(self) -> bool:
        return self.with_drift <= self.without


def periods(missed: Missed) -> list[Period]:
    """The years of the counts in equal parts of five years or more, in two parts at least."""
    first = min(int(e.made.min()) for e in missed.values())
    last = max(int(e.made.max()) + h for h, e in missed.items())
    many = max((last - first) // _YEARS, _FEWEST)
    ends = [first + round(i * (last - first) / many) for i in range(many + 1)]
    return list(pairwise(ends))


def within(missed: Missed, period: Period) -> Missed:
    """The misses whose first and last counts both lie in a period."""
    return chosen(missed, lambda h, e: (e.made >= period[0]) & (e.made + h <= period[1]))


def outside(missed: Missed, period: Period) -> Missed:
    """The misses that share no year with a period."""
    return chosen(missed, lambda h, e: (e.made >= period[1]) | (e.made + h <= period[0]))


def middles(missed: Missed) -> Middles | None:
    """How close the drift came to the periods after the first. None where no drift was known before."""
    off: list[np.ndarray] = []
    around: list[np.ndarray] = []
    for period in periods(missed)[1:] if missed else ():
        try:
            drift = drift_of(before(missed, period[0]))
        except ValueError:
            continue
        for h, e in within(missed, period).items():
            off.append(e.off)
            around.append(e.off - drift * h)
    if not off:
        return None
    without, with_drift = (float(np.abs(np.concatenate(x)).mean()) for x in (off, around))
    return Middles(sum(map(len, off)), with_drift, without)


def row_of(missed: Missed, like: Spread) -> Spread:
    """The row that fits best around the drift, or around the plan where the drift did not go on.

    ValueError where there are too few misses.
    """
    found = middles(missed)
    if found is None or found.drift_holds:
        return fit(missed, like)
    row = fit(_either_way(missed), like, drift=0.0)
    return row._replace(counts=len(missed[min(missed)].off))


def _either_way(missed: Missed) -> Missed:
    """Every miss twice: around its own period's drift, once below and once above by the size of a drift.

    That size is the root of the mean square of the periods' drifts, which is what none has to expect of the
    next one, and more for being shown by few periods. So each number of years ahead meets every period's
    drift, also where its counts are of one. A period with too few counts has the drift of all years.
    """
    every = drift_of(missed)
    drifts = []
    for period in periods(missed):
        try:
            drifts.append(drift_of(within(missed, period)))
        except ValueError:
            drifts.append(every)
    own = np.array(drifts)
    size = float(np.sqrt((own**2).mean())) * _WIDER[min(len(own) - _FEWEST, len(_WIDER) - 1)]
    found = {}
    for h, e in missed.items():
        drift = own[np.digitize(e.made + h / 2, [start for start, _ in periods(missed)[1:]])]
        both = [e.off - drift * h + sign * size * h for sign in (-1, 1)]
        found[h] = Errors(np.concatenate(both), np.tile(e.pupils, 2), np.tile(e.made, 2))
    return found
