"""Figures from lists of times."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence


def median(times: Sequence[float]) -> float:
    return statistics.median(times) if times else math.nan


def p95(times: Sequence[float]) -> float:
    """The smallest time that 95 of 100 do not exceed."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1] if times else math.nan


def timed(action: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of the action over and over, after a first go that pays for imports and caches."""
    action()
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        spent.append(1000 * (time.perf_counter() - began))
    return spent


NONE = "–"  # in a table, where there is no number


def figure(value: float | None, digits: int = 0) -> str:
    """A number for the table; a dash where there is none."""
    return NONE if value is None or math.isnan(value) else f"{value:,.{digits}f}"


def medians(times: int, what: str) -> str:
    """How a table's figures came about: "medians of 3 rounds", or "one round"."""
    return f"one {what}" if times == 1 else f"medians of {times} {what}s"


def pair(times: Sequence[float], digits: int = 0) -> str:
    """Median / 95th percentile."""
    return f"{figure(median(times), digits)} / {figure(p95(times), digits)}" if times else NONE
