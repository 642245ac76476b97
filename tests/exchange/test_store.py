"""What every store of plans promises. A second store is one more row of `STORES`, and all of this has to hold
for it.
"""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from exchange import store as rules
from exchange.files import Filed
from exchange.own_school import LONGEST_NAME
from exchange.store import Conflict, MemoryStore, NotKept
from model.evidence import PRESETS
from model.plan.notebook import Note, Notebook
from model.plan.plan import from_preset
from model.texts import quoted, say
from tests.first_versions import first_version
from tools.saying import says
from views.compare import shelf


@pytest.fixture
def browser_shelf(monkeypatch):
    """The shelf of one browser tab, without a browser."""
    monkeypatch.setattr("streamlit.session_state", {})
    monkeypatch.setattr(shelf.history, "mark_due", lambda: None)
    return shelf.SessionShelf()


STORES = ("memory", "browser_shelf")


@pytest.fixture(params=STORES)
def store(request):
    return MemoryStore() if request.param == "memory" else request.getfixturevalue(request.param)


def filed(name: str = "Plan A", reason: str = "", **changes) -> Filed:
    plan = from_preset(first_version("us_elementary")).changed(changes)
    return Filed(plan.named(name), reason, Notebook((Note("fund_balance", 5, "x", "$1"),)))


def test_a_store_begins_empty(store):
    assert store.list() == ()
    with pytest.raises(KeyError):
        store.get("0123456789abcdef")


@pytest.mark.parametrize("preset", PRESETS)
def test_what_is_put_is_there_as_it_was(store, preset):
    """Plan, reason, notes and locks; on no screen, with a key of its own."""
    plan = replace(from_preset(preset), locks=(("teacher_leaders", "mandate"),), id="screen")
    made = Filed(plan.named("Plan A"), "Because.", Notebook((Note("fund_balance", 5, "x", "$1"),)))
    kept = store.put(Filed(replace(made.plan, id="screen"), made.reason, made.notebook))
    assert store.list() == (kept,)
    assert store.get(kept.key) == kept
    assert kept.filed == made
    assert kept.filed.plan.id == ""


@pytest.mark.parametrize("clock", [lambda: 10**18, iter(range(10**18, 10**15, -(10**6))).__next__])
def test_plans_are_listed_in_the_order_in_which_they_were_kept(store, monkeypatch, clock):
    """Also after one of them was changed, within one moment, and while the clock is set back."""
    monkeypatch.setattr(rules, "time", SimpleNamespace(time_ns=clock))
    kept = [store.put(filed(name)) for name in "abcdefgh"]
    store.put(filed("z"), kept[0])
    assert [k.key for k in store.list()] == [k.key for k in kept]
    assert [k.name for k in store.list()] == list("zbcdefgh")


def test_a_plan_is_changed_in_its_place(store):
    """The same key, another version; blanks around a name mean nothing."""
    before = store.put(filed("Plan A"))
    after = store.put(filed("  Plan B ", " why ", teacher_leaders=6), before)
    assert store.list() == (after,)
    assert (after.key, after.name, after.filed.reason) == (before.key, "Plan B", "why")
    assert after.version != before.version
    assert store.put(filed("Plan A"), after).version == before.version  # the version is what the plan is


def test_a_change_to_a_plan_that_has_changed_is_told_and_nothing_is_written(store):
    """Two read the same plan; the second to write is told what is there now."""
    read = store.put(filed("Plan A"))
    theirs = store.put(filed("Plan B"), read)
    with pytest.raises(
        Conflict, match=says("store.renamed_elsewhere", name=quoted("Plan A"), now=quoted("Plan B"))
    ) as told:
        store.put(filed("Plan C"), read)
    assert told.value.here == theirs
    with pytest.raises(Conflict):
        store.remove(read)
    assert store.list() == (theirs,)


def test_a_change_to_a_plan_that_was_taken_off_is_told(store):
    """It does not come back under its key by a change made elsewhere."""
    read = store.put(filed("Plan A"))
    store.remove(read)
    with pytest.raises(Conflict, match=says("store.deleted_elsewhere", name=quoted("Plan A"))) as told:
        store.put(filed("Plan B"), read)
    assert told.value.here is None
    assert store.list() == ()
    store.remove(read)  # what is gone is gone, whoever took it off
    with pytest.raises(KeyError):
        store.get(read.key)


@pytest.mark.parametrize("name", ["Plan A", "plan a", " PLAN A "])
def test_a_name_is_given_once(store, name):
    """A second plan of the name is refused, new or renamed; a plan may keep its own."""
    one, two = store.put(filed("Plan A")), store.put(filed("Plan B"))
    for read in (None, two):
        with pytest.raises(NotKept, match=says("store.name_taken")):
            store.put(filed(name), read)
    assert [k.name for k in store.list()] == ["Plan A", "Plan B"]
    assert store.put(filed(name, "other"), one).filed.reason == "other"


def test_everything_wrong_is_said_at_once(store, monkeypatch):
    """No name, a reason too long, and no place left: three sentences, and nothing is kept."""
    monkeypatch.setattr(rules, "MOST", 1)
    kept = store.put(filed("x" * LONGEST_NAME))
    with pytest.raises(NotKept) as refused:
        store.put(filed("  ", "y" * 2_001))
    assert refused.value.problems == (
        say("store.needs_name"),
        say("store.reason_too_long", size="2,001", most="2,000"),
        say("store.full", most=1),
    )
    with pytest.raises(NotKept, match=says("store.name_too_long", size=201, most=200)):
        store.put(filed("x" * 201), kept)
    assert store.list() == (kept,)
    assert store.put(filed("short"), kept).name == "short"  # a full store still takes a change
