"""Average teacher pay from who stays, who leaves and who comes: worked by hand, and beside rosters of people.

The plain school has 10 teachers at $50,000 with 20% benefits: $600,000 a year.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from model.evidence import STRESS
from model.plan.scenario import Scenario
from model.ranges.futures import futures
from model.results.idle_settings import idle_settings, openers
from model.results.projection import project
from model.stress.shocks import shocked
from tests.first_versions import first_version
from tests.looped import looped
from tests.worked.school import PLAIN, TEACHERS, row

ELEMENTARY = Scenario.preset(first_version("us_elementary"))
MOVES = {"pay_moves": "by_turnover", "teacher_turnover": 0, "step_raise": 0, "leavers_pay_share": 1}
# Two towns. 8 of 100 leave with 125% of the average and take 10% of all pay; with 5% more the rest earn
# 0.9 x 1.05 = 0.945, and 8 beginners at 68.75% add 0.055. In the other 10 of 100 leave with 120%: 0.88 x 1.05
# = 0.924, and 10 beginners at 76% add 0.076.
ONE_TOWN = {**MOVES, "teacher_turnover": 0.08, "leavers_pay_share": 1.25, "beginning_pay_share": 0.6875}
OTHER_TOWN = {**MOVES, "teacher_turnover": 0.1, "leavers_pay_share": 1.2, "beginning_pay_share": 0.76}


@looped("town", [ONE_TOWN, OTHER_TOWN])
def test_steps_do_not_raise_the_total_while_veterans_retire_and_beginners_come(town):
    """A step of 5% for all who stay, and the total stays as it is. With nobody leaving it rises by 5%."""
    with_steps = {**town, "step_raise": 0.05}
    assert row("teacher_cost", **with_steps) == pytest.approx([TEACHERS] * 5)
    stay = row("teacher_cost", **{**with_steps, "teacher_turnover": 0})
    assert stay == pytest.approx([TEACHERS * 1.05**t for t in range(5)])
    # Without steps the same people leave and come: 0.9 + 0.055 and 0.88 + 0.076 of last year.
    kept, added = (0.9, 0.055) if town is ONE_TOWN else (0.88, 0.076)
    second = kept + added
    assert row("teacher_pay_mix", **town)[:3] == pytest.approx([1, second, second * kept + added])


def test_raises_of_the_pay_scale_come_on_top():
    """3% for everybody beside them: the average of a town at rest rises by 3% a year."""
    plan = {**ONE_TOWN, "step_raise": 0.05, "salary_growth": 0.03}
    assert row("teacher_cost", **plan) == pytest.approx([TEACHERS * 1.03**t for t in range(5)])


def average(salaries: Sequence[float]) -> float:
    return sum(salaries) / len(salaries)


def test_a_roster_of_ten():
    """Ten teachers by name of their pay. Each year the one paid most leaves, all others get a raise of 2% and
    a step of 3%, and one comes at what a beginner earns then. What the plan needs is read off the roster.
    """
    staff = [68_000, 62_000, 58_000, 54_000, 50_000, 48_000, 45_000, 42_000, 38_000, 35_000]
    first, beginner = average(staff), 35_000.0
    means, of_leavers = [first], [1.0]
    for _ in range(4):
        gone = max(staff)
        of_leavers.append(gone / average(staff))
        staff.remove(gone)
        beginner *= 1.02
        staff = [x * 1.02 * 1.03 for x in staff] + [beginner]
        means.append(average(staff))
    plan = {
        **MOVES,
        "teacher_turnover": 0.1,
        "leavers_pay_share": tuple(of_leavers),
        "step_raise": 0.03,
        "salary_growth": 0.02,
        "teacher_salary": first,
        "beginning_pay_share": 35_000 / first,
        "benefit_rate": 0,
    }
    assert row("teacher_cost", **plan) == pytest.approx([10 * x for x in means])


def test_nobody_leaves():
    """Turnover 0: a step of 2% a year on top of 3%, whatever leavers and beginners would earn."""
    plan = {**MOVES, "step_raise": 0.02, "salary_growth": 0.03, "leavers_pay_share": 1.4}
    assert row("teacher_cost", **plan) == pytest.approx([TEACHERS * (1.03 * 1.02) ** t for t in range(5)])


@looped("leavers", [0.5, 1.0, 1.5])
def test_everybody_leaves(leavers):
    """Turnover 100%: from Year 2 on all are beginners at half the pay of Year 1, whatever leavers earned."""
    plan = {**MOVES, "teacher_turnover": 1, "step_raise": 0.05, "leavers_pay_share": leavers}
    assert row("teacher_cost", **plan) == pytest.approx([600_000, *[300_000] * 4])


def test_no_step():
    """A fifth leave at average pay, beginners earn half: 0.8 + 0.1, then 0.72 + 0.1, 0.656 + 0.1, 0.7048."""
    plan = {**MOVES, "teacher_turnover": 0.2}
    assert row("teacher_pay_mix", **plan) == pytest.approx([1, 0.9, 0.82, 0.756, 0.7048])
    assert row("teacher_cost", **plan) == pytest.approx([600_000, 540_000, 492_000, 453_600, 422_880])


def test_leavers_cannot_take_more_than_there_is():
    """Half leave with three times the average: nothing is left of last year's pay."""
    plan = {**MOVES, "teacher_turnover": 0.5, "leavers_pay_share": 3}
    assert row("teacher_pay_mix", **plan) == pytest.approx([1, *[0.25] * 4])


