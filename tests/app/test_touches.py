"""What the browser's components report is checked like anything else that comes in."""

from __future__ import annotations

import pytest

from exchange import browser_shelf, files
from exchange.browser_shelf import MOST_ENTRIES
from exchange.files.notebook_fields import notebook_text
from exchange.store import Shelf
from model.evidence import LEVERS
from model.plan.notebook import Note, Notebook
from model.plan.plan import from_preset
from model.texts import say
from tests.first_versions import first_version
from tests.looped import looped
from views.levers import controls
from views.live.ahead import MOST as MOST_AHEAD
from views.live.response import MOST, positions
from views.live.touch import lever_of, places_of
from views.shell import notebook
from views.trace import asking

TEXT = files.write([from_preset(first_version("us_elementary"))]).decode()
ODD = [None, True, 0, 1.5, "", "x", [], {}, [[]], {"lever": []}, {"lever": {}}, {"lever": None}, {"lever": 5}]


@looped("sent", [*ODD, {"lever": "nowhere"}, {"lever": "refresh"}, {"lever": ["teacher_leaders"]}])
def test_a_touch_of_what_is_no_number_asks_for_nothing(sent):
    """A list is no name of a lever, and a choice has no places between which it could be drawn."""
    assert lever_of(sent) is None


def test_a_touch_of_a_lever_is_that_lever():
    assert lever_of({"lever": "teacher_leaders", "of": [1]}) == "teacher_leaders"


@looped(
    "sent", [*ODD, *({"ahead": odd} for odd in [*ODD, [[]], ["1"], [None], [float("nan"), float("inf")]])]
)
def test_places_that_are_none_ask_for_no_futures(sent):
    assert not [x for x in places_of(sent) if x not in (0, 1)]


def test_no_more_futures_than_an_answer_holds_are_asked_for():
    assert places_of({"ahead": [1, 2.5, True]}) == (1.0, 2.5, 1.0)
    assert places_of({"ahead": list(range(10_000))}) == tuple(map(float, range(MOST_AHEAD)))


@looped("sent", [*ODD, "x" * 100_000, ["structural_result", 3], "structural_result", "structural_result 9"])
def test_a_press_on_what_has_no_explanation_asks_for_nothing(sent):
    assert asking.read(sent) is None


@looped("sent", ODD)
def test_a_report_that_is_none_adds_nothing(sent):
    """Shelf and notebook stay as they are, and the reader of entries says what it left alone."""
    assert browser_shelf.found(Shelf(), sent).plans == ()
    assert browser_shelf.question(sent)[0] == 0
    assert notebook.read(sent)[0] == {}
    assert notebook.read({"notebooks": sent, "open": sent})[0] == {}


def test_more_entries_than_any_shelf_are_counted_and_not_read():
    reported = {f"{n:016x}": TEXT for n in range(MOST_ENTRIES + 250)}
    items, said = browser_shelf.read(reported)
    assert len(items) == MOST_ENTRIES
    assert said[0] == say("store.too_many_entries", entries=300, most=MOST_ENTRIES)


def test_more_notebooks_than_a_tab_keeps_are_not_read():
    text = notebook_text(Notebook((Note("structural_result", 5, "Ask"),)))
    kept, _, _ = notebook.read({"notebooks": {f"{n:012x}": text for n in range(500)}, "open": ""})
    assert len(kept) == 50


@pytest.mark.parametrize("lever", ["all_in_funding_per_pupil", "opening_fund_balance"])
def test_a_lever_far_out_of_its_range_has_more_places_than_a_table(lever):
    """Its table would keep others waiting: such a lever is answered by reruns, as `MOST` says."""
    _, high = LEVERS[lever].bounds
    far = from_preset(first_version("us_elementary")).changed({lever: high})
    assert len(positions(*controls.grid(LEVERS[lever], far.now))) > MOST
