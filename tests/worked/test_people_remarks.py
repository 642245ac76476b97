"""What a plan is told of pay and benefits: what counts twice, and what cannot be so."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.plan.scenario import Scenario, setting_name
from model.plan.typed_values import said_of
from model.results.people_remarks import people_remarks
from model.results.plan_remarks import how_many, plan_remarks
from model.results.projection import project
from model.texts import say
from model.units import money, percent, year_name
from tests.first_versions import first_version
from tests.worked.school import PLAIN

ELEMENTARY = Scenario.preset(first_version("us_elementary"))
MOVES = {"pay_moves": "by_turnover", "step_raise": 0, "beginning_pay_share": 0.5}


def test_a_rate_that_still_holds_pension_is_told():
    """43.5% as before, and 21.9% pension beside it. One press takes it out: 21.6%."""
    now = ELEMENTARY.changed(pension_counted="by_year")
    (told,) = people_remarks(ELEMENTARY, now)
    assert told.text == say(
        "values.still_in_rate",
        setting=setting_name(LEVERS["benefit_rate"]),
        rate="43.5%",
        parts=say("values.pension_beside"),
        count=1,
    )
    assert told.offers == {"benefit_rate": 0.216}
    assert not people_remarks(ELEMENTARY, now.changed(told.offers))
    assert told in plan_remarks(ELEMENTARY, now)
    assert how_many(ELEMENTARY, now, ()) >= 1


def test_a_rate_that_still_holds_both_is_told():
    """Less 11,160 of 72,030, 15.49%, and less 17.1% of Year 1: 10.91%. Each group's rate by itself."""
    schedule = {"pension_counted": "by_year", "pension_rate": (0.171, 0.184, 0.181, 0.181, 0.181)}
    now = ELEMENTARY.changed(
        {**schedule, "insurance_counted": "beside_rate", "support_benefits": "own_rates"}
    )
    first, second = people_remarks(ELEMENTARY, now)
    assert first.offers == {"benefit_rate": 0.1091}
    assert second.offers == {"support_benefit_rate": 0.0611}  # 43.5% - 21.9% - 15.49%
    # A rate that was typed anew is taken as it is.
    assert not people_remarks(ELEMENTARY, now.changed(benefit_rate=0.09, support_benefit_rate=0.05))


def test_a_rate_that_cannot_hold_it_gets_no_press():
    """20% of the plain school cannot hold a pension of 21.9%."""
    (told,) = people_remarks(PLAIN, PLAIN.changed(pension_counted="by_year"))
    assert (told.lever, dict(told.offers)) == ("benefit_rate", {})


def test_a_plan_that_began_so_is_not_asked():
    began = ELEMENTARY.changed(pension_counted="by_year")
    assert people_remarks(began, began.changed(pension_rate=0.2)) == []


# Four leaders with extra pay that carries pension, as the newest presets have them; 23.4% unless said.
LED = ELEMENTARY.changed(extra_pay_benefits="pension_on_both")
SCHEDULE = (0.15, 0.16, 0.17, 0.18, 0.19)


def of_extra_pay(start, now):
    return [r for r in people_remarks(start, now) if r.lever == "extra_pay_pension_rate"]


@pytest.mark.parametrize(
    ("pension", "said"), [(0.15, "15.0%"), (SCHEDULE, said_of(LEVERS["pension_rate"], SCHEDULE))]
)
@pytest.mark.parametrize("start", [LED, LED.changed(pension_counted="by_year")])
def test_pension_of_extra_pay_that_is_as_it_was_is_told(start, pension, said):
    """15% of all other pay and still 23.4% of extra pay. One press makes them the same."""
    now = start.changed(pension_counted="by_year", pension_rate=pension)
    (told,) = of_extra_pay(start, now)
    setting = setting_name(LEVERS["extra_pay_pension_rate"])
    assert told.text == say("values.pension_of_extra_pay", setting=setting, rate="23.4%", pension=said)
    assert told.offers == {"extra_pay_pension_rate": pension}
    assert not of_extra_pay(start, now.changed(told.offers))
    assert told in plan_remarks(start, now)
    assert how_many(start, now, ()) >= len(people_remarks(start, now))


