"""Which lines of debt and cash a plan has anything to say in: none where it borrows nothing and no aid
waits.
"""

from __future__ import annotations

import numpy as np

from model.book.vocabulary import HALF_A_CENT
from model.lines.worksheet import BOOK
from model.results.projection import Projection

LINES = ("loan_money", "debt_service", "debt", "debt_cover", "aid_owed")
COVER, DUE = "debt_cover", "debt_service"
CASH, SAVINGS = "cash", "fund_balance"


def debt_cell(p: Projection, key: str, year: int, scenario: int = 0) -> float | None:
    """The number in a cell, or None where it has no meaning: cover in a year in which nothing is due."""
    if key == COVER and p.cell(DUE, year, scenario) <= HALF_A_CENT:
        return None
    return p.cell(key, year, scenario) if year in BOOK.lines[key].years else None


def debt_lines(p: Projection, scenario: int = 0) -> tuple[str, ...]:
    """The lines that have something to say, cash where it differs from savings."""

    def moves(line: np.ndarray) -> bool:
        return bool((np.abs(line) > HALF_A_CENT).any())

    differs = moves(p[CASH][scenario] - p[SAVINGS][scenario])
    return (*(k for k in LINES if moves(p[k][scenario])), *([CASH] if differs else []))
