"""A key on a slider is answered before the framework draws its slider, and then the framework hears of it."""

from __future__ import annotations

import pytest

from tests.browser import test_present as room
from tests.browser.look import ALL_PICTURES, open_drawer
from tests.browser.moving import AT_REST, FRONT, SEEN, hide_ranges, lever, touch, two_frames
from tools.browser import ready

OPENED = ALL_PICTURES
# Of a slider: what a reader sees of it, and what a screen reader is told.
SLIDER = """(key) => { const input = document.querySelector(`.st-key-lever-${key} input[type=range]`);
  const thumb = input.closest('[style*=left]');
  return [input.value, input.getAttribute('aria-valuetext'), thumb.innerText.trim(),
          Number(parseFloat(thumb.style.left).toFixed(6))]; }"""
# Kept when a key is handed on: before the framework acts, and after the frame in which it was answered.
KEEP = """(key) => { window.kept = [];
  document.addEventListener('keydown', e => e.isTrusted ||
    window.kept.push({ ...(SEEN)(), slider: (SLIDER)(key) }), true); }""".replace("SEEN", SEEN).replace(
    "SLIDER", SLIDER
)
# 450 students at 15.1 or 15.2 a teacher are 29.8 and 29.6 teachers: 30, because halves are rounded up.
NO_TEACHER_MORE = {"pupils_per_teacher"}


def seen(page, key):
    return page.evaluate(SEEN) | {"slider": page.evaluate(SLIDER, key)}


def settled(page):
    page.wait_for_timeout(200)
    ready(page)
    page.wait_for_function(AT_REST)
    two_frames(page)


@pytest.mark.parametrize("key", FRONT)
def test_what_stands_before_the_framework_acts_stands_after_it(page, key):
    """Slider, pictures and texts of every lever, a step up and a step down."""
    hide_ranges(page)
    touch(page, key)
    page.evaluate(KEEP, key)
    shown = [seen(page, key)]
    for arrow in ("ArrowRight", "ArrowDown"):
        touch(page, key)
        page.keyboard.press(arrow)
        settled(page)
        shown.append(seen(page, key))
    assert page.evaluate("window.kept") == shown[1:]
    assert shown[0] == shown[2]
    assert shown[0]["slider"] != shown[1]["slider"]
    assert key in NO_TEACHER_MORE or shown[0]["paths"] != shown[1]["paths"]


def test_keys_that_come_quickly_are_all_heard_in_their_order(page):
    """Twelve up, one down and Tab in one breath: 11 steps of 10 students from 450, and the focus goes on."""
    touch(page, "enrollment_year1")
    for arrow in ["ArrowRight"] * 12 + ["ArrowLeft", "Tab"]:
        page.keyboard.press(arrow)
    settled(page)
    assert lever(page, "enrollment_year1").input_value() == "560"
    assert page.evaluate(SLIDER, "enrollment_year1")[1:3] == ["560", "560"]
    assert "enrollment_year1=560" in page.url
    assert not lever(page, "enrollment_year1").evaluate("e => e === document.activeElement")


def test_at_an_end_and_with_other_keys_the_framework_answers_alone(page):
    """There is no place beyond an end, and a page is the framework's own ten steps or so."""
    touch(page, "enrollment_year1")
    page.evaluate(KEEP, "enrollment_year1")
    page.keyboard.press("End")
    settled(page)
    end = page.evaluate(SLIDER, "enrollment_year1")
    assert end[:2] == ["1500", "1,500"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift")
    settled(page)
    assert page.evaluate(SLIDER, "enrollment_year1") == end
    assert page.evaluate("window.kept") == []


def test_without_a_table_a_key_goes_its_own_way(page):
    touch(page, "enrollment_year1")
    page.evaluate("() => { schoolLive.tables = {}; }")
    page.evaluate(KEEP, "enrollment_year1")
    page.keyboard.press("ArrowRight")
    settled(page)
    assert lever(page, "enrollment_year1").input_value() == "460"
    assert page.evaluate("window.kept") == []


def test_a_slider_that_took_the_place_of_the_first_hears_the_key(page):
    """An answer may replace the slider between the key and the frame after it."""
    touch(page, "enrollment_year1")
    page.evaluate("""() => { const frame = requestAnimationFrame; window.heard = [];
      window.requestAnimationFrame = act => { window.requestAnimationFrame = frame;
        const input = document.querySelector('.st-key-lever-enrollment_year1 input'), other = input.cloneNode();
        other.addEventListener('keydown', e => (heard.push(e.key), e.stopPropagation()));
        input.before(other);
        return frame(act); }; }""")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("window.heard.length > 0")
    assert page.evaluate("window.heard") == ["ArrowRight"]


@pytest.mark.parametrize("page", [{"viewport": (390, 844)}], indirect=True)
def test_on_a_phone(page):
    hide_ranges(page)
    open_drawer(page)
    a_key_is_answered_first(page)


@pytest.mark.parametrize("screen", range(1, 7))
def test_on_every_screen_of_present_mode(open_app, screen):
    a_key_is_answered_first(open_app(f"{room.SHOW}&screen={screen}"))


def a_key_is_answered_first(page):
    """Futures of the place may have come by the time the page rests, so only figures are compared."""
    touch(page, "pupils_per_teacher")
    page.evaluate(KEEP, "pupils_per_teacher")
    page.keyboard.press("ArrowRight")
    settled(page)
    kept, now = page.evaluate("window.kept[0]"), seen(page, "pupils_per_teacher")
    assert kept["slider"] == now["slider"]
    figures = [slot for slot in now["texts"] if slot.startswith("value-")]
    assert [kept["texts"][slot] for slot in figures] == [now["texts"][slot] for slot in figures]
