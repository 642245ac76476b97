"""No plan is called sustainable unless it balances and holds up in 7 of 10 of its futures or more."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model.ranges.bands import ranges
from model.ranges.draws import FUTURES
from model.results.projection import project
from model.results.rating import Chance, Untested, rate
from model.results.rating_in_words import if_things_change, on_paper, rating_line
from model.results.verdicts import State, judge
from tests.ratings import sustainable_said
from tests.strategies import scenarios
from views.answer.panel import badge, badge_slots


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
@given(plan=scenarios(every=True, usual=True))
def test_what_is_not_balanced_on_paper_has_a_reason(plan):
    """One reason, and a year for every reason that has one."""
    verdict = judge(project([plan]))
    rating = rate(verdict)
    assert (rating.reason is None) == rating.balances
    if verdict.state is State.NOT_SUSTAINABLE:
        assert rating.year == verdict.first_negative is not None
