"""Numbers given as options: read as everywhere else, and refused with the value and the remedy."""

from __future__ import annotations

import argparse

from model.plan.typed_numbers import read_number
from model.texts import quoted, say

MOST = 1e6  # no option counts further


def whole_number(text: str) -> int:
    """A whole number such as 5, "5.0" or "1,000". Raises `ArgumentTypeError`, which argparse reports."""
    number = read_number(text)
    if number is None or not number.value.is_integer() or abs(number.value) > MOST:
        raise argparse.ArgumentTypeError(say("terminal.not_whole", given=quoted(text[:60])))
    return int(number.value)


def any_number(text: str) -> float:
    """A number such as 6000, "$6,000" or "25%". Raises `ArgumentTypeError`, which argparse reports."""
    number = read_number(text)
    if number is None:
        raise argparse.ArgumentTypeError(say("terminal.not_a_number", given=quoted(text[:60])))
    return number.value
