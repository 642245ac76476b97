"""Supplies and services as what is left of a known total: Year 1 then costs what the school says it costs."""

from __future__ import annotations

from model.evidence import LEVERS
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import project
from model.texts import say
from model.units import money

SUPPLIES = "nonpersonnel_per_pupil"


def supplies_for(scenario: Scenario, total: float) -> float:
    """Supplies and services per student with which Year 1 costs `total` dollars, grants and start-up aside.

    Raises `ScenarioError` where that is less than nothing, or more than the setting can hold.
    """
    p = project([scenario], only=("recurring_cost", "supplies", "enrollment"))
    bare = p.cell("recurring_cost", 1) - p.cell("supplies", 1)
    students = p.cell("enrollment", 1)
    bounds = LEVERS[SUPPLIES].bounds
    assert bounds is not None
    most = bare + bounds[1] * students
    if not students or not bare + bounds[0] * students <= total <= most:
        said = say("guess.total_impossible", total=money(total), low=money(bare), high=money(most))
        raise ScenarioError([Problem(SUPPLIES, total, said)])
    return round((total - bare) / students, 2)
