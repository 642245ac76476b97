"""No good thing worsens a rating, on paper or in the futures of the plan.

More money, a gift, a lower price, a longer life of devices, students who bring what they cost. The words of a
rating may change; its state and the count of futures that hold up never fall.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS, Value
from model.plan.scenario import Scenario
from model.ranges.chances import held_up
from model.ranges.futures import futures
from model.results.projection import project
from tests.strategies import number, scenarios
from tests.worked.school import PLAIN

FEW = settings(max_examples=80, deadline=None)
MORE_MONEY = (
    "base_rate_per_pupil",
    "grade_weight",
    "low_income_share",
    "low_income_rate_per_pupil",
    "other_public_per_pupil",
    "public_funding_growth",
    "opening_fund_balance",
    "savings_kept",
    "startup_grants",
    "startup_grants_received",
    "sustaining_grant",
    "sustaining_grant_years",
    "cut_first_year",
)
LOWER_PRICES = (
    "cut_rate",
    "cut_years",
    "salary_growth",
    "health_insurance_growth",
    "inflation",
    "benefit_rate",
    "stipend_benefit_rate",
    "management_fee_rate",
    "breakage_rate",
    *(k for k, x in LEVERS.items() if x.unit.startswith("usd") and x.kind != "world" and k not in MORE_MONEY),
)
# Each student brings more than usual costs, and nothing has to be bought for one before the start.
WELL_PAID: Mapping[str, Value] = {
    "enrollment_from": "one_number",
    "base_rate_per_pupil": 30_000.0,
    "startup_pd_per_teacher": 0.0,
    "devices_per_pupil": 0.0,
}
NO_COST = {"all_in_funding_per_pupil"}  # a yardstick of one measure; no money moves by it


def state(*schools: Scenario) -> list[float]:
    found: list[float] = project(schools, only=("verdict_state",))["verdict_state"][:, 5].tolist()
    return found


def better(plan: Scenario, key: str, amount: float) -> Scenario:
    """The plan with one lever moved the good way in every year, as far as it may go."""
    low, high = LEVERS[key].bounds or (0.0, 0.0)
    now = plan[key]
    assert not isinstance(now, str)

    def moved(x: float) -> float:
        return max(x, amount) if key in MORE_MONEY else min(x, amount)

    assume(low <= amount <= high)
    changed: Value = tuple(moved(x) for x in now) if isinstance(now, tuple) else moved(now)
    return Scenario.of({**plan.values, key: changed}, plan.name)


@st.composite
def good_things(draw: st.DrawFn) -> tuple[Scenario, Scenario, str]:
    """A plan, the same plan with one good thing, and the lever that it came by."""
    key = draw(st.sampled_from([k for k in (*MORE_MONEY, *LOWER_PRICES) if k not in NO_COST]))
    plan = draw(scenarios(usual=draw(st.booleans())))
    return plan, better(plan, key, draw(number(LEVERS[key]))), key


def test_every_amount_of_money_has_a_direction():
    """A new lever in dollars is either money that comes in or a price, and so is in one of the two lists."""
    dollars = {k for k, x in LEVERS.items() if x.unit.startswith("usd")}
    assert dollars <= {*MORE_MONEY, *LOWER_PRICES}
    assert not set(MORE_MONEY) & set(LOWER_PRICES)


@settings(FEW, max_examples=200)
@given(good_things())
def test_no_good_thing_lowers_the_rating_on_paper(case):
    plan, gifted, _ = case
    before, after = state(plan, gifted)
    assert after >= before


@FEW
@given(scenarios(usual=True), st.floats(0, 500_000), st.integers(0, 5), st.floats(0, 1_000_000))
def test_a_gift_never_lowers_a_rating(plan, yearly, years, opening):
    """A grant in any years, on top of any grant, and money in the bank besides."""
    before = [
        plan.number("sustaining_grant", t) if t <= plan.number("sustaining_grant_years") else 0.0
        for t in range(1, 6)
    ]
    with_gift = tuple(min(x + (yearly if t <= years else 0.0), 10_000_000) for t, x in enumerate(before, 1))
    once = plan.changed(sustaining_grant=with_gift, sustaining_grant_years=5)
    richer = once.changed(opening_fund_balance=plan.number("opening_fund_balance") + opening)
    first, second, third = state(plan, once, richer)
    assert first <= second <= third


@settings(FEW, max_examples=25)
@given(good_things())
def test_no_good_thing_lowers_the_count_of_futures_that_hold_up(case):
    """With the same draws, future by future. Students are left out: more of them stray less."""
    plan, gifted, _ = case
    before, after = (project(futures(x), only=("verdict_state",)) for x in (plan, gifted))
    assert (after["verdict_state"][:, 5] >= before["verdict_state"][:, 5]).all()
    assert held_up(after) >= held_up(before)


@FEW
@given(scenarios(usual=True, refresh="smoothed"), number(LEVERS["device_life_years"]))
def test_a_longer_life_of_devices_never_lowers_a_rating(plan, life):
    longer = plan.changed(device_life_years=max(plan.number("device_life_years"), life))
    before, after = state(plan, longer)
    assert after >= before


@FEW
@given(
    scenarios(usual=True, inflation=0.0, device_unit_cost=400.0),
    st.sampled_from(LEVERS["refresh"].choices),
    st.sampled_from(LEVERS["standing_devices"].choices),
    number(LEVERS["device_life_years"]),
)
def test_nor_does_it_however_they_are_replaced(plan, refresh, standing, life):
    """However devices are replaced. Their price is the same in every year: one that rises makes a purchase
    of a later year dearer, and nobody can buy it earlier and still have it.
    """
    plan = plan.changed(refresh=refresh, standing_devices=standing)
    longer = plan.changed(device_life_years=max(plan.number("device_life_years"), life))
    before, after = state(plan, longer)
    assert after >= before


@FEW
@given(
    scenarios(usual=True),
    st.sampled_from(("school", "district", "unsettled")),
    number(LEVERS["positions_filled"]),
)
def test_empty_classrooms_never_raise_a_rating(plan, keeps, filled):
    """Fewer filled positions, whoever keeps their pay: the plan is rated as with all of them filled, or worse
    where substitutes cost more than the pay.
    """
    full = plan.changed(positions_filled=1.0, open_positions_pay=keeps)
    open_ones = full.changed(positions_filled=filled)
    assert state(open_ones)[0] <= state(full)[0]


@FEW
@given(scenarios(usual=True, **WELL_PAID), st.integers(1, 400))
def test_students_who_bring_what_they_cost_never_lower_a_rating(plan, more):
    """At $30,000 a student they nearly always bring what they cost more, in every year and at the start; the
    others are passed over.
    """
    fuller = plan.changed(enrollment_year1=_more(plan, more))
    p = project([plan, fuller], only=("structural_result", "net_position", "verdict_state"))
    for line in ("structural_result", "net_position"):
        few, many = p[line]
        assume(bool(np.all(many >= few)))
    assert p["verdict_state"][1, 5] >= p["verdict_state"][0, 5]


@FEW
@given(st.integers(1, 40), st.integers(0, 20), st.floats(0, 5_000), st.sampled_from((0.0, 0.02, -0.03)))
def test_whole_classes_at_full_pay_back_never_lower_a_rating(classes, more, spare, growth):
    """Classes of 20, each with one teacher of $60,000. 20 students who bring $3,000 and more a head pay for
    their own teacher from Year 1 on, if pay grows no faster than funding.
    """
    school = PLAIN.changed(
        pupils_per_teacher=20,
        base_rate_per_pupil=3_000 + spare,
        public_funding_growth=growth,
        salary_growth=growth,
        enrollment_year1=20 * classes,
        opening_fund_balance=-10_000,
    )
    before, after = state(school, school.changed(enrollment_year1=20 * (classes + more)))
    assert after >= before


def _more(plan: Scenario, students: int) -> Value:
    now: Mapping[str, Value] = plan.values
    value = now["enrollment_year1"]
    assert not isinstance(value, str)
    return tuple(x + students for x in value) if isinstance(value, tuple) else value + students
