"""A scenario is complete, checked and never changes; what cannot be is refused, all of it at once."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS
from model.plan.scenario import Scenario, ScenarioError
from model.plan.taken import take
from model.results.projection import Scenarios, project
from model.texts import counted, quoted, say
from model.units import plain
from tests.looped import looped
from tests.strategies import scenarios, values

BASE = Scenario.preset("us_elementary")
NUMBERS = [k for k, x in LEVERS.items() if not x.is_choice]
CHOICES = [k for k, x in LEVERS.items() if x.is_choice]
YEARLY = [k for k, x in LEVERS.items() if x.per_year]


def refused(changes) -> ScenarioError:
    with pytest.raises(ScenarioError) as error:
        BASE.changed(changes)
    return error.value


def bounds(key: str) -> tuple[float, float]:
    found = LEVERS[key].bounds
    assert found is not None
    return found


@looped("value", [math.nan, math.inf, -math.inf, 1e300, -1e300, 10**400, True, False, "450", "", None, {}])
@looped("key", NUMBERS)
def test_what_is_no_possible_number_is_refused(key, value):
    """NaN, infinities, huge numbers, truth values, texts, nothing: one problem that names the lever and what
    to give.
    """
    (problem,) = refused({key: value}).problems
    assert problem.lever == key
    assert LEVERS[key].label in problem.message
    assert f"({key})" in problem.message
    assert "Give a number" in problem.message


@looped("value", [math.nan, 1e300, 10**400, True, "450", None])
@looped("key", YEARLY)
def test_one_bad_year_is_refused_and_named(key, value):
    """Four good years do not save the fifth; the message says which year it is."""
    good = bounds(key)[0]
    (problem,) = refused({key: (good, good, value, good, good)}).problems
    assert problem.lever == key
    assert "Year 3" in problem.message


@looped("value", ["maybe", "YES!", "", 0, 1.0, math.nan, None, ("no",)])
@looped("key", CHOICES)
def test_what_is_no_choice_is_refused(key, value):
    """Anything but the names of the choices: the message lists them."""
    (problem,) = refused({key: value}).problems
    assert problem.lever == key
    for choice in LEVERS[key].choices:
        assert choice in problem.message


@looped("key", NUMBERS)
def test_the_bounds_belong_to_what_is_possible(key):
    """The ends are taken; the next number beyond either end is refused with both ends named."""
    low, high = bounds(key)
    for end in (low, high):
        assert BASE.changed({key: end})[key] == end
    for beyond in (math.nextafter(low, -math.inf), math.nextafter(high, math.inf)):
        message = str(refused({key: beyond}))
        assert plain(low) in message
        assert plain(high) in message


def test_a_refusal_names_value_bounds_and_remedy():
    """One message as a person reads it, with the share in both ways of writing."""
    message = say("values.outside", given="7 (700.0%)", low="0 (0.0%)", high="1 (100.0%)")
    cut = f"{LEVERS['cut_rate'].label} (cut_rate)"
    assert str(refused({"cut_rate": 7})) == say("values.of_setting", setting=cut, message=message)


@looped("key", [k for k in NUMBERS if LEVERS[k].is_whole])
def test_half_a_year_is_refused(key):
    """Half a year would fall between two columns; a grade and the size of a section are whole too."""
    assert say("values.not_whole", given="2.5") in str(refused({key: 2.5}))


@pytest.mark.parametrize("count", [0, 1, 2, 4, 6])
def test_years_are_five(count):
    """Fewer or more than five values are refused, for levers that take five and for those that take one."""
    assert "five: one for each year" in str(refused({"inflation": (0.02,) * count}))
    given = ", ".join(["1000"] * count)
    once = say("values.one_for_all_years", count=counted(count), given=given)
    assert once in str(refused({"startup_other": (1_000.0,) * count}))


def test_five_values_need_a_lever_that_may_change():
    """A lever that is read once takes one number."""
    once = say("values.one_for_all_years", count=counted(5), given="4, 4, 4, 4, 4")
    assert once in str(refused({"device_life_years": (4, 4, 4, 4, 4)}))


def test_everything_wrong_is_said_at_once():
    """Unknown, missing, out of bounds, no number, two bad years, no choice: seven problems, one refusal."""
    given_values = {**BASE.values, "cut_rate": 7, "inflation": "high", "refresh": "never", "enrolment": 1}
    given_values["salary_growth"] = (0, 9, 0, 9, 0)
    del given_values["teacher_leaders"]
    with pytest.raises(ScenarioError) as error:
        Scenario.of(given_values)
    found = sorted(p.lever for p in error.value.problems)
    assert found == [
        "cut_rate",
        "enrolment",
        "inflation",
        "refresh",
        "salary_growth",
        "salary_growth",
        "teacher_leaders",
    ]
    assert all(p.message in str(error.value) for p in error.value.problems)


def test_an_unknown_lever_gets_the_nearest_name():
    """A typing error is answered with the lever that was meant."""
    assert "Did you mean enrollment_year1?" in str(refused({"enrolment_year1": 450}))


def test_an_unknown_preset_lists_those_there_are():
    """The nearest name, and all of them."""
    with pytest.raises(ScenarioError, match="Did you mean us_elementary") as error:
        Scenario.preset("us_elementry")
    assert "chicago_charter_k8" in str(error.value)


# --- immutable ----------------------------------------------------------------------------------------------


def test_a_scenario_cannot_be_changed_in_place():
    """Neither a value nor the set of values can be put in its place; what it was made from may change
    afterwards.
    """
    source = dict(BASE.values)
    scenario = Scenario.of(source, "mine")
    source["enrollment_year1"] = 1_000
    assert scenario["enrollment_year1"] == 450
    with pytest.raises(TypeError):
        scenario.values["enrollment_year1"] = 1_000  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        scenario.name = "yours"  # type: ignore[misc]


def test_a_changed_scenario_is_another_one():
    """The one it came from keeps its values; the difference is what was changed."""
    other = BASE.changed(enrollment_year1=520, refresh="lumpy")
    assert BASE["enrollment_year1"] == 450
    assert other.differences(BASE) == {"enrollment_year1": 520, "refresh": "lumpy"}
    assert other != BASE
    assert other.changed(enrollment_year1=450, refresh="smoothed") == BASE


def test_a_list_of_years_is_kept_apart_from_the_scenario():
    """Changing the list afterwards does not reach into the scenario."""
    path = [424, 410, 405, 400, 395]
    scenario = BASE.changed(enrollment_year1=path)
    path[0] = 5
    assert scenario["enrollment_year1"] == (424, 410, 405, 400, 395)
    assert scenario.number("enrollment_year1", 5) == 395


@settings(max_examples=50, deadline=None)
@given(scenarios(every=True))
def test_a_scenario_survives_being_taken_apart(scenario):
    """Made again from its own values it is the same scenario, with the same hash."""
    again = Scenario.of(dict(scenario.values), scenario.name)
    assert again == scenario
    assert hash(again) == hash(scenario)
    assert again.differences(scenario) == {}


@settings(max_examples=10, deadline=None)
@given(st.fixed_dictionaries({key: values(lever) for key, lever in LEVERS.items()}))
def test_a_value_written_out_is_read_back(of_every_lever):
    """Typed as shown, with commas between five years, a value of any lever comes back to the last digit."""
    for key, value in of_every_lever.items():
        many = value if isinstance(value, tuple) else (value,)
        typed = ",".join(v if isinstance(v, str) else plain(v) for v in many)
        assert take([(key, typed)]).changes[key] == value, key


@looped(
    ("key", "typed", "value"),
    [
        ("cut_rate", "7%", 0.07),
        ("cut_rate", " 0 ; 7% ; 7% ; 0 ; 0 ", (0, 0.07, 0.07, 0, 0)),
        ("enrollment_year1", "424 410 405 400 395", (424, 410, 405, 400, 395)),
        ("hold_harmless", "YES", "yes"),
        ("hold_harmless", "true", "yes"),
        ("leader_pay", "Salary waiver", "salary_waiver"),
        ("base_rate_per_pupil", "11,600", 11_600),
        ("startup_grants", "1,250,000", 1_250_000),
    ],
)
def test_people_type_in_their_own_way(key, typed, value):
    """Per cent, semicolons, blanks, capitals, thousands: taken for what is meant."""
    assert take([(key, typed)]).changes[key] == value


@looped(
    ("key", "typed", "said"),
    [
        ("cut_rate", "7", "7 (700.0%) is outside"),
        (
            "enrollment_year1",
            "450%",
            say("values.no_percent", given=quoted("450%"), example="450"),
        ),
        ("enrollment_year1", "4_500", "“4_500” is not a number"),
        ("enrollment_year1", "nan", "“nan” is not a number"),
        ("enrollment_year1", "", "“” is not a number"),
        ("refresh", "sometimes", "Choose smoothed, set_aside, or lumpy"),
    ],
)
def test_what_cannot_be_meant_is_refused(key, typed, said):
    """Per cent of students, digits with underscores: refused with what to write instead."""
    with pytest.raises(ScenarioError) as error:
        take([(key, typed)]).or_refuse()
    assert said in str(error.value)


# --- grids --------------------------------------------------------------------------------------------------


def test_a_grid_is_the_scenarios_it_stands_for():
    """A base varied along two levers equals the scenarios written out one by one."""
    rates, sizes = [0.0, 0.1, 0.2], [400, 450, 500]
    base = BASE.changed(cut_years=2)
    grid = project(Scenarios.varied(base, cut_rate=rates, enrollment_year1=sizes))
    one_by_one = project(
        [base.changed(cut_rate=r, enrollment_year1=n) for r, n in zip(rates, sizes, strict=True)]
    )
    for line in ("structural_result", "fund_balance", "verdict_state"):
        assert (grid[line] == one_by_one[line]).all()


def test_a_grid_may_be_given_by_year():
    """Two enrollment paths, five years each."""
    paths = np.array([[424, 410, 405, 400, 395], [100, 110, 120, 130, 140]])
    grid = project(Scenarios.varied(BASE, enrollment_year1=paths))
    assert grid["enrollment"][:, 1:].tolist() == paths.tolist()


@looped(
    ("key", "bad"),
    [
        ("enrollment_year1", 9),
        ("cut_rate", 1.01),
        ("cut_rate", math.nan),
        ("cut_rate", math.inf),
        ("refresh", "never"),
        ("device_life_years", 3.5),
        ("cut_first_year", 1.5),
    ],
)
def test_a_grid_is_checked_as_a_scenario_is(key, bad):
    """What a scenario refuses, a grid refuses too: out of bounds, NaN, no choice, half a year."""
    with pytest.raises(ScenarioError) as error:
        Scenarios.varied(BASE, **{key: [BASE[key], bad]})
    assert error.value.problems[0].lever == key


def test_grids_of_different_length_are_refused():
    """Three rates and two sizes are no list of scenarios."""
    with pytest.raises(ValueError, match="differ in length"):
        Scenarios.varied(BASE, cut_rate=[0, 0.1, 0.2], enrollment_year1=[400, 450])


def test_nothing_to_project_is_refused():
    """An empty list is no projection of no schools."""
    with pytest.raises(ValueError, match="no scenario"):
        project([])
