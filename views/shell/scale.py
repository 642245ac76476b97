"""Between the model's numbers and the screen's: shares are shown as per cent."""

from __future__ import annotations

from model.evidence import LEVERS, Lever
from model.plan.scenario import Scenario
from model.units import amount, is_share, plain


def to_screen(lever: Lever, value: float) -> float:
    return round(value * 100, 10) if is_share(lever.unit) else value


def from_screen(lever: Lever, shown: float) -> float:
    return round(shown / 100, 12) if is_share(lever.unit) else shown


def shown_value(key: str, now: Scenario) -> float | str:
    """What the widget of a lever shows: a choice, or the number of year 1 on the screen's scale."""
    value = now[key]
    return value if isinstance(value, str) else to_screen(LEVERS[key], now.number(key))


def outside(lever: Lever, shown: object) -> str:
    """What is wrong with a share, in the per cent that the field holds; empty for other levers."""
    if not is_share(lever.unit) or not isinstance(shown, int | float):
        return ""
    return f"{lever.label}: {plain(shown)}% is outside what is possible. {remedy(lever)}"


def remedy(lever: Lever) -> str:
    assert lever.bounds
    low, high = (amount(x, lever.unit, long=False) for x in lever.bounds)
    return f"Give a number from {low} to {high}."
