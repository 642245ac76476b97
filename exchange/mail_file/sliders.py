"""The sliders of a file to mail: where each can stand and how its value is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from math import ceil, floor
from typing import Any

from model.evidence import LEVERS, Lever, Value
from model.goals.places import places
from model.plan.each_year import marks_beside
from model.plan.plan import Plan
from model.units import UNITS, positions

_BY_NAME = ("ratio", "year", "grade")  # units whose way of writing has their own name


@dataclass(frozen=True, slots=True)
class Slider:
    """A setting and its places: `low + i * step` for `first` to `last`, and `more` beside these.

    `at` is the place of the plan as sent, among all places in order; of five values a year it is the nearest
    to their mean. `beside` are settings that go along when it moves: what five numbers meant.
    """

    key: str
    low: float
    step: float
    first: int
    last: int
    more: tuple[float, ...]
    at: int
    writes: str
    unit: str
    beside: dict[str, Value] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def slider(plan: Plan, key: str) -> Slider:
    """The slider of a setting over its usual range, wider where the plan is outside it."""
    lever = LEVERS[key]
    assert lever.usual is not None
    assert lever.bounds is not None
    assert lever.step is not None
    found = places(plan.now, key, dated=False)
    standing = [x for x in found.values if isinstance(x, float)]
    low, least, most = lever.usual[0], standing[0], standing[-1]
    first, last = ceil((least - low) / lever.step - 1e-9), floor((most - low) / lever.step + 1e-9)
    grid = {round(low + i * lever.step, 10) for i in range(first, last + 1)}
    return Slider(
        key=key,
        low=low,
        step=lever.step,
        first=first,
        last=last,
        more=tuple(x for x in standing if x not in grid),
        at=found.now,
        writes=way_of_writing(lever),
        unit=UNITS[lever.unit].text,
        beside=marks_beside({key: standing[0]}, plan.now),
    )


def way_of_writing(lever: Lever) -> str:
    """The name under which numbers.js writes values of this unit."""
    unit = UNITS[lever.unit]
    if unit.kind in ("money", "share"):
        return unit.kind
    if lever.unit in _BY_NAME:
        return lever.unit
    return "positions" if unit.in_text is positions else "digits"
