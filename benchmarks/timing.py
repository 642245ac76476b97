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


def figure(value: float | None, digits: int = 0) -> str:
    """A number for the table; a dash where there is none."""
    return "–" if value is None or math.isnan(value) else f"{value:,.{digits}f}"


def pair(times: Sequence[float], digits: int = 0) -> str:
    """Median / 95th percentile."""
    return f"{figure(median(times), digits)} / {figure(p95(times), digits)}" if times else "–"
