"""A school that was typed in: what was assumed for it, and the real total of Year 1 in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exchange import address
from model.evidence import LEVERS
from model.explain.changes import swings
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.starts.calibrate import School, calibrate
from model.starts.first_guess import MATTER_MOST, Assumed, assumed_of
from model.starts.set_by import set_by
from model.starts.supplies import supplies_for
from tests.first_versions import first_version
from tests.worked.school import PLAIN

LIKE = first_version("us_elementary")
FACTS = School(LIKE, 412, 26, budget=4_900_000)
MADE = calibrate(FACTS)
MINE = MADE.scenario
TYPED = begun_from(LIKE, MINE)


def assumed(plan: Plan) -> Assumed:
    return assumed_of(plan, project([plan.now, plan.start]), start=1)


def test_all_three_are_assumed_of_a_school_as_it_was_typed_in():
    assert assumed(TYPED) == Assumed(True, True, MATTER_MOST)


def test_nothing_is_assumed_of_an_example_or_of_a_plan_from_nowhere():
    assert not any(assumed(from_preset(LIKE)))
    assert not any(assumed(replace(TYPED, origin=None)))


def test_another_setting_that_moves_a_dollar_replaces_no_assumption():
    """Half a leader more is 0.5 x $6,000 and more start-up training are 26 x $600: neither was assumed."""
    nudged = TYPED.changed({"teacher_leaders": 4.5, "startup_pd_per_teacher": 3_000})
    assert assumed(nudged) == assumed(TYPED)


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"nonpersonnel_per_pupil": 1_234}, Assumed(False, True, MATTER_MOST)),
        ({"startup_grants": 100_000}, Assumed(True, False, MATTER_MOST)),
        ({"teacher_salary": 75_000}, Assumed(True, True, MATTER_MOST[1:])),
    ],
)
def test_each_assumption_stands_until_its_own_setting_is_said(changes, left):
    assert assumed(TYPED.changed(changes)) == left
    assert assumed(TYPED.changed(changes).changed(TYPED.start_of(changes))) == assumed(TYPED)


def test_a_number_that_is_confirmed_is_assumed_no_longer_and_links_tell_it():
    said = TYPED.confirmed(["benefit_rate", "startup_grants"])
    assert assumed(said) == Assumed(True, False, tuple(k for k in MATTER_MOST if k != "benefit_rate"))
    query = {k: [v] for k, v in address.write(said).items()}
    assert query["came_from"] == ["benefit_rate.own_budget,startup_grants.own_budget"]
    assert assumed(address.read(query, LIKE).plan) == assumed(said)


def test_what_was_typed_with_the_school_is_not_assumed():
    """Pay as in the example is typed all the same, and a total that happens to leave 1.5% was known.

    1.5% of $4,900,000 is $73,500, so that total is $4,826,500.
    """
    own = {"teacher_salary": MINE["teacher_salary"], "benefit_rate": 0.4}
    made = calibrate(replace(FACTS, own=own, total=4_826_500))
    plan = replace(begun_from(LIKE, made.scenario), stated=made.stated)
    assert assumed(plan) == Assumed(False, True, MATTER_MOST[2:])
    by = set_by(plan)
    assert [by[k] for k in ("enrollment_year1", *own)] == ["typed"] * 3
    assert by["nonpersonnel_per_pupil"] == "own_budget"
    assert (by["base_rate_per_pupil"], by["salary_growth"]) == ("fitted", "preset")


def test_no_grants_are_no_assumption():
    """A start with no start-up cost worth $5,000 has no grants that could cover it."""
    none = {
        "startup_grants": 0.0,
        "startup_other": 0.0,
        "startup_it_other": 0.0,
        "startup_pd_per_teacher": 0.0,
    }
    bare = begun_from(LIKE, MINE.changed(none | {"devices_per_pupil": 0.0}))
    assert project([bare.start]).cell("one_time_cost", 0) == 0
    assert not assumed(bare).covers


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
