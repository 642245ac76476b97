"""Jobs at stake if the program stays, may be cut too, or ends, by hand: a costlier program that does nothing
is no more resilient.
"""

from __future__ import annotations

import pytest

from model.evidence import STRESS
from model.plan.scenario import Scenario
from model.stress import board, shocked
from model.stress.board import AtStake
from tests.first_versions import first_version
from tests.worked.tight_school import TIGHT, line

ELEMENTARY, HIGH = Scenario.preset(first_version("us_elementary")), Scenario.preset(first_version("us_high"))
PRICES = 1.027**2  # of Year 3
POSITION = 72_030 * 1.435 * 1.03**2  # a teacher with benefits in Year 3


def severe(plan: Scenario):
    """The row of the severe cut: a tenth of public funding in Years 2 and 3, the worse of which is Year 3."""
    return board(plan).row("severe_cut")


def test_costlier_pd_and_licenses_are_no_resilience():
    """Year 3 loses $550,568.54 of 450 x $11,600 x 1.027^2 and had $58,396 left over: $492,172 short. PD of
    $6,000 for $1,200 is 30 x $4,800, licenses of $200 for $70 are 450 x $130: $202,500 more in prices of
    Year 1.

    If the program stays, a fifth of supplies can go, of 450 x $1,931. The other school spends on supplies
    besides: PD of 30 x $5,900 (6,000 + 2 x 150 less 250 + 150), licenses of 450 x $190, 415 fewer devices
    (496 and 81) at $338 / 4, repairs of 12% at $90, and stipends of 4 x $6,000 x 1.0145, which do not grow.
    It can stop a fifth of those, its PD of 30 x $400, licenses of 450 x $10 and 81 devices at $338 / 4.
    """
    dear = ELEMENTARY.changed(recurring_pd_per_teacher=6_000, software_per_pupil=200)
    short = 492_172.16 + 202_500 * PRICES
    supplies = 868_950 * PRICES
    kept = short - supplies / 5
    absorbed = (177_000 + 85_500 + 415 * 338 / 4 + 415 * 0.12 * 90) * PRICES + 24_348
    other = short - (supplies + absorbed) / 5 - (12_000 + 4_500 + 81 * 338 / 4) * PRICES
    row = severe(dear)
    assert row.plan.kept.positions == pytest.approx(kept / POSITION, abs=1e-4)
    assert row.plan.kept.positions == pytest.approx(4.7644, abs=1e-4)
    assert row.twin.at_risk.positions == pytest.approx(other / POSITION, abs=1e-4)
    assert row.twin.at_risk.positions == pytest.approx(3.9144, abs=1e-4)
    # Where it may be cut too, all of the program's money goes and a fifth of the other school's.
    assert row.plan.at_risk.positions == pytest.approx(1.4557, abs=1e-4)
    usual = severe(ELEMENTARY)
    assert usual.plan.kept.positions == pytest.approx((492_172.16 - supplies / 5) / POSITION, abs=1e-4)
    assert usual.plan.kept.positions < row.plan.kept.positions


def test_costlier_licenses_are_no_resilience():
    """The high school loses a tenth of $10,668,584 and had $115,599 left over: $951,259 short in Year 3.
    Licenses of $300 for $70 are 850 x $230 more. A fifth of 850 x $2,480 can go if the program stays.

    The other school spends on supplies besides: PD of 56.5 x $1,100, licenses of 850 x $290, 783 fewer
    devices (936 and 153), their repairs, and stipends of 6 x $6,000 x 1.0145. It can stop a fifth of those,
    its PD of 56.5 x $400, licenses of 850 x $10 and 153 devices at $338 / 4.
    """
    row = severe(HIGH.changed(software_per_pupil=300))
    short = 951_259.05 + 850 * 230 * PRICES
    supplies = 850 * 2_480 * PRICES
    absorbed = (56.5 * 1_100 + 850 * 290 + 783 * 338 / 4 + 783 * 0.12 * 90) * PRICES + 36_522
    own = (56.5 * 400 + 850 * 10 + 153 * 338 / 4) * PRICES
    assert row.plan.kept.positions == pytest.approx((short - supplies / 5) / POSITION, abs=1e-4)
    assert row.plan.kept.positions == pytest.approx(6.5001, abs=1e-4)
    twin = (short - (supplies + absorbed) / 5 - own) / POSITION
    assert row.twin.at_risk.positions == pytest.approx(twin, abs=1e-4)
    assert row.twin.at_risk.positions == pytest.approx(5.2727, abs=1e-4)
    assert row.plan.at_risk.positions == pytest.approx(2.1385, abs=1e-4)


