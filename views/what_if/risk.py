"""The tab of risk: what may happen to the plan, part by part."""

from __future__ import annotations

from model.plan.plan import Plan
from model.results.projection import Projection
from views.what_if import ranges, stress


def risk(plan: Plan, projection: Projection) -> None:
    """Everything of the tab."""
    stress.stress(plan)
    ranges.ranges(plan, projection)
