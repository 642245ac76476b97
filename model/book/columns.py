"""What the book reads of a lever: an array of one or many plans, with a year before the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from model.book.terms import Array
from model.years import OPERATING_YEARS

Given: TypeAlias = float | str | tuple[float, ...]  # a number, the name of a choice, or five numbers


def column(values: Sequence[Given]) -> Array:
    """Values of one lever as a batch holds them, shape (values, 6 or 1). Not checked."""
    if isinstance(values[0], str):
        return np.array(values)[:, None]
    if any(isinstance(v, tuple) for v in values):
        years = [v if isinstance(v, tuple) else (v,) * OPERATING_YEARS for v in values]
        return with_start_up(np.array(years, dtype=float))
    return np.array(values, dtype=float)[:, None]


def with_start_up(years: Array) -> Array:
    """Five numbers as six: what is bought before opening is bought at year-1 prices."""
    return np.concatenate([years[:, :1], years], axis=1)
