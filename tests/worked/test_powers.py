"""Whole powers are the nearest number there is to the true one, however many are worked out at once."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest

from model.book.powers import power
from model.book.terms import Name
from model.book.vocabulary import compounded

TIMES = 400


def true(base: float, exponent: int) -> float:
    """The power worked out in fractions, which lose nothing, rounded once at the end."""
    found = Fraction(base) ** exponent
    return found.numerator / found.denominator


def test_powers_are_rounded_once():
    """Rates of minus a half to a half, as far as fifty payments."""
    draw = random.Random(3)
    for _ in range(TIMES):
        base, exponent = 1 + draw.uniform(-0.5, 0.5), draw.randrange(-50, 51)
        assert power(base, float(exponent)) == true(base, exponent)


def test_one_row_and_many_come_to_the_same():
    """A rate for all years or one a year, and other exponents in other plans; numpy's own power differs."""
    draw = np.random.default_rng(4)
    rates, by_year = 1 + draw.uniform(-0.1, 0.1, (300, 1)), 1 + draw.uniform(-0.1, 0.1, (300, 6))
    years, payments = np.arange(6.0) - 1, draw.integers(-30, 30, (300, 1)).astype(float)
    for bases, exponents in (
        (rates, years),
        (by_year, years),
        (rates, payments),
        (by_year, payments),
        (rates, payments - years),
        (rates[:1], payments),
        (rates, np.array([[7.0]])),
    ):
        found = power(bases, exponents)
        shape = np.broadcast_shapes(bases.shape, exponents.shape)
        assert found.shape == shape
        one_by_one = zip(
            np.broadcast_to(bases, shape).ravel(), np.broadcast_to(exponents, shape).ravel(), strict=True
        )
        assert found.ravel().tolist() == [true(float(b), int(n)) for b, n in one_by_one]


def test_growth_at_three_per_cent():
    """By hand: 1/1.03, 1, 1.03, 1.0609, 1.092727, 1.12550881."""
    found = compounded(np.array([[0.03]]), np.arange(6.0))
    by_hand = [1 / 1.03, 1, 1.03, 1.0609, 1.092727, 1.12550881]
    assert found[0].tolist() == pytest.approx(by_hand, rel=1e-15)


def test_an_exponent_that_is_not_whole_is_left_to_numpy():
    assert power(4.0, 0.5) == 2


def test_powers_by_the_sign_are_refused():
    """With arrays they would be numpy's."""
    with pytest.raises(TypeError, match="to_the_power"):
        Name("rate") ** 2
