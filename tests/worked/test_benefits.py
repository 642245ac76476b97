"""Benefits of two groups of staff, pension by year, and health insurance beside the rate: worked by hand.

The plain school has 10 teachers at $50,000 with 20% benefits: $600,000 a year.
"""

from __future__ import annotations

import numpy as np
import pytest

from model.evidence import UNCERTAIN
from model.plan.scenario import Scenario
from model.ranges.futures import futures
from model.results.projection import project
from tests.first_versions import FIRST, first_version
from tests.looped import looped
from tests.worked.school import PLAIN, row

# One of each other position at $20,000.
KINDS = ("principal", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support")
EVERYBODY = {
    **{f"{k}_positions": 1 for k in KINDS},
    **{f"{k}_salary": 20_000 for k in KINDS},
    "instructional_coaches": 1,
    "instructional_coach_salary": 20_000,
}
OWN = {"support_benefits": "own_rates", "support_benefit_rate": 0.5}
# The first years of California's tables for teachers, and the first and last rate for other staff.
TEACHERS = (0.171, 0.184, 0.181, 0.181, 0.181)
OTHERS = (0.197, 0.21, 0.23, 0.25, 0.261)
SCHEDULE = {"pension_counted": "by_year", "pension_rate": TEACHERS, "benefit_rate": 0.03}


def test_who_is_in_which_group():
    """Clerks, paraprofessionals and technology support cost 50% more than their pay: 30,000. All others
    24,000 with 20%, and teachers 600,000.
    """
    cost = {k: row(f"{k}_cost", **EVERYBODY, **OWN)[0] for k in (*KINDS, "instructional_coach", "teacher")}
    support = {"clerk", "paraprofessional", "it_support"}
    assert cost == pytest.approx(
        {"teacher": 600_000, **{k: 30_000 if k in support else 24_000 for k in cost if k != "teacher"}}
    )
    assert row("personnel", **EVERYBODY, **OWN) == pytest.approx([600_000 + 4 * 24_000 + 3 * 30_000] * 5)


@looped("preset", FIRST)
@looped("insurance", ["in_rate", "per_position", "beside_rate"])
def test_two_groups_alike_are_one_rate(preset, insurance):
    """To the cent in every line, with health insurance counted in each way, and pension beside the rate."""
    plan = Scenario.preset(preset).changed(insurance_counted=insurance, leader_pay="salary_waiver")
    for one in (plan, plan.changed(SCHEDULE)):
        rates = {
            "support_benefit_rate": one["benefit_rate"],
            "support_pension_rate": one["pension_rate"],
            "support_benefits": "own_rates",
        }
        p = project([one, one.changed(rates)])
        for line in ("personnel", "structural_result", "fund_balance", "gap_in_beginning_teachers"):
            assert p.row(line, 1) == pytest.approx(p.row(line, 0), abs=0.005), line


def test_a_published_schedule():
    """17.1%, 18.4% and 18.1% beside 3% payroll tax: 500,000 times 1.201, 1.214 and 1.211."""
    cost = [500_000 * x for x in (1.201, 1.214, 1.211, 1.211, 1.211)]
    assert row("teacher_cost", **SCHEDULE) == pytest.approx(cost)


def test_a_schedule_for_each_group():
    """A clerk at $20,000 with 19.7% to 26.1% and 5% besides; teachers as before."""
    clerk = {"clerk_positions": 1, "clerk_salary": 20_000}
    own = {"support_benefits": "own_rates", "support_benefit_rate": 0.05, "support_pension_rate": OTHERS}
    cost = [20_000 * (1.05 + x) for x in OTHERS]
    assert row("clerk_cost", **SCHEDULE, **clerk, **own) == pytest.approx(cost)
    assert row("teacher_cost", **SCHEDULE, **clerk, **own) == row("teacher_cost", **SCHEDULE)
    # Without rates of their own everybody follows the one schedule.
    assert row("clerk_cost", **SCHEDULE, **clerk) == pytest.approx([20_000 * (1.03 + x) for x in TEACHERS])


def test_a_schedule_and_a_premium_and_raises():
    """Three parts of one plan: 3% of tax, pension by year, and $8,000 a position that grows by 5%. Pay grows
    by 2%. Year 3: 10 x (50,000 x 1.02^2 x 1.211 + 8,000 x 1.05^2) = 629,962.2 + 88,200.
    """
    plan = {
        **SCHEDULE,
        "insurance_counted": "beside_rate",
        "health_insurance": 8_000,
        "health_insurance_growth": 0.05,
        "salary_growth": 0.02,
    }
    assert row("personnel", **plan)[0] == pytest.approx(600_500 + 80_000)
    assert row("teacher_cost", **plan)[2] == pytest.approx(629_962.2)
    assert row("health_insurance_cost", **plan)[2] == pytest.approx(88_200)
    assert row("personnel", **plan)[2] == pytest.approx(718_162.2)


def test_premiums_that_do_not_grow():
    """$8,000 in every year, while pay grows: 10 x 8,000."""
    plan = {"insurance_counted": "beside_rate", "health_insurance": 8_000, "salary_growth": 0.04}
    assert row("health_insurance_cost", **plan, health_insurance_growth=0) == [80_000] * 5
    # The same with five premiums of a contract, whatever growth stands beside them.
    typed = {
        "health_insurance": (8_000, 8_000, 9_000, 9_000, 7_500),
        "health_insurance_each_year": "as_typed",
    }
    found = row("health_insurance_cost", **{**plan, **typed}, health_insurance_growth=0.2)
    assert found == [80_000, 80_000, 90_000, 90_000, 75_000]


def test_beside_the_rate_nothing_is_taken_out_of_it():
    """20% of 50,000 stay on pay, and 5,000 a position come on top: 10 x (60,000 + 5,000). In dollars out of
    the rate it is 10 x (55,000 + 5,000).
    """
    plan = {"health_insurance": 5_000, "health_insurance_growth": 0}
    assert row("personnel", **plan, insurance_counted="beside_rate") == pytest.approx([650_000] * 5)
    assert row("personnel", **plan, insurance_counted="per_position") == pytest.approx([600_000] * 5)


def test_insurance_comes_out_of_both_rates_at_teacher_pay():
    """$5,000 are a tenth of $50,000, so support staff's 50% leave 40% on pay, and $5,000 come back."""
    clerk = {"clerk_positions": 1, "clerk_salary": 20_000, "health_insurance": 5_000}
    plan = {**clerk, **OWN, "insurance_counted": "per_position", "health_insurance_growth": 0}
    assert row("clerk_cost", **plan) == pytest.approx([28_000] * 5)
    assert row("health_insurance_cost", **plan) == pytest.approx([55_000] * 5)


def test_extra_pay_carries_what_it_carried():
    """A raise carries the rate with the pension of its year and no premium; a stipend its payroll tax."""
    leaders = {"teacher_leaders": 2, "leader_supplement": 5_000, "stipend_benefit_rate": 0.02}
    premium = {"insurance_counted": "beside_rate", "health_insurance": 8_000}
    raise_ = row("leader_supplements", **SCHEDULE, **leaders, **premium, leader_pay="salary_waiver")
    assert raise_ == pytest.approx([10_000 * (1.03 + x) for x in TEACHERS])
    assert row("leader_supplements", **SCHEDULE, **leaders, **premium) == pytest.approx([10_200] * 5)
    apart = {"extra_pay_benefits": "pension_on_both", "extra_pay_pension_rate": TEACHERS}
    assert row("leader_supplements", **SCHEDULE, **leaders, **apart) == pytest.approx(
        [10_000 * (1.02 + x) for x in TEACHERS]
    )


def test_a_beginner_costs_the_same_premium():
    """Half of $50,000 with 3% and the pension of the year, and all of the $8,000 that grow by 10%."""
    plan = {
        **SCHEDULE,
        "insurance_counted": "beside_rate",
        "health_insurance": 8_000,
        "health_insurance_growth": 0.1,
    }
    cost = [25_000 * (1.03 + x) + 8_000 * 1.1**t for t, x in enumerate(TEACHERS)]
    assert row("beginner_position_cost", **plan) == pytest.approx(cost)


def test_a_rate_of_nothing():
    """No benefits at all for support staff, and pension of 100% of pay for all others."""
    clerk = {"clerk_positions": 1, "clerk_salary": 20_000}
    none = {"support_benefits": "own_rates", "support_benefit_rate": 0, "support_pension_rate": 0}
    plan = {**clerk, **none, "pension_counted": "by_year", "pension_rate": 1, "benefit_rate": 0}
    assert row("clerk_cost", **plan) == [20_000] * 5
    assert row("teacher_cost", **plan) == [1_000_000] * 5


def test_what_is_not_asked_for_moves_nothing():
    """Rates of support staff and pensions without the choice that uses them."""
    still = {"support_benefit_rate": 0.9, "pension_rate": 0.3, "support_pension_rate": 0.3}
    assert project([PLAIN.changed(still)]).row("personnel") == project([PLAIN]).row("personnel")


def test_the_same_benefits_in_parts_miss_by_as_much():
    """One miss of the rate for all parts: 43.5% as one rate, or as 10% for tax, 21.5% pension and 12% of pay
    in premiums, cost the same in every future while pay and premiums stand still.
    """
    still = {"salary_growth": 0, "health_insurance_growth": 0, "teacher_leaders": 0, "positions_filled": 1}
    teachers = {f"{k}_positions": 0 for k in KINDS} | {f"pupils_per_{k}": 0 for k in KINDS}
    one = Scenario.preset(first_version("us_elementary")).changed({**still, **teachers})
    parts = one.changed(
        benefit_rate=0.1,
        pension_counted="by_year",
        pension_rate=0.215,
        insurance_counted="beside_rate",
        health_insurance=0.12 * 72_030,
    )
    only_benefits = [k for k in UNCERTAIN if k != "benefits"]
    found = [project(futures(x, only_benefits), only=["personnel"])["personnel"] for x in (one, parts)]
    assert np.ptp(found[0][:, 1]) > 100_000
    assert found[1][:, 1:] == pytest.approx(np.broadcast_to(found[0][:, 1:], found[1][:, 1:].shape))
