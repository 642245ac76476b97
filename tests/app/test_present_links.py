"""Present mode in the address: what a link brings back, and what it cannot."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.address import read, write
from exchange.showing import LOOKS, MOST_LEVERS, SCREENS, SLIDERS, USUAL, Showing
from model.plan.plan import from_preset
from tests.app.test_present import HOME, PLAN


def opened(**query):
    return read({k: [v] for k, v in query.items()}, HOME)


# --- the link -----------------------------------------------------------------------------------------------

SHOWINGS = st.builds(
    lambda on, screens, at, levers, look, guess: Showing(
        on, at % len(screens) + 1, screens, levers, look, guess
    ),
    st.booleans(),
    st.lists(st.sampled_from(SCREENS), min_size=1, unique=True).map(tuple),
    st.integers(0, 100),
    st.lists(st.sampled_from(SLIDERS), min_size=1, max_size=MOST_LEVERS, unique=True).map(tuple),
    st.sampled_from(LOOKS),
    st.booleans(),
)


@given(SHOWINGS)
def test_a_link_brings_the_same_show_back(showing):
    """Whatever is shown comes back from its address, through a browser's own coding, the plan untouched."""
    there = from_preset(HOME)
    back = read(parse_qs(urlencode(write(there, showing)), keep_blank_values=True), HOME)
    assert (back.showing, back.problems, back.plan) == (showing, (), there)


def test_the_usual_show_is_not_in_the_link():
    """A plan that nobody presents has the address that it always had."""
    assert write(from_preset(HOME), USUAL) == PLAN


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("show", "yes", "show is “yes”"),
        ("show", "", "show is “”"),
        ("screen", "0", "screen is “0”"),
        ("screen", "7", "screen is “7”"),
        ("screen", "two", "screen is “two”"),
        ("screen", "٢", "screen is “٢”"),
        ("screen", "1.0", "screen is “1.0”"),
        ("screens", "answer,bars", "screens holds “bars”"),
        ("screens", "answer,answer", "screens holds “answer” 2 times"),
        ("screens", "", "screens holds “”"),
        ("levers", "teacher_leader", "levers holds “teacher_leader”"),
        ("levers", "refresh", "levers holds “refresh”, which is not a lever with a slider"),
        ("levers", "refresh", "levers holds “refresh”"),
        ("levers", ",".join(SLIDERS[:5]), "levers holds 5"),
        ("levers", "inflation,inflation", "levers holds “inflation” 2 times"),
        ("look", "red", "look is “red”"),
        ("look", "Dark", "look is “Dark”"),
        ("guess", "no", "guess is “no”"),
        ("guess", "<script>", "guess is “<script>”"),
    ],
)
def test_what_cannot_be_shown_is_named(name, value, said):
    """Each parameter that means nothing is named with its value; the rest of the link is still read."""
    found = opened(**{**PLAN, "teacher_leaders": "6", "look": "dark", name: value})
    assert [p for p in found.problems if said.split(", which")[0] in p], found.problems
    assert found.plan.now["teacher_leaders"] == 6
    if name != "look":
        assert found.showing.look == "dark"
    assert 1 <= found.showing.screen <= len(found.showing.screens)
    assert 1 <= len(found.showing.levers) <= MOST_LEVERS


def test_a_long_value_is_cut_where_it_is_named():
    """A parameter of thousands of letters does not fill the page."""
    (problem,) = opened(look="x" * 5000).problems
    assert len(problem) < 200


def test_a_screen_is_counted_in_the_order_that_was_chosen():
    """Screen 2 of two is balance; of two screens there is no third."""
    assert opened(screens="result,balance", screen="2").showing.now == "balance"
    assert "screen is “3”" in opened(screens="result,balance", screen="3").problems[0]
