"""Students by grade: who is where, what one more student does at a trigger, remarks, and how to begin.

The equations are in `model/lines/grades.py`; this module evaluates them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from model.book.terms import Array
from model.lines.grades import pupils_line, sections_line, trigger_lever, year_1_lever
from model.plan.by_grade import ALL, ENTERING, any_counted, ever_served, is_by_grade, is_table, served, span
from model.plan.scenario import Scenario
from model.results.projection import Projection, Scenarios, project
from model.texts import counted, listed, say
from model.units import grade, money, positions, year_name
from model.years import OPERATING, OPERATING_YEARS, YEARS

# --- who is where -------------------------------------------------------------------------------------------


class Row(NamedTuple):
    """A grade over years 1 to 5.

    `opened` are the sections more than the year before (below zero: closed), 0 in year 1.
    """

    grade: int
    pupils: tuple[int, ...]
    sections: tuple[int, ...]
    opened: tuple[int, ...]


def rows(p: Projection, scenario: Scenario, at: int = 0) -> list[Row]:
    """Every grade that the school serves in some year. `at` is the scenario's place in the projection."""
    found = []
    for g in ever_served(scenario):
        pupils = tuple(round(x) for x in p.row(pupils_line(g), at)[1:])
        sections = tuple(round(x) for x in p.row(sections_line(g), at)[1:])
        opened = (0, *(now - was for was, now in pairwise(sections)))
        found.append(Row(g, pupils, sections, opened))
    return found


# --- one student more
# -----------------------------------------------------------------------------------------


class Step(NamedTuple):
    """The fewest students that open (`pupils` above zero) or close a section of a grade, and what that does.

    `positions` are teachers, `pay` is theirs with benefits, `revenue` the public revenue of those students:
    dollars a year.
    """

    lever: str
    grade: int
    year: int
    pupils: int
    positions: float
    pay: float
    revenue: float

    def __str__(self) -> str:
        count, name = counted(abs(self.pupils)), grade(self.grade)
        opens = self.pupils > 0
        if self.lever == ENTERING:
            key = "students.opens_entering" if opens else "students.closes_entering"
            first = say(key, count=count, grade=name, year=year_name(self.year))
        else:
            first = say("students.opens_in" if opens else "students.closes_in", count=count, grade=name)
        return f"{first} {self._pay()}"

    def _pay(self) -> str:
        funding = money(self.revenue, plus=True)
        if not self.positions:
            return say("students.pay_stays", funding=funding)
        many = counted(positions(abs(self.positions)))
        return say("students.pay_changes", count=many, pay=money(self.pay, plus=True), funding=funding)


def steps(scenario: Scenario) -> list[Step]:
    """The step up and the step down of each grade, nearest first.

    For the students of Year 1 and for those who enter in Year 2, all in one call. Empty when students are not
    counted by grade.
    """
    tries = list(_tries(scenario)) if is_by_grade(scenario) else []
    if not tries:
        return []
    p = project(_tried(scenario, tries), only=("teachers", "teacher_cost", "public_revenue"))

    def moved(line: str, row: int, year: int) -> float:
        return p.cell(line, year, row) - p.cell(line, year, 0)

    found = [
        Step(
            lever,
            g,
            year,
            pupils,
            moved("teachers", i, year),
            moved("teacher_cost", i, year),
            moved("public_revenue", i, year),
        )
        for i, (lever, g, year, pupils) in enumerate(tries, 1)
    ]
    return sorted(found, key=lambda s: (abs(s.pupils), s.year, s.grade, -s.pupils))


_Try = tuple[str, int, int, int]  # lever, grade, year, students more


def _tries(scenario: Scenario) -> Iterator[_Try]:
    places = [(year_1_lever(g), g, 1) for g in served(scenario, 1)]
    lowest = int(scenario.number("lowest_grade"))
    if lowest in served(scenario, 2) and not is_table(scenario):
        places.append((ENTERING, lowest, 2))
    p = project([scenario], only=[f(g) for _, g, _ in places for f in (pupils_line, sections_line)])
    for lever, g, year in places:
        pupils = round(p.cell(pupils_line(g), year))
        trigger = round(scenario.number(trigger_lever(g), year))
        sections = round(p.cell(sections_line(g), year))
        yield lever, g, year, sections * trigger - pupils + 1
        if pupils:
            yield lever, g, year, (sections - 1) * trigger - pupils


def _tried(scenario: Scenario, tries: Sequence[_Try]) -> Scenarios:
    """The plan in row 0, then each try in a row of its own."""
    count = len(tries) + 1
    batch = Scenarios.of([scenario]).repeated(np.array([0]), count)
    columns: dict[str, Array] = {}
    for row, (lever, _, year, pupils) in enumerate(tries, 1):
        if lever not in columns:
            columns[lever] = np.broadcast_to(batch.levers[lever], (count, YEARS)).copy()
        columns[lever][row, year] += pupils  # in that year alone: Year 1's count, or those who enter later
    return batch.replaced(**columns)


# --- remarks ------------------------------------------------------------------------------------------------


def remarks(scenario: Scenario) -> list[str]:
    """What a reader needs to know about the grades as given, like students in a grade not served."""
    if not is_by_grade(scenario):
        return []
    return [*_about_service(scenario), *_about_counts(scenario)]


def _about_service(scenario: Scenario) -> Iterator[str]:
    none = [year for year in OPERATING if not served(scenario, year)]
    if is_table(scenario):
        if 0 < len(none) < OPERATING_YEARS:
            yield say("students.nobody_counted_in", years=listed(map(year_name, none)))
        return
    if len(none) == OPERATING_YEARS:
        yield say("students.no_grade_ever")
    elif none:
        yield say("students.no_grade_in", years=listed(map(year_name, none)))


def _about_counts(scenario: Scenario) -> Iterator[str]:
    if is_table(scenario):
        if not any_counted(scenario):
            yield say("students.nobody_counted")
        return
    counted_in = [g for g in ALL if scenario.number(year_1_lever(g)) > 0]
    inside = served(scenario, 1)
    outside = [g for g in counted_in if g not in inside]
    if not counted_in:
        yield say("students.nobody_counted")
    if outside and inside:
        left = [
            say("students.left_out_grade", grade=grade(g), students=f"{scenario.number(year_1_lever(g)):g}")
            for g in outside
        ]
        yield say("students.left_out", grades=span(inside), outside=listed(left))
    idle = [year for year in OPERATING[1:] if scenario.number(ENTERING, year) == 0 and served(scenario, year)]
    if counted_in and len(idle) == len(OPERATING) - 1:
        yield say("students.nobody_enters")
    elif counted_in and idle:
        yield say("students.nobody_enters_in", years=listed(map(year_name, idle)))
