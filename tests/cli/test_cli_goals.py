"""The commands of goals: what they print, and that all problems come at once."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.goals.goal import GOALS
from model.goals.limits import Limits
from model.goals.reaching import reach
from model.plan.scenario import Scenario
from model.texts import quoted, say
from tests.first_versions import first_version
from tools.saying import says

POOR = ("--preset", first_version("us_elementary"), "--set", "public_funding_growth=2%")


def test_a_goal_that_is_not_reached(run):
    """The distance, every single answer with its student's side, the three combined, what a limit stops."""
    status, out, _ = run("goal", *POOR, "--limit", "class_size=20", "--limit", "pd")
    assert status == 0
    assert say("find_a_fix.not_met", goal=say("find_a_fix.goal_balance")) in out
    assert say("find_a_fix.missed_years_3_to_5", amount="$120,745") in out
    plan = Scenario.preset(first_version("us_elementary")).changed(public_funding_growth=0.02)
    found = reach(plan, plan, GOALS["sustainable"], Limits(20, ("pd",)))
    for route in found.nearest:
        assert f"{route.steps[0].lever.label}: " in out
    assert say("find_a_fix.stopped", settings="Students per teacher") in out
    assert out.count(f"{say('find_a_fix.supplies_per_student')} $1,931") >= 2
    assert say("terminal.several_settings") in out


def test_a_goal_that_is_met_says_the_room(run):
    status, out, _ = run("goal", "--preset", first_version("us_elementary"), "--goal", "year5")
    assert status == 0
    assert say("find_a_fix.met", goal=say("find_a_fix.goal_year5"), amount="$35,966") in out
    assert say("find_a_fix.setting_at", setting="Students per teacher", value="14.9") in out


def test_a_goal_that_limits_block_names_the_limit(run):
    """No fewer teachers, aides, counselors: lifting the teachers alone opens a way."""
    limits = [
        x
        for k in ("pd", "teacher_leaders", "paraprofessional", "counselor", "teachers")
        for x in ("--limit", k)
    ]
    argv = ["--preset", first_version("chicago_neighborhood_k8"), "--set", "public_funding_growth=-3%"]
    status, out, _ = run("goal", *argv, *limits)
    assert status == 0
    either = "“No fewer paraprofessionals” or “No fewer teachers”"
    assert say("find_a_fix.blocked_by_one", limits=either) in out


def test_all_that_is_wrong_comes_at_once(run):
    """A bad lever and two bad limits in one answer, nothing on standard output."""
    status, out, err = run(
        "goal",
        "--preset",
        first_version("us_elementary"),
        "--set",
        "x=1",
        "--limit",
        "pdd",
        "--limit",
        "class_size=big",
    )
    assert status == 2
    assert out == ""
    assert say("values.no_such_setting", name=quoted("x")) in err
    assert says("names.did_you_mean", name="pd").search(err)
    assert "class_size=28" in err


@pytest.mark.parametrize("kind", ["world", "decision", "fact"])
def test_the_tornado(run, kind):
    """Largest first, both ends, the turn, and what has no effect."""
    status, out, _ = run("tornado", "--preset", first_version("us_elementary"), "--of", kind)
    assert status == 0
    first = {
        "world": "public_funding_growth",
        "decision": "pupils_per_teacher",
        "fact": "base_rate_per_pupil",
    }[kind]
    assert out.splitlines()[2].strip().startswith(LEVERS[first].label)
    assert say("find_a_fix.break_even", value="") in out
    assert f"\n{say('terminal.no_effect')}\n  " in out


def test_the_sizes_of_a_plan(run):
    """The range, its neighbors, where the search ended; every run as a row for machines."""
    status, out, _ = run("sizes", "--preset", first_version("us_elementary"))
    assert status == 0
    assert say("sizes.safe", first="439", last="464", own="450") in out
    assert say("sizes.above_fall", first="465", last="466") in out
    assert say("sizes.looked", first="10", last="900") in out
    status, out, _ = run("sizes", "--preset", first_version("us_elementary"), "--format", "csv")
    assert status == 0
    assert {"first,last,covers_costs", "439,464,yes", "465,466,no", "492,900,yes"} <= set(out.splitlines())


def test_sizes_of_a_plan_by_grade_are_refused(run):
    argv = ("--preset", first_version("us_elementary"), "--set", "enrollment_from=by_grade")
    status, out, err = run("sizes", *argv)
    assert (status, out) == (2, "")
    assert say("sizes.by_grade") in err
