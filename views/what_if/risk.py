"""The tab of risk: what may happen to the plan, part by part."""

from __future__ import annotations

from views.context import Context
from views.what_if import ranges, stress


def risk(context: Context) -> None:
    """The whole tab."""
    stress.stress(context.plan)
    ranges.ranges(context.plan, context.projection)
