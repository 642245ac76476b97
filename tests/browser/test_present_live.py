"""Present mode while something moves: guess first, replay, and a lever in the hand."""

from __future__ import annotations

import re

import pytest

from model.texts import say
from tests.browser.look import ITS_OWN, picture, verdict
from tests.browser.moving import GIVEN, touch
from tests.browser.test_present import PLAN, SEEN, SHOW, SIZES, key, lever, step
from tools.browser import ready

TABLE = "lever => !!window.schoolLive?.tables[lever]?.signatures.includes(window.schoolLive.head.signature)"


# --- guess first --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", range(1, 7))
def test_a_covered_answer_is_nowhere(open_app, screen):
    """Covered, no text of the answer is in the page, not even hidden, before or after a lever or a turn."""
    page = open_app(f"{SHOW}&screen={screen}&pupils_per_teacher=15.2")
    answer = {t for t in page.evaluate(SEEN) if "$" in t or "%" in t or len(t) > 12}
    assert answer
    page = open_app(f"{SHOW}&screen={screen}")
    key(page, "g", "guess=yes")
    picture(page, f"present-guess-{screen}")
    assert page.get_by_text(say("present.covered")).is_visible()
    lever(page, "pupils_per_teacher").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(80)
    for _ in range(2):
        for gone in ("[data-live]", "svg.marks", "#verdict", "#key-figures", "#live"):
            assert page.locator(f".st-key-room {gone}").count() == 0, gone
        everything = page.evaluate("() => document.documentElement.outerHTML")
        assert not [t for t in answer if t in everything]
        page.wait_for_url(re.compile("pupils_per_teacher=15.2"))
        ready(page)
    assert "15.2" in page.locator(".st-key-room-picture").inner_text(), "what was moved is said"
    page.evaluate("() => document.activeElement.blur()")
    key(page, {1: "g", 2: "Enter", 3: "ArrowDown", 4: "b"}.get(screen, "g"), "screen=[^g]*$|present$")
    assert answer <= set(page.evaluate(SEEN))


def test_no_table_is_sent_while_the_answer_is_covered(open_app):
    """A lever touched while the answer is covered gets no table: the browser does not hold it either."""
    page = open_app(f"{SHOW}&screen=2&guess=yes")
    lever(page, "pupils_per_teacher").focus()
    lever(page, "pupils_per_teacher").hover(force=True)
    page.wait_for_timeout(600)
    assert page.evaluate(
        "() => [Object.keys(window.schoolLive.tables), Object.keys(window.schoolLive.head.at)]"
    ) == [[], []]


def test_leaving_shows_everything(open_app):
    """The explorer never covers anything: leaving uncovers."""
    page = open_app(f"{SHOW}&guess=yes")
    page.keyboard.press("p")
    page.wait_for_url(re.compile(f"{PLAN}$"))
    ready(page)
    assert say("rating.balances") in verdict(page)


# --- replay -------------------------------------------------------------------------------------------------

WATCH = """() => { window.moments = [];
  new MutationObserver(() => { const m = document.querySelector('[data-live=moment]').textContent;
    if (m !== window.moments.at(-1)) window.moments.push(m); })
  .observe(document.querySelector('[data-live=moment]'), {childList: true, characterData: true, subtree: true}); }"""


@pytest.mark.parametrize("screen", [1, 2, 4])
def test_replay_shows_before_and_after_three_times(open_app, screen):
    """Before and after three times, about 1.2 seconds each; it ends on the new state without an undo step."""
    page = open_app(f"{SHOW}&screen={screen}", reduced_motion="no-preference")
    before = page.evaluate(SEEN)
    step(page, "enrollment_year1", "ArrowLeft")
    after, address = page.evaluate(SEEN), page.url
    assert after != before
    page.evaluate(WATCH)
    page.keyboard.press("v")
    page.wait_for_function("() => window.moments.at(-1) === 'Before'")
    assert [t for t in page.evaluate(SEEN) if t != say("answer.before")] == before
    picture(page, f"present-replay-before-{screen}")
    page.wait_for_function("() => window.moments.at(-1) === 'After'")
    assert [t for t in page.evaluate(SEEN) if t != say("answer.after")] == after
    picture(page, f"present-replay-after-{screen}")
    page.wait_for_function("() => window.moments.at(-1) === ''", timeout=12_000)
    assert page.evaluate("window.moments") == [say("answer.before"), say("answer.after")] * 3 + [""]
    ready(page)
    assert page.evaluate(SEEN) == after
    assert page.evaluate(GIVEN) is None
    assert page.url == address
    page.keyboard.press("Alt+z")
    page.locator(".st-key-undo button:disabled").wait_for()  # one step back and no more
    ready(page)
    page.wait_for_function(ITS_OWN)  # a chance is not said of a plan that is only passed by
    assert page.evaluate(SEEN) == before


