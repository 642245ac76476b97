"""The name of a file that leaves: plan, school, students of now, day. It can be saved on every system."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from exchange.plan_like import PlanLike
from model.starts.naming import name_now, school_now, students_of
from model.texts import counted, say
from model.units import number

LONGEST = 60  # bytes of plan and of school: systems allow 255 in all, and the folder's path counts too


def file_name(plan: PlanLike, day: date, ending: str) -> str:
    """`plan-a-elementary-school-395-students-2026-11-26.xlsx`. `ending` is without its dot.

    Letters and digits alone are kept, so a name holds nothing that a system refuses. The day at its end keeps
    it from being one of the words that Windows holds for itself.
    """
    name, school = name_now(plan.start, plan.now), school_now(plan.start, plan.now)
    students = number(students_of(plan.now))
    parts = [_cut(_slug(x)) for x in ([name] if name == school else [name, school])]
    if not any(_holds(x, _slug(students)) for x in parts):
        parts.append(_slug(say("heading.students_alone", count=counted(students))))
    return f"{'-'.join(filter(None, parts))}-{day.isoformat()}.{ending}"


def _holds(slug: str, word: str) -> bool:
    return f"-{word}-" in f"-{slug}-"


def _slug(text: str) -> str:
    """Small letters and digits with hyphens between. Thousands stay together: 1,395 is 1395."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFC", text))
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")


def _cut(text: str) -> str:
    """As much of a text as is allowed, without a part of a letter at its end."""
    return text.encode()[:LONGEST].decode(errors="ignore").strip("-")
