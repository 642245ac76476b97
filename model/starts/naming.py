"""The name of a plan's school where nobody has named it."""

from __future__ import annotations

from model.plan.by_grade import is_by_grade
from model.plan.released import Origin
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import counted, say
from model.units import number


def school_name(origin: Origin | None, start: Scenario) -> str:
    """The name of the preset while the start is the preset, and otherwise that of a school of its size.

    LookupError when the origin's version is not held.
    """
    if origin is not None and start.values == (base := origin.scenario).values:
        return base.name
    pupils = start.number("enrollment_year1")
    if is_by_grade(start):
        pupils = project([start], only=("enrollment",)).cell("enrollment", 1)
    return like_mine(pupils)


def like_mine(pupils: float) -> str:
    """The name of a school that was typed in, until it has a name of its own."""
    return say("own_school.name", count=counted(number(pupils)))
