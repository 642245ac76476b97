"""Numbers to rows, for any number of scenarios at once: ends of a scale, crossings, places for labels.

Every function works scenario by scenario along the first axis and never mixes two. So a scenario's rows are
the same to the last bit whether it is computed alone (a rerun) or among a hundred (a precomputed table).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.results.marks import Mark
from model.units import percent
from model.years import OPERATING

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = Mapping[str, Sequence[float]]  # line -> six years, one scenario
Batch = Mapping[str, Array]  # line -> (scenario, year)
# Field -> (scenario, row), numbers or text; (1, row) where all scenarios agree.
Fields = dict[str, NDArray[Any]]
Rows = dict[str, Fields]  # dataset -> fields

SAME = 0.5  # dollars: what rounds to the same label is the same line
NOTHING = np.nan  # a row that draws nothing; null on its way out


class Beside(NamedTuple):
    """What the curves draw beside a plan. `marks` is empty or has a tuple for each scenario.

    The lines of the start, and of the start under the plan's assumptions, are drawn only where the reader
    asks for them: `compares`.
    """

    assumed: Numbers | Batch | None = None  # the start under the plan's assumptions, one scenario or as many
    marks: Sequence[Sequence[Mark]] = ()
    compares: bool = False


NOTHING_BESIDE = Beside()

# 1, 2, 5, 10, 20 ...: a table gives every scenario the same step; a logarithm might differ in its last bit.
_STEPS = np.array([m * 10.0**k for k in range(-4, 16) for m in (1, 2, 5)])


def both_ends(low: Array, high: Array) -> Fields:
    """The rows of a scale's ends, two for each scenario: they decide it, whatever is drawn."""
    return {"end": np.stack([low, high], axis=1)}


def read(numbers: Numbers | Batch, *lines: str) -> Array:
    """The lines as one array (line, scenario, year). Numbers of one scenario are a batch of one."""
    found = np.array([numbers[k] for k in lines], dtype=np.float64)
    if not np.isfinite(found).all():
        raise ValueError(f"A picture needs finite numbers; check {', '.join(lines)}.")
    return found[:, None, :] if found.ndim == 2 else found


BAND = ("low", "low_half", "high_half", "high")  # of 10 futures 1, 2.5, 7.5 and 9 lie below
UNSEEN = "unseen"  # a line that is there when space is kept for a band that is not drawn


def around(line: str) -> tuple[str, ...]:
    """The names under which a plan holds how far its futures lie from it: dollars, six years each."""
    return tuple(f"{line} {end}" for end in BAND)


def band(plan: Numbers | Batch, line: str, at: Array) -> tuple[Array, dict[str, Array]]:
    """The ends of a band laid around `at` (scenario, year).

    Returns the space it takes (scenario, 4, year), and the fields that draw it. Without futures, and where
    they are invisible, it has no height and lies on `at`: a plan is never shown with another's band.
    """
    lines = around(line)
    space = at[:, None, :] + np.zeros((1, len(BAND), 1))
    if lines[0] in plan:
        space = space + read(plan, *lines).swapaxes(0, 1)[:, :, -at.shape[1] :]
    if UNSEEN in plan:
        return space, dict.fromkeys(BAND, whole(at))
    return space, dict(zip(BAND, whole(space.swapaxes(0, 1)), strict=True))


def whole(x: Array, parts: int = 1) -> Array:
    """Rounded as `model.units` rounds: to whole dollars, or with parts=100 to cents. Never minus zero."""
    size = np.abs(x)
    if parts != 1:
        size *= parts
    size += 0.5 + 1e-9
    np.floor(size, out=size)
    if parts != 1:
        size /= parts
    np.copysign(size, x, out=size)
    size += 0.0  # converts minus zero to zero
    return size


def texts(rows: Sequence[str] | Sequence[Sequence[str]]) -> NDArray[Any]:
    """Texts as an array, such as those of every scenario and row."""
    return np.array(rows, dtype=object)


def percents(shares: Array, digits: int) -> NDArray[Any]:
    """Every share as `percent` writes it. Those that are rounded alike are written once."""
    rounded, place = np.unique(whole(shares * 100, 10**digits), return_inverse=True)
    written = texts([percent(x / 100, digits) for x in rounded.tolist()])
    found: NDArray[Any] = written[place].reshape(shares.shape)
    return found


def fixed(*values: float | str) -> NDArray[Any]:
    """A field that is the same for all scenarios."""
    kind: Any = object if isinstance(values[0], str) else np.float64
    return np.array([values], dtype=kind)


