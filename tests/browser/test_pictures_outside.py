"""Pictures outside the window: they follow a lever when the reader rests, scrolls to them or prints."""

from __future__ import annotations

import pytest

from tests.browser.look import ALL_PICTURES, resized
from tests.browser.moving import ALL_TOLD, AT_REST, SEEN, press_and_hold, touch
from tools.browser import ready

# By picture, what it has been told.
TOLD = (
    "Object.fromEntries([...document.querySelectorAll('#live > *')].map(e => [e.id, e.value?.sig ?? null]))"
)
FIRST, OTHERS = "live-sustainability", {"live-result", "live-balance", "live-composition", "live-per_pupil"}
WITHOUT_REST = (
    "() => { const real = setTimeout; window.setTimeout = (f, t, ...a) => t === 150 ? 0 : real(f, t, ...a); }"
)


def held_without_rest(page):
    """A lever that was moved, held by the mouse; that the reader rests is never noticed."""
    touch(page, "teacher_leaders")
    page.evaluate(WITHOUT_REST)
    press_and_hold(page, "teacher_leaders", 0.4, until="!!schoolLive.shown")
    told = page.evaluate(TOLD)
    assert told[FIRST] is not None
    assert {told[name] for name in OTHERS} == {None}
    return told[FIRST]


def test_at_rest_all_pictures_show_what_a_window_that_holds_them_shows(page):
    touch(page, "pupils_per_teacher")
    for share in (0.3, 0.7, 0.6):
        press_and_hold(page, "pupils_per_teacher", share)
        page.wait_for_function(ALL_TOLD)
        assert len(set(page.evaluate(TOLD).values()) - {None}) == 1
        page.mouse.up()
        ready(page)
        page.wait_for_function(AT_REST)
    drawn = page.evaluate(SEEN)["charts"]
    resized(page, ALL_PICTURES["viewport"])
    page.reload()
    ready(page)
    assert [sorted(texts) for texts in page.evaluate(SEEN)["charts"]] == [sorted(texts) for texts in drawn]


def test_a_picture_that_comes_into_the_window_follows_at_once(page):
    moved = held_without_rest(page)
    page.evaluate("document.querySelectorAll('svg.marks')[1].scrollIntoView({behavior: 'instant'})")
    page.wait_for_function(f"told => ({TOLD})['live-result'] === told", arg=moved)


def test_what_is_printed_has_followed(page):
    moved = held_without_rest(page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(TOLD).values()) == {moved}


@pytest.mark.parametrize("page", [ALL_PICTURES], indirect=True)
def test_in_a_window_that_holds_them_all_move_together(page):
    touch(page, "teacher_leaders")
    page.evaluate(WITHOUT_REST)
    press_and_hold(page, "teacher_leaders", 0.4, until="!!schoolLive.shown")
    told = set(page.evaluate(TOLD).values())
    assert len(told) == 1
    assert told != {None}


def test_a_script_that_has_failed_leaves_no_picture_behind(page):
    held_without_rest(page)
    page.evaluate("schoolLive.fail(new Error('made by a test'))")
    assert set(page.evaluate(TOLD).values()) == {None}
