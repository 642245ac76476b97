"""The plan in the address: out and back without losing a digit, and nothing a stranger types passes in
silence.
"""

from __future__ import annotations

import math
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.address import Opened, read, write
from model.evidence import GROWING, LEVERS, PRESETS, Lever, Value
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario
from model.results.projection import project
from model.starts.calibrate import School, calibrate
from tests.first_versions import first_version
from tests.looped import looped
from tests.strategies import fitting, scenarios, values

HOME = first_version("us_elementary")


def through_a_browser(plan: Plan) -> Opened:
    """The plan written into an address as a browser holds it, and read again with another preset to fall back
    on.
    """
    query = urlencode(write(plan))
    return read(parse_qs(query, keep_blank_values=True, strict_parsing=True), "us_high")


def is_back(plan: Plan) -> bool:
    """Whether the address gives the plan back; that the first of five numbers is not used may be told."""
    found = through_a_browser(plan)
    return (found.plan, found.problems) == (plan, ())


# --- out and back -------------------------------------------------------------------------------------------


def started_from(preset: str, start: Scenario, now: Scenario) -> Plan:
    """A plan as the screen holds it: a start that is no preset is a school typed in, named by its size."""
    base = Scenario.preset(preset)
    pupils = round(start.number("enrollment_year1") + 1e-9)
    if start["enrollment_from"] == "by_grade":
        pupils = round(project([start]).cell("enrollment", 1))
    name = base.name if start.values == base.values else f"A school like mine: {pupils:,} students"
    return begun_from(preset, start.named(name), now.named(name))


WHOLE_PUPILS = scenarios().filter(lambda s: s.number("enrollment_year1").is_integer())


@settings(max_examples=60)  # a thousand more in test_link.py
@given(preset=st.sampled_from(sorted(PRESETS)), start=WHOLE_PUPILS, now=scenarios(every=True))
def test_any_school_typed_in_and_any_plan_from_it_comes_back(preset, start, now):
    """Whatever the start and the plan, with a value per year or one for all, the address gives both back
    exactly.
    """
    plan = started_from(preset, start, now)
    assert is_back(plan)


@settings(max_examples=60)  # a thousand more in test_link.py
@given(preset=st.sampled_from(sorted(PRESETS)), data=st.data())
def test_any_few_changes_to_a_preset_come_back(preset, data):
    """A preset with some levers changed comes back exactly, and its address names the changed levers and no
    other.
    """
    base = Scenario.preset(preset)
    drawn = data.draw(st.fixed_dictionaries({}, optional={k: values(x) for k, x in LEVERS.items()}))
    now = fitting({**base.values, **drawn}, base.name)
    plan = begun_from(preset, base, now)
    assert is_back(plan)
    changed = {k for k, v in now.values.items() if v != base[k]}
    # stated beside five yearly numbers
    beside = {"cut_first_year", "cut_years", "enrollment_growth", "lease_growth", "fixed_supplies_growth"}
    beside |= {"insurance_growth", "fixed_fee_growth", "technology_contracts_growth"}
    beside |= {row.mark for k, row in GROWING.items() if k in changed}
    beside |= {k for k, x in LEVERS.items() if x.own and x.field in ("growth", "last_year")}
    assert {"from"} | changed <= set(write(plan)) <= {"from"} | changed | beside


@looped("preset", PRESETS)
def test_a_preset_is_its_name_and_version(preset):
    """An unchanged preset is one name in the address, and comes back as itself."""
    plan = from_preset(preset)
    assert write(plan) == {"from": str(plan.origin)}
    assert through_a_browser(plan) == Opened(plan, ())


@looped(
    ("lever", "value", "text"),
    [
        ("enrollment_growth", (0.0, 0.029, -0.1, 0.0, 0.3), "0,0.029,-0.1,0,0.3"),
        ("cut_rate", (0.0, 0.07, 0.07, 0.0, 0.0), "0,0.07,0.07,0,0"),
        ("base_rate_per_pupil", 11893.203883495145, "11893.203883495145"),
        ("enrollment_year1", 520.0, "520"),
        ("refresh", "lumpy", "lumpy"),
        ("enrollment_growth", 1e-7, "1e-07"),
    ],
)
def test_values_are_written_plainly_and_to_the_last_digit(lever, value, text):
    """A whole number has no point, five values have commas, and no digit is dropped."""
    start = Scenario.preset(HOME)
    plan = begun_from(HOME, start, Scenario.of({**start.values, lever: value}, start.name))
    assert write(plan)[lever] == text
    assert through_a_browser(plan) == Opened(plan, ())


@pytest.mark.parametrize(
    "school",
    [
        School(HOME, 412, 26, budget=4_900_000),
        School(first_version("us_high"), 850, 57, per_pupil=11_900),
        School(first_version("chicago_charter_k8"), 536, 47, per_pupil=19_742),
        School(first_version("us_middle"), 1_203, 80, per_pupil=11_600),
    ],
    ids=lambda s: s.like,
)
def test_a_school_typed_in_comes_back_after_a_reload(school):
    """A calibrated school comes back as the same start, name and all, and as the same plan after a change to
    it.
    """
    start = calibrate(school).scenario
    for now in (start, start.changed(teacher_leaders=7.5)):
        plan = begun_from(school.like, start, now)
        assert through_a_browser(plan) == Opened(plan, ())


def longest(lever: Lever, up: bool) -> Value:
    """The longest text a lever can take: five values of seventeen digits where it may change by year."""
    if lever.is_choice:
        return lever.choices[-1 if up else 0]
    assert lever.bounds is not None
    low, high = lever.bounds
    if lever.is_whole:
        return high if up else low
    middle = low + (high - low) * (0.7310585786300049 if up else 0.2689414213699951)
    return tuple(middle + i * math.ulp(middle) for i in range(5)) if lever.per_year else middle


def test_the_longest_plan_there_can_be_still_fits():
    """Every lever of start and plan differing, with five values of all digits each, is not refused as too
    long.
    """
    start = Scenario.of({k: longest(x, True) for k, x in LEVERS.items()})
    now = Scenario.of({k: longest(x, False) for k, x in LEVERS.items()})
    plan = begun_from(HOME, start, now)
    assert sum(len(k) + len(v) for k, v in write(plan).items()) > 10_000  # long indeed
    back = through_a_browser(plan)
    assert back.problems == ()
    assert (back.plan.start.values, back.plan.now.values) == (start.values, now.values)
