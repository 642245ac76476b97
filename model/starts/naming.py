"""What a plan and its school are called wherever a person reads it.

A name that somebody gave stays as it is. A name that this tool gave says how many students there are, and a
plan that moves on would soon stand under the wrong number. So it is never read off the plan as it is: it is
worked out here, with the students of now. What is stored keeps the name that it began with.
"""

from __future__ import annotations

import re

from model.plan.by_grade import is_by_grade
from model.plan.named_presets import held_presets
from model.plan.released import Origin
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import counted, say, speaking
from model.texts import language as language_now
from model.texts.language import ENGLISH
from model.units import number


def school_name(origin: Origin | None, start: Scenario) -> str:
    """The name of the preset while the start is the preset, and otherwise that of a school of its size.

    LookupError when the origin's version is not held.
    """
    if origin is not None and start.values == (base := origin.scenario).values:
        return base.name
    return like_mine(students_of(start))


def name_now(start: Scenario, now: Scenario) -> str:
    """What to call the plan that began at `start` and is `now`."""
    return now.name if now.name != start.name else school_now(start, now)


def school_now(start: Scenario, now: Scenario) -> str:
    """What to call the plan's school."""
    before, after = students_of(start), students_of(now)
    if before == after:
        return start.name
    if start.name == like_mine(before):
        return like_mine(after)
    if _is_of_a_preset(start.name):
        return _counting(start.name, number(before), number(after))
    return start.name


def name_says_students(start: Scenario, now: Scenario) -> bool:
    """Whether the school's name is ours and says the one count that the plan has had all along."""
    before, after = students_of(start), students_of(now)
    is_ours = start.name == like_mine(before) or _is_of_a_preset(start.name)
    return before == after and is_ours and bool(_count_in(number(after)).search(start.name))


def _is_of_a_preset(name: str) -> bool:
    """Whether a preset of any version has this name, in English or in the language of now."""
    return any(name in (x.english_label, x.label) for x in held_presets())


def unnamed(start: Scenario, now: Scenario) -> Scenario:
    """A plan as it is read again: a name that this tool gave is not taken for one that somebody gave."""
    return now.named(start.name) if now.name == school_now(start, now) else now


def students_of(plan: Scenario) -> float:
    """The students of Year 1, however they are counted."""
    if is_by_grade(plan):
        return project([plan], only=("enrollment",)).cell("enrollment", 1)
    return plan.number("enrollment_year1")


def _counting(name: str, before: str, after: str) -> str:
    """The name with another count of students: in their words where it has them, because one is no plural."""
    for language in (language_now(), ENGLISH):
        with speaking(language):
            was, now = (say("units.students", count=counted(count)) for count in (before, after))
        if _count_in(was).search(name):
            return _count_in(was).sub(now, name, count=1)
    return _count_in(before).sub(after, name, count=1)


def _count_in(count: str) -> re.Pattern[str]:
    """A number that is no part of a longer one."""
    return re.compile(rf"(?<![\d.,]){re.escape(count)}(?![.,]?\d)")


def like_mine(pupils: float) -> str:
    """The name of a school that was typed in, until it has a name of its own."""
    return say("own_school.name", count=counted(number(pupils)))
