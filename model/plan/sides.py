"""Two sides of a plan: what the principal decides; what is assumed about the world or given at the school."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.evidence import LEVERS
from model.plan.scenario import Scenario

SIDES: Mapping[bool, str] = MappingProxyType(
    {True: "What you decide", False: "What you assume, and your school"}
)


def is_decision(lever: str) -> bool:
    """Whether a lever is the principal's own decision. All others are assumptions or facts of the school."""
    return LEVERS[lever].kind == "decision"


def under_assumptions(start: Scenario, now: Scenario) -> Scenario:
    """The starting plan under the assumptions of the present plan, with no decision changed.

    If only assumptions have changed it equals the plan itself; if only decisions have changed, the start.
    """
    return Scenario.of({k: (start if is_decision(k) else now)[k] for k in LEVERS}, start.name)