def test_what_a_leader_costs_with_the_plans_own_pension():
    """$6,000 with payroll tax of 1.45% and 23.4% of pension are $7,491, and with 15% $6,987."""
    now = LED.changed(
        pension_counted="by_year", pension_rate=0.15, leader_supplement=6_000, teacher_leaders=1
    )
    (told,) = of_extra_pay(LED, now)
    costs = [project([x]).cell("leader_pay_cost", 5) for x in (now, now.changed(told.offers))]
    assert costs == pytest.approx([7_491, 6_987])


@pytest.mark.parametrize(
    "changes",
    [
        {"extra_pay_pension_rate": 0.1},  # typed, so it is meant
        {"pension_rate": 0.234},
        {"pension_rate": (0.234,) * 5},
        {"extra_pay_benefits": "apart"},  # a stipend carries none
        {"extra_pay_benefits": "pension_on_raise"},
        {"teacher_leaders": 0},
        {"leader_supplement": 0},
        {"pension_counted": "in_rate"},
    ],
)
def test_pension_of_extra_pay_that_is_meant_or_not_there_is_not_told(changes):
    now = LED.changed({"pension_counted": "by_year", "pension_rate": 0.15, **changes})
    assert of_extra_pay(LED, now) == []


def test_a_raise_may_carry_it_alone():
    raised = LED.changed(leader_pay="salary_waiver", extra_pay_benefits="pension_on_raise")
    assert of_extra_pay(raised, raised.changed(pension_counted="by_year", pension_rate=0.15))


def test_insurance_that_the_rate_of_support_staff_does_not_hold_is_told():
    """$10,000 of $50,000 are 20%, and support staff has 15%."""
    plan = PLAIN.changed(
        insurance_counted="per_position",
        health_insurance=10_000,
        support_benefits="own_rates",
        support_benefit_rate=0.15,
    )
    (told,) = people_remarks(PLAIN, plan)
    values = {"insurance": money(10_000), "rate": "15.0%", "salary": "$50,000"}
    assert told.text == say("values.insurance_beyond_support", **values)
    assert not people_remarks(PLAIN, plan.changed(support_benefits="same_rates"))


@pytest.mark.parametrize(
    ("turnover", "pay", "year"),
    [
        ((0, 0.5, 0.6, 0, 0), 2.0, 3),  # 0.5 x 2 is all there is, 0.6 x 2 more
        ((1.0, 0.0, 0.0, 1.0, 0.0), 1.2, 4),  # all of them earn the average; Year 1 is not used
    ],
)
def test_leavers_with_more_pay_than_there_is_are_told(turnover, pay, year):
    plan = PLAIN.changed({**MOVES, "teacher_turnover": turnover, "leavers_pay_share": pay})
    (told,) = people_remarks(PLAIN, plan)
    said = {"leave": percent(turnover[year - 1]), "pay": percent(pay), "year": year_name(year)}
    assert told.text == say("values.leavers_beyond_pay", **said)


def test_an_average_below_beginners_is_told():
    """A third leave with twice the average: 1/3 + 1/6 is half in Year 2, then 1/6 + 1/6: below half."""
    plan = PLAIN.changed({**MOVES, "teacher_turnover": 1 / 3, "leavers_pay_share": 2})
    (told,) = people_remarks(PLAIN, plan)
    assert told.text == say("values.below_beginners", year=year_name(3))


@pytest.mark.parametrize(
    "plan", [MOVES, {**MOVES, "teacher_turnover": 1.0}, {"support_benefits": "own_rates"}]
)
def test_what_can_be_is_not_told(plan):
    assert people_remarks(PLAIN, PLAIN.changed(plan)) == []
