"""A school like mine: four facts give a complete school, or messages where they do not fit together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.evidence import LEVERS, PRESETS
from model.plan.in_play import waiting
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import Projection, project
from model.starts.calibrate import School, calibrate
from model.texts import counted, say
from model.units import money
from tests.first_versions import FIRST, first_version

MINE = School(like=first_version("us_elementary"), enrollment=412, teachers=26, budget=4_900_000)


def complaints(**changes) -> list[str]:
    with pytest.raises(ScenarioError) as refused:
        calibrate(replace(MINE, **changes))
    return [p.message for p in refused.value.problems]


def test_the_four_facts_come_back():
    """412 students, $4.9M and 26 teachers are what year 1 then has, and 1.5% of revenue is left over."""
    p = project([calibrate(MINE).scenario])
    assert p.cell("enrollment", 1) == 412
    assert p.cell("teachers", 1) == 26
    assert p.cell("public_revenue", 1) == pytest.approx(4_900_000, abs=0.01)
    # Other cost per student is given in cents, so the rest is met to within 412 half cents.
    assert p.cell("structural_result", 1) == pytest.approx(0.015 * 4_900_000, abs=412 * 0.005)


def test_other_cost_is_what_is_left_by_hand():
    """Everything else at the values of the US elementary school, added up by hand for 412 students."""
    people = (
        26 * 72_030  # teachers
        + 1 * 106_180  # principal
        + 1 * 95_000  # 412 / 500 = 0.82 is 1 assistant principal
        + 1 * 72_030  # 412 / 372 = 1.11 is 1 counselor
        + 1.5 * 37_097  # 1 clerk and 412 / 600 = 0.69, half a clerk
        + 8 * 37_097  # 412 / 50 = 8.24 is 8 aides
        + 0.5 * 55_000  # 412 / 900 = 0.46 is half a technician
    ) * 1.435
    leaders = 4 * 6_000 * 1.0145
    pd = 26 * (1_200 + 2 * 150)
    fleet = 454  # 412 x 1.1 = 453.2
    it = fleet / 4 * 338 + fleet * 0.12 * 90 + 412 * (70 + 15)
    left = 0.985 * 4_900_000 - (people + leaders + pd + it)
    assert calibrate(MINE).scenario.number("nonpersonnel_per_pupil") == pytest.approx(left / 412, abs=0.005)


def test_funding_per_pupil_says_the_same_as_a_budget():
    """$4.9M for 412 students or $4.9M / 412 per student: the same school."""
    other = replace(MINE, budget=None, per_pupil=4_900_000 / 412)
    assert calibrate(other).scenario.values == pytest.approx(dict(calibrate(MINE).scenario.values))


def test_start_up_is_scaled_to_the_school_and_paid_for():
    """Other start-up 130,000 x 412 / 450 = 119,022 is $119,000; grants are the whole start-up to the nearest
    $10,000.
    """
    found = calibrate(MINE)
    assert found.scenario["startup_other"] == 119_000
    # PD 26 x 2,400; devices 454 less 74 owned (412 x 0.18 = 74.16) at $338: 62,400 + 128,440 + 119,000 =
    # 309,840.
    assert project([found.scenario]).cell("one_time_cost", 0) == pytest.approx(309_840)
    assert found.scenario["startup_grants"] == 310_000


def test_what_was_filled_in_is_said():
    """Every value that acts is listed as filled in, but for the enrollment, with what the school then holds.

    Own lines that the school does not have, and what a choice leaves without effect, are not.
    """
    found = calibrate(MINE)
    asked = {k for k, x in LEVERS.items() if not x.own and not x.of}
    left_out = waiting(found.scenario, found.scenario)
    assert set(found.filled_in) == asked - left_out - {"enrollment_year1"}
    assert {"class_size_trigger_k", "lease", "span_2_from"} <= left_out
    assert all(found.scenario[k] == v for k, v in found.filled_in.items())
    assert found.filled_in["teacher_salary"] == 72_030


@pytest.mark.parametrize("like", [*PRESETS, *FIRST])
def test_a_school_like_a_preset_is_calibrated_for_each_preset(like):
    """The preset's own size, money and teachers give a school that keeps 1.5% in Year 1, of any type."""
    p = project([calibrate(_own(like)).scenario])
    assert p.cell("teachers", 1) == _own(like).teachers
    assert p.cell("structural_result", 1) / p.cell("public_revenue", 1) == pytest.approx(0.015, abs=1e-5)


