"""What extra pay carries, health insurance in dollars a position, and a gap at the pay of beginners."""

from __future__ import annotations

import pytest

from model.plan.scenario import Scenario
from model.results.plan_remarks import plan_remarks
from model.results.projection import project
from model.texts import say
from model.units import money
from tests.first_versions import first_version
from tests.worked.school import PLAIN, row

ELEMENTARY = Scenario.preset(first_version("us_elementary"))
INSURED = {"health_insurance": 5_000, "insurance_counted": "per_position", "health_insurance_growth": 0.1}
LEADERS = {"teacher_leaders": 2, "leader_supplement": 5_000, "stipend_benefit_rate": 0.02}


def line(scenario, key):
    return project([scenario]).row(key)[1:]


@pytest.mark.parametrize(
    ("extra", "pay", "costs"),
    [
        # $10,000 of extra pay. Full rate on a raise, 20% as on salaries; a stipend carries 2%.
        ("apart", "salary_waiver", 12_000),
        ("apart", "stipend", 10_200),
        # 10% pension and 2% payroll tax on both.
        ("pension_on_both", "salary_waiver", 11_200),
        ("pension_on_both", "stipend", 11_200),
        # Pension on the raise only.
        ("pension_on_raise", "salary_waiver", 11_200),
        ("pension_on_raise", "stipend", 10_200),
    ],
)
def test_what_extra_pay_carries(extra, pay, costs):
    """Without growth every year is alike."""
    plan = {"extra_pay_benefits": extra, "leader_pay": pay, "extra_pay_pension_rate": 0.1, **LEADERS}
    assert row("leader_supplements", **plan) == pytest.approx([costs] * 5)


def test_a_raise_on_the_same_footing_costs_only_its_growth_more():
    """Four at $6,000 with 24.85%: 29,964 in Year 1. In Year 5 29,964 x (1.03^4 - 1) = 3,761 more."""
    pay = {"extra_pay_benefits": "pension_on_both", "teacher_leaders": 4, "leader_supplement": 6_000}
    stipend, waiver = (
        line(ELEMENTARY.changed({**pay, "leader_pay": x}), "leader_supplements")
        for x in ("stipend", "salary_waiver")
    )
    assert stipend == pytest.approx([29_964] * 5)
    assert waiver[4] - stipend[4] == pytest.approx(3_760.75, abs=0.005)


def test_health_insurance_is_dollars_a_position():
    """Ten teachers at $50,000 with 20%, of which $5,000 are a tenth for health insurance. The same in Year 1:
    10 x (50,000 x 1.1 + 5,000) = 600,000. Then premiums rise by 10% and pay does not: 5,500 a position.
    """
    assert row("personnel", **INSURED)[:2] == pytest.approx([600_000, 605_000])


def test_a_raise_does_not_raise_premiums():
    """Pay up 4% in every year: 550,000 x 1.04 + 10 x 5,000, and not 600,000 x 1.04."""
    flat = {**INSURED, "health_insurance_growth": 0, "salary_growth": 0.04}
    assert row("personnel", **flat)[1] == pytest.approx(622_000)
    assert row("personnel", salary_growth=0.04)[1] == pytest.approx(624_000)


def test_everybody_is_insured_alike():
    """A clerk at $20,000 with the tenth that rises with pay, and the same $5,000: 27,000. Within the rate it
    would be 24,000.
    """
    clerk = {"clerk_positions": 1, "clerk_salary": 20_000}
    assert row("personnel", **INSURED, **clerk)[0] == pytest.approx(627_000)
    assert row("personnel", **clerk)[0] == pytest.approx(624_000)


@pytest.mark.parametrize(
    ("share", "insurance", "beginner"),
    [
        # A teacher costs 60,000. Half the pay and all of the 20%: 25,000 x 1.2.
        (0.5, 0, 30_000),
        # The same insurance for all: 60,000 less 25,000 x 1.1.
        (0.5, 5_000, 32_500),
        (1, 5_000, 60_000),
    ],
)
def test_a_gap_at_the_pay_of_beginners(share, insurance, beginner):
    """$4,900 a student is 110,000 short."""
    plan = {"base_rate_per_pupil": 4_900, "beginning_pay_share": share, "health_insurance": insurance}
    assert row("gap_in_beginning_teachers", **plan) == pytest.approx([110_000 / beginner] * 5)
    assert row("gap_in_teacher_positions", **plan) == pytest.approx([110_000 / 60_000] * 5)


def test_a_gap_of_one_teacher_is_one_and_a_half_beginners():
    """At 2% funding growth Year 5 is 120,745 short. A teacher costs 72,030 x 1.435 = 103,363 in Year 1, a
    beginner 35.5% of 72,030 less pay with 28.006% on it: 103,363 - 32,732 = 70,631. Both grow by 1.03^4.
    """
    plan = ELEMENTARY.changed(public_funding_growth=0.02)
    assert line(plan, "gap_in_teacher_positions")[4] == pytest.approx(1.0379, abs=1e-4)
    assert line(plan, "gap_in_beginning_teachers")[4] == pytest.approx(120_745 / (70_631 * 1.03**4), abs=1e-4)


def test_jobs_at_stake_at_the_pay_of_beginners():
    """A plan that is 110,000 short and has nothing that could be cut first."""
    plan = PLAIN.changed(base_rate_per_pupil=4_900)
    assert line(plan, "positions_at_risk") == pytest.approx([110_000 / 60_000] * 5)
    assert line(plan, "beginners_at_risk") == pytest.approx([110_000 / 30_000] * 5)


@pytest.mark.parametrize(
    "preset", list(map(first_version, ("us_elementary", "chicago_charter_k8", "us_high")))
)
def test_counted_in_dollars_the_first_year_of_average_teachers_stays(preset):
    """What is taken out of the rate comes back in dollars: one average teacher costs the same in Year 1."""
    plan = Scenario.preset(preset)
    apart = plan.changed(insurance_counted="per_position")
    assert line(apart, "teacher_position_cost")[0] == pytest.approx(line(plan, "teacher_position_cost")[0])


@pytest.mark.parametrize(("insurance", "is_told"), [(10_000, False), (10_001, True)])
def test_insurance_that_the_rate_does_not_hold_is_told(insurance, is_told):
    """20% of $50,000 are $10,000. A dollar more leaves less than nothing for pension and payroll tax."""
    plan = PLAIN.changed(insurance_counted="per_position", health_insurance=insurance)
    told = say("values.insurance_beyond_rate", insurance=money(insurance), rate="20.0%", salary="$50,000")
    assert (told in [r.text for r in plan_remarks(PLAIN, plan)]) is is_told
