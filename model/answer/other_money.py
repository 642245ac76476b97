"""What moves savings beside the yearly result, so that a table of both adds up for whoever checks it."""

from __future__ import annotations

from model.book.vocabulary import HALF_A_CENT
from model.results.projection import Projection
from model.years import YEARS


def other_money(p: Projection, scenario: int = 0) -> tuple[float, ...]:
    """Grants less one-time cost, loans less what is paid back, and money set aside: dollars, Years 0 to 5.

    Year 0 is 0: what the start-up leaves is told beside it. Savings of a year are those of the year before,
    with the year's result and this.
    """
    saved, result = (p[line][scenario] for line in ("fund_balance", "structural_result"))
    beside = saved[1:] - saved[:-1] - result[1:]
    return (0.0, *(0.0 if abs(x) < HALF_A_CENT else float(x) for x in beside))


def has_other_money(p: Projection, scenario: int = 0) -> bool:
    """Whether any year has some."""
    return any(other_money(p, scenario)[1:YEARS])
