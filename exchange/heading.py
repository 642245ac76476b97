"""What stands at the head of everything that leaves: plan, school, students of now, reason, day, version.

Stated once, so paper, workbook, page and mail say the same of the same plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from exchange.files.filed import Filed
from exchange.plan_like import PlanLike
from model import MODEL_VERSION
from model.evidence import DATA_VERSION, LEVERS
from model.explain.account import moved_in_words
from model.explain.changes import moves
from model.plan.sides import is_decision
from model.starts.naming import name_now, name_says_students, school_now, students_of
from model.texts import counted, day, listed, naming, say
from model.units import number

FEW = 3  # changes that a reason names before it counts the rest


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of a head, each a text in the language of now. `school` is empty where `name` says it.

    `students_beside` are the students for a line beside name and school, empty where one of these says them.
    """

    name: str
    school: str
    students: str
    students_beside: str
    reason: str


def heading(plan: PlanLike) -> Heading:
    """The head of a plan. A `Filed` plan brings the reason that somebody wrote."""
    name, school = name_now(plan.start, plan.now), school_now(plan.start, plan.now)
    students = _students(plan)
    beside = "" if name_says_students(plan.start, plan.now) else students
    return Heading(name, "" if name == school else school, students, beside, _reason(plan))


def _students(plan: PlanLike) -> str:
    """The students of Year 1, and how many there were at the start where that is another number."""
    before, after = number(students_of(plan.start)), number(students_of(plan.now))
    if before == after:
        return say("heading.students", count=counted(after))
    return say("heading.students_before", count=counted(after), before=before)


def _reason(plan: PlanLike) -> str:
    """Why the plan is what it is: as somebody wrote it, else what was changed, in few words."""
    written = plan.reason.strip() if isinstance(plan, Filed) else ""
    return written or _changed(plan)


def _changed(plan: PlanLike) -> str:
    """What was changed since the start, decisions first, in few words; nothing where nothing was."""
    keys = sorted((k[0] for k in moves(plan.start, plan.now)), key=lambda k: not is_decision(k))
    if not keys:
        return ""
    with naming(plan.now.names):
        said = [_change(plan, k) for k in keys[:FEW]]
    if len(keys) > FEW:
        said.append(say("heading.more", count=counted(len(keys) - FEW)))
    return say("heading.changed", changes=listed(said))


def _change(plan: PlanLike, key: str) -> str:
    moved = moved_in_words(LEVERS[key], plan.start, plan.now)
    return say("heading.change", setting=LEVERS[key].label, moved=moved)


def made(today: date) -> str:
    """The day, and with which versions of model and data."""
    return say("heading.made", day=day(today), version=version())


def version() -> str:
    """Model and data as people read them; a link holds the same as `stamp.HERE`."""
    return say("heading.version", model=MODEL_VERSION, data=DATA_VERSION)
