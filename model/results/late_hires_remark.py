"""Teachers who follow last fall's count come a year after the students: a plan that grows saves their pay."""

from __future__ import annotations

from collections.abc import Iterator

from model.evidence import LEVERS
from model.plan.by_grade import is_by_grade
from model.plan.scenario import Scenario
from model.plan.taken import Remark, press_for, typed_for
from model.results.hiring import COUNT, FORECAST, LATE
from model.results.projection import project
from model.results.rent import STUDENT_PANELS
from model.texts import counted, say
from model.units import money, year_name
from model.years import OPERATING

PUPILS = ("enrollment", "staffing_pupils")


def late_hires_remark(start: Scenario, now: Scenario) -> Iterator[Remark]:
    """One remark where more students of the plan than of its start wait for their teachers.

    It says how many in the year with most of them, what that year saves by it, and offers to hire for the
    students who are expected. By grade every class has its teacher.
    """
    moved = moved_late(start, now)
    if not moved:
        return
    p = project([start, now, now.changed({COUNT: FORECAST})], only=(*PUPILS, "structural_result"))
    waiting = p["enrollment"] - p["staffing_pupils"]
    if waiting[1].max() <= waiting[0].max():
        return
    year = max(OPERATING, key=lambda t: waiting[1, t])
    hired = p.cell("structural_result", year, 2)
    text = say(
        "values.hired_late",
        count=counted(int(waiting[1, year])),
        year=year_name(year),
        amount=money(p.cell("structural_result", year, 1) - hired),
        result=money(hired),
    )
    offers = {COUNT: FORECAST}
    yield Remark(moved[0], text, offers, press_for(offers), typed_for(offers))


def moved_late(start: Scenario, now: Scenario) -> list[str]:
    """The settings of students or of hiring that moved, where teachers follow late and are not of classes."""
    if now[COUNT] != LATE or is_by_grade(now):
        return []
    return [k for k in now.differences(start) if k == COUNT or LEVERS[k].panel in STUDENT_PANELS]
