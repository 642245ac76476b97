"""Numbers as they stand in a sentence: as few digits as still give the cell, and never fewer."""

from __future__ import annotations

from model.book.vocabulary import HALF_A_CENT
from model.texts import say
from model.units import MINUS, amount, is_money, is_share, money, plain

# Digits after the point, by how finely a number is written: whole dollars, dollars for one piece, per
# cent, everything else.
DIGITS = ((2, 2, 4, 6), (3, 2, 4, 6), (3, 4, 7, 9), (4, 6, 10, 12), (6, 9, 13, 15))
FINEST = len(DIGITS)  # beyond the last: every digit that the computer holds
TOTALS = ("usd", "usd_per_year")


def written(x: float, unit: str, fineness: int) -> tuple[str, float]:
    """A number for a sentence, and the number that a reader takes it for."""
    if unit == "yes_no":
        return f"{x:.0f}", float(round(x))
    if unit == "year":
        return say("units.year", year=f"{x:.0f}"), float(round(x))
    if fineness == FINEST:
        return plain(x).replace("-", MINUS, 1) if x < 0 else plain(x), x
    total, each, hundredths, other = DIGITS[fineness]
    if is_share(unit):
        body = _trimmed(abs(x) * 100, hundredths)
        # 14.4% is 0.144 to the last binary digit; 14.4 / 100 is a slightly different number.
        size, shown = float(f"{body}e-2".replace(",", "")), f"{body}%"
    elif is_money(unit):
        body = _trimmed(abs(x), total if unit in TOTALS else each)
        whole, point, cents = body.partition(".")
        size, shown = float(body.replace(",", "")), f"${whole}{point}{cents.ljust(2, '0') if point else ''}"
    else:
        shown = _trimmed(abs(x), other)
        size = float(shown.replace(",", ""))
    return (f"{MINUS}{shown}", -size) if x < 0 and size else (shown, size)


def _trimmed(x: float, digits: int) -> str:
    return f"{x:,.{digits}f}".rstrip("0").rstrip(".")


def gives_cell(result: float, cell: float, unit: str) -> bool:
    """Whether the result of a sentence is the cell: within half a cent, or to a ten-millionth."""
    if is_money(unit):
        return abs(result - cell) < 0.9 * HALF_A_CENT
    return abs(result - cell) <= 1e-7 * abs(cell) + 1e-10


def in_full(x: float, unit: str) -> str:
    """A number shown by itself: dollars to the cent."""
    if unit == "yes_no":
        return amount(x, unit)
    return money(x, cents=True) if is_money(unit) else written(x, unit, 0)[0]
