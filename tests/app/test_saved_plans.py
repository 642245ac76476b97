"""The list of saved plans, where it stands: each plan has both badges, or the one word that both earn."""

from __future__ import annotations

from exchange import store
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.rating import rate
from model.results.rating_in_words import if_things_change, on_paper
from model.results.verdicts import judge
from model.texts import say
from model.units import money
from tests.app.screen import click, htmls, open_app, open_part, run
from tests.first_versions import first_version
from tests.ratings import chance_there
from views.compare import comparison_tables, saved_plans, shelf

ELEMENTARY = first_version("us_elementary")
# A million in savings and $1,400 more a student: it balances, and holds up in 8 of 10 cases.
SAFE = {"opening_fund_balance": "1000000", "base_rate_per_pupil": "13000"}


def lines(app) -> list[str]:
    """What stands in the list, a plan a line."""
    return [h for h in htmls(app) if '<p class="kept"><b>' in h]


def kept(query):
    """A page with one plan saved."""
    app = open_part(open_app(**{"from": ELEMENTARY, **query}), "plans")
    return click(app, "keep-plan")


def of(plan: Scenario):
    return rate(judge(project([plan])), chance_there(plan, ELEMENTARY))


def test_a_plan_that_balances_in_few_cases_says_both():
    plan = Scenario.preset(ELEMENTARY)
    (line,) = lines(kept({}))
    assert say("compare.comes_to", amount=money(35_966, plus=True)) in line
    assert on_paper(of(plan)) == say("rating.balances")
    assert say("rating.balances") in line
    assert if_things_change(of(plan)) in line


def test_a_plan_that_earns_the_word_has_it():
    (line,) = lines(kept(SAFE))
    assert say("rating.sustainable", cases=8) in line
    assert say("rating.balances") not in line


def test_the_list_is_the_same_wherever_it_stands():
    """Under Compare plans, and under Share and print."""
    app = kept(SAFE)
    (line,) = lines(app)
    assert lines(open_part(app, "open")) == [line]


def test_with_the_ranges_off_nothing_was_tested():
    app = kept(SAFE)
    app.toggle(key="ranges-shown").set_value(False)
    (line,) = lines(run(app))
    assert say("rating.balances") in line
    assert say("rating.off") in line


def test_many_plans_are_judged_together(monkeypatch):
    """As many as a shelf holds take one projection."""
    app = kept(SAFE)
    (item,) = app.session_state[shelf.tab.key].shelf.plans
    counted = []
    whole = comparison_tables.project

    def watched(*asked, **more):
        counted.append(len(asked[0]))
        return whole(*asked, **more)

    monkeypatch.setattr(comparison_tables, "project", watched)
    found = saved_plans.answers([item] * store.MOST)
    assert (len(found), counted) == (24, [24])
