"""What there is to know about a plan beside what is known of its school: its building, its higher grades."""

from __future__ import annotations

from collections.abc import Iterator

from model.evidence import LEVERS, PROGRESSION
from model.lines.grades import GOING_ON
from model.plan.by_grade import ever_served, is_by_grade
from model.plan.scenario import Scenario
from model.plan.taken import Remark, press_for, typed_for
from model.results.projection import project
from model.texts import listed, say
from model.units import number, percent, year_name
from model.years import OPERATING

BUILDING, ALL_GRADES = "building_size", "retention"


def school_remarks(now: Scenario) -> Iterator[Remark]:
    """A plan with more students than the building holds; a high school where nobody is lost on the way."""
    if said := _outgrown(now):
        yield Remark(BUILDING, said)
    shares = {
        GOING_ON[g]: PROGRESSION[g].middle for g in _not_lowest(now) if g in GOING_ON and g in PROGRESSION
    }
    untouched = (ALL_GRADES, *shares)
    if shares and all(now[key] == LEVERS[key].default for key in untouched):
        usual = listed(percent(share, 0) for share in shares.values())
        years = next(iter(PROGRESSION.values())).years
        text = say("values.all_go_on", shares=usual, years=years)
        yield Remark(next(iter(shares)), text, shares, press_for(shares), typed_for(shares))


def _outgrown(now: Scenario) -> str:
    """The first year in which the plan has more students than the building, in words."""
    sizes = {t: now.number(BUILDING, t) for t in OPERATING}
    if not any(sizes.values()):
        return ""
    students = project([now], only=("enrollment",)).row("enrollment")
    for t, size in sizes.items():
        if 0 < size < students[t]:
            held = {"students": number(students[t]), "size": number(size), "year": year_name(t)}
            return say("values.outgrown", **held)
    return ""


def _not_lowest(now: Scenario) -> list[int]:
    """The grades that students of the school itself move up to."""
    return ever_served(now)[1:] if is_by_grade(now) else []
