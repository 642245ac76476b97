"""What comes after Year 5 at the plan's own settings: shortfalls through Year 10, and the next devices.

The plain school brings $1,000,000 and pays $600,000 a year.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import STRESS, Value
from model.goals.goal import GOALS
from model.goals.limits import Limits
from model.goals.reaching import reach
from model.plan.released import named
from model.plan.scenario import Scenario
from model.results.horizon import Horizon, NextDevices, carried_on, horizons
from model.results.horizon_in_words import after_year_5
from model.results.projection import Scenarios, project
from model.results.verdicts import State, judge
from model.stress.shocks import shocked
from model.texts import counted, say
from tests.first_versions import first_version
from tests.worked.school import PLAIN


def after(**changes: Value) -> Horizon:
    return horizons(Scenarios.of([PLAIN.changed(changes)]))[0]


def elementary(**changes: Value) -> Horizon:
    return horizons(Scenarios.of([named(first_version("us_elementary")).scenario.changed(changes)]))[0]


def test_pay_that_outgrows_funding():
    """600,000 x 1.1^5 = $966,306 in Year 6 and 600,000 x 1.1^6 = $1,062,937 in Year 7. Six years have left
    6,000,000 - 4,629,366, which lasts longer than we look.
    """
    found = after(salary_growth=0.1)
    assert (found.short, found.out, found.holds) == (7, None, False)
    assert after_year_5(found) == [say("horizon.short", year=7, last=10)]


def test_savings_that_are_not_kept_are_gone_in_the_first_short_year():
    found = after(salary_growth=0.1, savings_kept=0)
    assert (found.short, found.out) == (7, 7)
    assert after_year_5(found) == [say("horizon.short_and_out", year=7, out=7, last=10)]


def test_open_positions_move_no_year():
    """A tenth of the teachers is missing and nobody stands in: 540,000 x 1.1^6 = $956,643 are paid in Year 7.
    All of them would cost 600,000 x 1.1^6 = $1,062,937, so that is the first short year with them or without.
    """
    kept = {"salary_growth": 0.1, "savings_kept": 0}
    found = after(**kept, positions_filled=0.9)
    assert (found.short, found.out) == (7, 7)
    assert found == after(**kept)._replace(has_open=True)
    assert after_year_5(found) == [
        say("horizon.short_and_out", year=7, out=7, last=10),
        say("horizon.filled"),
    ]


@pytest.mark.parametrize(("growth", "short", "out"), [(0.025, None, 9), (0.026, 6, None)])
def test_the_elementary_school_is_short_in_the_same_year_with_open_positions(growth, short, out):
    """At 2.5% a year its Year 5 is short by $8,984 with all positions filled: no later year is the first."""
    plan = Scenario.preset("us_elementary").changed(public_funding_growth=growth)
    opened = plan.changed(positions_filled=0.93)
    found, filled = horizons(Scenarios.of([opened, plan]))
    assert (found.short, found.out, found.holds) == (short, out, False)
    assert found == filled._replace(has_open=True)


@pytest.mark.parametrize(
    ("other_cost", "short"),
    [
        (0, None),  # 1,000,000 x 0.95^9 = $630,249 in Year 10 against $600,000
        (500, 10),  # $650,000: 0.95^8 is $663,420 in Year 9, so Year 10 is the first
        (700, 9),  # $670,000: 0.95^7 is $698,337 in Year 8, so Year 9 is the first
    ],
)
def test_funding_that_falls(other_cost, short):
    found = after(public_funding_growth=-0.05, nonpersonnel_per_pupil=other_cost)
    assert (found.short, found.out, found.holds) == (short, None, short is None)


@pytest.mark.parametrize(
    ("line", "short", "out"),
    [
        # $400,000 are left without it. 320,000 x 1.05^5 is $408,410 in Year 6, and Year 5 has $388,962.
        # Nine years cost 320,000 x 11.02656 = $3,528,501, and ten 320,000 x 12.57789 = $4,024,926.
        ({"kind": "recurring_cost", "amount": 320_000, "growth": 0.05}, 6, 10),
        # It ends before the plan does.
        ({"kind": "recurring_cost", "amount": 320_000, "growth": 0.05, "last_year": 4}, None, None),
        # Five amounts: that of Year 5 goes on. 120,000 x 4 + 400,000 - 880,000 are $0 at its end.
        ({"kind": "recurring_cost", "amount": (280_000, 280_000, 280_000, 280_000, 880_000)}, None, 6),
        # Once is once: 5 x 400,000 are spent, and $400,000 are left in Year 6.
        ({"kind": "one_time_cost", "amount": 2_000_000, "first_year": 5, "last_year": 5}, None, None),
    ],
)
def test_a_cost_of_ones_own_goes_on_after_year_5(line, short, out):
    """What a school pays every year does not end with the five years that it can state."""
    found = after(**{f"own_01_{k}": v for k, v in line.items()})
    assert (found.short, found.out) == (short, out)


CUT = {"salary_growth": 0.03, "nonpersonnel_per_pupil": 2_000}  # 600,000 x 1.03^(t - 1) + $200,000


@pytest.mark.parametrize(
    ("cut", "short"),
    [
        # $895,564 in Year 6 and 600,000 x 1.03^6 + 200,000 = $916,431 in Year 7, against $900,000.
        ({"cut_rate": (0, 0, 0, 0, 0.1)}, 7),
        ({"cut_rate": 0.1, "cut_first_year": 5, "cut_years": 1, "cut_comes_back": "old_growth"}, 7),
        # Against $1,000,000, which 600,000 x 1.03^9 + 200,000 = $982,864 does not reach by Year 10.
        ({"cut_rate": 0.1, "cut_first_year": 5, "cut_years": 1}, None),
        ({"cut_rate": 0.1, "cut_first_year": 1, "cut_years": 5}, None),
        ({"cut_rate": (0, 0, 0.1, 0.1, 0)}, None),
        # A window that is stated beside the five numbers is over when it says so.
        ({"cut_rate": (0.1,) * 5, "cut_first_year": 5, "cut_years": 1}, None),
    ],
)
def test_the_last_of_five_numbers_of_a_cut_goes_on(cut, short):
    found = after(**CUT, **cut)
    assert (found.short, found.holds) == (short, short is None)


@pytest.mark.parametrize("key", STRESS)
def test_an_event_that_is_tried_in_a_plan_is_not_over_with_year_5(key):
    """What Year 5 lacks, later years lack too; no cut begins after it."""
    hit = shocked(Scenario.preset("us_elementary"), STRESS[key])
    lines = carried_on(Scenarios.of([hit]), 8, ("revenue_cut",))
    cut = np.broadcast_to(lines["revenue_cut"], (1, 8))[0].tolist()
    assert cut[6:] == [cut[5]] * 2


def test_money_of_ones_own_goes_on_after_year_5():
    """$450,000 are spent beside $600,000, and $50,000 come in beside $1,000,000: nothing is left and nothing
    is short. Money that ends with Year 4 leaves Year 5 short, so no later year is the first.
    """
    comes = {"own_01_kind": "public_revenue", "own_01_amount": 50_000}
    assert after(nonpersonnel_per_pupil=4_500, **comes) == Horizon(None, None, True, None, 0.0)
    assert not after(nonpersonnel_per_pupil=4_500, **comes, own_01_last_year=4).holds


def test_savings_that_run_out_later():
    """$50,000 short in every year of $300,000: 0 at the end of Year 6, and -$50,000 after Year 7."""
    found = after(nonpersonnel_per_pupil=4_500, opening_fund_balance=300_000)
    assert (found.short, found.out, found.holds) == (None, 7, False)
    assert after_year_5(found) == [say("horizon.out", year=7, last=10)]


def test_a_plan_that_is_out_of_savings_already_has_no_later_year():
    assert after_year_5(after(nonpersonnel_per_pupil=4_500, opening_fund_balance=100_000)) == []


def test_a_setting_by_year_goes_on_as_in_year_5():
    """Pay grows by 40% in Year 5 alone and then by as much again: 840,000, then $1,176,000 in Year 6."""
    assert after(salary_growth=(0, 0, 0, 0, 0.4)).short == 6
    assert after(salary_growth=(0, 0, 0, 0.4, 0)).holds


def test_the_elementary_school_falls_short_in_year_8():
    """From the lines of Year 5: funding and prices grow 2.7%, pay 3%, and stipends stay."""
    p = project([named(first_version("us_elementary")).scenario])
    funding, cost, people, stipends = (
        p.cell(k, 5) for k in ("public_revenue", "recurring_cost", "personnel", "leader_pay_cost")
    )
    results = [
        funding * 1.027**k - (cost - people) * 1.027**k - (people - stipends) * 1.03**k - stipends
        for k in range(6)
    ]
    assert results[0] == pytest.approx(p.cell("structural_result", 5))
    assert [r < 0 for r in results] == [False, False, False, True, True, True]
    assert elementary().short == 8


def test_the_neighborhood_school_falls_short_in_year_7():
    found = horizons(Scenarios.of([named(first_version("chicago_neighborhood_k8")).scenario]))[0]
    assert after_year_5(found) == [say("horizon.short", year=7, last=10)]


# --- the next devices ---------------------------------------------------------------------------------------


def test_devices_due_in_year_6_are_named_and_their_even_cost_is_tested():
    """415 x $338 x 1.027^5 = $160,257. Evenly, 496 / 6 devices a year make Year 4 the first short one, though
    without a purchase it has $27,113 left over.
    """
    changes = {"refresh": "lumpy", "device_life_years": 6, "public_funding_growth": 0.023}
    found = elementary(**changes)
    assert found.next_devices == NextDevices(6, 415, pytest.approx(415 * 338 * 1.027**5))
    assert found.owned_left_out == 81
    assert after_year_5(found)[1:] == [
        say("horizon.devices", count=counted("415"), year=6, cost="$160,257"),
        say("horizon.owned", count=counted("81")),
    ]
    p = project([named(first_version("us_elementary")).scenario.changed(changes)])
    assert round(p.cell("structural_result", 4)) == 27_113
    assert p.cell("result_evenly", 4) == pytest.approx(27_112.71 - 496 / 6 * 338 * 1.027**3, abs=0.02)
    v = judge(p)
    assert (v.state, v.short.lasting) == (State.AT_RISK, 4)


def test_owned_devices_are_due_with_them_if_they_are_replaced():
    """496 x $338 x 1.027^5 = $191,536."""
    found = elementary(refresh="lumpy", device_life_years=6, standing_devices="used")
    assert found.next_devices == NextDevices(6, 496, pytest.approx(496 * 338 * 1.027**5))
    assert found.owned_left_out == 0


def test_the_next_devices_by_life():
    """100 devices of $300, price up 2% a year. A life of 4 years: Year 8. Of 7: Year 7. Of 15: Year 15."""
    fleet = {"devices_per_pupil": 1, "device_unit_cost": 300, "inflation": 0.02, "refresh": "lumpy"}
    for life, year in ((4, 8), (7, 7), (15, 15)):
        found = after(**fleet, device_life_years=life).next_devices
        assert found == NextDevices(year, 100, pytest.approx(30_000 * 1.02 ** (year - 1)))


def test_growth_alone_is_not_the_next_purchase():
    """100, 110, 121, 133, 146, 161, 177 students, a life of 5 years: Year 6 adds 15, and Year 7 renews the 10
    of Year 2 and adds 16.
    """
    fleet = {"devices_per_pupil": 1, "device_unit_cost": 300, "refresh": "lumpy", "device_life_years": 5}
    assert after(**fleet, enrollment_growth=0.1).next_devices == NextDevices(7, 26, 7_800)


def test_a_part_each_year_is_no_purchase_to_name():
    assert elementary().next_devices is None
    assert elementary(refresh="set_aside").next_devices is not None


def test_plans_side_by_side_come_to_what_each_comes_to_alone():
    plans = [
        PLAIN.changed({"devices_per_pupil": 1, "device_unit_cost": 300, **changes})
        for changes in ({}, {"refresh": "lumpy"}, {"salary_growth": 0.1}, {"refresh": "set_aside"})
    ]
    assert horizons(Scenarios.of(plans)) == [horizons(Scenarios.of([plan]))[0] for plan in plans]


# --- no way to a goal ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("goal", ["sustainable", "class_size", "year5", "reserve"])
def test_a_change_of_timing_alone_is_no_way_to_a_goal(goal):
    """Staggered, the school of above is short from Year 4. Buying all at once moves the cost into Year 6."""
    plan = named(first_version("us_elementary")).scenario.changed(
        {"device_life_years": 6, "public_funding_growth": 0.023}
    )
    found = reach(plan, plan, GOALS[goal], Limits())
    assert "refresh" not in found.tables
    assert "device_life_years" in found.tables
