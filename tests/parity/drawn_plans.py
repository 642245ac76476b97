"""Plans drawn at random with a third of all settings moved, faster than by a search for examples."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from functools import cache

import numpy as np

from model.evidence import LEVERS, PRESETS, Lever, Value
from model.plan.scenario import Scenario
from tests.parity.edges import EDGES

PLANS = 2_000
MOVED = 40  # times that the free settings of a plan are moved
FREE = 9
BASES = [Scenario.preset(k) for k in PRESETS]
_IN_FRONT = [k for k, x in LEVERS.items() if x.place == "front"]

Plans = list[tuple[int, dict[str, Value]]]


def _number(lever: Lever, draw: random.Random) -> float:
    """An end of the bounds or the usual range, the default, or anything in between."""
    assert lever.bounds is not None
    assert lever.usual is not None
    ends = (*lever.bounds, *lever.usual, lever.default)
    of = draw.random()
    if of < 0.3:
        return float(draw.choice(ends))
    low, high = lever.usual if of < 0.65 else lever.bounds
    value = draw.uniform(low, high)
    value = float(round(value)) if lever.is_whole else round(value, draw.choice((1, 4, 12)))
    value = min(max(value, lever.bounds[0]), lever.bounds[1])
    return value if value == 0 else max(value, lever.least_above_zero)


def value(lever: Lever, draw: random.Random) -> Value:
    """A choice, a number, or now and then five numbers where the setting may change by year."""
    if lever.is_choice:
        return draw.choice(lever.choices)
    if lever.per_year and draw.random() < 0.3:
        return tuple(_number(lever, draw) for _ in range(5))
    return _number(lever, draw)


def changes(keys: Collection[str], draw: random.Random, part: float = 1.0) -> dict[str, Value]:
    """Other values for about this part of the settings."""
    return {k: value(LEVERS[k], draw) for k in keys if draw.random() < part}


def changed(base: Scenario, given: Mapping[str, Value]) -> Scenario:
    """With exactly these values: not by `changed`, which sets others aside."""
    return Scenario.of({**base.values, **given}, base.name)


@cache
def drawn() -> Plans:
    """The presets, chosen edges of each, and plans with a third of their settings moved. Lines of their own
    have five and not twenty in half of the plans.
    """
    draw = random.Random(16_112_026)
    found: Plans = [(i, {}) for i in range(len(BASES))]
    found += [(n % len(BASES), dict(edge)) for n, edge in enumerate(EDGES.values())]
    few = [k for k, x in LEVERS.items() if x.own <= 5]
    while len(found) < PLANS:
        keys = few if draw.random() < 0.5 else LEVERS
        found.append((draw.randrange(len(BASES)), changes(keys, draw, 1 / 3)))
    return found


@cache
def free_ones() -> dict[int, tuple[list[str], Plans]]:
    """For each preset nine settings, those that stand in front or any, and how they are moved."""
    draw = random.Random(9)
    found = {}
    for i in range(len(BASES)):
        front = _IN_FRONT if i % 2 else []
        free = front + draw.sample([k for k in LEVERS if k not in front], FREE - len(front))
        found[i] = free, [(0, changes(free, draw)) for _ in range(MOVED)]
    return found


def differences(found: np.ndarray, expected: np.ndarray, lines: tuple[str, ...]) -> list[str]:
    """The lines of which some number is not the same 64 bits."""
    assert np.isfinite(expected).all()
    bits = [(np.ascontiguousarray(x) + 0.0).view(np.int64) for x in (found, expected)]
    return [lines[i] for i in np.flatnonzero((bits[0] != bits[1]).any(axis=(0, 2)))]
