"""Dollars in the columns of a page, which are as wide as a billion."""

from __future__ import annotations

from model.units import money, money_short

_WIDEST = 1e9


def money_in_table(x: float, *, plus: bool = False) -> str:
    """Whole dollars; in millions where they would not fit."""
    return money(x, plus) if abs(x) < _WIDEST else money_short(x, plus)
