"""The tab of risk: what may happen to the plan, part by part."""

from __future__ import annotations

from views.context import Context
from views.shell.page_markup import put_markup
from views.what_if import ranges, size_strip, stress


def risk(context: Context) -> None:
    """The whole tab."""
    stress.stress(context.plan)
    put_markup(size_strip.enrollment_strip(context.plan.now))
    ranges.ranges(context.plan, context.projection)
