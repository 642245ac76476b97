"""The stress board: documented shocks to a plan and to its twin without the program, and responses."""

from model.plan.responses import RESPONSES, Response, answered, unknown_responses
from model.stress.board import Board, Outcome, Row, board, shocks_of
from model.stress.claim import READINGS, TOLERANCES, Compared, claim
from model.stress.shocks import shocked
from model.stress.twin import SUPPLIES, TEACHERS, twin

__all__ = [
    "READINGS",
    "RESPONSES",
    "SUPPLIES",
    "TEACHERS",
    "TOLERANCES",
    "Board",
    "Compared",
    "Outcome",
    "Response",
    "Row",
    "answered",
    "board",
    "claim",
    "shocked",
    "shocks_of",
    "twin",
    "unknown_responses",
]
