"""Whole powers that come out the same on every machine and in every language, to the last bit.

numpy's own power goes another way for one row than for many and on another processor, and then differs in the
last bit. So does every browser's. This one uses nothing but sums, differences and products of two numbers,
which are the same everywhere, and carries what each product leaves over. The script of a book does the same
steps (`model/book/script_helpers.py`).
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]

_HALVES = 134217729.0  # 2 ** 27 + 1 parts a number into two halves whose products are exact


def power(base: Any, exponent: Any) -> Numbers:
    """The base to a whole power, in the shape to which both broadcast.

    Bases are such as 1 + a rate: neither 0 nor near the ends of what a number can hold. An exponent that is
    not whole is left to numpy, and then the last bit is the machine's.
    """
    base, exponent = np.asarray(base, dtype=float), np.asarray(exponent, dtype=float)
    if (exponent != np.floor(exponent)).any():
        return np.asarray(np.power(base, exponent))
    rows = np.broadcast_shapes(base.shape, exponent.shape)
    out: Numbers = np.empty(rows)
    if exponent.ndim and exponent.size > exponent.shape[-1]:  # other exponents for other plans
        bases, exponents = np.broadcast_to(base, rows), np.broadcast_to(exponent, rows)
        for n in np.unique(exponent).tolist():
            here = exponents == n
            out[here] = to_the(bases[here], int(n))
        return out
    if exponent.size == 1:
        out[...] = to_the(base, int(exponent.item()))
        return out
    of_years = base.ndim > 0 and base.shape[-1] > 1
    one = base.item() if base.size == 1 else None  # a plain number is quicker than an array of one
    for year, n in enumerate(exponent.ravel().tolist()):
        out[..., year] = to_the(base[..., year if of_years else 0] if one is None else one, int(n))
    return out


def to_the(base: Any, n: int) -> Any:
    """One power of an array or of a plain number."""
    if n == 0:
        return 1.0
    found: tuple[Any, Any] | None = None
    square, left = (base, 0.0 * base), abs(n)
    while True:
        if left % 2:
            found = square if found is None else _times(*found, *square)
        left //= 2
        if not left:
            assert found is not None
            return found[0] if n > 0 else _one_over(*found)
        square = _times(*square, *square)


def _times(a: Any, a_rest: Any, b: Any, b_rest: Any) -> tuple[Any, Any]:
    """The product of two numbers, each with what is left over of it."""
    product = a * b
    over = _left_over(a, b, product) + (a * b_rest + a_rest * b)
    high = product + over
    return high, over - (high - product)


def _left_over(a: Any, b: Any, product: Any) -> Any:
    """What a rounded product leaves over, exactly."""
    a_high, a_low = _parted(a)
    b_high, b_low = _parted(b)
    return ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low


def _parted(x: Any) -> tuple[Any, Any]:
    wide = x * _HALVES
    high = wide - (wide - x)
    return high, x - high


def _one_over(high: Any, low: Any) -> Any:
    near = 1.0 / high
    product = near * high
    short = ((1.0 - product) - _left_over(near, high, product)) - near * low
    return near + near * short
