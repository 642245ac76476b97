"""Ways to a goal are real: sized by what is there, told at a rounding edge, never without an office."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.goals.combining import combined
from model.goals.edges import edges
from model.goals.goal import GOALS
from model.goals.limits import Limits
from model.goals.reaching import Route, Step, reach
from model.goals.sizes import measured_by
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.first_versions import first_version
from tests.worked.school import PLAIN, row

ELEMENTARY = Scenario.preset(first_version("us_elementary"))
NEAR = 1e-3  # more than what breaks ties


def seen(plan, levers=None, goal="sustainable"):
    return reach(plan, plan, GOALS[goal], Limits(), levers)


def sizes(found):
    """The size of each change by its values."""
    return {next(iter(r.changes.items())): r.size for r in found.nearest}


def moved(lever, after, plan=ELEMENTARY):
    """A way of one step."""
    return Route((Step(LEVERS[lever], plan[lever], after, 0.0),), 0.0)


def test_half_of_one_counselor_is_half_of_what_is_there():
    """450 students at 372 are 1.2, so 1 counselor: 0.5 of it is 50%. Half of 30 teachers is 1.7%, and $71 of
    $1,931 of supplies 3.7%. The nearest comes first.
    """
    found = sizes(seen(ELEMENTARY.changed(public_funding_growth=0.024)))
    assert found["pupils_per_teacher", 15.3] == pytest.approx(0.5 / 30, abs=NEAR)
    assert found["nonpersonnel_per_pupil", 1_860] == pytest.approx(71 / 1_931, abs=NEAR)
    assert found["pupils_per_counselor", 610] == pytest.approx(0.5, abs=NEAR)
    assert next(iter(found)) == ("pupils_per_teacher", 15.3)


@pytest.mark.parametrize(
    ("lever", "now", "after", "size"),
    [
        ("nonpersonnel_per_pupil", 2_000, 1_500, 0.25),  # $500 of $2,000
        ("instructional_coaches", 2, 1.5, 0.25),  # half of two coaches
        ("clerk_positions", 2, 1, 0.5),
    ],
)
def test_the_size_is_the_share_of_what_is_there(lever, now, after, size):
    """The plain school pays 50,000 more than it has for the last part of what it buys."""
    pay = {"instructional_coach_salary": 100_000 / 1.2, "clerk_salary": 50_000 / 1.2}
    plan = PLAIN.changed({lever: now, **pay})
    short = project([plan])["structural_result"][0, 5]
    poor = plan.changed(base_rate_per_pupil=10_000 - (short + 50_000) / 100)
    (route,) = seen(poor, (lever,), "year5").nearest
    assert route.changes == {lever: after}
    assert route.size == pytest.approx(size, abs=NEAR)


def test_what_a_setting_is_measured_by():
    """The first lines of positions or dollars that rest on it, not the totals above them."""
    assert measured_by("pupils_per_clerk") == ("clerk_fte",)
    assert measured_by("recurring_pd_per_teacher") == ("pd_programs",)
    assert set(measured_by("leader_release_share")) == {"release_positions"}


@pytest.mark.parametrize("growth", [0.024, 0.02, 0.01])
def test_no_way_leaves_a_school_without_principal_or_office(growth):
    """One principal and two clerks: every way keeps the one, and half a clerk at least, in every year."""
    plan = ELEMENTARY.changed(public_funding_growth=growth)
    found = seen(plan)
    ways = (*found.nearest, *combined(found).routes)
    assert ways
    p = project([plan.changed(way.changes) for way in ways])
    assert (p["principal_fte"][:, 1:] >= 1).all()
    assert (p["clerk_fte"][:, 1:] >= 0.5).all()
    assert "principal_positions" not in {k for way in ways for k in way.changes}
    assert "principal_positions" not in {x.key for x in found.stopped}


# $6,200 a student: 620,000 against teachers of 600,000 and four leaders of $10,000: short by 20,000.
LED = PLAIN.changed(base_rate_per_pupil=6_200, teacher_leaders=4, leader_supplement=10_000)


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("pay", ["stipend", "salary_waiver"])
def test_another_pocket_is_no_way_to_a_goal(goal, pay):
    """From one-time money the 40,000 stop after Year 2: -20,000 twice, then 20,000 a year, and $40,000 of
    savings carry the first two. So every test would pass, because nobody pays the leaders.
    """
    plan = LED.changed(opening_fund_balance=40_000, leader_pay=pay)
    unpaid = project([plan.changed(leader_pay="stipend", stipend_source="one_time")])
    assert unpaid.row("tested_result")[3:] == [20_000] * 3
    assert seen(plan, goal=goal).tables.keys().isdisjoint({"stipend_source"})


@pytest.mark.parametrize(("source", "may"), [("recurring", True), ("one_time", False)])
def test_a_stipend_that_stops_is_no_way_out_of_a_raise(source, may):
    """A raise grows with pay and a stipend does not. But one that one-time money pays stops in Year 3."""
    plan = LED.changed(leader_pay="salary_waiver", stipend_source=source, salary_growth=0.02)
    assert ("leader_pay" in seen(plan).tables) is may


def test_to_wait_with_what_grants_do_not_bring_is_no_way_to_a_goal():
    """$50,000 of start-up cost, and no grant of 50,000 comes. To wait would bring the balance from -50,000 to
    0.
    """
    plan = PLAIN.changed(
        startup_grants=50_000, startup_grants_received=0, startup_other=50_000, startup_purchases="committed"
    )
    balances = [
        project([plan.changed(startup_purchases=x)]).row("fund_balance")[0] for x in ("committed", "wait")
    ]
    assert balances == [-50_000, 0]
    found = seen(plan)
    assert not found.is_met
    assert "startup_purchases" not in found.tables
    assert {"startup_other": 0} in [r.changes for r in found.nearest]


def test_a_school_with_half_a_principal_keeps_the_half():
    """What is not there cannot be kept: no way is refused for it."""
    plan = PLAIN.changed(principal_positions=0.5, principal_salary=50_000, base_rate_per_pupil=5_000)
    found = seen(plan, ("pupils_per_teacher", "principal_positions"), "year5")
    assert [list(r.changes) for r in found.nearest] == [["pupils_per_teacher"]]


@pytest.mark.parametrize(
    ("lever", "after", "told"),
    [
        # 450 / 15.3 = 29.41 is 29.5 teachers; 452 / 15.3 = 29.54 is 30, as before.
        ("pupils_per_teacher", 15.3, [("teacher", 2, 29.5, 30)]),
        # One clerk and 450 / 610 = 0.74, rounded to 0.5; 458 / 610 = 0.751 is 1.
        ("pupils_per_clerk", 610, [("clerk", 8, 1.5, 2)]),
        # 450 / 640 = 0.70; 460 / 640 = 0.72: ten students bring nothing back.
        ("pupils_per_clerk", 640, []),
        # No ratio, no edge.
        ("recurring_pd_per_teacher", 600, []),
    ],
)
def test_a_step_on_a_rounding_edge_is_told(lever, after, told):
    found = edges(ELEMENTARY, moved(lever, after))
    assert [(e.kind.key, e.students, e.planned, e.positions) for e in found] == told


def test_five_counts_are_shifted_together():
    """Only Year 2 is near the edge: 459 / 15.3 is 30 to the digit, and one more is 30.07, so 30.5."""
    plan = ELEMENTARY.changed(enrollment_year1=(440.0, 459.0, 440.0, 440.0, 440.0))
    (edge,) = edges(plan, moved("pupils_per_teacher", 15.3, plan))
    assert (edge.students, edge.planned, edge.positions, edge.year) == (1, 30, 30.5, 2)


@pytest.mark.parametrize(("students", "size"), [(10, 10), (37, 37), (38, 37.5), (100, 37.5)])
def test_no_class_has_more_students_than_the_school(students, size):
    """30 for each teacher who teaches 80% of the time would be classes of 37.5."""
    assert row("class_size", enrollment_year1=students, pupils_per_teacher=30) == [size] * 5
