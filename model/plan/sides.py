"""Two sides of a plan: what the principal decides; what is assumed about the world or given at the school."""

from __future__ import annotations

from model.evidence import LEVERS
from model.texts import say

SIDES = (True, False)  # decided, and not, in the order in which they are shown


def side_label(decided: bool) -> str:
    """What a side is called: "Your decisions"."""
    return say("values.decided" if decided else "values.assumed")


def is_decision(lever: str) -> bool:
    """Whether a lever is the principal's own decision. All others are assumptions or facts of the school."""
    return LEVERS[lever].kind == "decision"
