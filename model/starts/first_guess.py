"""What was assumed for a school that was typed in, and the numbers that would replace it.

Four facts do not say what a school costs. So it is taken to keep 1.5% of Year 1's revenue, with supplies as
the rest, and grants are taken to cover start-up. Whoever knows the real Year 1 total can say it instead.
"""

from __future__ import annotations

from model.evidence import LEVERS
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import Projection, project
from model.starts.calibrate import LEFT_OVER
from model.texts import say
from model.units import money

# What to check first: pay, other staff, and what drives Year 5 most besides the four facts.
MATTER_MOST = (
    "teacher_salary",
    "benefit_rate",
    "paraprofessional_positions",
    "public_funding_growth",
    "salary_growth",
)
_SUPPLIES = "nonpersonnel_per_pupil"
_NEAR = 0.0005  # of revenue; supplies are set to the cent per student
_STEP = 10_000  # dollars; start-up grants are rounded to these


def is_first_guess(p: Projection, scenario: int = 0) -> bool:
    """Whether a plan still stands on both assumptions: 1.5% kept in Year 1, start-up covered by grants."""
    revenue, kept = p.cell("public_revenue", 1, scenario), p.cell("structural_result", 1, scenario)
    grants, cost = p.cell("grant_revenue", 0, scenario), p.cell("one_time_cost", 0, scenario)
    is_kept = abs(kept - LEFT_OVER * revenue) <= _NEAR * revenue
    return revenue > 0 and is_kept and abs(grants - cost) <= _STEP


def supplies_for(scenario: Scenario, total: float) -> float:
    """Supplies and services per student with which Year 1 costs `total` dollars, grants and start-up aside.

    Raises `ScenarioError` where that is less than nothing, or more than the setting can hold.
    """
    p = project([scenario], only=("recurring_cost", "supplies", "enrollment"))
    bare = p.cell("recurring_cost", 1) - p.cell("supplies", 1)
    students = p.cell("enrollment", 1)
    bounds = LEVERS[_SUPPLIES].bounds
    assert bounds is not None
    most = bare + bounds[1] * students
    if not students or not bare + bounds[0] * students <= total <= most:
        said = say("guess.total_impossible", total=money(total), low=money(bare), high=money(most))
        raise ScenarioError([Problem(_SUPPLIES, total, said)])
    return round((total - bare) / students, 2)
