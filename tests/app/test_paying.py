"""The tab of teacher leaders' pay: six routes, one press to take one, and what if there were leaders."""

from __future__ import annotations

import re

import pytest

from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.rating import rate
from model.results.rating_in_words import if_things_change, on_paper
from model.results.verdicts import judge
from model.routes import ROUTES, compare
from model.texts import counted, say
from model.units import money
from tests.app.screen import click, htmls, move, now, open_app, open_part, plan, run
from tests.first_versions import first_version
from tests.ratings import chance_there

ELEMENTARY = Scenario.preset(first_version("us_elementary"))


def opened(**query):
    app = open_app(**query)
    return open_part(app, "leaders")


def table(app):
    """The table of routes: route, then its cells as text."""
    (found,) = [h for h in htmls(app) if say("leaders.table") in h]
    rows = [
        [
            " ".join(re.sub(r"<[^>]+>", " ", cell).split())
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", found)[1:]
    ]
    return {row[0]: row[1:] for row in rows}


def used(route):
    """The name of the route that the plan takes, as it stands in the table."""
    return f"{say(ROUTES[route])} {say('leaders.your_plan')}"


def take(app, route):
    app.button_group(key="route").set_value(route)
    return run(app)


def test_the_table_says_what_the_model_says():
    """A row for each route, the plan's marked; the figures of the hand-worked test."""
    rows = table(opened())
    assert list(rows) == [used(r) if r == "recurring" else say(ROUTES[r]) for r in ROUTES]
    ends = say("leaders.ends_unpaid", year="Year 3")
    lasts, *costs = rows[say(ROUTES["one_time"])][:4]
    assert lasts.startswith(ends)
    assert costs == ["$24,348", "$0", "$48,696"]
    position = rows[say(ROUTES["position"])][5]
    assert say("leaders.give_up", count=counted("0.5"), kind="Teachers") in position
    assert say("leaders.larger_classes", count=counted("19.6"), before="19.4") in position


@pytest.mark.parametrize("changes", [{}, {"base_rate_per_pupil": "11535"}, {"leader_pay": "salary_waiver"}])
def test_the_row_of_the_plan_says_what_the_first_view_says(changes):
    """Year 5 to the dollar, and how it is rated."""
    app = opened(**{"from": "us_elementary.1", **changes})
    (row,) = [cells for name, cells in table(app).items() if name.endswith(say("leaders.your_plan"))]
    v = judge(project([now(app)]))
    rating = rate(v, chance_there(now(app), "us_elementary.1"))
    badges = (on_paper(rating), if_things_change(rating))
    assert row[4] == money(v.result_year5, plus=True)
    (first,) = [h for h in htmls(app) if 'id="verdict"' in h]
    assert row[0].startswith(say("leaders.lasts"))
    assert all(badge in row[0] and badge in first for badge in badges)
    assert money(v.result_year5) in first


def test_each_way_has_both_badges():
    """The chance of each is that of its own plan; with the ranges off none was tested."""
    app = opened()
    rows = table(app)
    for r in compare(ELEMENTARY, ELEMENTARY).routes:
        lasts = rows[used(r.key) if r.is_used else say(ROUTES[r.key])][0]
        rating = rate(r.verdict, chance_there(r.plan, "us_elementary.1"))
        unpaid = say("leaders.balances_unpaid") if r.key == "one_time" else on_paper(rating)
        assert unpaid in lasts
        assert if_things_change(rating) in lasts
    app.toggle(key="ranges-shown").set_value(False)
    assert all(say("rating.off") in row[0] for row in table(run(app)).values())


def test_the_study_stands_beside_with_its_source():
    """What was published of leaders' pay, as published, and who says so."""
    (intro,) = [h for h in htmls(opened()) if "aftonpartners.com" in h]
    assert "one-time stipends or raises (by contract waiver)" in intro
    assert "left open" in intro
    assert 'href="https://aftonpartners.com/' in intro


@pytest.mark.parametrize("route", [r for r in ROUTES if r != "recurring"])
def test_a_route_is_taken_with_one_press_and_undo_takes_it_back(route):
    """The plan's levers become the route's, as one step; the table stays and marks it."""
    app = opened()
    before = table(app)
    take(app, route)
    assert now(app).values == compare(ELEMENTARY, ELEMENTARY).of(route).plan.values
    after = table(app)
    assert used(route) in after
    assert [row[1:4] for row in after.values()] == [row[1:4] for row in before.values()]
    click(app, "undo")
    assert now(app).values == ELEMENTARY.values
    assert app.button_group(key="route").value == "recurring"


def test_pressing_the_plans_own_route_again_changes_nothing():
    """Nothing is chosen then, and nothing moves."""
    app = opened()
    app.button_group(key="route").set_value(None)
    run(app)
    assert now(app).values == ELEMENTARY.values
    assert not plan(app).is_changed


def test_another_kind_of_position():
    """Half of a counselor for the four leaders: 72,030 x 1.435 / 2 = $51,682 is more than $24,348."""
    app = opened()
    assert "Instructional coaches" not in app.selectbox(key="route-position").options
    app.selectbox(key="route-position").set_value("counselor")
    run(app)
    position = table(app)[say(ROUTES["position"])][5]
    assert say("leaders.give_up", count=counted("0.5"), kind="Counselors") in position
    assert say("leaders.positions_left", now="0.5", before="1") in position
    take(app, "position")
    # 372 students each, in steps of ten: 450 / 592 = 0.76 is still 1, 450 / 602 = 0.748 is 0.5.
    assert now(app).differences(ELEMENTARY) == {"pupils_per_counselor": 602}


def test_a_plan_without_leaders_can_ask_what_they_would_take():
    """Without leaders in the plan, four are asked as at the start, six when six are typed; the plan stays."""
    app = opened(**{"from": "us_elementary.1", "teacher_leaders": "0"})
    assert any(say("leaders.plan_pays_none", count=4, pay="$6,000") in h for h in htmls(app))
    app.text_input(key="route-leaders").set_value("6")
    run(app)
    assert any(say("leaders.plan_pays_none", count=6, pay="$6,000") in h for h in htmls(app))
    assert table(app)[say(ROUTES["recurring"])][1] == "$36,522"  # 6 x $6,000 x 1.0145
    assert now(app)["teacher_leaders"] == 0
    take(app, "waiver")
    assert (now(app)["teacher_leaders"], now(app)["leader_pay"]) == (6, "salary_waiver")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [("leaders", "-1", "Teacher leaders"), ("release", "250", "250.0% is outside")],
)
def test_what_cannot_be_asked_is_said_in_the_fields_own_scale(field, typed, said):
    """The sentence names the lever, the value and what is possible; the plan and what was typed stay."""
    app = opened(**{"from": "us_elementary.1", "teacher_leaders": "0"})
    app.text_input(key=f"route-{field}").set_value(typed)
    run(app)
    assert any(said in e.value for e in app.error)
    assert not any(say("leaders.table") in h for h in htmls(app))
    assert app.text_input(key=f"route-{field}").value == typed


def test_a_plan_with_leaders_is_not_asked_how_many():
    """Fields stand only for what the plan does not say."""
    app = opened()
    assert {w.key for w in app.text_input if w.key.startswith("route-")} == {"route-release"}


def test_the_table_follows_the_plan():
    """Another number of leaders in the plan: $6,000 x 1.0145 each."""
    app = move(opened(), "teacher_leaders", 10.0)
    assert table(app)[used("recurring")][1] == "$60,870"
