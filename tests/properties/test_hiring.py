"""What no school may earn by losing students, whoever is hired when."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from model.evidence import PRESETS, STRESS
from model.plan.scenario import Scenario
from model.ranges.futures import futures
from model.results.projection import Projection, Scenarios, project
from model.stress import shocked
from tests.first_versions import first_version
from tests.strategies import scenarios

CENT = 0.01
PURCHASES = ("it", "other_nonpersonnel")
POSITIONS = ("personnel", "pd")


@st.composite
def schools(draw: st.DrawFn) -> Scenario:
    """A preset with any path of students, with or without hold harmless."""
    school = Scenario.preset(draw(st.sampled_from(sorted(PRESETS))))
    return school.changed(
        enrollment_growth=draw(st.floats(-0.2, 0.2)),
        enrollment_year1=draw(st.integers(60, 1500)),
        hold_harmless=draw(st.sampled_from(["yes", "no"])),
        staffing_count=draw(st.sampled_from(["forecast", "last_fall"])),
    )


def lower(p: Projection, *lines: str) -> np.ndarray:
    """By how much lower the second scenario's cost is, years 1 to 5."""
    return sum(p[line][0, 1:] - p[line][1, 1:] for line in lines)


def of_one_student(p: Projection) -> np.ndarray:
    """What is bought for a student, years 1 to 5: students are whole, so one may be rounded either way."""
    bought = sum(p[line][0, 1:] for line in PURCHASES) / p["supplied_pupils"][0, 1:]
    return 2 * bought + 2 * p["device_cost"][0, 1:] / p["devices_bought"][0, 1:]


@given(schools(), st.floats(-0.5, -0.001), st.integers(1, 5))
@example(Scenario.preset(first_version("chicago_large_k8")), -0.04, 2)
@example(Scenario.preset(first_version("us_elementary")), -0.04, 2)
def test_a_loss_never_raises_the_result_by_more_than_the_positions_it_frees(school, share, year):
    """In any year. What the students no longer use is never more than the money that went with them."""
    loss = replace(STRESS["enrollment_shock"], enrollment_change=share, first_year=year)
    p = project([school, shocked(school, loss)])
    rise = p["structural_result"][1, 1:] - p["structural_result"][0, 1:]
    assert (rise <= lower(p, *POSITIONS) + of_one_student(p)).all()


@given(schools(), st.floats(0.0, 0.3))
@example(Scenario.preset(first_version("chicago_large_k8")).changed(staffing_count="last_fall"), 0.14)
def test_nor_does_a_planned_loss_where_teachers_follow_last_fall(school, faster):
    """Hold harmless pays for last fall's students, and last fall's teachers and supplies are there for it."""
    late = school.changed(staffing_count="last_fall")
    p = project([late, late.changed(enrollment_growth=school.number("enrollment_growth") - faster)])
    rise = p["structural_result"][1, 1:] - p["structural_result"][0, 1:]
    assert (rise <= lower(p, *POSITIONS) + of_one_student(p)).all()


@given(schools(), st.floats(-0.5, -0.001), st.integers(1, 5))
def test_contracts_only_cost(school, share, year):
    """With a loss nobody foresaw there are never fewer teachers, and its year is no better, than if they had
    gone at once.
    """
    loss = replace(STRESS["enrollment_shock"], enrollment_change=share, first_year=year)
    hit = shocked(school.changed(staffing_count="forecast"), loss)
    p = project([hit, hit.changed(staffing_count="this_fall")])
    assert (p["teachers"][0] >= p["teachers"][1]).all()
    assert p.cell("structural_result", year, 0) <= p.cell("structural_result", year, 1) + CENT
    # A year after a loss of all years alike the forecast has been corrected, to a student.
    later = slice(year + 1, None)
    assert (np.abs(p["staffing_pupils"][0, later] - p["enrollment"][0, later]) <= 1).all()


@given(scenarios(every=True))
def test_a_plan_that_nothing_surprises_is_the_same_by_forecast(plan):
    """Whatever its settings, as long as it states no forecast of its own."""
    plain = plan.changed(forecast_enrollment=0)
    p = project([plain.changed(staffing_count=c) for c in ("forecast", "this_fall")])
    for line in p.lines:
        assert np.array_equal(p[line][0], p[line][1], equal_nan=True), line


def test_futures_hire_for_the_plan():
    """In each future the teachers of Year 1 are at least the plan's, and those of its own students."""
    school = Scenario.preset(first_version("us_elementary"))
    drawn = futures(school)
    p, plan = project(drawn), project([school])
    own = project(drawn.replaced(staffing_count=np.array([["this_fall"]])))
    assert (p["teachers"][:, 1] == np.maximum(plan["teachers"][0, 1], own["teachers"][:, 1])).all()
    assert (p["teachers"] >= own["teachers"]).all()
    assert isinstance(drawn, Scenarios)
