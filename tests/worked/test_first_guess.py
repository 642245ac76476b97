"""A school that was typed in: what was assumed for it, and the real total of Year 1 in its place."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.explain.changes import swings
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.starts.calibrate import School, calibrate
from model.starts.first_guess import MATTER_MOST, is_first_guess
from model.starts.supplies import supplies_for
from tests.worked.school import PLAIN

MINE = calibrate(School("us_elementary", 412, 26, budget=4_900_000)).scenario


def test_both_assumptions_hold_until_one_is_replaced():
    assert is_first_guess(project([MINE]))
    assert not is_first_guess(project([MINE.changed(teacher_salary=75_000)]))
    assert not is_first_guess(project([MINE.changed(startup_grants=100_000)]))
    assert not is_first_guess(project([PLAIN]))  # it keeps 40%


def test_supplies_make_year_1_come_to_the_total():
    """The plain school pays $600,000 for teachers. A total of $950,000 leaves $350,000 for 100 students."""
    assert supplies_for(PLAIN, 950_000) == 3_500
    assert supplies_for(PLAIN.changed(nonpersonnel_per_pupil=1_234), 950_000) == 3_500
    real = MINE.changed(nonpersonnel_per_pupil=supplies_for(MINE, 4_870_000))
    assert project([real]).cell("recurring_cost", 1) == pytest.approx(4_870_000, abs=2.06)  # half a cent each


@pytest.mark.parametrize("total", [599_000, 0, 1e9])
def test_a_total_that_cannot_be_is_refused_with_what_can(total):
    with pytest.raises(ScenarioError) as refusal:
        supplies_for(PLAIN, total)
    assert "$600,000" in str(refusal.value)


def test_what_is_asked_first_moves_year_5_more_than_most_settings():
    """Pay, benefits, other staff, and the growth of money and pay are among the twelve largest of all."""
    found = swings(MINE, "structural_result", 5)
    largest = sorted(found, key=lambda k: -found[k].size)[:12]
    assert set(MATTER_MOST) <= set(largest)
    assert all(LEVERS[k].panel in ("staffing", "funding") for k in MATTER_MOST)
    assert isinstance(MINE, Scenario)