def test_one_year_of_retirements():
    """Three of ten retire in Year 3 with 120%: 1 - 0.36 + 0.15 = 0.79, and the average stays there. What is
    given for Year 1 is not used.
    """
    plan = {**MOVES, "teacher_turnover": (0.9, 0, 0.3, 0, 0), "leavers_pay_share": 1.2}
    assert row("teacher_pay_mix", **plan) == pytest.approx([1, 1, 0.79, 0.79, 0.79])


def test_only_teachers_move():
    """Coaches, counselors and all others go by salary growth; so do raises of teacher leaders."""
    others = {"instructional_coaches": 1, "instructional_coach_salary": 40_000, "clerk_positions": 1}
    raises = {"teacher_leaders": 1, "leader_supplement": 1_000, "leader_pay": "salary_waiver"}
    grows = {**others, **raises, "clerk_salary": 20_000, "salary_growth": 0.03}
    for line in ("instructional_coach_cost", "clerk_cost", "leader_pay_cost"):
        assert row(line, **grows, **{**MOVES, "teacher_turnover": 0.2}) == row(line, **grows)


def test_a_gap_in_beginners_is_at_the_pay_of_those_who_come():
    """Beginners earn half of Year 1's average, $25,000 and raises of 10%; with 20% they cost 30,000, 33,000,
    36,300 ... whatever the average does beside them. $4,900 a student is 110,000 short in Year 1.
    """
    plan = {
        **MOVES,
        "teacher_turnover": 0.2,
        "step_raise": 0.04,
        "salary_growth": 0.1,
        "base_rate_per_pupil": 4_900,
    }
    costs = row("beginner_position_cost", **plan)
    assert costs == pytest.approx([30_000 * 1.1**t for t in range(5)])
    short = [-x for x in row("structural_result", **plan)]
    assert short[0] == pytest.approx(110_000)
    gaps = [max(x, 0) / cost for x, cost in zip(short, costs, strict=True)]
    assert row("gap_in_beginning_teachers", **plan) == pytest.approx(gaps)
    # Pay of those who come, as a share of this year's average: a half of Year 1's, so more of a lower one.
    mix = row("teacher_pay_mix", **plan)
    assert row("beginning_share", **plan) == pytest.approx([0.5 / x for x in mix])


def test_open_positions_save_the_average_of_the_year():
    """One of ten open: its pay is saved, at this year's average with benefits; vacancies are as they were.
    Nobody is paid as a substitute here.
    """
    plan = {**MOVES, "teacher_turnover": 0.2, "positions_filled": 0.9, "open_positions_pay": "school"}
    mix = [1, 0.9, 0.82, 0.756, 0.7048]
    assert row("open_positions", **plan) == pytest.approx([-60_000 * x for x in mix])


# --- five typed numbers, events, possible futures -----------------------------------------------------------


def test_typed_averages_are_each_years_own():
    """Averages that somebody typed for every year already know who comes and leaves. The settings say so, and
    one press lets them act.
    """
    typed = {
        "teacher_salary": (50_000, 51_000, 52_000, 53_000, 54_000),
        "teacher_salary_each_year": "as_typed",
    }
    still, moves = PLAIN.changed(typed), PLAIN.changed({**typed, **MOVES, "teacher_turnover": 0.2})
    cost = project([still, moves])
    assert cost.row("teacher_cost", 1) == cost.row("teacher_cost", 0)
    assert cost.row("beginner_position_cost", 1) == cost.row("beginner_position_cost", 0)
    assert "teacher_turnover" in idle_settings([(still, moves)])[0]
    assert openers(still, moves, "teacher_turnover") == {"teacher_salary_each_year": "grows"}


def test_without_the_choice_nothing_moves():
    """Settings that only steps and turnover use are told to be idle, with the choice that lets them act."""
    plan = PLAIN.changed(teacher_turnover=0.3, step_raise=0.02, leavers_pay_share=1.2)
    assert project([plan]).row("personnel") == project([PLAIN]).row("personnel")
    assert set(idle_settings([(PLAIN, plan)])[0]) == {"teacher_turnover", "step_raise", "leavers_pay_share"}
    assert openers(PLAIN, plan, "teacher_turnover") == {"pay_moves": "by_turnover"}


def test_pay_up_two_points_raises_the_pay_scale():
    """The event adds 2 points to raises from Year 2 on; who leaves and comes is as it was."""
    plan = PLAIN.changed({**ONE_TOWN, "step_raise": 0.05, "salary_growth": 0.03})
    hit = shocked(plan, STRESS["pay_two_points"])
    assert project([hit]).row("teacher_cost")[1:] == pytest.approx([TEACHERS * 1.05**t for t in range(5)])


def test_turnover_is_no_luck():
    """In every possible future the same people leave and come: only raises differ from the plan."""
    plan = ELEMENTARY.changed({**ONE_TOWN, "step_raise": 0.04})
    p = project(futures(plan), only=["teacher_pay_mix", "pay_factor", "teacher_pay_factor"])
    mix = project([plan]).row("teacher_pay_mix")
    assert (p["teacher_pay_mix"] == mix).all()
    assert p["teacher_pay_factor"][:, 1:] == pytest.approx(p["pay_factor"][:, 1:] * mix[1:])
