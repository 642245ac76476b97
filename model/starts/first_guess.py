"""What was assumed for a school that was typed in, and the numbers that would replace it.

Four facts do not say what a school costs. So supplies are what lets it keep 1.5% of Year 1's revenue,
start-up grants are what start-up costs, and pay and growth are those of a school of the kind. Each of these
stands until the reader says the setting that it rests on, whatever another setting does to Year 1.
"""

from __future__ import annotations

from typing import NamedTuple

from model.plan.plan import Plan
from model.results.projection import Projection
from model.starts.calibrate import GRANTS, LEFT_OVER
from model.starts.supplies import SUPPLIES

# What to check first: pay, other staff, and what drives Year 5 most besides the four facts.
MATTER_MOST = (
    "teacher_salary",
    "benefit_rate",
    "paraprofessional_positions",
    "public_funding_growth",
    "salary_growth",
)
_NEAR = 0.0005  # of revenue; supplies are set to the cent per student
_STEP = 10_000  # dollars; start-up grants are rounded to these


class Assumed(NamedTuple):
    """What of a plan is still assumed: that the school as it was typed in keeps 1.5% in Year 1, that grants
    cover its start-up, and which of the settings that matter most are those of a school of the kind.
    """

    keeps: bool = False
    covers: bool = False
    numbers: tuple[str, ...] = ()


def assumed_of(plan: Plan, p: Projection, start: int) -> Assumed:
    """What is assumed: nothing where no school was typed in. `start` is the plan's start in the projection.

    Links carry no more of a typed school than the values of its start, so both sums are looked for there.
    """
    if plan.origin is None or not plan.is_own_school:
        return Assumed()
    came_from = plan.came_from()
    revenue, kept = p.cell("public_revenue", 1, start), p.cell("structural_result", 1, start)
    grants, cost = p.cell("grant_revenue", 0, start), p.cell("one_time_cost", 0, start)

    def stands(key: str, *ways: str) -> bool:
        return plan.now[key] == plan.start[key] and came_from[key] in ways

    kept_so = abs(kept - LEFT_OVER * revenue) <= _NEAR * revenue and revenue > 0
    return Assumed(
        kept_so and stands(SUPPLIES, "typed", "preset"),
        grants > 0 and abs(grants - cost) <= _STEP and stands(GRANTS, "typed", "preset"),
        tuple(k for k in MATTER_MOST if stands(k, "preset")),
    )
