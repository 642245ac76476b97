"""A plan's grades: whether students are counted by grade, and which grades it serves in which year."""

from __future__ import annotations

from collections.abc import Sequence

from model import units
from model.lines.grades import COHORTS, GRADES, TABLE, year_1_lever
from model.plan.scenario import Scenario
from model.units import grade
from model.years import OPERATING

CHOICE, BY_GRADE, BY_TABLE, ONE_NUMBER = "enrollment_from", COHORTS, TABLE, "one_number"
ALL = range(len(GRADES))
ENTERING = "entering_pupils"


def is_by_grade(scenario: Scenario) -> bool:
    """Whether students are counted by grade: in Year 1, from where they move up, or in every year."""
    return scenario[CHOICE] != ONE_NUMBER


def is_table(scenario: Scenario) -> bool:
    """Whether each grade is counted in each of five years, so that nobody moves up."""
    return scenario[CHOICE] == BY_TABLE


def any_counted(scenario: Scenario) -> bool:
    """Whether any grade has a student, whichever way of counting is chosen."""
    years = OPERATING if is_table(scenario) else OPERATING[:1]
    return any(scenario.number(year_1_lever(g), year) > 0 for g in ALL for year in years)


def served(scenario: Scenario, year: int) -> range:
    """The grades of a year 1 to 5, by number; kindergarten is 0. Empty when the top lies below the lowest.

    A table serves from its lowest to its highest grade that has students in that year.
    """
    if is_table(scenario):
        counted = [g for g in ALL if scenario.number(year_1_lever(g), year) > 0]
        return range(counted[0], counted[-1] + 1) if counted else range(0)
    return range(int(scenario.number("lowest_grade")), int(scenario.number("top_grade", year)) + 1)


def ever_served(scenario: Scenario) -> list[int]:
    """The grades that are served in some year, from the lowest up."""
    return [g for g in ALL if any(g in served(scenario, year) for year in OPERATING)]


def span(grades: Sequence[int]) -> str:
    """ "Kindergarten to Grade 8", or the one grade."""
    return grade(grades[0]) if grades[0] == grades[-1] else units.span((grades[0], grades[-1]), "grade")