def _own(like: str) -> School:
    values = Scenario.preset(like).values
    size, ratio, rate = (values[k] for k in ("enrollment_year1", "pupils_per_teacher", "base_rate_per_pupil"))
    return School(like=like, enrollment=size, teachers=-(-2 * size // ratio) / 2, per_pupil=rate)


def test_more_teachers_than_pupils_can_fill():
    """200 teachers for 412 students are 2.06 students each; the message says both and what is possible."""
    (message,) = complaints(teachers=200)
    facts = {
        "students": say("units.students", count=412),
        "ratio": say("own_school.per_teacher", count=counted("2.06")),
        "low": 5,
        "high": 60,
    }
    assert message == say("own_school.ratio", count=200, **facts)


def test_a_budget_that_does_not_pay_the_teachers():
    """$1,000,000 does not pay 26 teachers: the message says the money and what people alone cost."""
    (message,) = complaints(budget=1_000_000)
    said = say("own_school.too_little", money="$1,000,000", count=26, people="|", cost="|").split("|")
    assert all(part in message for part in said)


def test_a_budget_that_pays_the_people_and_not_the_rest_says_so():
    """People cost 409,200 and the stipends of leaders, 14,000 x 1.0145 = 14,203: 423,403 in all. Rent of
    50,000, the network's 3% of 470,000 = 14,100, training of 11,200 and technology of 19,078 are 94,378.
    """
    message, p = _too_little(470_000)
    assert [round(p.cell(x, 1)) for x in ("leader_pay_cost", "pd", "it")] == [14_203, 11_200, 19_078]
    facts = {"people": "$423,403", "rest": "$94,378", "cost": "$517,781"}
    assert message == say("own_school.too_little_for_rest", money="$470,000", count=7, **facts)


def test_a_budget_that_pays_all_and_leaves_less_than_is_kept_says_so():
    """All but supplies costs more than 98.5% of the money, and less than all of it."""
    _, p = _too_little(470_000)
    # Of each dollar more, the network takes three cents; a half of 1.5% is left.
    budget = round((p.cell("recurring_cost", 1) - 0.03 * 470_000) / (1 - 0.03 - 0.0075))
    message, p = _too_little(budget)
    assert 0.985 * budget < p.cell("recurring_cost", 1) < budget
    facts = {"people": money(p.cell("personnel", 1)), "cost": money(p.cell("recurring_cost", 1))}
    assert message == say("own_school.nothing_kept", money=money(budget), count=7, share="1.5%", **facts)


def _too_little(budget: float) -> tuple[str, Projection]:
    """The one complaint of the small new school, and the school without supplies."""
    with pytest.raises(ScenarioError) as refused:
        calibrate(replace(NEW, budget=budget))
    (problem,) = refused.value.problems
    known = calibrate(replace(NEW, budget=640_000)).scenario
    return problem.message, project(
        [known.changed(nonpersonnel_per_pupil=0.0, base_rate_per_pupil=_rate(known, budget))]
    )


def _rate(known: Scenario, budget: float) -> float:
    """The rate with which the school has the budget: $640,000 less goes off it, student by student."""
    return known.number("base_rate_per_pupil") - (640_000 - budget) / 100 / known.number("grade_weight")


def test_a_budget_that_leaves_more_than_can_be():
    """$90,000 a student leaves more than $50,000 a student after everything else."""
    (message,) = complaints(budget=None, per_pupil=90_000)
    said = say("own_school.too_much", money="|", rest="|").split("|")
    assert all(part in message for part in said)


@pytest.mark.parametrize(("budget", "per_pupil"), [(None, None), (4_900_000, 11_900)])
def test_money_is_given_once(budget, per_pupil):
    """Neither or both of budget and funding per student: one of them, not both."""
    (message,) = complaints(budget=budget, per_pupil=per_pupil)
    assert message == say("own_school.money_once")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"enrollment": 9}, ("Enrollment", "9", "10 to 5,000")),
        ({"enrollment": 5_001}, ("Enrollment", "5001", "10 to 5,000")),
        ({"enrollment": float("nan")}, ("Enrollment", "nan", "10 to 5,000")),
        ({"teachers": 0}, ("Teachers", "0", "to 1,000")),
        ({"teachers": float("inf")}, ("Teachers", "inf", "to 1,000")),
        ({"budget": 0}, ("budget", "0", "50,000 to 500,000,000")),
        ({"budget": float("nan")}, ("budget", "nan", "50,000 to 500,000,000")),
        ({"budget": None, "per_pupil": -1}, ("per student", "-1", "1,000 to 100,000")),
        ({"like": "us_elementry"}, ("us_elementry", "Did you mean us_elementary?")),
    ],
)
def test_an_impossible_fact_is_named_with_its_bounds(changes, said):
    """The fact, the value, what is possible."""
    (message,) = complaints(**changes)
    for words in said:
        assert words in message


