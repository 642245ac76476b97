"""How far a count strays from its middle: widths of one and five years ahead, made into paths.

Between the middle, the middle 5 and the middle 8 of 10 a distribution goes in straight lines against
Student's t with 4 degrees of freedom, on each side by its own widths; beyond them the last line goes on. A
path keeps its luck: who is far below after one year is mostly below after five.
"""

from __future__ import annotations

import numpy as np

from model.book.terms import Array
from model.evidence.spreads import YEARS_STATED, Spread
from model.ranges.draws import FUTURES, heavy
from model.years import OPERATING_YEARS

REFERENCE_SIZE = 500  # students; widths are stated for a school or district of this size
SIZES = (50.0, 5000.0)  # students; no width was held against smaller or larger ones
QUARTER, TENTH = 0.7406970841, 1.5332062740  # Student's t with 4 degrees keeps 5 and 8 of 10 within these
FARTHEST = 3.7469473879  # and 98 of 100: whoever lies beyond is drawn as if there
_T_VARIANCE = 2.0


def powers(spread: Spread) -> tuple[float, ...]:
    """By which power of the years ahead each width grows."""
    near, far = spread.widths[:4], spread.widths[4:]
    years = np.log(YEARS_STATED[1] / YEARS_STATED[0])
    return tuple(
        float(np.log(b / a) / years) if a > 0 and b > 0 else 1.0 for a, b in zip(near, far, strict=True)
    )


def widths_at(spread: Spread, ahead: int) -> tuple[float, ...]:
    """How far the middle 8 and 5 of 10 reach below, then 5 and 8 above, `ahead` years on."""
    return tuple(w * ahead**power for w, power in zip(spread.widths[:4], powers(spread), strict=True))


def below(z: Array, low80: float, low50: float) -> Array:
    """How far draws of Student's t lie below the middle; 0 above it. Log changes at 500 students."""
    return _reach(np.maximum(-z, 0), low80, low50)


def above(z: Array, high50: float, high80: float) -> Array:
    """How far draws of Student's t lie above the middle; 0 below it. Log changes at 500 students."""
    return _reach(np.maximum(z, 0), high80, high50)


def _reach(z: Array, tenth: float, quarter: float) -> Array:
    beyond = (np.minimum(z, FARTHEST) - QUARTER) * (tenth - quarter) / (TENTH - QUARTER)
    found: Array = np.where(z < QUARTER, z * quarter / QUARTER, quarter + beyond)
    return found


def size_powers_at(spread: Spread, ahead: Array | float) -> tuple[Array, Array]:
    """By which powers of the size the widths shrink, below and above, `ahead` years on."""
    low, high, low_far, high_far = spread.size_powers
    part = np.log(ahead) / np.log(YEARS_STATED[1])
    return low + (low_far - low) * part, high + (high_far - high) * part


def sized(pupils: Array | float) -> Array:
    """Students as a multiple of the size for which widths are stated, within the sizes that are scaled."""
    return np.clip(pupils, *SIZES) / REFERENCE_SIZE


def scales(spread: Spread, pupils: float, years: int = OPERATING_YEARS) -> tuple[Array, Array]:
    """What the widths below and above the middle are multiplied by in a school, each of shape (years,)."""
    low, high = size_powers_at(spread, np.arange(1.0, years + 1))
    size = sized(pupils)
    return size**-low, size**-high


def lasting_share(spread: Spread) -> float:
    """How large the lasting part of a path is, for a yearly part of 1, so that widths grow as stated.

    The yearly parts of h years have a variance of 2 h, a lasting part r that of (r h)^2: with growth by the
    power p, (10 + 25 r^2) / (2 + r^2) = 25^p.
    """
    p = float(np.mean([powers(spread)[0], powers(spread)[3]]))
    spare = _T_VARIANCE * (25**p - 5)
    return float(np.sqrt(spare / (25 - 25**p))) if spare > 0 and p < 1 else (0.0 if p < 1 else 1e3)


def path(spread: Spread, lasting: Array, yearly: Array, share: float) -> tuple[Array, Array]:
    """How far futures lie below and above the middle, each of shape (2000, years), at 500 students.

    `lasting` (2000,) and `yearly` (2000, years) are draws. The sums of the yearly ones, and of `share` of the
    lasting ones a year, rank the futures of each year, and the widths say where a rank lies.
    """
    years = yearly.shape[1]
    luck = share * lasting[:, None] * np.arange(1, years + 1) + np.cumsum(yearly, axis=1)
    ranks = luck.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    z = heavy()[ranks]
    low, high = np.zeros((FUTURES, years)), np.zeros((FUTURES, years))
    for t in range(years):
        low80, low50, high50, high80 = widths_at(spread, t + 1)
        low[:, t], high[:, t] = below(z[:, t], low80, low50), above(z[:, t], high50, high80)
    return low, high


assert YEARS_STATED[1] == OPERATING_YEARS
