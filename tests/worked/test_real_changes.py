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
from model.goals.ways_in_words import on_edge
from model.lines.grades import year_1_lever
from model.lines.positions import POSITIONS
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import counted, say
from model.units import amount, positions
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


# 26 students in each grade from kindergarten to grade 5 and 26 who enter: with limits of 25 two classes each.
LIMITS = {"k": "class_size_trigger_k", "1_3": "class_size_trigger_1_3", "4_8": "class_size_trigger_4_8"}
SIX_GRADES = PLAIN.changed(
    {year_1_lever(g): 26 for g in range(6)},
    enrollment_from="by_grade",
    lowest_grade=0,
    top_grade=5,
    entering_pupils=26,
    retention=1,
    teachers_per_section=1,
    **{f"progression_{g}": 1 for g in range(1, 13)},
    **dict.fromkeys(LIMITS.values(), 25),
)


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        # Four grades in one class each and two in two: 8. With 27 the four need two again: 12.
        ({"k": 26, "1_3": 26}, [(1, 8, 12)]),
        # Only kindergarten: 11, and 12 with 27, 31, and up to 10 more than there are. 36 students fill 36.
        ({"k": 26}, [(1, 11, 12)]),
        ({"k": 30}, [(5, 11, 12)]),
        ({"k": 35}, [(10, 11, 12)]),
        ({"k": 36}, []),
        # Six grades: one more in each is six more, and a second would be twelve.
        ({"k": 26, "1_3": 26, "4_8": 26}, [(1, 6, 12)]),
        ({"k": 27, "1_3": 27, "4_8": 27}, []),
        # Kindergarten has room for one, the others for none; 2 more of them in grades 1 to 3 open three.
        ({"k": 27, "1_3": 26}, [(1, 8, 11)]),
    ],
)
def test_a_class_size_limit_on_an_edge_is_told(limits, told):
    steps = tuple(Step(LEVERS[LIMITS[band]], 25, after, 0.0) for band, after in limits.items())
    found = edges(SIX_GRADES, Route(steps, 0.0))
    assert [(e.students, e.planned, e.positions) for e in found] == told
    assert all(e.in_each_grade and e.kind.key == "teacher" and e.year == 1 for e in found)


def test_a_way_by_grade_says_that_it_rests_on_rounding():
    """$5,000 a student bring 780,000. 12 teachers at 60,000 and 80,000 of supplies are 20,000 more: 11 do."""
    plan = SIX_GRADES.changed(base_rate_per_pupil=5_000, nonpersonnel_per_pupil=80_000 / 156)
    (way,) = (r for r in seen(plan, goal="year5").nearest if "class_size_trigger_k" in r.changes)
    assert way.changes == {"class_size_trigger_k": 26}
    (said,) = on_edge(edges(plan, way))
    facts = {"count": counted(1), "positions": amount(12, "positions"), "planned": positions(11), "year": 1}
    assert said == say("find_a_fix.on_edge_in_each_grade", kind=POSITIONS["teacher"].label, **facts)


def test_a_teacher_hired_for_last_fall_is_back_a_year_later():
    """Kindergarten and those who enter from Year 2 on: 20, then 26. Last fall's class decides from Year 2."""
    plan = SIX_GRADES.changed(grade_k_year1=20, staffing_count="last_fall")
    (edge,) = edges(plan, moved("class_size_trigger_k", 26, plan))
    assert (edge.students, edge.year) == (1, 3)


def test_a_ratio_is_told_where_students_are_counted_by_grade():
    """156 students at 210 for each clerk are 0.743, so half a clerk; 158 are 0.752, so one."""
    plan = SIX_GRADES.changed(pupils_per_clerk=200)
    (edge,) = edges(plan, moved("pupils_per_clerk", 210, plan))
    assert (edge.kind.key, edge.students, edge.planned, edge.positions) == ("clerk", 2, 0.5, 1)
    assert not edge.in_each_grade


@pytest.mark.parametrize(("students", "size"), [(10, 10), (37, 37), (38, 37.5), (100, 37.5)])
def test_no_class_has_more_students_than_the_school(students, size):
    """30 for each teacher who teaches 80% of the time would be classes of 37.5."""
    assert row("class_size", enrollment_year1=students, pupils_per_teacher=30) == [size] * 5
