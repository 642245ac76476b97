"""Files of counts, made up so that what they must give is known."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from model.ranges.futures import enrollment_off
from model.ranges.whose_counts import spread_of


def written(
    path: Path, rows: Iterable[Sequence[object]], header: Sequence[str] = ("school", "year", "pupils")
) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def long(counts: np.ndarray, first: int = 2001) -> list[tuple[str, int, float]]:
    """A row for each school and year."""
    return [(f"s{i}", first + t, float(x)) for i, row in enumerate(counts) for t, x in enumerate(row)]


def grown_from(place: str, size: float = 500.0, years: int = 6) -> np.ndarray:
    """A school for every future, which begins at a size and strays as the row of a place says."""
    off = enrollment_off(size, place) + spread_of(place).drift * np.arange(6)
    off[:, 0] = 0
    counts: np.ndarray = size * np.exp(off[:, :years])
    return counts
