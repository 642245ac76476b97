"""Routes of teacher leaders' pay, by hand for an average elementary school and for the plain one."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.plan.scenario import Scenario, ScenarioError
from model.results.projection import project
from model.results.verdicts import State
from model.routes import ROUTES, Asked, compare
from model.routes.positions import POSITIONS, give_up, there_are
from model.routes.routes_in_words import lasts, needs, standing
from model.texts import counted, say
from model.units import about_positions
from tests.first_versions import first_version
from tests.worked.school import PLAIN

ELEMENTARY = Scenario.preset(first_version("us_elementary")).changed(extra_pay_benefits="pension_on_both")
# 4 leaders x $6,000, with 23.4% pension and 1.45% payroll tax: what a stipend and a raise both carry here.
STIPEND = 4 * 6_000 * (1 + 0.234 + 0.0145)  # $29,964
GROWN = [1.03**t for t in range(5)]
PRICES = [1.027**t for t in range(5)]
COSTS = {
    "one_time": [STIPEND, STIPEND, 0, 0, 0],  # paid in years 1 and 2, then nobody pays
    "recurring": [STIPEND] * 5,
    # The same in Year 1, and 3% growth.
    "waiver": [STIPEND * g for g in GROWN],
    # Half a teacher at $72,030 with benefits, $51,681.53, and half of $1,200 of PD and of two days at $150,
    # are given up.
    "position": [
        STIPEND - 0.5 * 72_030 * 1.435 * g - 0.5 * (1_200 + 2 * 150) * p
        for g, p in zip(GROWN, PRICES, strict=True)
    ],
    # A quarter of four weeks is one position: $103,363.05 in year 1.
    "release": [1 * 72_030 * 1.435 * g for g in GROWN],
    "none": [0] * 5,
}
# The published $35,966 (rounded to a dollar) is left over in year 5 with a stipend that carries payroll tax
# only, 4 x 6,000 x 1.0145 = $24,348. Without leaders it is that much more.
WITHOUT = 35_966 + 24_348


def told(*sentences):
    """Sentences by their keys and values, one after the other."""
    return " ".join(say(key, **values) for key, values in sentences)


def plain(**changes):
    """The plain school with four leaders at $5,000: $20,000 a year as a stipend, and half a teacher is
    $30,000.
    """
    return PLAIN.changed({"teacher_leaders": 4, "leader_supplement": 5_000, **changes})


def least(scenario, kind):
    """The lever's value that gives up the least of a kind of position for the plan's own leaders."""
    without = project([scenario.changed(teacher_leaders=0.0)], only=["recurring_cost"])
    return give_up(scenario, POSITIONS[kind], without["recurring_cost"][0, 1:])


@pytest.mark.parametrize("route", ROUTES)
def test_the_cost_of_each_route(route):
    """Beyond the same school without leaders, year by year, to the cent; and what is then left over in year
    5.
    """
    found = compare(ELEMENTARY, ELEMENTARY).of(route)
    assert found.costs == pytest.approx(COSTS[route], abs=0.005)
    assert found.verdict.result_year5 == pytest.approx(WITHOUT - COSTS[route][4], abs=0.5)


def test_where_each_route_breaks():
    """One-time money is gone in year 3; release time is $103,363 out of $102,545 left over in year 1; the
    others hold.
    """
    found = compare(ELEMENTARY, ELEMENTARY)
    assert {r.key: (r.breaks, r.why) for r in found.routes} == {
        "one_time": (3, "unpaid"),
        "recurring": (None, ""),
        "waiver": (None, ""),
        "position": (None, ""),
        "release": (1, "short"),
        "none": (None, ""),
    }
    assert found.of("release").verdict.state is State.NOT_SUSTAINABLE
    assert [r.key for r in found.routes if r.is_used] == ["recurring"]


def test_what_each_route_needs_in_words():
    """450 students: 15.2 a teacher still make 29.6, so 30 teachers; 15.3 make 29.41, so 29.5. Classes 15.3 /
    0.78 = 19.6.
    """
    found = compare(ELEMENTARY, ELEMENTARY)
    said = {r.key: needs(found, r) for r in found.routes}
    assert said["one_time"] == told(
        ("leaders.one_time_pays", {"amount": "$59,928", "years": "Year 1 and Year 2"}),
        ("leaders.nothing_pays", {"year": "Year 3", "amount": "$29,964"}),
    )
    assert said["recurring"] == say("leaders.from_yearly_budget", amount="$29,964")
    # 29,964 x 1.03^4 = 33,724.75; less 29,964.
    assert said["waiver"] == say("leaders.raise_costs_more", amount="$33,725", difference="$3,761")
    assert said["position"] == told(
        ("leaders.give_up", {"count": counted("0.5"), "kind": "Teachers"}),
        ("leaders.larger_classes", {"count": counted("19.6"), "before": "19.4"}),
        ("leaders.students_per_teacher", {"count": counted("15.3"), "before": "15.1"}),
    )
    # 5% of four weeks is 0.2 positions, $23,267 in year 5; 10% would be twice that.
    short = about_positions(0.01, 0.02)
    assert said["release"] == told(
        ("leaders.release_needs", {"share": "25%", "count": 1, "hours": "1,440"}),
        ("leaders.same_money", {"share": "5%"}),
        ("leaders.year_short", {"year": "Year 1", "amount": "$818", "positions": short}),
    )
    assert found.same_money == 0.05
    assert standing(found) == told(
        (
            "leaders.plan_takes",
            {"count": 4, "pay": "$6,000", "route": say("leaders.route_recurring")},
        ),
        ("leaders.plan_lasts", {}),
    )


@pytest.mark.parametrize(
    ("leaders", "supplement", "ratio"),
    [
        (4, 5_000, 10.6),  # $20,000: half a teacher; 100 / 10.5 = 9.52 is still 10, 100 / 10.6 = 9.43 is 9.5
        (6, 5_000, 10.6),  # $30,000: half a teacher pays exactly
        (6, 5_001, 11.2),  # $30,006: a whole one; 100 / 11.1 = 9.009 is still 9.5, 100 / 11.2 = 8.93 is 9
        (12, 5_000, 11.2),  # $60,000: a whole one pays exactly
        (4, 0, 10),  # nothing to pay: nothing given up
        (0, 5_000, 10),
    ],
)
def test_the_least_of_a_teacher_that_pays(leaders, supplement, ratio):
    """Found on the steps of students per teacher, a tenth each."""
    assert least(plain(teacher_leaders=leaders, leader_supplement=supplement), "teacher") == {
        "pupils_per_teacher": ratio
    }


def test_it_has_to_pay_in_every_year():
    """Salaries falling 10% a year: half a teacher is $30,000 x 0.9^4 = $19,683 in year 5, less than $20,000.
    So a whole one.
    """
    assert least(plain(salary_growth=-0.1), "teacher") == {"pupils_per_teacher": 11.2}


def test_five_ratios_move_together():
    """10, 10, 10, 10, 11 students per teacher, step by step: the last is at 9.5 teachers, half fewer at 11.2
    (9.0).
    """
    assert least(plain(pupils_per_teacher=(10, 10, 10, 10, 11)), "teacher") == {
        "pupils_per_teacher": (10.6, 10.6, 10.6, 10.6, 11.6)
    }


def test_classes_that_stay_as_they_are_are_not_said_to_grow():
    """10 students are one class however many teachers there are: no class has more students than the school.
    15.1 a teacher make 0.66 positions, so 1; 20 make 0.5, and 0.5 are given up.
    """
    tiny = ELEMENTARY.changed(enrollment_year1=10)
    found = compare(tiny, tiny)
    assert found.projection.row("class_size")[1:] == [10] * 5
    assert needs(found, found.of("position")).startswith(
        told(
            ("leaders.give_up", {"count": counted("0.5"), "kind": "Teachers"}),
            ("leaders.same_classes", {"count": counted("10.0")}),
            ("leaders.students_per_teacher", {"count": counted("20"), "before": "15.1"}),
        )
    )


def test_a_coach_given_up():
    """A coach at $40,000 x 1.2: half is $24,000. For $20,000 half a coach, for $30,000 a whole; half a coach
    is not enough.
    """
    coached = {"instructional_coaches": 2, "instructional_coach_salary": 40_000}
    assert least(plain(**coached), "coach") == {"instructional_coaches": 1.5}
    assert least(plain(**coached, teacher_leaders=6), "coach") == {"instructional_coaches": 1}
    coached["instructional_coaches"] = 0.5
    few = plain(**coached, teacher_leaders=6)
    assert least(few, "coach") is None
    found = compare(few, few, Asked(position="coach"))
    assert found.of("position").plan is None
    assert lasts(found.of("position")) == say("leaders.impossible")
    kind = "Instructional coaches"
    assert needs(found, found.of("position")) == say("leaders.needs_more_than_all", kind=kind)


def test_a_role_given_up_by_its_fixed_positions_or_by_its_ratio():
    """Counselors at $60,000: half is $30,000. 1 fixed: half of it. None fixed, 50 students each: 60 each make
    1.67, so 1.5.
    """
    paid = {"counselor_salary": 50_000}
    assert least(plain(**paid, counselor_positions=1), "counselor") == {"counselor_positions": 0.5}
    assert least(plain(**paid, pupils_per_counselor=50), "counselor") == {"pupils_per_counselor": 60}
    # No counselor at all: none can be given up.
    assert least(plain(**paid), "counselor") is None


def test_which_kinds_of_position_there_are():
    """The plain school has teachers alone; the average one no coach."""
    assert there_are(PLAIN) == ["teacher"]
    first = ["teacher", "assistant_principal", "counselor", "clerk", "paraprofessional", "it_support"]
    assert there_are(ELEMENTARY) == first
    assert set(POSITIONS) >= {*first, "coach"}


def test_a_position_given_up_for_another_reason_stays_given_up():
    """At 17 students per teacher for reasons of one's own, another way of paying leaves that as it is."""
    now = ELEMENTARY.changed(pupils_per_teacher=17)
    found = compare(ELEMENTARY, now)
    assert found.of("waiver").plan["pupils_per_teacher"] == 17
    assert found.of("recurring").is_used
    # On the route itself, another route gives the half position back.
    taken = compare(ELEMENTARY, compare(ELEMENTARY, ELEMENTARY).of("position").plan)
    assert taken.of("waiver").plan["pupils_per_teacher"] == 15.1


