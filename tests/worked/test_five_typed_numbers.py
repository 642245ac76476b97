"""Five typed numbers are each year's own: worked by hand, and beside the same plan with growth."""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import GROWING, LEVERS, STRESS
from model.evidence.growing import AS_TYPED, GROWS
from model.lines.growth import factor_line
from model.lines.worksheet import BOOK
from model.plan.scenario import SET_ASIDE, Scenario
from model.plan.taken import take
from model.ranges.futures import futures
from model.results.dollars_by_year import all_in_each_year
from model.results.horizon import carried_on
from model.results.projection import Scenarios, project
from model.stress.shocks import shocked
from tests.first_versions import first_version
from tests.looped import looped
from tests.worked.school import PLAIN

NEW = first_version("new_start_grows_a_grade_a_year")
GROW = [row for row in GROWING.values() if row.grows_with]


def typed(base: Scenario, **settings: str) -> Scenario:
    """The plan with what somebody types."""
    return base.changed(take(settings.items()).or_refuse().changes)


def row(plan: Scenario, line: str) -> list[float]:
    return project([plan]).row(line)[1:]


# --- by hand ------------------------------------------------------------------------------------------------


def test_a_rate_of_every_year():
    """Indiana's template: 6,400 a student in every year. 400 students in Year 5 bring 400 x 6,400."""
    plan = typed(
        Scenario.preset(NEW),
        base_rate_per_pupil="6400,6400,6400,6400,6400",
        enrollment_year1="100,200,300,400,400",
    )
    assert row(plan, "public_revenue") == [640_000, 1_280_000, 1_920_000, 2_560_000, 2_560_000]


def test_average_pay_of_every_year():
    """The same template: 7, 11, 15, 19 and 23 teachers. 23 x 38,962 = 896,126."""
    plan = typed(
        Scenario.preset(NEW),
        enrollment_year1="100,200,300,400,400",
        teacher_salary="33000,33660,35006,36757,38962",
        benefit_rate="0",
        pupils_per_teacher="14.3,18.2,20,21.1,17.4",
    )
    assert row(plan, "teachers") == [7, 11, 15, 19, 23]
    cost = [7 * 33_000, 11 * 33_660, 15 * 35_006, 19 * 36_757, 896_126]
    assert row(plan, "teacher_cost") == pytest.approx(cost, abs=0.005)


def test_a_rate_that_follows_the_growth_of_the_plan():
    """11,600 x 1.027^4 are 12,904.46 a student. Typed as 12,905 that is 0.54 x 450 = $244 more in Year 5."""
    base = Scenario.preset(first_version("us_elementary"))
    plan = typed(base, base_rate_per_pupil="11,600; 11,913; 12,235; 12,565; 12,905")
    more = row(plan, "structural_result")[4] - row(base, "structural_result")[4]
    assert more == pytest.approx(450 * (12_905 - 11_600 * 1.027**4), abs=0.005)
    assert row(plan, "structural_result")[4] == pytest.approx(35_965.63 + 243.96, abs=0.01)


def test_the_price_of_a_device():
    """100 devices that last 4 years: 25 a year at each year's price, all of them at Year 1's in start-up."""
    plan = typed(
        PLAIN.changed(devices_per_pupil=1, inflation=0.1), device_unit_cost="300; 310; 290; 280; 350"
    )
    assert row(plan, "device_cost") == [7_500, 7_750, 7_250, 7_000, 8_750]
    assert project([plan]).cell("startup_it", 0) == 30_000


def test_health_insurance_by_position():
    """10 teachers. The rate of 20% holds Year 1's 8,000 of 50,000, so 4% of pay are left in every year."""
    plan = typed(
        PLAIN.changed(insurance_counted="per_position", health_insurance_growth=0.05),
        health_insurance="8000; 9000; 10000; 11000; 12000",
    )
    assert row(plan, "health_insurance_cost") == [80_000, 90_000, 100_000, 110_000, 120_000]
    assert row(plan, "teacher_cost") == pytest.approx([520_000] * 5)


def test_a_raise_of_every_year():
    """2 leaders with a raise of 1,000 to 5,000 and 20% benefits on it: 2,400 to 12,000, whatever pay does."""
    plan = typed(
        PLAIN.changed(teacher_leaders=2, leader_pay="salary_waiver", salary_growth=0.03),
        leader_supplement="1000; 2000; 3000; 4000; 5000",
    )
    assert row(plan, "leader_pay_cost") == pytest.approx([2_400, 4_800, 7_200, 9_600, 12_000])


