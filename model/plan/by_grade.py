"""A plan's grades: whether students are counted by grade, and which grades it serves in which year."""

from __future__ import annotations

from collections.abc import Sequence

from model import units
from model.lines.grades import GRADES, year_1_lever
from model.plan.scenario import Scenario
from model.units import grade
from model.years import OPERATING

CHOICE, BY_GRADE, ONE_NUMBER = "enrollment_from", "by_grade", "one_number"
ALL = range(len(GRADES))
ENTERING = "entering_pupils"


def is_by_grade(scenario: Scenario) -> bool:
    return scenario[CHOICE] == BY_GRADE


def any_counted(scenario: Scenario) -> bool:
    """Whether any grade has a student, whichever way of counting is chosen."""
    return any(scenario.number(year_1_lever(g)) > 0 for g in ALL)


def served(scenario: Scenario, year: int) -> range:
    """The grades of a year 1 to 5, by number; kindergarten is 0. Empty when the top lies below the lowest."""
    return range(int(scenario.number("lowest_grade")), int(scenario.number("top_grade", year)) + 1)


def ever_served(scenario: Scenario) -> list[int]:
    """The grades that are served in some year, from the lowest up."""
    return [g for g in ALL if any(g in served(scenario, year) for year in OPERATING)]


def span(grades: Sequence[int]) -> str:
    """ "Kindergarten to Grade 8", or the one grade."""
    return grade(grades[0]) if grades[0] == grades[-1] else units.span((grades[0], grades[-1]), "grade")