def test_more_teacher_leaders_are_no_resilience():
    """Seven leaders for two are $30,000 more: $130,000 short in Year 2. If the program stays, a fifth of
    $363,000 can go: $57,400 are left, 0.957 of a position at $60,000. The other school can stop $5,500 and a
    fifth of $424,500: $39,600 are left, 0.66. If the program may be cut too, $67,000 and $72,600 cover all.
    """
    row = severe(TIGHT.changed(teacher_leaders=7))
    assert row.plan.kept.positions == pytest.approx(57_400 / 60_000)
    assert row.plan.kept.beginners == pytest.approx(57_400 / 30_000)
    assert row.plan.kept.year == 2
    assert row.twin.at_risk.positions == pytest.approx(39_600 / 60_000)
    assert row.plan.at_risk == AtStake(0, 0, None)
    # With two leaders (100,000 - 72,600) / 60,000.
    assert severe(TIGHT).plan.kept.positions == pytest.approx(27_400 / 60_000)


def test_a_program_that_ends_saves_raises_repairs_and_devices_for_more_students():
    """Raises of 2 x $6,000 with 20% benefits cannot pause: $14,400. Repairs of 100 devices x 10% x $50 cannot
    either: $500. PD of $5,000, licenses of $10,000, and a quarter of 100 devices at $400 can. Without
    supplies that can wait, $102,900 (with what the raises and repairs add) less those $25,000 are at stake;
    if the program ends, $14,900 less.
    """
    plan = TIGHT.changed(
        leader_pay="salary_waiver", breakage_rate=0.1, repair_cost=50, flexible_nonpersonnel_share=0
    )
    hit = shocked(plan, STRESS["severe_cut"])
    assert line(hit, "year_shortfall")[1] == pytest.approx(102_900)
    assert line(hit, "program_spending") == pytest.approx([14_400 + 500 + 25_000] * 5)
    assert line(hit, "positions_at_risk_kept")[1] == pytest.approx(102_900 / 60_000)
    assert line(hit, "positions_at_risk")[1] == pytest.approx(77_900 / 60_000)
    assert line(hit, "positions_at_risk_dropped")[1] == pytest.approx(63_000 / 60_000)


def test_devices_for_more_students_end_with_the_program():
    """100 students and then 120: 20 devices more in Year 2 and the refresh of 30, at $400."""
    grown = TIGHT.changed(enrollment_year1=(100.0, 120.0, 120.0, 120.0, 120.0))
    spent = line(grown, "program_spending")
    assert spent[1] == pytest.approx(12_000 + 12 * 500 + 120 * 100 + 50 * 400)


def test_people_who_stand_in_for_leaders_are_staff():
    """A quarter of two leaders' week is half a position; the money of the program does not hold it."""
    assert line(TIGHT.changed(leader_release_share=0.25), "program_spending") == pytest.approx([37_000] * 5)


def test_a_school_without_a_program_has_nothing_to_keep():
    """PD of $250, licenses of $10 and the devices that were there: the same school as its own twin."""
    bare = TIGHT.changed(
        teacher_leaders=0, recurring_pd_per_teacher=250, software_per_pupil=10, devices_per_pupil=0.2
    )
    row = severe(bare)
    assert row.plan.kept is None
    assert row.plan.at_risk == row.twin.at_risk
    assert severe(TIGHT).twin.kept is None
