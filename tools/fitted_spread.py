"""Fits a row of widths to past errors: quantiles of each horizon, brought to one size and power of years."""

from __future__ import annotations

import numpy as np

from model.evidence.spreads import YEARS_STATED, Spread
from model.ranges.departures import above, below, size_powers_at, sized, widths_at
from model.ranges.draws import FUTURES, heavy
from tools.past_errors import Missed

_LEVELS = (0.1, 0.25, 0.75, 0.9)
_EXPONENTS = np.arange(0.0, 0.71, 0.1)
_LEAST = 1e-4  # a width of nothing would have no power of years
_FEWEST = 10
# So many counts say as much of the powers of size as what is known without them: next year's count varies
# with the root of the size, as that of any group of people who decide each for themselves, and the count of
# five years hence with the neighborhood, whatever the size.
_KNOWN_WITHOUT = 100
_ROOT = 0.5
# Years to come are wider than the years fitted on: rows fitted on the first half of Chicago's years held 75
# of 100 counts of the second half five years ahead, and 80 one year ahead.
_ALLOWANCE = 0.015


def drift_of(missed: Missed) -> float:
    """The change a year through the middles of all horizons. ValueError where there are too few errors."""
    used = _used(missed)
    ahead, many = np.array(list(used), dtype=float), np.array([len(e.off) for e in used.values()])
    middles = np.array([np.median(e.off) for e in used.values()])
    return float((middles * ahead * many).sum() / (ahead**2 * many).sum())


def _used(missed: Missed) -> Missed:
    used = {h: e for h, e in missed.items() if len(e.off) >= _FEWEST}
    if not used:
        raise ValueError("too few errors to fit widths to")
    return used


def fit(missed: Missed, like: Spread, drift: float | None = None) -> Spread:
    """The row that fits best, with the names of `like`. ValueError where there are too few errors.

    The drift goes through the middles unless it is given, the widths through the quantiles. The powers of
    size are those with the least loss, horizon by horizon: a small school's first year is another matter than
    its fifth.
    """
    used = _used(missed)
    ahead, many = np.array(list(used), dtype=float), np.array([len(e.off) for e in used.values()])
    drift = drift_of(missed) if drift is None else drift
    around = {h: (e.off - drift * h, sized(e.pupils)) for h, e in used.items()}
    best = np.array([_powers(*around[h], h) for h in used])
    powers = _through(ahead, best, many, flat=True).clip(0, 1)
    ends = []
    for h, (off, size) in around.items():
        low, high = _at(powers, h)
        ends.append(np.abs(np.quantile(_to_one_size(off, size, low, high), _LEVELS)).clip(_LEAST))
    near, far = np.exp(_through(ahead, np.log(ends), many))
    for row in (near, far):
        row[0], row[3] = max(row[0], row[1]), max(row[3], row[2])
    return like._replace(
        drift=round(drift, 4),
        widths=tuple(round(float(w), 4) for w in (*near, *far)),
        size_powers=tuple(round(float(p), 2) for p in powers.ravel()),
        counts=len(used[min(used)].off),
        horizon=int(ahead.max()),
    )


def _powers(off: np.ndarray, size: np.ndarray, ahead: int) -> tuple[float, float]:
    """The powers of size, below and above, of one horizon: between those with the least loss of quantiles and
    what is known without counts, by how many counts there are.
    """

    def loss(low: float, high: float) -> float:
        alike = np.quantile(_to_one_size(off, size, low, high), _LEVELS)[None]
        return pinball(off, alike * size[:, None] ** -np.array([low, low, high, high]), _LEVELS)

    low, high = min(((low, high) for low in _EXPONENTS for high in _EXPONENTS), key=lambda x: loss(*x))
    prior = float(_at(np.array([_ROOT, 0.0]), ahead))
    known = len(off) / (len(off) + _KNOWN_WITHOUT)
    return prior + (low - prior) * known, prior + (high - prior) * known


def _to_one_size(off: np.ndarray, size: np.ndarray, low: float, high: float) -> np.ndarray:
    found: np.ndarray = np.where(off < 0, off * size**low, off * size**high)
    return found


def _through(ahead: np.ndarray, values: np.ndarray, many: np.ndarray, flat: bool = False) -> np.ndarray:
    """Straight lines through columns against the logarithm of the years: their ends, shape (2, columns).

    One horizon alone says nothing of how widths grow: then as the root of the years, and powers of size stay.
    """
    values = np.asarray(values)
    if len(ahead) > 1:
        slope, start = np.polyfit(np.log(ahead), values, 1, w=np.sqrt(many))
        slope = slope if flat else slope + _ALLOWANCE
    else:
        slope = np.full(values.shape[1], 0.0 if flat else 0.5)
        start = values[0] - slope * np.log(ahead[0])
    return np.array([start, start + slope * np.log(YEARS_STATED[1])])


def _at(powers: np.ndarray, ahead: int) -> np.ndarray:
    part = np.log(ahead) / np.log(YEARS_STATED[1])
    found: np.ndarray = powers[0] + (powers[1] - powers[0]) * part
    return found


def ends_of(spread: Spread, ahead: int, pupils: np.ndarray, levels: tuple[float, ...]) -> np.ndarray:
    """Where shares of all cases end for schools of these sizes, log change, shape (school, level)."""
    z = np.interp(levels, (np.arange(FUTURES) + 0.5) / FUTURES, heavy())
    low80, low50, high50, high80 = widths_at(spread, ahead)
    low, high = size_powers_at(spread, ahead)
    size = sized(pupils)[:, None]
    up, down = above(z, high50, high80) * size**-high, below(z, low80, low50) * size**-low
    found: np.ndarray = spread.drift * ahead + up - down
    return found


def pinball(off: np.ndarray, ends: np.ndarray, levels: tuple[float, ...]) -> float:
    """The mean loss of quantiles `ends`, shape (error, level) or (1, level), for what came out."""
    apart, share = off[:, None] - ends, np.array(levels)
    return float(np.maximum(share * apart, (share - 1) * apart).mean())