def test_any_other_key_ends_the_replay_on_the_new_state(open_app):
    """Turning the screen in the middle of a replay leaves no word of before behind."""
    page = open_app(f"{SHOW}&screen=3", reduced_motion="no-preference")
    step(page, "enrollment_year1", "ArrowLeft")
    page.keyboard.press("v")
    page.get_by_text(say("answer.before"), exact=True).wait_for()
    key(page, "PageDown", "screen=4")
    page.wait_for_timeout(1500)
    there = page.evaluate(SEEN)
    page.reload()
    ready(page)
    assert page.evaluate(SEEN) == there


def test_with_reduced_motion_the_replay_is_turned_by_hand(open_app):
    """Less motion asked: before on the first press, after on the second; nothing moves by itself."""
    page = open_app(f"{SHOW}&screen=2")
    before = page.evaluate(SEEN)
    step(page, "enrollment_year1", "ArrowLeft")
    after = page.evaluate(SEEN)
    for said, then in (
        (say("answer.before"), before),
        (say("answer.after"), after),
        (say("answer.before"), before),
    ):
        page.keyboard.press("v")
        page.locator(".moment", has_text=said).wait_for()
        page.wait_for_timeout(1500)
        assert [t for t in page.evaluate(SEEN) if t != said] == then
    page.keyboard.press("Shift")
    page.wait_for_function("() => document.querySelector('[data-live=moment]').textContent === ''")
    assert page.evaluate(SEEN) == after


def test_futures_that_come_meanwhile_end_no_replay(open_app):
    """An answer that was asked for before the replay may come after it has begun: it is kept, and no more."""
    page = open_app(f"{SHOW}&screen=2")
    page.evaluate("""() => { const receive = schoolLive.receive;
      schoolLive.receive = async bytes => { await receive(bytes);
        if (schoolLive.head.sought) window.futures = bytes; }; }""")
    touch(page, "enrollment_year1")  # futures are asked for once there is a table
    step(page, "enrollment_year1", "ArrowLeft")
    page.wait_for_function("window.futures")
    ready(page)
    page.keyboard.press("v")
    page.locator(".moment", has_text=say("answer.before")).wait_for()
    ready(page)
    page.evaluate("schoolLive.receive(window.futures)")
    page.wait_for_timeout(300)
    assert page.evaluate("!!schoolLive.again")
    assert page.locator(".moment").inner_text() == say("answer.before")


def room_without_ranges(open_app, screen, viewport):
    """Ranges hidden: when shown, a release brings the plan's futures, and the scale may step for them."""
    page = open_app(f"/?{PLAN}", viewport=viewport)
    page.locator(".st-key-ranges-shown label").first.click()
    page.wait_for_function("document.querySelector('[data-live=chance]').textContent === ''")
    ready(page)
    page.keyboard.press("p")
    page.wait_for_url(lambda url: "show=present" in url)
    ready(page)
    for n in range(2, screen + 1):
        key(page, "PageDown", f"screen={n}")
    return page


# --- the live layer -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("screen", "viewport"), [*((n, SIZES[0]) for n in range(1, 7)), (1, SIZES[1]), (2, SIZES[1])]
)
def test_chart_verdict_and_figures_follow_the_lever(open_app, screen, viewport):
    """While the mouse is down picture, verdict and figure tell the new plan; the release confirms them."""
    page = room_without_ranges(open_app, screen, viewport)
    before, address = page.evaluate(SEEN), page.url
    lever(page, "pupils_per_teacher").focus()
    page.wait_for_function(TABLE, arg="pupils_per_teacher")
    box = page.locator(".st-key-lever-pupils_per_teacher [data-testid=stSliderThumbValue]").bounding_box()
    track = page.locator(".st-key-lever-pupils_per_teacher [role=group]").bounding_box()
    x, y = box["x"] + box["width"] / 2, track["y"] + track["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - track["width"] * 0.12, y, steps=6)
    page.wait_for_timeout(120)
    held = page.evaluate(SEEN)
    assert page.url == address
    assert say("rating.not", year=1) in held
    assert held != before
    page.mouse.up()
    page.wait_for_url(lambda url: url != address)
    ready(page)
    page.wait_for_function(f"{GIVEN} == null")
    assert page.evaluate(SEEN) == held


def test_the_live_layer_goes_on_after_a_turn(open_app):
    """A lever touched on one screen moves words and picture of the next together, never the words alone."""
    page = open_app(f"{SHOW}&screen=2")
    lever(page, "teacher_leaders").focus()
    page.wait_for_function(TABLE, arg="teacher_leaders")
    key(page, "PageDown", "screen=3")
    before, known = page.evaluate(SEEN), page.evaluate("window.schoolLive.head.signature")
    page.evaluate("""() => { window.told = []; document.getElementById('live-result').addEventListener('input',
      (e) => window.told.push(e.target.value)); }""")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile("teacher_leaders=4.5"))
    ready(page)
    page.wait_for_function("known => window.schoolLive.head.signature !== known", arg=known)
    assert all(list(value["charts"]) == ["result"] for value in page.evaluate("window.told") if value)
    assert page.evaluate(SEEN) != before
