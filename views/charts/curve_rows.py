"""Two curves and the gap between them: the places of every line and label. The drawing: `curves.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from model.units import money, money_short
from model.year_names import year_name
from model.years import OPERATING
from views.charts import startup_rows
from views.charts.curve_names import named, named_apart
from views.charts.mark_rows import FIXED as MARKS
from views.charts.mark_rows import mark_rows, told
from views.charts.rows import (
    SAME,
    Array,
    Batch,
    Beside,
    Flags,
    Numbers,
    Rows,
    band,
    both_ends,
    ends,
    fixed,
    free_place,
    only_apart,
    read,
    split_at_crossings,
    spread,
    whole,
)

# In type sizes: how high the plots are, and how far apart two labels are.
TALL, SMALL, APART = 19.0, 15.0, 1.42

_KEYS = ("revenue", "cost")
# The start, and the start under the plan's assumptions.
_GHOSTS = ("was_revenue", "was_cost", "assumed_revenue", "assumed_cost")
_HALVES = tuple(1 + n / 2 for n in range(9))


def fixed_rows(startup: bool, compares: bool) -> Rows:
    """The fields that are the same for every plan: which row stands for what."""
    lines, ghosts = (
        {"t": fixed(*OPERATING * len(keys)), "key": fixed(*(key for key in keys for _ in OPERATING))}
        for keys in (_KEYS, _GHOSTS)
    )
    if not compares:
        ghosts = {field: rows[:, :0] for field, rows in ghosts.items()}
    roles = ["label"] * len(_KEYS + _GHOSTS * compares) + ["gap"]
    years: tuple[int, ...] = OPERATING
    rows: Rows = {}
    if startup:
        lines = {
            "t": fixed(*OPERATING * len(_KEYS), *_HALVES * 2),
            "key": fixed(*lines["key"][0], *["with_grants"] * 9, *["total"] * 9),
        }
        roles = ["note"] * 2 + ["label"] * 2 + roles
        years = (0, *OPERATING)
        rows["marks"] = MARKS
        rows["band"] = {"t": fixed(*OPERATING)}
        rows["startup"] = startup_rows.fixed_rows()
    # A press on a year opens the gap between the lines or the line that decides it; on start-up, the cost.
    asked = "structural_result" if startup else "recurring_cost_per_pupil"
    return rows | {
        "lines": lines,
        "ghosts": ghosts,
        "texts": {"role": fixed(*roles)},
        "years": {
            "t": fixed(*years),
            "year": fixed(*map(year_name, years)),
            "asks": fixed(*(f"{asked} {t}" if t else "one_time_cost 0" for t in years)),
        },
    }


class _Curves(NamedTuple):
    """Years 1 to 5 of every scenario, unrounded.

    The second axis: public revenue and what goes with it, then cost.
    """

    own: Array  # (scenario, 2, 5)
    more: Array | None  # revenue with grants, cost with one-time cost
    was: Array | None  # the starting plan, (1, 2, 5)
    assumed: Array | None  # the starting plan under the plan's assumptions, (1 or scenario, 2, 5)
    tall: float
    short: Callable[..., str]
    parts: int  # of a dollar
    compares: bool  # `was` and `assumed` have rows, drawn where they differ
    space: Array | None = None  # what the band of futures takes, (scenario, 4, 5)


class _Scale(NamedTuple):
    low: Array
    high: Array
    apart: Array  # what two labels stand apart, in dollars

    def inside(self) -> tuple[Array, Array]:
        return self.low + self.apart / 2, self.high - self.apart / 2

    def middle(self) -> Array:
        """The place of rows without text: they draw nothing and do not change the scale."""
        return (self.low + self.high) / 2


class _Apart(NamedTuple):
    """What differs enough to be drawn and named."""

    moved: Flags  # from the starting plan: (scenario, 2)
    third: Flags  # the start under these assumptions, from both of them: (scenario, 2)
    off: Flags | None  # `more` from `own`, year by year: (scenario, 2, 5)


def _apart(c: _Curves) -> _Apart:
    if c.was is None:
        moved: Flags = np.zeros(c.own.shape[:2], dtype=bool)
    else:
        moved = np.any(np.abs(c.was - c.own) >= SAME, axis=2)
    third: Flags = np.zeros_like(moved)
    if c.was is not None and c.assumed is not None:
        third = np.any(np.abs(c.assumed - c.own) >= SAME, axis=2)
        third &= np.any(np.abs(c.assumed - c.was) >= SAME, axis=2)
    return _Apart(moved, third, None if c.more is None else np.abs(c.more - c.own) >= SAME)


def _scale(c: _Curves, d: _Apart) -> _Scale:
    drawn = [c.own, *(lines for lines in (c.more, c.space) if lines is not None)]
    if c.was is not None:
        drawn.append(np.where(d.moved[..., None], c.was, c.own))
    if c.assumed is not None:
        drawn.append(np.where(d.third[..., None], c.assumed, c.own))
    points = np.concatenate(drawn, axis=1).reshape(len(c.own), -1)
    low, high = points.min(axis=1), points.max(axis=1)
    # The scale is never narrower than 4% of its height in dollars, so that a tiny gap does not look large.
    least = np.maximum(0.04 * np.maximum(np.abs(low), np.abs(high)), 100.0 * SAME)
    start, end = ends(low, high, least)
    if d.off is not None:
        # One-time cost that ends before Year 5 is named below the lines, which needs space.
        below = d.off[:, 1].any(axis=1) & ~d.off[:, 1, 4]
        start, end = ends(np.where(below, low - 0.08 * (end - start), low), high, least)
    return _Scale(start, end, (end - start) * APART / c.tall)


def _ghosts(c: _Curves, d: _Apart) -> Array:
    if not c.compares:
        return np.empty((len(c.own), 0))
    nothing = np.full(c.own.shape, np.nan)
    drawn = [
        nothing if line is None else np.where(there[..., None], line, np.nan)
        for line, there in ((c.was, d.moved), (c.assumed, d.third))
    ]
    return whole(np.concatenate(drawn, axis=1).reshape(len(c.own), 20), c.parts)


def _lines(c: _Curves, d: _Apart) -> Array:
    own = c.own.reshape(len(c.own), 10)
    if c.more is None or d.off is None:
        return whole(own, c.parts)
    more = only_apart(c.more, d.off).reshape(len(own), 18)
    return whole(np.concatenate([own, more], axis=1), c.parts)


def _annotations(c: _Curves, d: _Apart, scale: _Scale) -> tuple[Flags, Array, Array]:
    """Where grants and one-time cost that end before Year 5 are named: where they are furthest away."""
    assert c.more is not None
    assert d.off is not None
    there = d.off.any(axis=2) & ~d.off[:, :, 4]
    # Grants are named above their last peak, one-time cost below its start: rising lines leave both free.
    at = np.where(
        there, [4, -1] - np.stack([d.off[:, 0, ::-1].argmax(axis=1), -d.off[:, 1].argmax(axis=1)], 1), 0
    )
    at = np.maximum(at, 0)
    all_four = np.concatenate([c.own, c.more], axis=1)
    taken = all_four[np.arange(len(at))[:, None], :, at]  # (scenario, 2 notes, 4 lines)
    beyond = scale.apart * 0.8
    wanted = np.stack([taken[:, 0, 2] + beyond, taken[:, 1].min(axis=1) - beyond], axis=1)
    low, high = (x[:, None] for x in scale.inside())
    place = free_place(wanted, taken, scale.apart[:, None] * 0.7, low, high)
    return there, np.where(there, at + 1.0, 1.0), np.where(there, place, scale.middle()[:, None])


def _labels(c: _Curves, d: _Apart, scale: _Scale) -> tuple[Flags, Array]:
    """What is named at the line ends, and where.

    In this order: [with grants, all cost,] revenue, cost, [their starts, the same under the plan's
    assumptions,] the gap.
    """
    last = c.own[:, :, 4]
    gap = last[:, 0] - last[:, 1]
    always = np.ones((len(gap), 1), dtype=bool)
    wanted, there = [last], [always, np.abs(gap)[:, None] >= SAME]
    if c.compares:
        wanted += [
            np.zeros_like(last) if line is None else np.broadcast_to(line[:, :, 4], last.shape)
            for line in (c.was, c.assumed)
        ]
        there += [d.moved, d.third]
    there.append(always)
    if c.more is not None and d.off is not None:
        wanted.insert(0, c.more[:, :, 4])
        there.insert(0, d.off[:, :, 4])
    shown = np.concatenate(there, axis=1)
    heights = np.concatenate([*wanted, last[:, :1] - gap[:, None] / 2], axis=1)
    places = spread(np.where(shown, heights, np.inf), scale.apart, *scale.inside())
    return shown, np.where(shown, places, scale.middle()[:, None])


def _texts(c: _Curves, d: _Apart, scale: _Scale) -> dict[str, Any]:
    shown, place = _labels(c, d, scale)
    t = np.full(place.shape, 5.0)
    last = c.own[:, :, 4]
    if c.more is None:
        words = named(shown, last, c.short)
    else:
        noted, when, where = _annotations(c, d, scale)
        t, place = np.concatenate([when, t], axis=1), np.concatenate([where, place], axis=1)
        words = named_apart(noted, shown[:, :2], c.more[:, :, 4], c.short)
        words = words.then(named(shown[:, 2:], last, c.short))
    return {
        "t": t,
        "place": whole(place, c.parts),
        **words._asdict(),
    }


def _rows(c: _Curves) -> Rows:
    d = _apart(c)
    scale = _scale(c, d)
    t, revenue, cost = split_at_crossings(c.own[:, 0], c.own[:, 1])
    cost, over, under = whole(np.stack([cost, np.maximum(revenue, cost), np.minimum(revenue, cost)]), c.parts)
    return {
        "shade": {"t": t.round(4), "cost": cost, "over": over, "under": under},
        "lines": {"usd": _lines(c, d)},
        "ghosts": {"usd": _ghosts(c, d)},
        "texts": _texts(c, d, scale),
        "ends": both_ends(scale.low, scale.high),
    }


def _others(
    start: Numbers | None, beside: Beside, lines: Callable[[Numbers | Batch], Array]
) -> tuple[Array | None, Array | None]:
    """Lines of the start, and of the start under the plan's assumptions, where the reader asks for them."""
    if not beside.compares:
        return None, None
    assumed = beside.assumed
    return None if start is None else lines(start), None if assumed is None else lines(assumed)


