"""Once its futures have come, band and chance move with the lever, and the release changes nothing."""

from __future__ import annotations

import pytest

from model.texts import say
from tests.browser import test_present as room
from tests.browser.look import ALL_PICTURES, open_drawer, press
from tests.browser.moving import (
    AT_REST,
    BANDS,
    SEEN,
    chance,
    hide_ranges,
    lever,
    press_and_hold,
    pull,
    touch,
    two_frames,
)
from tools.browser import ready

OPENED = ALL_PICTURES
WHOLE = "() => !!schoolLive.shown?.isWhole"
HOLD_BACK = "() => { schoolLive.pause = Infinity; }"  # nothing is asked for ahead
KEPT = "() => [...schoolLive.futures.values()].filter(x => x).length"


def released(page):
    page.mouse.up()
    page.wait_for_timeout(300)
    ready(page)
    page.wait_for_function(AT_REST)
    two_frames(page)


def whole(page):
    """What is seen once the futures of the place are there."""
    page.wait_for_function(WHOLE)
    two_frames(page)
    return page.evaluate(SEEN)


@pytest.mark.parametrize("key", ["pupils_per_teacher", "enrollment_year1", "enrollment_growth"])
def test_at_every_place_it_is_what_the_release_shows(page, key):
    """Every text, label and path of all pictures, the band and the chance among them. Two are uncertain."""
    touch(page, key)
    for share in (0.02, 0.3, 0.33, 0.36, 0.98):
        press_and_hold(page, key, share)
        held = whole(page)
        assert held["texts"]["chance"] != ""
        assert held["texts"]["tested"] != say("rating.checking")
        released(page)
        assert page.evaluate(SEEN) == held


def test_before_they_have_come_band_and_chance_are_hidden_and_then_they_follow(page):
    """Held where it stands, the lever gets its futures; led to and fro, each place shows its own."""
    touch(page, "pupils_per_teacher")
    page.evaluate(HOLD_BACK)
    press_and_hold(page, "pupils_per_teacher", 0.45)
    assert chance(page) == ""
    assert max(page.evaluate(BANDS)) < 0.01
    page.evaluate("() => { schoolLive.pause = 0; }")
    pull(page, "pupils_per_teacher", 0.5)
    first = whole(page)
    assert min(page.evaluate(BANDS)) > 10
    pull(page, "pupils_per_teacher", 0.6)
    second = whole(page)
    assert second["texts"]["chance"] != first["texts"]["chance"]
    assert second["paths"] != first["paths"]
    page.evaluate(HOLD_BACK)
    pull(page, "pupils_per_teacher", 0.5)
    assert page.evaluate(SEEN) == first
    page.mouse.up()


def test_a_key_shows_a_place_whose_futures_have_come_at_once(page):
    """In the frame of the key, before Python has answered; the answer says the same."""
    touch(page, "pupils_per_teacher")
    page.keyboard.press("ArrowRight")
    ready(page)
    page.wait_for_function(KEPT.replace("length", "length >= 10"))
    ready(page)
    known = page.evaluate("schoolLive.head.signature")
    page.evaluate("""() => { window.frames = [];
      document.getElementById('live-sustainability').addEventListener('input', (e) => { const said = e.target.value;
        if (said) requestAnimationFrame(() => window.frames.push([said.sig, !!said.isWhole,
          document.querySelector('[data-live=chance]').textContent, schoolLive.head.signature])); }); }""")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => window.frames.length > 0")
    signature, is_whole, said, _ = page.evaluate("window.frames[0]")
    assert is_whole
    page.wait_for_function(f"schoolLive.head.signature !== {known}")
    ready(page)
    page.wait_for_function(AT_REST)
    assert page.evaluate("schoolLive.head.signature") == signature
    assert page.evaluate("document.querySelector('[data-live=chance]').dataset.drawn") == said


def test_futures_of_another_plan_are_never_shown(page):
    """Kept for a place, they belong to one plan: with another lever moved the same place has none."""
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.6)
    before = whole(page)
    pull(page, "pupils_per_teacher", 0.5)
    whole(page)
    released(page)
    press(page, "Teacher leaders")
    page.evaluate(HOLD_BACK)
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.6)
    assert page.evaluate(KEPT) > 0
    assert chance(page) == ""
    assert max(page.evaluate(BANDS)) < 0.01
    page.evaluate("() => { schoolLive.pause = 0; }")
    pull(page, "pupils_per_teacher", 0.61)
    held = whole(page)
    assert held["texts"]["value-0"] != before["texts"]["value-0"]
    released(page)
    assert page.evaluate(SEEN) == held


def test_with_ranges_hidden_nothing_is_asked_for_and_what_was_kept_is_gone(page):
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.4)
    whole(page)
    released(page)
    assert page.evaluate(KEPT) > 0
    hide_ranges(page)
    assert page.evaluate(KEPT) == 0
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.5)
    page.wait_for_timeout(500)
    assert page.evaluate("[!!schoolLive.shown, schoolLive.seeking, schoolLive.futures.size]") == [
        True,
        None,
        0,
    ]
    page.mouse.up()


def test_after_the_release_and_over_a_lever_nothing_is_asked_for(page):
    """A mouse that rests on a lever, the focus on it, and a lever let go get its table and no futures."""
    lever(page, "teacher_leaders").hover(force=True)
    touch(page, "teacher_leaders")
    page.wait_for_timeout(400)
    assert page.evaluate(KEPT) == 0
    press_and_hold(page, "teacher_leaders", 0.7)
    whole(page)
    released(page)
    kept = page.evaluate(KEPT)
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT) == kept
    assert page.evaluate("schoolLive.held") is None


@pytest.mark.parametrize("page", [{"viewport": (390, 844)}], indirect=True)
def test_on_a_phone(page):
    open_drawer(page)
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.4)
    held = whole(page)["texts"]
    assert held["chance"] != ""
    released(page)
    assert page.evaluate(SEEN)["texts"] == held


@pytest.mark.parametrize("screen", range(1, 7))
def test_on_every_screen_of_present_mode(open_app, screen):
    page = open_app(f"{room.SHOW}&screen={screen}")
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.4)
    held = whole(page)
    assert held["texts"]["tested"] != say("rating.checking")
    released(page)
    assert page.evaluate(SEEN) == held
