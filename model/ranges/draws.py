"""The random numbers behind 2,000 futures, fixed: the same for every plan, every run and every reader.

A quasi-random sequence: in each dimension the points advance by the square root of a prime, less its whole
part. Each dimension is then evened out, so that it meets every one of 2,000 equal slices exactly once. What a
single source does to a plan at its tenth percentile can then be checked by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import NormalDist

import numpy as np

from model.book.terms import Array

FUTURES = 2000
# Chosen among the first primes so that no two dimensions, nor their squares, correlate by more than 0.035.
_FIRST = (2, 3, 5, 11, 17, 19, 29, 31, 37, 61, 67, 71)
_SECOND = (73, 103, 107, 127, 149, 157, 229, 257, 443, 467, 487, 541, 557)
PRIMES = (*_FIRST, *_SECOND, 59, 97, 167, 173, 283)


@cache
def slices() -> Array:
    """Which of the 2,000 slices every future falls into, shape (dimension, future). Never change it."""
    n = np.arange(1, FUTURES + 1)
    points = np.array([np.modf(0.5 + n * prime**0.5)[0] for prime in PRIMES])
    found = points.argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    found.flags.writeable = False
    return found


def _middles() -> Sequence[float]:
    return [(i + 0.5) / FUTURES for i in range(FUTURES)]


@cache
def normal() -> Array:
    """The middle of every slice of a normal distribution (mean 0, spread 1), ascending."""
    bell = NormalDist()
    return np.array([bell.inv_cdf(p) for p in _middles()])


@cache
def heavy() -> Array:
    """The middle of every slice of a Student t distribution with 4 degrees of freedom, ascending.

    Large surprises are rare, but less rare than in the normal distribution. With 4 degrees the inverse has a
    closed form.
    """
    p = np.array(_middles())
    root = np.sqrt(4 * p * (1 - p))
    size = 2 * np.sqrt(np.maximum(np.cos(np.arccos(root) / 3) / root - 1, 0))
    found: Array = np.sign(p - 0.5) * size
    return found
