"""One page of a plan for the people of a board, as PDF; two pages with `brief`."""

from exchange.handout.board import Futures, Paper, board_pdf

__all__ = ["Futures", "Paper", "board_pdf"]
