"""Work that is counted instead of timed: the same on a fast machine, a slow one and a busy one."""

from __future__ import annotations

import cProfile
from collections.abc import Callable


class Calls:
    """A clock that ticks with every call of a function, of Python or C, from when it was made."""

    def __init__(self) -> None:
        self._so_far = 0
        self._profile = cProfile.Profile()
        self._profile.enable()

    def __call__(self) -> float:
        """The calls so far."""
        self._profile.disable()
        self._so_far += sum(entry.callcount for entry in self._profile.getstats())
        self._profile.clear()
        self._profile.enable()
        return float(self._so_far)

    def stop(self) -> None:
        self._profile.disable()


def calls_of(action: Callable[[], object]) -> float:
    """The calls that an action takes."""
    clock = Calls()
    try:
        action()
        return clock()
    finally:
        clock.stop()