def _two(numbers: Numbers | Batch) -> Array:
    """Public funding and yearly cost of Years 1 to 5, (scenario, 2, 5)."""
    return read(numbers, "public_revenue", "recurring_cost").swapaxes(0, 1)[:, :, 1:]


def sustainability_rows(plan: Numbers | Batch, start: Numbers | None, beside: Beside) -> Rows:
    revenue, cost, given, once = read(
        plan, "public_revenue", "recurring_cost", "grant_revenue", "one_time_cost"
    )
    own = np.stack([revenue, cost], axis=1)
    more = own + np.stack([given, once], axis=1)
    # What is left over or short, laid on the cost line: its middle is the revenue line.
    space, fields = band(plan, "structural_result", revenue[:, 1:])
    was, assumed = _others(start, beside, _two)
    curves = _Curves(
        own[:, :, 1:], more[:, :, 1:], was, assumed, TALL, money_short, 1, beside.compares, space
    )
    rows = _rows(curves)
    rows["marks"] = mark_rows(curves.own, beside.marks)
    rows["band"] = fields
    total = more[:, 1].copy()
    total[:, 0] = once[:, 0]  # in the start-up year nothing recurs yet
    names = ("revenue", "cost", "total", "grants", "result")
    rows["years"] = dict(
        zip(names, whole(np.stack([revenue, cost, total, given, revenue - cost])), strict=True)
    )
    rows["years"] |= told(len(own), range(6), beside.marks)
    rows["startup"] = startup_rows.texts_of(plan)
    return rows


def _per_pupil(numbers: Numbers | Batch) -> Array:
    heads, *lines = read(numbers, "enrollment", "public_revenue", "recurring_cost")[:, :, 1:]
    some = heads > 0
    return np.where(some, np.stack(lines) / np.where(some, heads, 1.0), 0.0).swapaxes(0, 1)


def per_pupil_rows(plan: Numbers | Batch, start: Numbers | None, beside: Beside) -> Rows:
    own = _per_pupil(plan)
    was, assumed = _others(start, beside, _per_pupil)
    rows = _rows(_Curves(own, None, was, assumed, SMALL, money, 100, beside.compares))
    revenue, cost = own[:, 0], own[:, 1]
    years = whole(np.stack([revenue, cost, revenue - cost]))  # given in whole dollars
    rows["years"] = dict(zip(("revenue", "cost", "result"), years, strict=True))
    return rows