def test_a_plan_without_leaders_is_asked_about():
    """Neither plan nor start has any: four at the usual pay, or what is asked; none of it changes the plan
    without them.
    """
    none = PLAIN.changed(stipend_benefit_rate=0)
    found = compare(none, none)
    assert (found.leaders, found.supplement, found.release) == (4, 6_000, 0.25)
    assert found.of("none").is_used
    assert standing(found) == say("leaders.plan_pays_none", count=4, pay="$6,000")
    asked = compare(none, none, Asked(leaders=10, supplement=1_000, release=0.1))
    assert asked.of("recurring").costs == (10_000,) * 5
    assert asked.of("release").costs == pytest.approx((60_000,) * 5)
    assert asked.of("none").plan.values == none.values


def test_the_start_says_it_where_the_plan_does_not():
    """Leaders taken out of the plan: the starting plan's four at $5,000 are reckoned with, unless another
    number is asked.
    """
    start = plain()
    now = start.changed(teacher_leaders=0)
    assert compare(start, now).of("recurring").costs == (20_000,) * 5
    assert compare(start, now, Asked(leaders=1)).of("recurring").costs == (5_000,) * 5


def test_leaders_from_year_3_and_one_time_money():
    """One-time money pays in years 1 and 2, before there is anybody: nobody is ever paid, from the first year
    on.
    """
    start = plain(teacher_leaders=(0, 0, 4, 4, 4))
    found = compare(start, start)
    assert (found.of("one_time").breaks, found.of("one_time").why) == (3, "unpaid")
    wanted = say("leaders.nothing_pays", year="Year 3", amount="$20,000")
    assert needs(found, found.of("one_time")) == wanted
    assert found.of("recurring").costs == (0, 0, 20_000, 20_000, 20_000)