def test_a_forecast_of_every_year():
    """90 of 100 forecast students come each fall. Five typed forecasts are not corrected by that."""
    expected = "100; 110; 120; 130; 140"
    plan = typed(PLAIN.changed(enrollment_year1=90), forecast_enrollment=expected)
    assert row(plan, "staffing_pupils") == [100, 110, 120, 130, 140]
    old = plan.changed(forecast_enrollment_each_year=GROWS)
    # 110 x 90/100 = 99, 120 x 90/110 = 98.2, 130 x 90/120 = 97.5, 140 x 90/130 = 96.9
    assert row(old, "staffing_pupils") == [100, 99, 98, 98, 97]


def test_year_1_dollars_can_still_grow():
    """10,000 in Years 1 and 2 and 12,000 later, with 10% growth: 100 x 12,000 x 1.1^4 in Year 5."""
    plan = typed(
        PLAIN.changed(public_funding_growth=0.1),
        base_rate_per_pupil="10000; 10000; 12000; 12000; 12000",
        base_rate_per_pupil_each_year="grows",
    )
    grown = [1_000_000, 1_100_000, 1_452_000, 1_597_200, 1_756_920]
    assert row(plan, "public_revenue") == pytest.approx(grown)


# --- all of them, beside the same plan with growth ----------------------------------------------------------


def in_full(plan: Scenario) -> Scenario:
    """The plan with the dollars of every year typed, for every setting that grows."""
    dollars = {k: tuple(v) for k, v in all_in_each_year(plan).items()}
    return plan.changed({**dollars, **{r.mark: AS_TYPED for r in GROW}})


SCHOOL = Scenario.preset(first_version("us_elementary")).changed(
    low_income_share=0.4,
    low_income_rate_per_pupil=900,
    other_public_per_pupil=250,
    instructional_coaches=1,
    occupancy_per_pupil=700,
    leader_pay="salary_waiver",
    insurance_counted="per_position",
    positions_filled=0.97,
    open_positions_pay="school",
)
# What growth itself is stands in these; and the funding that a student brings before growth.
OF_GROWTH = {*(factor_line(r.lever) for r in GROW), "funding_rate", "raise_load"}


def test_every_setting_that_grows_is_one_of_them():
    """No line but a factor multiplies a setting in dollars with growth: every lever so moved has a mark."""
    growth = {r.grows_with for r in GROW}
    others = {k for k, x in BOOK.lines.items() if growth & set(x.needs) and not x.same_as}
    assert others == {"pay_load", "planned_growth"}  # neither of them multiplies dollars
    money = {k for k, x in LEVERS.items() if x.per_year and x.unit.startswith("usd")}
    # Five numbers of it were each year's own always; those of a contract set its own growth to 0.
    flat = {"sustaining_grant", *SET_ASIDE}
    assert money - flat == {r.lever for r in GROW}


def test_dollars_typed_in_full_are_the_same_plan():
    """Each year's dollars as the plan has them, typed: the same in every line, and growth moves nothing."""
    plan = in_full(SCHOOL)
    p = project([SCHOOL, plan, plan.changed(public_funding_growth=0.2, salary_growth=0.2, inflation=0.2)])
    for line in set(BOOK.lines) - OF_GROWTH:
        assert p.row(line, 1) == pytest.approx(p.row(line, 0), abs=0.005), line
    for line in ("public_revenue", "recurring_cost", "fund_balance"):
        assert p.row(line, 2) == p.row(line, 1), line


@looped("event", STRESS)
def test_events_move_typed_dollars_as_they_move_growing_ones(event):
    """Pay that rises two points more, a cut that stays, a record: the same dollars in both plans."""
    for extra in ({}, {"cut_rate": 0.05, "cut_years": 1, "cut_comes_back": "never"}):
        plans = [shocked(x.changed(extra), STRESS[event]) for x in (SCHOOL, in_full(SCHOOL))]
        p = project(plans, only=["structural_result", "fund_balance"])
        assert p.row("structural_result", 1) == pytest.approx(p.row("structural_result", 0), abs=0.01)
        assert p.row("fund_balance", 1) == pytest.approx(p.row("fund_balance", 0), abs=0.01)


def test_possible_futures_of_typed_dollars_are_those_of_growing_ones():
    """Funding, pay and prices depart by as much, case by case, from the same dollars."""
    lines = ("public_revenue", "personnel", "it", "pd", "other_nonpersonnel", "fund_balance")
    grow, full = (project(futures(x), only=lines) for x in (SCHOOL, in_full(SCHOOL)))
    for line in lines:
        assert np.allclose(grow[line], full[line], atol=0.01), line


def test_typed_dollars_go_on_growing_after_year_5():
    """Carried on to Year 10 both plans are the same: the dollars of Year 5 grow at the plan's own rates."""
    plans = [SCHOOL, in_full(SCHOOL)]
    wanted = ("public_revenue", "recurring_cost")
    lines = carried_on(Scenarios.of(plans), 11, wanted)
    for line in wanted:
        grow, full = lines[line]
        assert np.allclose(grow, full, atol=0.01), line
