"""Every lever counts for something, and no possible value of one gives anything but numbers."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from model.evidence import LEVERS, PRESETS
from model.evidence.own_lines import BASIS, LAST, NUMBERS, own_key
from model.lines.worksheet import BOOK
from model.plan.in_play import idle
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from tests.first_versions import first_version
from tests.looped import looped
from tests.properties.test_results import FEW
from tests.strategies import scenarios

# --- every lever counts -------------------------------------------------------------------------------------


def _third(key: str) -> float | str:
    lever = LEVERS[key]
    if lever.is_choice:
        return lever.choices[-1]
    assert lever.usual is not None
    x = lever.usual[0] + (lever.usual[1] - lever.usual[0]) / 3
    return float(int(x)) if lever.is_whole else x


# A school with something of everything: leaders, release, rent, fee, a cut, a grant, lumpy devices, fewer
# students each year.
SOMETHING_OF_EVERYTHING = Scenario.of(
    {
        **{k: _third(k) for k in LEVERS},
        "enrollment_from": "one_number",
        "enrollment_growth": -0.03,
        "hold_harmless": "yes",
        "staffing_count": "forecast",
        "leader_pay": "stipend",
        "stipend_source": "one_time",
        "refresh": "lumpy",
        "open_positions_pay": "school",
        "grants_status": "to_raise",
        "count_basis": "this_year",
        "funding_rates": "one_rate",
        "public_funding_growth": 0.02,
        "base_rate_per_pupil": 14_000,
        # Pension and health insurance stand beside it.
        "benefit_rate": 0.05,
        "pension_rate": 0.05,
        "span_2_from": 4,
        "span_3_from": 7,
        "span_4_from": 9,
    }
)


# The same with students in every grade, which sets other levers aside.
BY_GRADE = SOMETHING_OF_EVERYTHING.changed(enrollment_from="by_grade", lowest_grade=0, top_grade=12)
# Where own lines are an amount and not a share, in all years.
IN_DOLLARS = SOMETHING_OF_EVERYTHING.changed(
    {own_key(n, k): v for n in NUMBERS for k, v in ((BASIS, "fixed"), (LAST, 5.0))}
)
# And with each other way to set rent, to count students and to fund them.
OTHERWISE = [
    base.changed({choice: x})
    for base, choice in (
        (SOMETHING_OF_EVERYTHING, "rent_basis"),
        (SOMETHING_OF_EVERYTHING, "count_basis"),
        (BY_GRADE, "funding_rates"),
    )
    for x in LEVERS[choice].choices
    if x != base[choice]
]


# A line of credit is drawn in a school that runs short.
SHORT = SOMETHING_OF_EVERYTHING.changed(base_rate_per_pupil=5_000, credit_limit=50_000_000)
WHERE_CASH_IS_SHORT = {"credit_limit", "credit_rate"}


@looped("lever", LEVERS)
def test_every_lever_moves_something(lever):
    """From a school with something of everything, the other choice or an end of the usual range changes a
    line.
    """
    x = LEVERS[lever]
    moved = []
    apart = [IN_DOLLARS] if x.own else [SHORT] if lever in WHERE_CASH_IS_SHORT else []
    for base in (SOMETHING_OF_EVERYTHING, BY_GRADE, *OTHERWISE, *apart):
        p = project([base, *(base.changed({lever: v}) for v in x.choices or x.usual or ())])
        moved.append(any((p[line] != p[line][0]).any() for line in BOOK.lines))
        assert moved[-1] or lever in idle(base) or lever in WHERE_CASH_IS_SHORT
    assert any(moved)


def test_every_lever_is_asked_for_by_a_line():
    """No slider that nothing rests on, and no line that rests on a value without evidence."""
    assert set(BOOK.levers) == set(LEVERS)


# --- always finite ------------------------------------------------------------------------------------------


def finite(batch: list[Scenario]) -> list[str]:
    p = project(batch)
    return [
        f"{batch[i].name}: {line}"
        for line in BOOK.lines
        for i in np.flatnonzero(~np.isfinite(p[line]).all(axis=1))
    ]


def ends(key: str) -> tuple:
    x = LEVERS[key]
    return x.choices or x.bounds or ()


def test_finite_at_all_low_and_all_high():
    """Every lever at its least, and every lever at its most."""
    batch = [Scenario.of({k: ends(k)[e] for k in LEVERS}, f"all at end {e}") for e in (0, -1)]
    assert not finite(batch)


@looped("preset", PRESETS)
def test_finite_with_each_lever_alone_at_its_ends(preset):
    """One lever at its least or most, the others as in the preset; the usual range likewise."""
    base = Scenario.preset(preset)
    batch = [
        base.changed({k: v}).named(f"{k} = {v}") for k in LEVERS for v in (*ends(k), *(LEVERS[k].usual or ()))
    ]
    assert not finite(batch)


@FEW
@given(scenarios())
def test_finite_everywhere_inside_the_bounds(scenario):
    """Any mixture of possible values gives numbers in every cell."""
    assert not finite([scenario])


FROM_ZERO = [k for k, x in LEVERS.items() if x.bounds and x.bounds[0] <= 0 and not x.is_whole]


@looped("lever", FROM_ZERO)
@looped("tiny", [1e-300, 5e-324])
def test_finite_just_above_zero(lever, tiny):
    """A number a hair above zero, which is easily divided by, is either refused or gives numbers in every
    cell.
    """
    try:
        scenario = Scenario.preset(first_version("chicago_charter_k8")).changed({lever: tiny})
    except ScenarioError:
        return
    assert not finite([scenario])
