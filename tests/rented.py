"""A plan as searches look at it: rent by the student is paid for the plan's own students, whoever comes."""

from __future__ import annotations

from model.plan.scenario import Scenario
from model.results.projection import project


def rented(plan: Scenario) -> Scenario:
    """The plan with the students stated that it pays rent for, each year's own where it states none."""
    if plan["rent_basis"] != "planned":
        return plan
    own = project([plan]).row("supplied_pupils")
    students = (plan.number("leased_students", t) or own[t] for t in range(1, 6))
    return Scenario.of({**plan.values, "leased_students": tuple(students)}, plan.name)
