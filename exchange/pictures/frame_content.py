"""What stands around every picture, so that it says by itself what it is, of whom, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

from exchange.files import Filed
from exchange.one_line import clean
from exchange.stamp import HERE
from model.answer.numbers import ViewNumbers
from model.texts import counted, day, language, say
from model.units import number

_LONGEST = 100  # letters of a name


def frame_content(filed: Filed, title: str, v: ViewNumbers, today: date) -> dict[str, Any]:
    """Title, plan, school, students of Year 1, when and with what it was made."""
    plan = filed.plan
    name = clean(plan.name, _LONGEST) or say("handout.no_name")
    school = clean(plan.school, _LONGEST)
    students = say("handout.students", count=counted(number(v.enrollment)))
    parts = [name, students] if school in ("", name) else [name, school, students]
    return {
        "language": language(),
        "title": title,
        "plan": " · ".join(parts),
        "happens": say("handout.happens"),
        "made": say("pictures.made", day=day(today), product=say("workbook.product"), version=HERE),
    }
