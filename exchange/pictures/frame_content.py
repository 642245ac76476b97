"""What stands around every picture, so that it says by itself what it is, of whom, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

from exchange.files import Filed
from exchange.one_line import clean
from exchange.stamp import HERE
from model.answer.numbers import ViewNumbers
from model.plan.plan import Plan
from model.texts import counted, day, language, say
from model.units import number

_LONGEST = 100  # letters of a name


def whose(plan: Plan, enrollment: float) -> list[str]:
    """The plan's name, its school where that is another, and how many students come in Year 1."""
    name = clean(plan.name, _LONGEST) or say("handout.no_name")
    school = clean(plan.school, _LONGEST)
    students = say("handout.students", count=counted(number(enrollment)))
    return [name, students] if school in ("", name) else [name, school, students]


def frame_content(filed: Filed, title: str, v: ViewNumbers, today: date) -> dict[str, Any]:
    """Title, plan, school, students of Year 1, when and with what it was made."""
    return {
        "language": language(),
        "title": title,
        "plan": " · ".join(whose(filed.plan, v.enrollment)),
        "happens": say("handout.happens"),
        "made": say("pictures.made", day=day(today), product=say("workbook.product"), version=HERE),
    }
