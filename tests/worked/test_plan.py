"""A plan by itself: where its values came from, whose school it is, and what is done to it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from model.evidence import LEVERS, PRESETS
from model.plan import released
from model.plan.facts import Facts, faults, of_preset
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.released import Origin, named, newest
from model.plan.scenario import Scenario, ScenarioError
from tests.first_versions import first_version

HOME = first_version("us_elementary")
DEFAULTS = Scenario.of({k: x.default for k, x in LEVERS.items()}, "Ours")
NO_PRESET = Plan(DEFAULTS, DEFAULTS, Facts("charter", 5, 8))


def test_a_plan_is_never_changed_in_place():
    plan = from_preset(HOME)
    with pytest.raises(FrozenInstanceError):
        plan.facts = NO_PRESET.facts
    assert plan.changed({"teacher_leaders": 6}) is not plan
    assert plan == from_preset(HOME)


def test_a_preset_gives_its_school_its_name_and_its_values():
    """Every value is the preset's, also one that is newer than it."""
    plan = from_preset(first_version("chicago_charter_k8"))
    assert (plan.facts, plan.preset, plan.origin) == (
        Facts("charter", 0, 8),
        Origin("chicago_charter_k8", 1).name,
        Origin("chicago_charter_k8", 1),
    )
    assert plan.school == plan.name == "Chicago charter K-8, 536 students"
    assert set(plan.came_from().values()) == {"preset"}
    assert not plan.is_own_school


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_says_whose_school_it_is(preset):
    """Only the charter family is one, and the grades are in order."""
    school = of_preset(preset)
    assert school.is_charter == (preset in ("chicago_charter_k8", "new_start_grows_a_grade_a_year"))
    assert faults(school.kind, school.lowest_grade, school.top_grade) == []


def test_where_values_came_from():
    """Typed where the start differs from the preset; what is stated goes before what follows."""
    start = Scenario.preset(HOME).changed(enrollment_year1=412, base_rate_per_pupil=11_900)
    plan = replace(
        begun_from(HOME, start, start.changed(inflation=0.05)),
        stated=(("base_rate_per_pupil", "own_budget"),),
    )
    came_from = plan.came_from()
    assert list(came_from) == list(LEVERS)
    assert came_from["enrollment_year1"] == "typed"
    assert came_from["base_rate_per_pupil"] == "own_budget"
    assert came_from["inflation"] == "preset"  # where the start's value came from, whatever it is now
    assert plan.is_own_school


def test_a_plan_needs_no_preset():
    """It is a school of its own, and its values are defaults until somebody says otherwise."""
    plan = NO_PRESET.changed({"teacher_leaders": 6})
    assert (plan.preset, plan.is_own_school, plan.is_changed) == ("", True, True)
    assert set(plan.came_from().values()) == {"default"}
    assert plan.at_start == NO_PRESET
    typed = replace(NO_PRESET, start=DEFAULTS.changed(enrollment_year1=333))
    assert typed.came_from()["enrollment_year1"] == "typed"


def test_two_plans_are_equal_whatever_they_are_named_by():
    """An id says which one lies on a screen; name, school, facts and locks are part of what a plan is."""
    plan = from_preset(HOME)
    assert replace(plan, id="one") == replace(plan, id="two")
    assert plan.named("Plan A") != plan
    assert replace(plan, facts=Facts("charter", 0, 5)) != plan
    assert replace(plan, origin=None) != plan
    assert replace(plan, id="one").named("Plan A").id == ""


def test_a_version_that_is_not_held_gives_no_values():
    with pytest.raises(LookupError, match="Version 99 of us_elementary is not held"):
        _ = Origin("us_elementary", 99).scenario
    assert str(named(HOME)) == HOME
    assert newest("us_elementary").version == PRESETS["us_elementary"].version
    assert released.preset("nowhere", 1) is None


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        (("district", 0, 12), 0),
        (("charter", 8, 8), 0),
        (("private", 0, 12), 1),
        ((None, 0, 12), 1),
        (("district", -1, 12), 1),
        (("district", 0, 13), 1),
        (("district", True, 5), 1),
        (("district", 5.0, 8), 1),
        (("district", 8, 5), 1),
        (("private", 8, "x"), 2),
    ],
)
def test_facts_that_cannot_be_are_said(facts, count):
    assert len(faults(*facts)) == count


def test_five_numbers_do_not_move_what_is_locked_beside_them():
    """A path of enrollment would set the growth to 0. Locked at 3%, it is refused by name; at 0% it stays."""
    path = {"enrollment_year1": (450, 440, 430, 420, 410)}
    growing = begun_from(HOME, Scenario.preset(HOME).changed(enrollment_growth=0.03))
    with pytest.raises(ScenarioError, match=LEVERS["enrollment_growth"].label):
        replace(growing, locks=(("enrollment_growth", "mandate"),)).changed(path)
    still = replace(from_preset(HOME), locks=(("enrollment_growth", "mandate"),))
    assert still.changed(path).now["enrollment_year1"] == path["enrollment_year1"]
