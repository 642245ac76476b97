"""A building's size, grants that are awarded, and the share of each grade that goes on, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.futures import futures
from model.results.plan_remarks import plan_remarks
from model.results.projection import project
from model.texts import say
from model.units import year_name
from tests.first_versions import first_version
from tests.worked.school import PLAIN

HOME = Scenario.preset(first_version("us_elementary"))


def by_grade(**changes):
    counted = {f"grade_{g}_year1": 100 for g in (9, 10, 11, 12)}
    served = {"enrollment_from": "by_grade", "lowest_grade": 9, "top_grade": 12, "entering_pupils": 100}
    return PLAIN.changed({**counted, **served, **changes})


def students(plan) -> list[float]:
    return project([plan]).row("enrollment")[1:]


def test_where_everybody_goes_on_nothing_moves():
    assert students(by_grade()) == [400] * 5


def test_the_usual_shares_of_chicago():
    """100 in each of grades 9 to 12. Year 2: 100 enter, 95 go on to 10, 83 to 11, 88 to 12: 366. Year 3: 95,
    then 95 x 0.83 = 78.85 -> 79, then 83 x 0.88 = 73.04 -> 73: 347. Year 4: 79 x 0.88 = 69.52 -> 70: 344.
    """
    usual = {"progression_10": 0.95, "progression_11": 0.83, "progression_12": 0.88}
    assert students(by_grade(**usual)) == [400, 366, 347, 344, 344]


def test_a_share_of_one_grade_comes_on_top_of_the_one_for_all():
    """90% move up everywhere and 80% of those go on to grade 11: 100 + 90 + 72 + 90 = 352."""
    assert students(by_grade(retention=0.9, progression_11=0.8))[:2] == [400, 352]


@pytest.mark.parametrize("grade", [10, 11, 12])
def test_each_share_acts_on_its_own_grade(grade):
    p = project([by_grade(**{f"progression_{grade}": 0.5})])
    for g in (9, 10, 11, 12):
        assert p.cell(f"grade_{g}_pupils", 2) == (50 if g == grade else 100)


def test_awarded_grants_come_in_full():
    """$100,000 of which 70% comes in are $70,000; awarded they are $100,000."""
    short = PLAIN.changed(startup_grants=100_000, startup_grants_received=0.7, startup_other=100_000)
    assert project([short]).cell("startup_grant_revenue", 0) == 70_000
    assert project([short.changed(grants_status="awarded")]).cell("startup_grant_revenue", 0) == 100_000


def test_awarded_grants_are_certain_in_every_future():
    """Start-up and ongoing grants stand at the plan, and everything else is drawn as before."""
    plan = HOME.changed(sustaining_grant=20_000, sustaining_grant_years=5, startup_purchases="committed")
    drawn, awarded = futures(plan), futures(plan.changed(grants_status="awarded"))
    for lever in ("startup_grants_received", "sustaining_grant"):
        assert np.ptp(drawn.levers[lever]) > 0
        assert (awarded.levers[lever] == plan[lever]).all()
    assert np.array_equal(drawn.levers["enrollment_year1"], awarded.levers["enrollment_year1"])
    assert ranges(plan.changed(grants_status="awarded")).whole == ranges(plan, ("private_revenue",)).whole


def test_free_seats():
    """A building for 120 has 20 seats free with 100 students, one for 90 lacks 10; not given it says 0."""
    assert project([PLAIN.changed(building_size=120)]).row("free_seats")[1:] == [20] * 5
    assert project([PLAIN.changed(building_size=90)]).row("free_seats")[1:] == [-10] * 5
    assert project([PLAIN]).row("free_seats")[1:] == [0] * 5


@pytest.mark.parametrize(("size", "most"), [(500, 500), (450, 450), (300, 450)])
def test_no_future_outgrows_the_building_unless_the_plan_does(size, most):
    """450 students in the plan. A building for 300 holds the plan's own 450, and no more."""
    drawn = futures(HOME.changed(building_size=size)).levers["enrollment_year1"]
    free = futures(HOME).levers["enrollment_year1"]
    assert drawn.max() == most
    assert np.array_equal(drawn, np.minimum(free, most))


def test_a_building_that_changes_by_year():
    grown = HOME.changed(building_size=(450, 450, 500, 500, 500))
    drawn = futures(grown).levers["enrollment_year1"]
    assert drawn.max(axis=0).tolist() == [450, 450, 450, 500, 500, 500]


def test_a_plan_beyond_its_building_is_told():
    """In the first year in which it is too small; a plan that fits is told nothing."""
    growing = HOME.changed(enrollment_growth=0.05, building_size=490)  # 450, 472, 496
    said = [r for r in plan_remarks(HOME, growing) if r.lever == "building_size"]
    assert [r.text for r in said] == [say("values.outgrown", students="496", year=year_name(3), size="490")]
    assert not [r for r in plan_remarks(HOME, HOME.changed(building_size=490)) if r.lever == "building_size"]


def test_a_high_school_where_everybody_goes_on_hears_what_is_usual():
    plain = by_grade()
    (said,) = (r.text for r in plan_remarks(PLAIN, plain) if r.lever == "progression_10")
    assert "95%" in said
    assert "83%" in said
    assert "88%" in said
    usual = plain.changed(progression_10=0.95, progression_11=0.83, progression_12=0.88)
    assert not [r for r in plan_remarks(PLAIN, usual) if r.lever.startswith("progression")]
    middle = by_grade(lowest_grade=6, top_grade=8, grade_6_year1=50)
    assert not [r for r in plan_remarks(PLAIN, middle) if r.lever.startswith("progression")]