def test_everything_wrong_is_said_at_once():
    """Four faulty facts are four messages."""
    assert len(complaints(like="none", enrollment=0, teachers=-1, budget=None)) == 4


NEW = School(
    like=first_version("new_start_grows_a_grade_a_year"),
    enrollment=100,
    teachers=7,
    budget=640_000,
    own={
        "teacher_salary": 38_000.0,
        "benefit_rate": 0.2,
        "principal_positions": 1.0,
        "principal_salary": 60_000.0,
        "assistant_principal_positions": 0.0,
        "counselor_positions": 0.0,
        "clerk_positions": 0.5,
        "clerk_salary": 30_000.0,
        "paraprofessional_positions": 0.0,
        "lease": 50_000.0,
        "management_fee_rate": 0.03,
    },
)


def test_a_small_new_school_says_what_it_has():
    """100 students, 7 teachers and $640,000 pay a principal and half a clerk, and no more: (7 x 38,000 +
    60,000 + 0.5 x 30,000) x 1.2 = 409,200 beside the stipends of leaders. 3% of 640,000 is 19,200, and the
    lease is 50,000. What is left keeps 1.5%, 9,600.
    """
    p = project([calibrate(NEW).scenario])
    assert p.cell("teachers", 1) == 7
    assert p.cell("public_revenue", 1) == pytest.approx(640_000, abs=0.01)
    assert p.cell("personnel", 1) - p.cell("leader_pay_cost", 1) == pytest.approx(409_200)
    rest = p.cell("leader_pay_cost", 1) + p.cell("pd", 1) + p.cell("it", 1)
    supplies = 640_000 - 9_600 - 409_200 - 19_200 - 50_000 - rest
    assert p.cell("supplies", 1) == pytest.approx(supplies, abs=0.51)
    assert p.cell("structural_result", 1) == pytest.approx(9_600, abs=0.51)


@pytest.mark.parametrize("like", PRESETS)
@pytest.mark.parametrize("budget", [640_000, 1_030_000])
def test_it_fits_every_kind_of_school(like, budget):
    """Whatever kind it is begun from, the school's own staff and pay are those that count."""
    found = calibrate(replace(NEW, like=like, budget=budget))
    p = project([found.scenario])
    assert [p.cell(f"{role}_fte", 1) for role in ("principal", "counselor", "clerk")] == [1, 0, 0.5]
    assert set(NEW.own).isdisjoint(found.filled_in)
    assert p.cell("structural_result", 1) == pytest.approx(0.015 * budget, abs=0.51)


def test_without_its_own_staff_it_does_not_fit_and_the_message_says_so():
    """The usual staff of a new charter alone costs more than $640,000."""
    (message,) = complaints(like=NEW.like, enrollment=100, teachers=7, budget=640_000)
    said = say("own_school.too_little", money="$640,000", count=7, people="|", cost="|").split("|")
    assert all(part in message for part in said)


def test_the_real_total_of_year_1_takes_the_place_of_the_rest():
    """$630,000 of cost leave 640,000 - 630,000 = 10,000, whatever was assumed before."""
    p = project([calibrate(replace(NEW, total=630_000.0)).scenario])
    assert p.cell("recurring_cost", 1) == pytest.approx(630_000, abs=0.51)
    assert p.cell("structural_result", 1) == pytest.approx(10_000, abs=0.51)
    short = project([calibrate(replace(NEW, total=700_000.0)).scenario])
    assert short.cell("structural_result", 1) == pytest.approx(-60_000, abs=0.51)


def test_a_total_below_staff_and_technology_is_refused():
    """409,200 for people alone is more than $400,000."""
    with pytest.raises(ScenarioError) as refused:
        calibrate(replace(NEW, total=400_000.0))
    (problem,) = refused.value.problems
    said = say("guess.total_impossible", total="$400,000", low="|", high="|").split("|")
    assert all(part in problem.message for part in said)


def test_what_it_has_cannot_be_is_named():
    """Benefits of 900% are refused as at the setting itself."""
    with pytest.raises(ScenarioError) as refused:
        calibrate(replace(NEW, own={**NEW.own, "benefit_rate": 9.0}))
    assert [p.lever for p in refused.value.problems] == ["benefit_rate"]
