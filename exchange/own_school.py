"""What a link or a file states about a plan's school: only what does not follow from preset and values.

So links and files of a preset, or of a school typed in like one, say nothing about it and keep their meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from exchange.one_line import clean
from model.evidence import LEVERS
from model.plan import facts
from model.plan.facts import Facts
from model.plan.plan import Plan
from model.plan.released import Origin
from model.plan.scenario import Scenario
from model.starts.naming import school_name
from model.texts import say

LONGEST_NAME = 200  # characters of the name of a school or a plan


@dataclass(frozen=True, slots=True)
class OwnSchool:
    """What is stated about a school; None for what follows from preset and values."""

    name: str | None = None
    kind: str | None = None
    lowest_grade: int | None = None
    top_grade: int | None = None


NOTHING_SAID = OwnSchool()


def own_school(plan: Plan) -> OwnSchool:
    """What has to be stated about the plan's school so that it is the same when it is read again."""
    name = clean(plan.school, LONGEST_NAME)
    follows = name in ("", clean(school_name(plan.origin, plan.start), LONGEST_NAME))
    usual, held = plan.origin.facts if plan.origin else None, plan.facts
    grades = (held.lowest_grade, held.top_grade)
    same_grades = usual is not None and grades == (usual.lowest_grade, usual.top_grade)
    return OwnSchool(
        None if follows else name,
        None if usual is not None and held.kind == usual.kind else held.kind,
        *((None, None) if same_grades else grades),
    )


def name_of(said: OwnSchool, origin: Origin | None, start: Scenario) -> str:
    """The school's name."""
    return said.name or school_name(origin, start)


def facts_of(said: OwnSchool, origin: Origin | None) -> tuple[Facts, list[str]]:
    """The facts of the school, and sentences on what is wrong; where something is, the usual facts."""
    usual = origin.facts if origin else None
    told = (said.kind, said.lowest_grade, said.top_grade)
    if usual is None and None in told:
        return facts.USUAL, [say("plan_file.no_school")]
    base = usual or facts.USUAL
    kind = base.kind if said.kind is None else said.kind
    lowest = base.lowest_grade if said.lowest_grade is None else said.lowest_grade
    top = base.top_grade if said.top_grade is None else said.top_grade
    problems = facts.faults(kind, lowest, top)
    return base if problems else Facts(kind, lowest, top), problems


def of_no_preset() -> Scenario:
    """The start of a plan without a preset, from which its values differ: every lever at its default."""
    return Scenario.of({k: x.default for k, x in LEVERS.items()})
