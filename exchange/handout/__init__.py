"""One page of a plan for the people of a board, as PDF; two pages with `brief`."""

from exchange.handout.board import Futures, board_pdf

__all__ = ["Futures", "board_pdf"]
