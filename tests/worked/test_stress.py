"""Shocks, the twin and positions at risk, worked by hand on the tight school."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.evidence import STRESS
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.stress import TEACHERS, board, shocked, twin
from model.stress.board import AtStake
from tests.first_versions import first_version
from tests.worked.tight_school import NOTHING, TIGHT, line, shock
from tools.saying import says

# --- shocks -------------------------------------------------------------------------------------------------


def test_a_cut_of_three_and_a_half_per_cent():
    """Year 2 of the average school: 450 x $11,600 x 1.027 = $5,360,940; 3.5% of it are $187,632.90. What is
    lost in later years follows the record: test_money_comes_back.py.
    """
    plan = Scenario.preset(first_version("us_elementary"))
    cut = replace(STRESS["midyear_cut"], comes_back="at_once", record=(), record_share=0.0)
    hit = shocked(plan, cut)
    recorded = shocked(plan, STRESS["midyear_cut"])
    assert line(recorded, "structural_result")[:2] == line(hit, "structural_result")[:2]
    lost = [
        a - b for a, b in zip(line(plan, "structural_result"), line(hit, "structural_result"), strict=True)
    ]
    assert lost == pytest.approx([0, 187_632.90, 0, 0, 0])
    assert hit["cut_rate"] == (0, 0.035, 0, 0, 0)


def test_that_cut_takes_no_position():
    """$24,348 of stipends (4 x $6,000 x 1.0145); in prices of Year 2, x 1.027: $45,000 of PD (30 x $1,500),
    $41,912 of refresh (496 / 4 x $338), $31,500 of licenses (450 x $70), $173,790 of supplies (a fifth of 450
    x $1,931). In all $324,439.45, more than the $119,021 that Year 2 is short: $68,611 were left before the
    cut of $187,633.
    """
    row = board(Scenario.preset(first_version("us_elementary"))).row("midyear_cut")
    assert pytest.approx(324_439.454) == 24_348 + 1.027 * (45_000 + 41_912 + 31_500 + 173_790)
    assert row.plan.flexible == pytest.approx(324_439.454)
    assert row.plan.flexible_share == pytest.approx(324_439.454 / (5_360_940 * 0.965))
    assert row.plan.results[2] == pytest.approx(68_611.4525 - 187_632.90, abs=0.01)
    assert (row.plan.at_risk, row.plan.first_bad) == (AtStake(0, 0, None), 2)
    # Year 3: $252,935 were planned; $187,633 of Year 2 and $257,380 of Year 3 are more than that.
    assert row.plan.verdict.first_negative == 3


def test_a_cut_on_a_cut_takes_its_share_of_what_is_left():
    """10% in Years 2 and 3, and 10% more in Year 2: 1 - 0.9 x 0.9 = 19%."""
    plan = TIGHT.changed(cut_rate=0.1, cut_first_year=2, cut_years=2)
    hit = shocked(plan, shock(cut_rate=0.1, cut_years=1))
    assert hit["cut_rate"] == pytest.approx((0, 0.19, 0.1, 0, 0))
    assert line(hit, "public_revenue") == pytest.approx([1_000_000, 810_000, 900_000, 1_000_000, 1_000_000])


def test_a_cut_that_goes_beyond_the_fifth_year_ends_there():
    assert shocked(TIGHT, shock(first_year=5, cut_rate=0.1, cut_years=3))["cut_rate"] == (0, 0, 0, 0, 0.1)


def test_what_comes_once_is_added_in_one_year():
    """$40 more for each of a hundred students in Year 2: $4,000, and nothing before or after. From the start:
    $5,000 more of one-time cost, which is felt in Year 1 for the board.
    """
    dear = shock(once=(("nonpersonnel_per_pupil", 40.0),))
    hit = shocked(TIGHT, dear)
    assert hit["nonpersonnel_per_pupil"] == (3_630, 3_670, 3_630, 3_630, 3_630)
    assert line(hit, "structural_result") == pytest.approx([0, -4_000, 0, 0, 0])
    assert list(dear.years) == [2]
    opening = shock(first_year=0, once=(("startup_other", 5_000.0),))
    assert shocked(TIGHT, opening).values == TIGHT.changed(startup_other=5_000).values
    assert list(opening.years) == [1]


def test_what_comes_once_adds_to_what_the_shock_does_besides():
    """Gifts fall by half from Year 2, and $1,000 more comes in Year 2: $5,000 + $1,000."""
    plan = TIGHT.changed(sustaining_grant=10_000, sustaining_grant_years=5)
    hit = shocked(plan, shock(private_revenue_change=-0.5, once=(("sustaining_grant", 1_000.0),)))
    assert hit["sustaining_grant"] == (10_000, 6_000, 5_000, 5_000, 5_000)


def test_lost_pupils_stay_away_and_the_plans_own_path_goes_on():
    """10% fewer each year are 100, 90, 81, 72.9, 65.61; 4% fewer from Year 2 on 86.4, 77.76, 69.98, 62.99:
    86, 78, 70, 63 students.
    """
    hit = shocked(TIGHT.changed(enrollment_growth=-0.1), STRESS["enrollment_shock"])
    assert line(hit, "enrollment") == [100, 86, 78, 70, 63]
    path = TIGHT.changed(enrollment_year1=(100.0, 110.0, 120.0, 130.0, 140.0))
    assert line(shocked(path, shock(enrollment_change=-0.5)), "enrollment") == [100, 55, 60, 65, 70]


def test_a_shock_from_before_the_start_hits_every_year():
    hit = shocked(TIGHT.changed(startup_grants=100_000), STRESS["too_hopeful_plan"])
    assert line(hit, "enrollment") == [86] * 5
    assert hit["startup_grants_received"] == pytest.approx(0.7)
    assert project([hit]).cell("startup_grant_revenue", 0) == pytest.approx(70_000)


def test_pay_grows_by_two_points_more_from_its_year_on():
    """Flat pay becomes 1, 1.02, 1.02^2, ...; five rates of the plan each get two points."""
    hit = shocked(TIGHT, STRESS["pay_two_points"])
    assert hit["salary_growth"] == (0, 0.02, 0.02, 0.02, 0.02)
    assert line(hit, "teacher_cost") == pytest.approx([600_000 * 1.02**t for t in range(5)])
    five = TIGHT.changed(salary_growth=(0.0, 0.01, 0.02, 0.03, 0.04))
    assert shocked(five, STRESS["pay_two_points"])["salary_growth"] == pytest.approx(
        (0, 0.03, 0.04, 0.05, 0.06)
    )


def test_a_grant_ends_a_year_early():
    """$50,000 in Years 1 to 3 become $50,000 in Years 1 and 2; where there is none, nothing ends."""
    plan = TIGHT.changed(sustaining_grant=50_000, sustaining_grant_years=3)
    assert line(shocked(plan, STRESS["grant_ends_early"]), "grant_revenue") == [50_000, 50_000, 0, 0, 0]
    for without in (TIGHT, TIGHT.changed(sustaining_grant=50_000), TIGHT.changed(sustaining_grant_years=2)):
        assert shocked(without, STRESS["grant_ends_early"]) == without


def test_gifts_fall_short():
    """30% less at the start and in every year of the grant; from Year 3 on only the grant, and only from then
    on.
    """
    plan = TIGHT.changed(startup_grants=100_000, sustaining_grant=50_000, sustaining_grant_years=5)
    hit = project([shocked(plan, STRESS["private_money_short"])]).row("grant_revenue")
    assert hit == pytest.approx([70_000, *[35_000] * 5])
    late = project([shocked(plan, shock(first_year=3, private_revenue_change=-0.3))]).row("grant_revenue")
    assert late == pytest.approx([100_000, 50_000, 50_000, 35_000, 35_000, 35_000])


def test_a_shock_of_nothing_changes_nothing():
    assert shocked(TIGHT, NOTHING) == TIGHT


def test_what_cannot_be_is_said_and_not_clamped():
    """11 students less 14% are 9.46; the model begins at 10."""
    with pytest.raises(ScenarioError, match=says("values.outside", given="9.46", low="10", high="5000")):
        shocked(TIGHT.changed(enrollment_year1=11), STRESS["enrollment_short"])


def test_pupils_who_never_come_leave_the_plans_growth_as_it_is():
    """14% fewer from Year 1 on, 10% more each year: 86, 94.6, 104.06, 114.466, 125.9126; whole students."""
    hit = shocked(TIGHT.changed(enrollment_growth=0.1), STRESS["enrollment_short"])
    assert (hit["enrollment_year1"], hit["enrollment_growth"]) == (86, 0.1)
    assert line(hit, "enrollment") == [86, 95, 104, 114, 126]


# --- the twin -----------------------------------------------------------------------------------------------


def test_the_twin_spends_the_same_without_the_model():
    """No leaders; PD of $250 for ten teachers is $2,500, licenses $10 x 100 = $1,000, the 20 devices that
    were there 20 / 4 x $400 = $2,000. So of $37,000 there are $31,500 for supplies: $315 a student on top of
    $3,630.
    """
    other = twin(TIGHT)
    assert other["nonpersonnel_per_pupil"] == pytest.approx(3_945)
    assert line(other, "recurring_cost") == pytest.approx([1_000_000] * 5)
    p = project([other])
    assert [p.cell(k, 1) for k in ("pd", "flexible_licenses", "flexible_refresh", "leader_pay_cost")] == [
        2_500,
        1_000,
        2_000,
        0,
    ]
    assert p.cell("devices", 1) == 20
    assert p.row("one_time_cost") == [0] * 6
    assert p.cell("grant_revenue", 0) == 0


def test_the_twin_has_at_most_what_the_plan_has():
    """A plan with less than a traditional school keeps its own: no PD stays no PD."""
    bare = twin(TIGHT.changed(recurring_pd_per_teacher=0, software_per_pupil=5, devices_per_pupil=0))
    assert (bare["recurring_pd_per_teacher"], bare["software_per_pupil"], bare["devices_per_pupil"]) == (
        0,
        5,
        0,
    )


def test_the_twin_without_a_single_device():
    assert twin(TIGHT.changed(existing_devices_per_pupil=0))["devices_per_pupil"] == 0


def test_the_twin_with_more_teachers():
    """$31,500 pay for half a teacher at $30,000 with $125 of PD; $1,375 are left for supplies, $13.75 a
    student.
    """
    other = twin(TIGHT, TEACHERS)
    assert line(other, "teachers") == [10.5] * 5
    assert other["nonpersonnel_per_pupil"] == pytest.approx(3_643.75)
    assert line(other, "recurring_cost") == pytest.approx([1_000_000] * 5)


def test_a_twin_that_cannot_be_says_why():
    """A hundred leaders at $100,000 for twelve students are more than supplies can hold."""
    dear = TIGHT.changed(teacher_leaders=100, leader_supplement=100_000, enrollment_year1=12)
    with pytest.raises(
        ScenarioError,
        match=says("events.without_program_refused").pattern,
    ):
        twin(dear)
    found = board(dear)
    assert found.twin is None
    assert all(r.twin is None and r.plan is not None and len(r.problems) == 1 for r in found.rows)


# --- positions at risk --------------------------------------------------------------------------------------


def test_positions_at_risk():
    """Under a cut of 10% $100,000 are missing in Years 2 and 3. The plan can stop $12,000 + $5,000 + $10,000
    + $10,000 and a fifth of $363,000, in all $109,600: no position. The twin can stop $2,500 + $1,000 +
    $2,000 and a fifth of $394,500, in all $84,400; the other $15,600 are 0.26 of a position at $60,000.
    """
    row = board(TIGHT).row("severe_cut")
    assert row.plan.flexible == pytest.approx(109_600)
    assert row.plan.flexible_share == pytest.approx(109_600 / 900_000)
    assert row.plan.at_risk == AtStake(0, 0, None)
    assert row.twin.flexible == pytest.approx(84_400)
    assert (row.twin.at_risk.positions, row.twin.at_risk.year) == (pytest.approx(0.26), 2)


def test_what_a_position_costs_is_its_price_in_that_year():
    """With pay 2% up a year the teachers of Year 5 cost $649,459, $49,459 above; nothing can go but a fifth
    of $400,000 less 37,000. With no supplies that can wait, $37,000 of the model go first and $12,459 are
    left, at $64,946 a position.
    """
    row = board(TIGHT.changed(flexible_nonpersonnel_share=0)).row("pay_two_points")
    load = 1.02**4
    assert row.plan.at_risk.positions == pytest.approx((600_000 * (load - 1) - 37_000) / (60_000 * load))
    assert row.plan.at_risk.year == 5


def test_a_years_grant_counts_and_the_balance_does_not():
    """$60,000 of grant leave $40,000 of the missing $100,000; a million in the bank leaves all of it."""
    helped = TIGHT.changed(sustaining_grant=60_000, sustaining_grant_years=5, flexible_nonpersonnel_share=0)
    assert line(shocked(helped, STRESS["severe_cut"]), "year_shortfall") == pytest.approx(
        [0, 40_000, 40_000, 0, 0]
    )
    rich = TIGHT.changed(opening_fund_balance=1_000_000, flexible_nonpersonnel_share=0)
    assert line(shocked(rich, STRESS["severe_cut"]), "positions_at_risk")[1] == pytest.approx(63_000 / 60_000)


def test_a_salary_waiver_is_no_stipend():
    """Paid by a raise, the leaders' $14,400 (2 x $6,000 with 20% benefits) cannot stop."""
    assert line(TIGHT, "flexible_stipends") == [12_000] * 5
    assert line(TIGHT.changed(leader_pay="salary_waiver"), "flexible_stipends") == [0] * 5


def test_devices_for_more_pupils_cannot_wait():
    """100 students and then 120: twenty devices more in Year 2 are bought, and only the refresh of a quarter
    of 120 can wait.
    """
    grown = TIGHT.changed(enrollment_year1=(100.0, 120.0, 120.0, 120.0, 120.0))
    assert line(grown, "device_cost")[1] == 50 * 400
    assert line(grown, "flexible_refresh")[1] == 30 * 400


def test_a_board_without_the_twin_says_the_same_of_the_plan():
    """For a page that shows no twin; whether the plan has a program is known all the same."""
    plan = Scenario.preset("us_elementary").changed({"enrollment_year1": 395.0})
    both, alone = board(plan), board(plan, with_twin=False)
    assert [(r.plan, r.is_hit) for r in alone.rows] == [(r.plan, r.is_hit) for r in both.rows]
    assert {r.twin for r in alone.rows} == {None}
    assert any(r.twin for r in both.rows)
