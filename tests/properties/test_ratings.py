"""No plan is called sustainable unless it balances and holds up in 7 of 10 of its futures or more."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.files import Filed
from model.answer.numbers import view_numbers
from model.plan import facts
from model.plan.plan import Plan
from model.ranges.bands import ranges
from model.ranges.chances import chance_of
from model.ranges.draws import FUTURES
from model.results.projection import project
from model.results.rating import Chance, Untested, rate
from model.results.rating_in_words import if_things_change, on_paper, rating_line
from model.results.verdicts import State, judge
from model.routes import compare
from model.stress import board
from model.texts import say
from tests.ratings import sustainable_said
from tests.strategies import scenarios
from views.answer import panel
from views.answer.answer_bar import bar
from views.answer.likely import likely
from views.answer.panel import badge, badge_slots
from views.compare.comparison_tables import come_to, outcomes_table
from views.teacher_leaders.routes_table import routes_table
from views.what_if.stress_board import board_table


@settings(max_examples=200)
@given(plan=scenarios(usual=True), held_up=st.integers(0, FUTURES))
def test_no_words_of_any_plan_say_sustainable_below_seven_of_ten(plan, held_up):
    """With the chance of its own futures, with any other, and with none: badges, live slots and lines."""
    verdict = judge(project([plan]))
    own = ranges(plan).chance
    for chance in (own, Chance(held_up / FUTURES), Chance(held_up / FUTURES, is_partial=True), *Untested):
        rating = rate(verdict, chance)
        earned = (
            verdict.state is State.SUSTAINABLE
            and isinstance(chance, Chance)
            and not chance.is_partial
            and chance.share >= 0.7
        )
        shown = " ".join((*badge_slots(rating).values(), badge(rating), rating_line(rating)))
        assert bool(sustainable_said(shown)) is earned
        assert not sustainable_said(f"{on_paper(rating)} {if_things_change(rating)}")
        good = rating.chance_tone == "good"
        assert good == (isinstance(chance, Chance) and chance.share >= 0.7)


@settings(max_examples=200)
@given(now=scenarios(usual=True))
def test_no_place_draws_sustainable_for_a_plan_below_seven_of_ten(now):
    """What the places draw with a plan's own chance: first view, bar, saved plans, plans beside, events."""
    plan = Plan(now, now, facts.USUAL, None)
    projection, found = project([now]), ranges(now)
    rating, (numbers,) = rate(judge(projection), found.chance), view_numbers(projection, plan.facts)
    costs = projection.row("recurring_cost", 0)
    filed = Filed(plan)
    its = likely(found, projection)
    for shown in (panel.verdict(numbers, its), bar(numbers, its, costs, plan, None, "", "")):
        assert bool(sustainable_said(_read(shown))) is rating.is_sustainable
    (listed,) = come_to([filed], [found.chance])
    assert bool(sustainable_said(_read(listed))) is rating.is_sustainable
    assert rating.is_sustainable or if_things_change(rating) in _read(listed)
    for shown in (outcomes_table([filed], [found]), board_table(board(now))):
        assert sustainable_said(_read(shown)) == []  # on paper, or on paper and the chance in two rows


@settings(max_examples=100)
@given(now=scenarios(usual=True))
def test_no_way_to_pay_leaders_is_called_sustainable_unless_it_pays_and_earns_it(now):
    """Each way with the chance of its own futures; the row of the plan has the plan's rating."""
    found = compare(now, now)
    chances = {r.key: chance_of(r.plan) for r in found.routes if r.plan}
    rated = [(r, rate(r.verdict, chances[r.key])) for r in found.routes if r.plan]
    earned = [r for r, rating in rated if rating.is_sustainable and r.is_paid]
    table = _read(routes_table(found, chances))
    assert len(sustainable_said(table)) == len(earned)
    assert table.count(say("leaders.balances_unpaid")) == sum(x.balances and not r.is_paid for r, x in rated)
    assert all(x == rate(judge(project([now])), ranges(now).chance) for r, x in rated if r.is_used)


def _read(markup):
    return re.sub(r"<[^>]+>", " ", markup)


@settings(max_examples=200)
@given(plan=scenarios(every=True, usual=True))
def test_what_is_not_balanced_on_paper_has_a_reason(plan):
    """One reason, and a year for every reason that has one: that of the plan with every position filled."""
    verdict = judge(project([plan]))
    rating = rate(verdict)
    assert (rating.reason is None) == rating.balances
    if verdict.state is State.NOT_SUSTAINABLE:
        assert rating.year == verdict.tested.first_negative is not None
