"""What was assumed for a school that was typed in, and the numbers that would replace it.

Four facts do not say what a school costs. So it is taken to keep 1.5% of Year 1's revenue, with supplies as
the rest, and grants are taken to cover start-up. Whoever knows the real Year 1 total can say it instead.
"""

from __future__ import annotations

from model.results.projection import Projection
from model.starts.calibrate import LEFT_OVER

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


def is_first_guess(p: Projection, scenario: int = 0) -> bool:
    """Whether a plan still stands on both assumptions: 1.5% kept in Year 1, start-up covered by grants."""
    revenue, kept = p.cell("public_revenue", 1, scenario), p.cell("structural_result", 1, scenario)
    grants, cost = p.cell("grant_revenue", 0, scenario), p.cell("one_time_cost", 0, scenario)
    is_kept = abs(kept - LEFT_OVER * revenue) <= _NEAR * revenue
    return revenue > 0 and is_kept and abs(grants - cost) <= _STEP
