"""Numbers as their bits, so that two results are equal to the last one or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from model.ranges.bands import Ranges


def bits(found: Ranges) -> tuple[object, ...]:
    """All that the ranges of a plan hold."""
    bands = {line: (band.shape, band.tobytes()) for line, band in found.bands.items()}
    counts = (found.whole, found.solvent, found.pays_year5, found.first_negative, found.reacted)
    return bands, counts, found.result5.tobytes(), found.is_partial


def totals(found: Iterable[Ranges]) -> tuple[str, ...]:
    """Sums over all plans, in their order: futures that hold up, and the middle of balance and result."""
    whole, balance, result = 0, 0.0, 0.0
    for one in found:
        whole += one.whole
        balance += float(one.bands["fund_balance"][2, 5])
        result += float(one.result5.sum())
    return str(whole), balance.hex(), result.hex()
