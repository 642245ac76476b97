"""What two tabs of one browser do to the same plans: joined, told, and nothing written over."""

from __future__ import annotations

import json

import pytest

from exchange import browser_shelf, store
from exchange.browser_shelf import differing, found, named, question
from exchange.files import Filed
from exchange.files.limits import FORMAT_VERSION
from exchange.store import Kept, Shelf
from model.plan.plan import from_preset
from model.texts import quoted, say
from tests.first_versions import first_version
from tools.saying import says

ONE, TWO = "0000000000000001", "0000000000000002"


def kept(key: str, name: str, reason: str = "") -> Kept:
    return Kept(key, Filed(from_preset(first_version("us_elementary")).named(name), reason))


A, B = kept(ONE, "Plan A"), kept(TWO, "Plan B")


def test_what_the_browser_keeps_joins_what_the_tab_holds():
    """Oldest first, and without a word."""
    assert found(Shelf((B,)), {ONE: A.text}) == Shelf((A, B))


def test_two_tabs_that_keep_a_plan_of_one_name_are_told():
    """Both plans are there, and the reader is asked to tell them apart."""
    shelf = found(Shelf((A,)), {TWO: kept(TWO, "plan a").text})
    assert [k.name for k in shelf.plans] == ["Plan A", "plan a"]
    assert shelf.said == (say("store.two_of_one_name", name=quoted("plan a")),)


def test_what_the_tab_holds_is_not_written_over_by_what_is_found():
    changed = kept(ONE, "Plan A, changed")
    assert found(Shelf((changed,)), {ONE: A.text}) == Shelf((changed,))


def test_a_change_that_another_tab_forestalled_is_told():
    """The plan is as the browser keeps it, and what was to be written here is said."""
    mine, theirs = kept(ONE, "Mine", "my reason"), kept(ONE, "Theirs")
    shelf = differing(Shelf((mine, B)), {ONE: theirs.text})
    assert shelf.plans == (theirs, B)
    (said,) = shelf.said
    assert said == say(
        "store.changed_in_both", name=quoted("Theirs"), mine=quoted("Mine"), reason=quoted("my reason")
    )


def test_a_plan_that_another_tab_took_off_while_it_was_changed_is_kept_anew():
    """Under a key of its own: what was taken off stays off."""
    shelf = differing(Shelf((A, B)), {ONE: None})
    other, again = shelf.plans
    assert other == B
    assert again.filed == A.filed
    assert again.key not in (ONE, TWO)
    assert shelf.gone == (ONE,)
    assert shelf.said == (say("store.deleted_meanwhile", name=quoted("Plan A")),)


def test_a_plan_that_another_tab_changed_while_it_was_taken_off_is_back():
    shelf = differing(Shelf((A, B)).without(ONE), {ONE: kept(ONE, "Changed").text})
    assert [k.name for k in shelf.plans] == ["Changed", "Plan B"]
    assert shelf.gone == ()
    assert shelf.said == (say("store.changed_while_deleted", name=quoted("Changed")),)


def test_an_entry_that_became_unreadable_stays_where_it_is():
    """The plan is kept anew; the entry is not taken off."""
    shelf = differing(Shelf((A,)), {ONE: "{"})
    (again,) = shelf.plans
    assert (again.filed, shelf.gone) == (A.filed, ())
    assert again.key != ONE
    assert len(shelf.said) == 2
    assert says("store.unreadable").search(shelf.said[0])
    assert shelf.said[1] == say("store.unreadable_meanwhile", name=quoted("Plan A"))


@pytest.mark.parametrize("entries", [{}, {7: None}, {"../x": None}, {TWO: None}, {7: "x"}])
def test_an_answer_about_no_plan_of_the_tab_takes_nothing_off(entries):
    assert differing(Shelf((A,)), entries).plans == (A,)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"number": 3, "entries": {ONE: None}}, (3, {ONE: None})),
        ({"number": True, "entries": []}, (0, {})),
        ({"number": "3"}, (0, {})),
        (None, (0, {})),
        ([], (0, {})),
        ("x", (0, {})),
    ],
)
def test_a_question_of_the_browser_is_checked(told, asked):
    assert question(told) == asked


def test_a_plan_of_a_newer_tool_is_left_alone(monkeypatch):
    """Another tab may run a newer version: its entries are said and stay."""
    newer = json.dumps(json.loads(A.text) | {"format_version": 99})
    shelf = found(Shelf(), {ONE: newer})
    assert shelf.plans == ()
    refused = say("plan_file.newer_format", given=99, newest=FORMAT_VERSION)
    assert shelf.said == (say("store.unreadable", reason=refused),)
    monkeypatch.setattr(store, "MOST", 0)
    assert browser_shelf.found(Shelf(), {ONE: A.text}).said == (
        say("store.not_shown", most=0, names="Plan A"),
    )


def test_what_was_heard_of_is_named_by_its_keys():
    """Also what cannot be used, or the browser would report it for ever."""
    assert named({ONE: A.text, "no key": 17, 3: "x"}) == {ONE, "no key"}
    assert named("nonsense") == frozenset()
