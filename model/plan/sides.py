"""Two sides of a plan: what the principal decides; what is assumed about the world or given at the school."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.evidence import LEVERS

SIDES: Mapping[bool, str] = MappingProxyType(
    {True: "What you decide", False: "What you assume, and your school"}
)


def is_decision(lever: str) -> bool:
    """Whether a lever is the principal's own decision. All others are assumptions or facts of the school."""
    return LEVERS[lever].kind == "decision"
