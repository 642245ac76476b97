"""The page for the board as PDF."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Literal

from exchange.files import Filed
from exchange.handout.board_content import Futures, board_content
from exchange.handout.writing import pdf
from model.texts import naming

__all__ = ["Futures", "Paper", "board_pdf"]

Paper = Literal["letter", "a4"]


def board_pdf(
    filed: Filed,
    *,
    paper: Paper = "letter",
    brief: bool = False,
    decisions: bool = False,
    base: str = "",
    today: date,
    futures: Futures | None = None,
) -> bytes:
    """A plan on one page, in the language of now. The same plan on the same day gives the same bytes.

    `brief` adds a second page with the budget and the settings that decide most; `decisions` adds who decided
    what and why, where the notebook says so. `base` is the address at which the link opens the plan; without
    it there is no link. `futures` are those that the reader is shown, or why there are none; by default they
    are worked out as the screen does before anything is chosen there.
    """
    with naming(filed.now.names):
        content = board_content(
            filed,
            paper=paper,
            brief=brief,
            decisions=decisions,
            base=base,
            today=today,
            futures=futures,
        )
    made = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return pdf("board.typ", content, int(made.timestamp()))
