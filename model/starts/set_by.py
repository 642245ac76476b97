"""Who set the starting values of a plan: what was typed for a school, and what was worked out from it."""

from __future__ import annotations

from collections.abc import Mapping

from model.plan.plan import Plan
from model.starts.calibrate import FITTED


def set_by(plan: Plan) -> Mapping[str, str]:
    """By lever a way of `came_from.WAYS`, or "fitted" where the value follows from what was typed."""
    return {k: "fitted" if way == "typed" and k in FITTED else way for k, way in plan.came_from().items()}