def test_one_time_money_that_is_not_there():
    """$10,000 to begin with, and every year comes out even: $20,000 of stipends take the balance below zero
    in year 1.
    """
    start = plain(base_rate_per_pupil=6_000, opening_fund_balance=10_000)
    found = compare(start, start).of("one_time")
    assert (found.breaks, found.why) == (1, "empty")
    assert lasts(found) == say("leaders.ends_savings", year="Year 1")


def test_short_with_and_without_leaders():
    """$5,900 a student is $10,000 short without leaders, with them $30,000: half a teacher position."""
    start = plain(base_rate_per_pupil=5_900)
    found = compare(start, start)
    assert needs(found, found.of("recurring")).endswith(
        say("leaders.year_short_anyway", year="Year 1", amount="$30,000", without="$10,000")
    )
    gap = about_positions(1 / 6, 2 / 6)
    short = say("leaders.year_short", year="Year 1", amount="$10,000", positions=gap)
    assert needs(found, found.of("none")).endswith(short)


def test_what_cannot_be_asked_is_refused():
    """Fewer than no leaders: the lever's own sentence."""
    none = PLAIN.changed(teacher_leaders=0)
    with pytest.raises(ScenarioError, match=LEVERS["teacher_leaders"].label):
        compare(none, none, Asked(leaders=-1))
