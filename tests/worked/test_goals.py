"""Goals, routes, tornado, map and trade-off of the plain school, each worked out by hand."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.goals.combining import combined, opened_by
from model.goals.goal import GOALS, PLENTY, Bar, is_met
from model.goals.limits import KEPT, Limits
from model.goals.pupils import felt
from model.goals.reaching import reach
from model.plan.scenario import ScenarioError
from model.results.projection import project
from tests.worked.school import PLAIN

# $5,000 a student: 500,000 of revenue against 10 teachers at 60,000. Short by 100,000 every year.
SHORT = PLAIN.changed(base_rate_per_pupil=5_000)


def seen(plan=SHORT, goal="year5", limits=None, start=None, levers=None):
    return reach(plan, start or plan, GOALS[goal], limits or Limits(), levers)


# --- one lever ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("goal", ["year5", "sustainable", "reserve"])
def test_how_far_pupils_per_teacher_must_rise(goal):
    """500,000 pays for 8.33 teachers, so 8: 100 / 8 = 12.5 students each. At 12.4 it is 8.06, rounded up to
    8.5: 510,000.

    With 8 teachers 20,000 are left every year, 100,000 after five; two months of 480,000 are 80,000. So the
    reserve asks no more.
    """
    (route,) = seen(goal=goal).nearest
    (step,) = route.steps
    assert (step.lever.key, step.before, step.after) == ("pupils_per_teacher", 10, 12.5)
    # Two teachers of ten, and for ties a ten-thousandth of the way over the usual range of 9 to 30.
    assert route.size == pytest.approx(0.2 + 2.5 / 21 / 10_000)


def test_the_margins_are_dollars_short():
    """The result of Year 5 is -100,000; after five years the balance is -500,000, and two months of 600,000
    are 100,000.
    """
    assert seen().margins == pytest.approx((-100_000,))
    assert seen(goal="reserve").margins == pytest.approx((-600_000,))
    assert seen(goal="sustainable").margins == pytest.approx((-100_000, -500_000, PLENTY))


def test_a_goal_that_is_met_says_how_much_room():
    """With $6,500 a student 50,000 are left. The first lever of the first view to lose it: 9.5 students per
    teacher.

    100 / 9.5 = 10.53, so 11 teachers: 660,000 of 650,000. At 9.6 it is 10.42, so 10.5: 630,000.
    """
    found = seen(PLAIN.changed(base_rate_per_pupil=6_500))
    assert found.is_met
    assert found.to_spare == pytest.approx(50_000)
    assert found.nearest == ()
    lost = {s.lever.key: s.after for s in found.lost}
    assert lost["pupils_per_teacher"] == 9.5
    # 10 teachers at 5,000 of PD each use up 50,000 to the dollar, so it is missed one step later.
    assert lost["recurring_pd_per_teacher"] == 5_050
    assert combined(found).routes == ()


@pytest.mark.parametrize(("most", "reached"), [(15.625, True), (15.6, False), (15.5, False)])
def test_a_limit_of_class_size(most, reached):
    """Classes are students per teacher through 0.8: 12.5 makes 15.625, to the digit allowed, 15.6 is less."""
    found = seen(limits=Limits(most))
    assert bool(found.nearest) is reached
    if not reached:
        assert [x.key for x in found.stopped] == ["pupils_per_teacher"]
        assert combined(found).routes == ()
        assert opened_by(found) == (("class_size",), True)


def test_two_limits_that_block_together():
    """Fewer teachers and larger classes are one thing: lifting either limit alone opens nothing."""
    found = seen(limits=Limits(15.0, ("teachers",)))
    assert found.nearest == ()
    assert combined(found).routes == ()
    assert opened_by(found) == ((), True)


def test_without_any_way():
    """$500 a student: 50,000 do not pay for 3.5 teachers, the least at 30 students each. Nothing to lift."""
    found = seen(PLAIN.changed(base_rate_per_pupil=500))
    assert (found.nearest, combined(found).routes, opened_by(found)) == ((), (), ((), False))


def test_class_size_as_at_the_start():
    """Started at 10 students per teacher, now at 20: sustainable, but classes are 12.5 and are to be 12.5 for
    10 students: 25 now.

    At $6,500 a student ten teachers are paid for, so going back to 10 students per teacher does it alone.
    """
    start = PLAIN.changed(base_rate_per_pupil=6_500)
    found = seen(start.changed(pupils_per_teacher=20), "class_size", start=start)
    assert found.too_large == pytest.approx(25 - 12.5)
    (route,) = found.nearest
    assert route.steps[0].after == 10


def test_smaller_classes_paid_for_elsewhere():
    """At $5,500 and 1,000 of supplies a student: 550,000 less 100,000 pays for 7.5 teachers, and 8.5 want
    60,000 more.

    Started at 11.8 students per teacher (8.5 teachers), now at 13.4 (7.5). Back at 11.8 it takes 600 of
    supplies less: both together.
    """
    start = PLAIN.changed(base_rate_per_pupil=5_500, nonpersonnel_per_pupil=1_000, pupils_per_teacher=11.8)
    found = seen(
        start.changed(pupils_per_teacher=13.4),
        "class_size",
        start=start,
        levers=("pupils_per_teacher", "nonpersonnel_per_pupil"),
    )
    assert found.nearest == ()
    (route,) = combined(found).routes
    assert route.changes == {"pupils_per_teacher": 11.8, "nonpersonnel_per_pupil": 400}


# --- two levers together ------------------------------------------------------------------------------------


def test_the_smallest_pair_by_hand():
    """Short by 150,000: revenue 850,000, ten teachers 600,000, supplies 400,000 at 4,000 a student.

    8.5 teachers of 10 (11.8 students each) save 90,000 and 600 of 4,000 the rest: 0.15² + 0.15² = 0.045,
    the least. 8 teachers (12.5) save 120,000 and 300 the rest: 0.2² + 0.075² = 0.0456. 9 teachers 60,000 and
    900: 0.1² + 0.225² = 0.0606. 7.5 teachers (13.4) do it alone: 0.25² = 0.0625, and so do 1,500 of supplies.
    """
    plan = PLAIN.changed(base_rate_per_pupil=8_500, nonpersonnel_per_pupil=4_000)
    found = seen(plan, levers=("pupils_per_teacher", "nonpersonnel_per_pupil"))
    assert [r.changes for r in found.nearest] == [
        {"pupils_per_teacher": 13.4},
        {"nonpersonnel_per_pupil": 2_500},
    ]
    (route,) = combined(found).routes
    assert route.changes == {"pupils_per_teacher": 11.8, "nonpersonnel_per_pupil": 3_400}
    assert route.size**2 == pytest.approx(0.045, abs=1e-4)


def test_five_yearly_values_move_together():
    """9, 9, 9, 9, 10 students per teacher, all by the same step: Year 5 needs 12.5, so 2.5 more each year."""
    plan = SHORT.changed(pupils_per_teacher=(9, 9, 9, 9, 10))
    (route,) = seen(plan).nearest
    assert route.changes == {"pupils_per_teacher": (11.5, 11.5, 11.5, 11.5, 12.5)}


# --- limits -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keep", "lever", "value", "may"),
    [
        ("pd", "recurring_pd_per_teacher", 1_150, False),
        ("pd", "recurring_pd_per_teacher", 1_200, True),
        ("pd", "sub_days_per_teacher", 1.5, False),
        ("pd", "pupils_per_teacher", 30, True),
        ("teacher_leaders", "teacher_leaders", 3.5, False),
        ("teacher_leaders", "teacher_leaders", 5, True),
        ("teacher_leaders", "stipend_source", "one_time", False),
        ("teacher_leaders", "stipend_source", "recurring", True),
        ("instructional_coaches", "instructional_coaches", 0.5, False),
    ],
)
def test_what_must_not_shrink(keep, lever, value, may):
    """Below its value now is not allowed, the same or more is; a choice stays as it is; other levers are
    free.
    """
    plan = PLAIN.changed(
        recurring_pd_per_teacher=1_200, sub_days_per_teacher=2, teacher_leaders=4, instructional_coaches=1
    )
    bar = Bar.of(plan, plan, GOALS["year5"], Limits(None, (keep,)))
    assert bar.may_stand(lever, value) is may


def test_a_role_is_kept_in_every_year():
    """100 students at 50 per counselor: 2 positions. Falling to 81 students in Year 5 it is 81 / 50 = 1.62,
    so 1.5, in plan and try alike.
    """
    plan = PLAIN.changed(pupils_per_counselor=50, counselor_salary=50_000, enrollment_growth=-0.05)
    bar = Bar.of(plan, plan, GOALS["year5"], Limits(None, ("counselor",)))
    tries = [plan, plan.changed(pupils_per_counselor=49), plan.changed(pupils_per_counselor=60)]
    assert bar.keeps(project(tries, only=bar.lines)).tolist() == [True, True, False]


def test_limits_as_they_are_typed():
    """A number for classes, names for the rest; the same twice is once."""
    assert Limits.parse(["class_size=28", "pd", " pd "]) == Limits(28, ("pd",))
    assert Limits.parse([]) == Limits()
    assert Limits(28, ("pd",)).without("pd") == Limits(28)
    assert Limits(28, ("pd",)).without("class_size") == Limits(None, ("pd",))


def test_all_that_is_wrong_with_limits_is_said_at_once():
    typed = [
        "class_size",
        "class_size=0",
        "class_size=nan",
        "class_size=1_0",
        "pd=3",
        "teachrs",
        "class_size=20",
        "class_size=21",
    ]
    with pytest.raises(ScenarioError) as e:
        Limits.parse(typed)
    messages = [p.message for p in e.value.problems]
    assert len(messages) == 7
    assert "Did you mean teachers?" in messages[5]
    assert "twice" in messages[6]


def test_every_limit_names_what_exists():
    """No lever or line of a limit is a name that the register or the book does not know."""
    for kept in KEPT.values():
        assert all(k in LEVERS for k in kept.levers)
        project([PLAIN], only=kept.lines)
        assert kept.levers or kept.lines


@pytest.mark.parametrize(("opening", "met"), [(15_000, True), (14_999.98, False)])
def test_a_grant_may_be_there_and_not_be_needed(opening, met):
    """100 devices at $300, paid by a grant at the start and bought again in Year 3. $10,000 a year are left
    over before that and -$5,000 in Year 1: -5,000 + 10,000 - 20,000 is $15,000 below the beginning balance in
    Year 3. A grant of Year 3 fills it, and the plan does not need it only if $15,000 were there.
    """
    plan = PLAIN.changed(
        devices_per_pupil=1,
        device_unit_cost=300,
        device_life_years=3,
        refresh="lumpy",
        startup_grants=30_000,
        nonpersonnel_per_pupil=(4_050, 3_900, 3_900, 3_900, 3_900),
        sustaining_grant=(0, 0, 15_000, 0, 0),
        sustaining_grant_years=3,
        opening_fund_balance=opening,
    )
    p = project([plan], only=GOALS["sustainable"].lines)
    assert is_met(GOALS["sustainable"].margins(p)).tolist() == [met]


# --- the student's side
# ---------------------------------------------------------------------------------------


def test_what_pupils_would_notice():
    """12.5 students per teacher: 8 teachers, classes of 12.5 / 0.8 = 15.6, 100 / 8 = 12.5 students per adult.
    Start-up cost: nothing.
    """
    first, second = felt(PLAIN, [PLAIN.changed(pupils_per_teacher=12.5), PLAIN.changed(startup_other=5_000)])
    assert [(f.label, f.before, f.after) for f in first] == [
        ("Class size", "12.5", "15.6"),
        ("Students per adult", "10", "12.5"),
        ("Teachers", "10", "8"),
    ]
    assert second == []
