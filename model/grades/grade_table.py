"""A table of grades by years: that of a plan as it stands, and the cohorts that lead to a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.evidence import Value
from model.lines.grades import GOING_ON, JOINING, pupils_line, year_1_lever
from model.plan.by_grade import ALL, BY_GRADE, BY_TABLE, CHOICE, ENTERING
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.results.projection import project
from model.years import OPERATING_YEARS

Counts = Mapping[int, Sequence[float]]  # by grade: the students of Years 1 to 5


def table_of(scenario: Scenario) -> dict[str, Value]:
    """The table that a plan by grade comes to: counting by it moves nothing but the way of counting."""
    p = project([scenario], only=map(pupils_line, ALL))
    return as_table({g: p.row(pupils_line(g))[1:] for g in ALL})


def as_table(counts: Counts) -> dict[str, Value]:
    """The settings of a table. A grade without counts has no students."""
    none = (0.0,) * OPERATING_YEARS
    rows = {year_1_lever(g): plainest([float(x) for x in counts.get(g, none)]) for g in ALL}
    return {CHOICE: BY_TABLE, **rows}


def cohorts_of(scenario: Scenario) -> dict[str, Value]:
    """The settings with which students who move up come to the same table.

    A grade that is smaller than the grade below it a year before has lost a share of it; a larger one has
    taken in those who are more. Empty where no grade is served in some year, which cohorts cannot tell.
    """
    counts = {g: [scenario.number(year_1_lever(g), t) for t in range(1, OPERATING_YEARS + 1)] for g in ALL}
    served = [[g for g in ALL if counts[g][t] > 0] for t in range(OPERATING_YEARS)]
    if not all(served):
        return {}
    lowest = min(map(min, served))
    tops = [max(grades) for grades in served]
    found: dict[str, Value] = {
        CHOICE: BY_GRADE,
        "lowest_grade": float(lowest),
        "top_grade": plainest([float(top) for top in tops]),
        ENTERING: plainest([counts[lowest][max(t, 1)] for t in range(OPERATING_YEARS)]),
        "retention": 1.0,
        **{year_1_lever(g): counts[g][0] for g in ALL},
    }
    for g in GOING_ON:
        share, joining = [1.0] * OPERATING_YEARS, [0.0] * OPERATING_YEARS
        for t in range(1, OPERATING_YEARS):
            below, here = counts[g - 1][t - 1], counts[g][t]
            if lowest < g <= tops[t] and here < below:
                share[t] = round(here / below, 6)
            elif lowest < g <= tops[t]:
                joining[t] = here - below
        found[GOING_ON[g]], found[JOINING[g]] = plainest(share), plainest(joining)
    return found
