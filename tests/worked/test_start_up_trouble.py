"""Why savings run out in start-up: a reason is given only where it is one."""

from __future__ import annotations

import pytest

from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.futures import sources_of
from model.ranges.start_up import GRANTS, why_in_start_up
from model.ranges.whose_counts import PLACE
from model.results.projection import project
from model.texts import say
from tests.first_versions import first_version
from tests.worked.school import PLAIN

ON_PAPER, LOWER_GRANTS = "cases.start_up_on_paper", "cases.start_up_grants"
# Start-up of $100,000 that a grant pays in full, and is spent whatever comes in.
COMMITTED = {"startup_other": 100_000, "startup_grants": 100_000, "startup_purchases": "committed"}


def why(plan: Scenario, *pins: str) -> str:
    return why_in_start_up(plan, project([plan]), ranges(plan, pins), pins, PLACE)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (COMMITTED, say(LOWER_GRANTS)),
        # a dollar short on paper, so it is short whatever the grants bring
        (COMMITTED | {"startup_other": 100_001}, say(ON_PAPER)),
        # $300 a device for 100 students, of which 100 are planned: one student more is $300 short
        (
            {
                "devices_per_pupil": 1,
                "device_unit_cost": 300,
                "startup_grants": 30_000,
                "grants_status": "awarded",
            },
            "",
        ),
        # the same with grants that may come in lower: what they do not bring is not bought
        (
            {
                "devices_per_pupil": 1,
                "device_unit_cost": 300,
                "startup_grants": 30_000,
                "startup_purchases": "wait",
            },
            "",
        ),
    ],
)
def test_a_reason_is_given_where_it_explains_most_cases(changes, said):
    plan = PLAIN.changed(changes)
    found = ranges(plan)
    assert found.first_negative[0] == max(found.first_negative) > 100
    assert why(plan) == said


def test_grants_that_are_held_at_the_plan_are_no_reason():
    home = Scenario.preset(first_version("us_elementary")).changed(startup_purchases="committed")
    others = [k for k in sources_of(home) if k != GRANTS]
    assert why(home, *others) == say(LOWER_GRANTS)
    assert why(home, GRANTS) == ""


def test_a_large_school_whose_start_up_is_not_paid_for():
    """The high school with 5,000 students: $2,550,400 of start-up, $600,000 of grants, $50,000 in hand."""
    plan = Scenario.preset(first_version("us_high")).changed(enrollment_year1=5000, enrollment_growth=0.05)
    assert ranges(plan).first_negative[0] == 2000
    assert why(plan) == say(ON_PAPER)
