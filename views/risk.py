"""The tab of risk: what may happen to the plan, part by part."""

from __future__ import annotations

from exchange.address import Plan
from views import stress


def risk(plan: Plan) -> None:
    """Everything of the tab."""
    stress.stress(plan)
