"""What there is to know about a plan beside what is known of its school: its building, its higher grades."""

from __future__ import annotations

from collections.abc import Iterator

from model.evidence import LEVERS, PROGRESSION, Lever, Value
from model.lines.grades import GOING_ON, GRADES, year_1_lever
from model.plan.by_grade import ALL, BY_GRADE, BY_TABLE, CHOICE, ever_served, is_by_grade, is_table
from model.plan.scenario import Scenario, setting_name
from model.plan.taken import Remark, press_for, typed_for
from model.results.projection import project
from model.texts import listed, say
from model.units import number, percent, year_name
from model.years import OPERATING

BUILDING, ALL_GRADES = "building_size", "retention"
_OF_HIGH_SCHOOL = range(10, len(GRADES))  # grades that counts of schools show to lose students


def school_remarks(now: Scenario) -> Iterator[Remark]:
    """A plan with more students than the building holds; a high school where nobody is lost on the way."""
    if said := _outgrown(now):
        yield Remark(BUILDING, said)
    if five := _five_counts(now):
        text = say("values.only_year_1_counts", settings=listed(map(setting_name, five)))
        table: dict[str, Value] = {CHOICE: BY_TABLE}
        yield Remark(five[0].key, text, table, press_for(table), typed_for(table))
    shares = {
        GOING_ON[g]: PROGRESSION[g].middle
        for g in _not_lowest(now)
        if g in _OF_HIGH_SCHOOL and g in PROGRESSION
    }
    untouched = (ALL_GRADES, *shares)
    if shares and all(now[key] == LEVERS[key].default for key in untouched):
        usual = listed(percent(share, 0) for share in shares.values())
        years = PROGRESSION[_OF_HIGH_SCHOOL[0]].years
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


def _five_counts(now: Scenario) -> list[Lever]:
    """The grades with five counts in a plan whose students move up from Year 1's."""
    if now[CHOICE] != BY_GRADE:
        return []
    counts = (LEVERS[year_1_lever(g)] for g in ALL)
    return [x for x in counts if isinstance(now[x.key], tuple)]


def _not_lowest(now: Scenario) -> list[int]:
    """The grades that students of the school itself move up to."""
    return ever_served(now)[1:] if is_by_grade(now) and not is_table(now) else []
