"""The tab of risk: what may happen to the plan, part by part."""

from __future__ import annotations

from exchange.address import Plan
from model.projection import Projection
from views import ranges, stress


def risk(plan: Plan, projection: Projection) -> None:
    """Everything of the tab."""
    stress.stress(plan)
    ranges.ranges(plan, projection)
