"""What is said of a setting that moves nothing as others stand, and the press that opens it."""

from __future__ import annotations

from collections.abc import Callable

from model.evidence import LEVERS, Lever
from model.texts import listed, say


def label_of(lever: Lever) -> str:
    return lever.label


def moves_nothing(key: str, name: Callable[[Lever], str] = label_of, /, **closed: str) -> str:
    """`closed` are settings with the values that close it, as they are read."""
    stands = (say("values.setting_is", setting=name(LEVERS[k]), value=v) for k, v in closed.items())
    return say("values.moves_nothing_while", setting=name(LEVERS[key]), conditions=listed(stands))


def press_that_sets(**opened: str) -> str:
    """The button that sets these settings."""
    moves = (say("values.setting_to", setting=LEVERS[k].label, value=v) for k, v in opened.items())
    return say("values.press_set", moves=listed(moves))
