"""Where a lever can stand: its own steps over its usual range, and the value that the plan holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.book.columns import column
from model.book.terms import Array
from model.evidence import LEVERS, Lever, Value
from model.plan.scenario import Scenario
from model.results.projection import Scenarios
from model.results.rent import with_rent_held

DIGITS = 10  # a step added many times is slightly off what a person types


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The places of one lever, in the order of its slider or of its choices.

    `shares` is how far each lies from the plan's own value, as a share of the lever's usual range; another
    choice is the whole of it. A search for ways to a goal puts the size of each change in its place. `column`
    holds the values as a batch does, shape (places, 1 or 6). `now` is the place of the plan's own value.
    """

    lever: Lever
    values: tuple[Value, ...]
    now: int
    shares: Array
    column: Array

    def only(self, kept: Array) -> Places:
        """Some of the places, the plan's own among them; `kept` has shape (places,)."""
        values = tuple(v for v, k in zip(self.values, kept, strict=True) if k)
        now = int(kept[: self.now].sum())
        return Places(self.lever, values, now, self.shares[kept], self.column[kept])

    def away(self, up: bool) -> Array:
        """The places above or below the plan's own, nearest first."""
        return np.arange(self.now + 1, len(self.values)) if up else np.arange(self.now - 1, -1, -1)


def places(plan: Scenario, key: str, *, dated: bool = True) -> Places:
    """The places of a lever.

    Five yearly values go up and down together, each by the same step, as far as all of them stay within the
    usual range. With `dated` False they are set aside and every place is one value for all years; `now` is
    then the place nearest to their mean. A plan's value off the steps or outside the usual range is a place
    too. Raises `KeyError` for an unknown lever.
    """
    lever, held = LEVERS[key], plan[key]
    if lever.is_choice:
        found: tuple[Value, ...] = tuple(lever.choices)
        now = found.index(held)
        shares = np.where(np.arange(len(found)) == now, 0.0, 1.0)
    elif isinstance(held, tuple) and dated:
        offsets = _offsets(lever, held)
        found = tuple(held if d == 0 else tuple(round(v + d, DIGITS) for v in held) for d in offsets)
        now, shares = offsets.index(0.0), np.abs(np.array(offsets)) / _span(lever)
    else:
        own = None if isinstance(held, tuple) else plan.number(key)
        numbers = steps(lever, own)
        at = float(np.mean(held)) if isinstance(held, tuple) else plan.number(key)
        now = int(np.abs(np.array(numbers) - at).argmin())
        found, shares = tuple(numbers), np.abs(np.array(numbers) - at) / _span(lever)
    return Places(lever, found, now, shares, column(found))


def steps(lever: Lever, own: float | None = None) -> list[float]:
    """The lever's steps over its usual range with both ends, counted from its low end, and an extra value."""
    assert lever.usual is not None
    assert lever.step is not None
    assert lever.bounds is not None
    low, high = lever.usual
    least, most = (low, high) if own is None else (min(low, own), max(high, own))
    first, last = np.ceil((least - low) / lever.step - 1e-9), np.floor((most - low) / lever.step + 1e-9)
    grid = {round(low + i * lever.step, DIGITS) for i in range(int(first), int(last) + 1)}
    inside = {x for x in grid if lever.bounds[0] <= x <= lever.bounds[1]}
    return sorted(inside | {low, high} | (set() if own is None else {own}))


def _span(lever: Lever) -> float:
    assert lever.usual is not None
    return lever.usual[1] - lever.usual[0] or 1.0


def _offsets(lever: Lever, held: tuple[float, ...]) -> list[float]:
    """By how much all five may go down or up together."""
    assert lever.usual is not None
    assert lever.step is not None
    down = int(max(min(held) - lever.usual[0], 0.0) / lever.step + 1e-9)
    up = int(max(lever.usual[1] - max(held), 0.0) / lever.step + 1e-9)
    return [round(i * lever.step, DIGITS) for i in range(-down, up + 1)]


def batch(plan: Scenario, columns: Mapping[str, Array]) -> Scenarios:
    """The plan many times over with these columns, all of one length. Rent is paid for the plan's own
    students. Unchecked: for searches.
    """
    count = next(iter(columns.values())).shape[0] if columns else 1
    return Scenarios({**with_rent_held(Scenarios.of([plan])).levers, **columns}, count)