def split_at_crossings(a: Array, b: Array) -> tuple[Array, Array, Array]:
    """t, a and b at years 1 to 5 and at one point between each two: where the lines meet, else half-way."""
    apart = a - b
    now, then = apart[:, :-1], apart[:, 1:]
    meets = now * then < 0
    w = np.where(meets, now / np.where(meets, now - then, 1.0), 0.5)
    points = np.empty((3, len(a), 9))
    points[0, :, ::2] = OPERATING
    points[1, :, ::2] = a
    points[2, :, ::2] = b
    points[0, :, 1::2] = points[0, :, :-1:2] + w
    points[1, :, 1::2] = a[:, :-1] + w * (a[:, 1:] - a[:, :-1])
    points[2, :, 1::2] = np.where(meets, points[1, :, 1::2], b[:, :-1] + w * (b[:, 1:] - b[:, :-1]))
    return points[0], points[1], points[2]


def only_apart(line: Array, off: Flags) -> Array:
    """Nine points of a line (years and half-way) with gaps where it lies on its base.

    `off` says in which years it leaves the base; it is drawn from the year before to the year after. The
    points half-way break the path between two stretches that end and begin in neighboring years.
    """
    between = off[..., :-1] | off[..., 1:]
    at = off.copy()
    at[..., :-1] |= between
    at[..., 1:] |= between
    points = np.empty((*line.shape[:-1], 9))
    points[..., ::2] = np.where(at, line, NOTHING)
    points[..., 1::2] = np.where(between, (line[..., :-1] + line[..., 1:]) / 2, NOTHING)
    return points


def ends(low: Array, high: Array, least: Array | float) -> tuple[Array, Array]:
    """Ends of a scale around low..high, at least `least` apart; a coarse grid, stable while a lever moves."""
    spare = np.maximum((least - (high - low)) / 2, 0.0)
    low, high = low - spare, high + spare
    span = high - low
    space = span * 0.06
    step = _STEPS[np.searchsorted(_STEPS, span / 4, side="right") - 1]
    return np.floor((low - space) / step) * step, np.ceil((high + space) / step) * step


@cache
def _windows(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Flags]:
    """Ranks; for the first and last rank of a window, how many it holds and whether it is a window."""
    ranks = np.arange(count)
    size = ranks[None, :] - ranks[:, None] + 1
    return ranks, np.maximum(size, 1), size > 0


def spread(wanted: Array, gap: Array, low: Array, high: Array) -> Array:
    """Places nearest to `wanted` (least squares), in the same order, `gap` apart and within low..high.

    Infinity stands for a label that is not there; its place means nothing. Ties keep the order given. With
    too little space the gap shrinks evenly. Labels pushed together are centered on the mean of the places
    they wanted; which of them are pushed together follows from the largest of the least means (the max-min
    form of isotonic regression).
    """
    scenario = np.arange(len(wanted))[:, None]
    ranks, size, window = _windows(wanted.shape[1])
    labels = np.isfinite(wanted).sum(axis=1)
    there = ranks < labels[:, None]
    others = np.maximum(labels - 1, 0)
    gap = np.minimum(gap, (high - low) / np.maximum(others, 1))[:, None]
    steps = ranks * gap
    order = wanted.argsort(axis=1, kind="stable")
    sums = np.zeros((len(wanted), len(ranks) + 1))
    np.where(there, wanted[scenario, order] - steps, 0.0).cumsum(axis=1, out=sums[:, 1:])
    means = np.where(window & there[:, None, :], (sums[:, None, 1:] - sums[:, :-1, None]) / size, np.inf)
    least = np.minimum.accumulate(means[:, :, ::-1], axis=2)[:, :, ::-1]
    pooled = np.where(window, least, -np.inf).max(axis=1)
    top = np.maximum(low, high - others * gap[:, 0])
    back = np.empty(wanted.shape)
    back[scenario, order] = np.minimum(np.maximum(pooled, low[:, None]), top[:, None]) + steps
    return back


def free_place(wanted: Array, taken: Array, gap: Array, low: Array, high: Array) -> Array:
    """The place nearest to `wanted` that keeps `gap` from everything taken (last axis), or `wanted`."""
    wanted, gap = wanted[..., None], gap[..., None]
    beside = np.concatenate([wanted, taken + gap, taken - gap], axis=-1)
    clear = (np.abs(beside[..., None] - taken[..., None, :]) >= gap[..., None] * 0.999).all(axis=-1)
    fits = clear & (beside >= low[..., None]) & (beside <= high[..., None])
    nearest = np.where(fits, np.abs(beside - wanted), np.inf).argmin(axis=-1)[..., None]
    # The first place is `wanted` itself: the one left when nothing fits and all are infinitely far.
    best: Array = np.take_along_axis(beside, nearest, axis=-1)[..., 0]
    return best
