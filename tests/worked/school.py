"""A school so plain that its five years can be worked out in the head; each test adds the one thing it is
about.

100 students at $10,000 bring $1,000,000 a year. Ten students per teacher make 10 teachers, each $50,000 with
20% benefits: $600,000. Nothing grows, nothing else costs anything, nothing is given. So every year pays its
way by $400,000.
"""

from __future__ import annotations

from model.evidence import LEVERS, Value
from model.plan.scenario import Scenario
from model.results.projection import Projection, project

REVENUE = 1_000_000
TEACHERS = 600_000
LEFT = 400_000

SAID: dict[str, Value] = {
    "enrollment_year1": 100,
    "base_rate_per_pupil": 10_000,
    "grade_weight": 1,
    "pupils_per_teacher": 10,
    "teacher_salary": 50_000,
    "benefit_rate": 0.2,
    "health_insurance": 0,
    "extra_pay_pension_rate": 0,
    "beginning_pay_share": 0.5,
    "contact_ratio": 0.8,
    "all_in_funding_per_pupil": 20_000,
    "device_life_years": 4,
    "cut_first_year": 2,
    "hold_harmless": "no",
    "leader_pay": "stipend",
    "stipend_source": "recurring",
    "refresh": "smoothed",
}
# A lever that joined the register later is neutral by default.
UNSAID = {k: x.default if x.since > 1 else 0 for k, x in LEVERS.items() if k not in SAID}
PLAIN = Scenario.of({**UNSAID, **SAID}, "plain school")

# $10,000 in savings, $5,000 short in Year 1, $10,000 left in Year 2, $20,000 short in Year 3, when devices
# come again: of that $5,000 are paid by the grant of Year 3 alone.
HELD_BY_A_GRANT: dict[str, Value] = {
    "devices_per_pupil": 1,
    "device_unit_cost": 300,
    "device_life_years": 3,
    "refresh": "lumpy",
    "startup_grants": 30_000,
    "nonpersonnel_per_pupil": (4_050, 3_900, 3_900, 3_900, 3_900),
    "sustaining_grant": (0, 0, 15_000, 0, 0),
    "sustaining_grant_years": 3,
    "opening_fund_balance": 10_000,
}


def years(**changes: Value) -> Projection:
    """The plain school with these values."""
    return project([PLAIN.changed(changes)])


def row(line: str, **changes: Value) -> list[float]:
    """Years 1 to 5 of a line of the plain school with these values."""
    return years(**changes).row(line)[1:]
