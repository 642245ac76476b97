"""Rent by the student, where it is paid for the students of the plan: fewer who come do not lower it.

A surprise states them for it, as it states the forecast that teachers were hired by; so do searches for the
students that a plan needs. What follows is in `model/lines/other.py`. A plan that plans for fewer students
itself pays for fewer, and is told so.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from model.book.terms import Array
from model.evidence import LEVERS, Value
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.plan.taken import Remark, press_for, typed_for
from model.results.projection import Scenarios, project
from model.texts import say
from model.units import money, year_name
from model.years import OPERATING

BASIS, PLANNED, ENROLLED = "rent_basis", "planned", "enrolled"
RENTED, RATE = "leased_students", "occupancy_per_pupil"
STUDENTS = "supplied_pupils"
STUDENT_PANELS = ("enrollment", "by_grade")
_LINES = (STUDENTS, "occupancy", "structural_result")


def rented_before(scenario: Scenario) -> dict[str, Value]:
    """What has to be stated before a surprise moves the students: those that rent is paid for.

    Nothing where rent follows the students who come, follows none, is not paid, or states its students for
    every year already.
    """
    paid = any(scenario.number(RATE, t) for t in OPERATING)
    if scenario[BASIS] != PLANNED or not paid or all(scenario.number(RENTED, t) for t in OPERATING):
        return {}
    students = project([scenario], only=(STUDENTS,)).row(STUDENTS)
    return {RENTED: plainest([scenario.number(RENTED, t) or students[t] for t in OPERATING])}


def with_rent_held(batch: Scenarios) -> Scenarios:
    """The same scenarios, each with its own students stated as those that rent is paid for. So a search may
    move the students and the rent stays. Where nothing has to be stated, the batch as it is.
    """
    levers = batch.levers
    stated = levers[RENTED]
    planned: Array = np.asarray(levers[BASIS] == PLANNED)
    open_years = planned & levers[RATE].any(axis=1, keepdims=True) & (stated == 0)
    if not open_years.any():
        return batch
    students = project(batch, only=(STUDENTS,))[STUDENTS]
    return batch.replaced(**{RENTED: np.where(open_years, students, stated)})


def rent_remark(start: Scenario, now: Scenario) -> Iterator[Remark]:
    """One remark where a plan pays less rent because it plans for fewer students than its start.

    It says how much in Year 5, or in the year with most of it where Year 5 has none, and offers to pay for
    the students of the start.
    """
    moved = moved_rent(start, now)
    if not moved:
        return
    held = rented_before(now.changed({k: start[k] for k in moved}))
    p = project([now, now.changed(held)], only=_LINES)
    less = p["occupancy"][1] - p["occupancy"][0]
    year = OPERATING[-1] if less[-1] > 0 else max(OPERATING, key=lambda t: less[t])
    if less[year] <= 0:
        return
    text = say(
        "values.rent_followed",
        amount=money(less[year]),
        year=year_name(year),
        result=money(p.cell("structural_result", year, 1)),
    )
    yield Remark(moved[0], text, held, press_for(held), typed_for(held))


def moved_rent(start: Scenario, now: Scenario) -> list[str]:
    """The settings of students that moved, in a plan that pays rent for the students it plans."""
    if not rented_before(now):
        return []
    return [k for k in now.differences(start) if LEVERS[k].panel in STUDENT_PANELS]
