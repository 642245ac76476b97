"""What stands around every picture, so that it says by itself what it is, of whom, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

from exchange.files import Filed
from exchange.heading import heading, made
from exchange.one_line import clean
from model.texts import language, say

_LONGEST = 100  # letters of a name


def whose(filed: Filed) -> list[str]:
    """The plan's name, its school where that is another, and how many students come in Year 1."""
    found = heading(filed)
    name = clean(found.name, _LONGEST) or say("handout.no_name")
    return [x for x in (name, clean(found.school, _LONGEST), found.students) if x]


def frame_content(filed: Filed, title: str, today: date) -> dict[str, Any]:
    """Title, plan, school, students of Year 1, when and with what it was made."""
    return {
        "language": language(),
        "title": title,
        "plan": " · ".join(whose(filed)),
        "happens": say("handout.happens"),
        "made": " · ".join([made(today), say("workbook.product")]),
    }
