"""Plans drawn at random with a third of all settings moved, faster than by a search for examples."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping

from model.evidence import LEVERS, Lever, Value
from model.plan.scenario import Scenario


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
