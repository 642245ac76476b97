"""Between the model's numbers and the screen's: shares are shown as per cent, and fields hold text."""

from __future__ import annotations

from model.evidence import LEVERS, Lever, Value
from model.plan.scenario import Scenario
from model.plan.typed_values import read_value
from model.units import MINUS, is_share, plain


def to_screen(lever: Lever, value: float) -> float:
    return round(value * 100, 10) if is_share(lever.unit) else value


def from_screen(lever: Lever, shown: float) -> float:
    return round(shown / 100, 12) if is_share(lever.unit) else shown


def shown_value(key: str, now: Scenario) -> float | str:
    """What the widget of a lever shows: a choice, or the number of year 1 on the screen's scale."""
    value = now[key]
    return value if isinstance(value, str) else to_screen(LEVERS[key], now.number(key))


def field_text(lever: Lever, value: Value) -> str:
    """A number as a field shows it, to the last digit: "2.9", "11,600"; of five numbers that of Year 1.

    Whatever is shown is read back as the same number and never asked about.
    """
    first = value[0] if isinstance(value, tuple) else value
    if isinstance(first, str):
        return first
    shown = to_screen(lever, first)
    whole, point, part = plain(abs(shown)).partition(".")
    text = (MINUS if shown < 0 else "") + (f"{int(whole):,}" if whole.isdecimal() else whole) + point + part
    # Three decimals could be thousands: a point or comma before three digits is asked about.
    is_plain = len(part) != 3 or not read_value(lever, text, in_percent=True).question
    return text if is_plain else text + "0"
