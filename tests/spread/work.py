"""Work for tests: functions of a module, which every process can find."""

from __future__ import annotations

import os

from model.plan.scenario import Scenario
from model.texts import say


def doubled(block: int) -> int:
    return 2 * block


def refuses_three(block: int) -> int:
    """A refusal of the model's own, which holds more than its text."""
    if block == 3:
        Scenario.preset("us_elementary").changed(teacher_leaders=-1.0, coaches=-2.0)
    return block


class HoldsLambdaError(RuntimeError):
    """Holds what cannot be sent."""

    def __init__(self) -> None:
        super().__init__("it holds a function")
        self.held = lambda: None


def raises_what_stays(_: int) -> None:
    raise HoldsLambdaError


def gives_what_stays(_: int) -> object:
    return lambda: None


def spoken(key: str) -> str:
    return say(key)


def dies(_: int) -> None:
    os._exit(7)


def process(_: int) -> int:
    return os.getpid()
