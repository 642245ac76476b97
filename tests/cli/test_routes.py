"""`python -m model routes`: every route for a plan, in words and figures; wrong input ends with status 2."""

from __future__ import annotations

import pytest

from commands.model_program import main
from model.plan.scenario import Scenario
from model.results.rating import rate
from model.results.rating_in_words import if_things_change
from model.routes import ROUTES, compare
from model.texts import counted, say
from tests.first_versions import first_version
from tests.ratings import chance_there


def test_every_route_with_cost_break_and_need(capsys):
    """The figures of the hand-worked test, and the plan's own route marked."""
    assert (
        main(["routes", "--preset", first_version("us_elementary"), "--set", "stipend_source=one_time"]) == 0
    )
    out = capsys.readouterr().out
    one_time = say("leaders.route_one_time")
    takes = say("leaders.plan_takes", count=4, pay="$6,000", route=one_time)
    assert out.splitlines()[1] == f"{takes} {say('leaders.plan_unpaid', year='Year 3')}"
    labels = list(map(say, ROUTES.values()))
    assert [label for label in labels if f"\n{label}" in out] == labels
    assert f"{one_time} (the plan as it is): {say('leaders.ends_unpaid', year='Year 3')}" in out
    assert say("terminal.route_cost", first="$24,348", last="$0", sum="$48,696") in out
    unpaid = say("rating.line_alone", rating=say("leaders.balances_unpaid"))
    assert f"{say('terminal.route_result', result='$60,314')} {unpaid}" in out
    assert say("leaders.give_up", count=counted("0.5"), kind="Teachers") in out
    assert say("leaders.larger_classes", count=counted("19.6"), before="19.4") in out


def test_each_way_has_its_own_chance(capsys):
    """Beside the rating on paper, as `run` gives it for the plan of that way."""
    preset = first_version("us_elementary")
    assert main(["routes", "--preset", preset]) == 0
    lines = capsys.readouterr().out.splitlines()
    start = Scenario.preset(preset)
    for way in compare(start, start).routes:
        tested = if_things_change(rate(way.verdict, chance_there(way.plan, preset)))
        at = next(i for i, x in enumerate(lines) if x.startswith(way.label))
        assert lines[at + 2].endswith(f" {say('rating.line_alone', rating=tested)}")


def test_whose_position_and_how_much_release(capsys):
    """A counselor instead of a teacher, and a tenth of the week: 0.4 positions."""
    options = ["--give-up", "counselor", "--release", "0.1"]
    assert main(["routes", "--preset", first_version("us_elementary"), *options]) == 0
    out = capsys.readouterr().out
    assert say("leaders.give_up", count=counted("0.5"), kind="Counselors") in out
    assert say("leaders.release_needs", share="10%", count=counted("0.4"), hours="576") in out


@pytest.mark.parametrize("share", ["0", "-0.1", "1.01"])
def test_a_share_of_a_week_that_cannot_be(capsys, share):
    """Nothing on standard output, one sentence with the remedy on the other."""
    assert main(["routes", "--preset", first_version("us_elementary"), "--release", share]) == 2
    seen = capsys.readouterr()
    assert seen.out == ""
    assert seen.err == f"{say('terminal.no_such_release', given=share)}\n"


def test_a_plan_that_cannot_be_says_everything_at_once(capsys):
    """The preset and the lever are both named."""
    assert main(["routes", "--preset", "us_elementry", "--set", "teacher_leders=3"]) == 2
    err = capsys.readouterr().err
    assert "us_elementry" in err
    assert "teacher_leders" in err
