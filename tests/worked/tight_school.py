"""The plain school with nothing left over: what shocks, the twin and responses are worked by hand on.

$1,000,000 comes in; teachers cost $600,000, and the model $37,000: two leaders at $6,000, PD of $500 for ten
teachers, licenses of $100 for a hundred students, a quarter of a hundred devices at $400 a year. Supplies
take the other $363,000, and a fifth of them can wait. A grant of $32,000 pays for the first 80 devices. A
teacher with benefits costs $60,000.
"""

from __future__ import annotations

from dataclasses import replace

from model.evidence import STRESS
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.worked.school import PLAIN

TIGHT = PLAIN.changed(
    teacher_leaders=2,
    leader_supplement=6_000,
    recurring_pd_per_teacher=500,
    software_per_pupil=100,
    devices_per_pupil=1,
    existing_devices_per_pupil=0.2,
    device_unit_cost=400,
    startup_grants=32_000,
    nonpersonnel_per_pupil=3_630,
    flexible_nonpersonnel_share=0.2,
)
NOTHING = replace(
    STRESS["midyear_cut"], cut_rate=0.0, cut_years=0, comes_back="at_once", record=(), record_share=0.0
)


def shock(**changes):
    """A shock that does only this; from Year 2 unless said."""
    return replace(NOTHING, **changes)


def line(scenario: Scenario, key: str) -> list[float]:
    return project([scenario], only=[key]).row(key)[1:]
