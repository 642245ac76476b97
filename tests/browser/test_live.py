"""While a lever moves, everything on the first view moves with it, and the release changes nothing."""

from __future__ import annotations

import random

import pytest

from model.texts import say
from tests.browser.look import ALL_PICTURES, figures, open_levers, press, verdict
from tests.browser.moving import (
    AT_REST,
    BANDS,
    FRONT,
    GIVEN,
    SEEN,
    SIGNATURE,
    TABLE,
    chance,
    hide_ranges,
    lever,
    press_and_hold,
    pull,
    touch,
    track,
    two_frames,
)
from tools.browser import ready

OPENED = ALL_PICTURES
PALE = "() => Number(getComputedStyle(document.querySelector('.st-key-below')).opacity) < 1"


def test_what_does_not_follow_a_lever_is_pale_meanwhile(page):
    """The curves below follow and stay as they are; the board of events is of the plan before."""
    for place, is_pale, share in ((0, False, 0.2), (2, True, 0.6)):
        page.locator(".st-key-place button").nth(place).click()
        ready(page)
        touch(page, "pupils_per_teacher")
        press_and_hold(page, "pupils_per_teacher", share)
        assert page.evaluate(PALE) is is_pale
        page.mouse.up()
        page.wait_for_timeout(300)
        ready(page)
        page.wait_for_function(AT_REST)
        two_frames(page)
        assert not page.evaluate(PALE)


def test_futures_are_hidden_while_a_lever_moves_and_come_back(page):
    """Before its futures have come: no band, no chance. With the answer both are there again."""
    touch(page, "pupils_per_teacher")
    page.evaluate("() => { schoolLive.pause = Infinity; }")  # nothing is asked for ahead
    before = chance(page)
    tested = page.locator("#verdict [data-live=tested]")
    assert tested.inner_text() == say("rating.weak", cases=2)
    assert before == say("rating.both_sides", cases=2, others=8)
    assert min(page.evaluate(BANDS)) > 10
    press_and_hold(page, "pupils_per_teacher", 0.2)
    assert chance(page) == ""
    assert tested.inner_text() == say("rating.checking")
    assert max(page.evaluate(BANDS)) < 0.01
    page.mouse.up()
    page.wait_for_timeout(300)
    ready(page)
    page.wait_for_function(AT_REST)
    two_frames(page)
    assert chance(page) not in ("", before)
    assert tested.inner_text() != say("rating.checking")
    assert min(page.evaluate(BANDS)) > 10


def test_back_at_the_plan_its_own_futures_are_shown(page):
    """A lever that is led back to where it stood shows the plan that Python drew, with its futures."""
    touch(page, "teacher_leaders")
    page.evaluate("() => { schoolLive.pause = Infinity; }")
    before = page.evaluate(SEEN)
    _, _, _, passed = track(page, "teacher_leaders")
    press_and_hold(page, "teacher_leaders", 0.8)
    assert chance(page) == ""
    pull(page, "teacher_leaders", passed)
    assert page.evaluate(SEEN) == before
    page.mouse.up()


@pytest.mark.parametrize("key", FRONT)
def test_release_shows_nothing_but_a_confirmation(page, key):
    """Every text, label and line of all five pictures is the same before and after the release."""
    hide_ranges(page)
    luck = random.Random(key)
    for _ in range(3):
        touch(page, key)
        press_and_hold(page, key, luck.uniform(0.05, 0.95))
        held = page.evaluate(SEEN)
        assert page.evaluate(f"!!{GIVEN}") or lever(page, key).input_value()
        page.mouse.up()
        page.wait_for_timeout(300)
        ready(page)
        page.wait_for_function(AT_REST)
        two_frames(page)
        assert page.evaluate(SEEN) == held


def test_everything_moves_while_the_lever_is_held(page):
    """Held at the far end, words, figures and pictures tell the new plan; Python knows nothing of it yet."""
    touch(page, "pupils_per_teacher")
    before, known = page.evaluate(SEEN), page.evaluate(SIGNATURE)
    press_and_hold(page, "pupils_per_teacher", 0.2)
    held = page.evaluate(SEEN)
    assert page.evaluate(SIGNATURE) == known
    assert "short" in held["texts"]["sentence"]
    assert held["texts"]["paper-tone"] == "state bad"
    for slot in ("sentence", "headline", "value-0", "value-1", "value-4", "paper"):
        assert held["texts"][slot] != before["texts"][slot], slot
    assert len(held["charts"]) == 5
    for old, new in zip(before["charts"], held["charts"], strict=True):
        assert old != new
    page.mouse.up()


def test_the_keyboard_moves_it_too(page):
    """Each arrow key is answered from the table before Python has answered."""
    touch(page, "teacher_leaders")
    before = page.evaluate(SEEN)["texts"]["value-0"]
    page.evaluate(f"""() => {{ window.answers = [];
      new MutationObserver(() => window.answers.push({GIVEN}?.sig ?? null)).observe(
        document.querySelector('[data-live=value-0]'), {{childList: true, characterData: true, subtree: true}}); }}""")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => window.answers.length > 0")
    assert page.evaluate("window.answers[0]") is not None
    ready(page)
    assert page.evaluate(SEEN)["texts"]["value-0"] != before


def test_a_typed_value_is_answered_while_it_is_typed(page):
    """The exact field of a lever asks the same table; Enter confirms it."""
    hide_ranges(page)
    open_levers(page, "PD")
    field = page.locator(".st-key-exact-recurring_pd_per_teacher input")
    field.focus()
    page.wait_for_function(TABLE, arg="recurring_pd_per_teacher")
    known = page.evaluate(SIGNATURE)
    field.fill("2000")
    two_frames(page)
    typed = page.evaluate(SEEN)["texts"]
    assert page.evaluate(SIGNATURE) == known
    page.keyboard.press("Enter")
    page.wait_for_function(f"{SIGNATURE} !== {known}")
    ready(page)
    assert page.evaluate(SEEN)["texts"] == typed
    # 30 teachers x $800 more x 1.027^4 = $26,698.88 in year 5: $35,965.60 becomes $9,266.72.
    assert "$9,267" in typed["sentence"]


def test_two_levers_in_a_hurry_never_mix(page):
    """The second lever moves before the first is answered: nothing shown mixes them; Python settles it."""
    touch(page, "pupils_per_teacher")
    page.keyboard.press("ArrowRight")
    lever(page, "teacher_leaders").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    ready(page)
    page.wait_for_function(AT_REST)
    page.reload()
    ready(page)
    settled = page.evaluate(SEEN)
    assert "pupils_per_teacher=15.2" in page.url
    assert "teacher_leaders=4.5" in page.url
    fresh = page.evaluate(SEEN)
    assert fresh == settled


def test_a_drag_goes_on_when_the_network_drops(page):
    """The table is in the browser; when the network is back the state agrees with what was shown."""
    hide_ranges(page)
    touch(page, "device_unit_cost")
    press_and_hold(page, "device_unit_cost", 0.5)
    page.context.set_offline(True)
    pull(page, "device_unit_cost", 0.8)
    held = page.evaluate(SEEN)
    page.context.set_offline(False)
    page.mouse.up()
    ready(page)
    page.wait_for_function(AT_REST, timeout=20_000)
    assert page.evaluate(SEEN) == held


def test_without_tables_the_page_works_through_reruns(open_app):
    """Where the browser cannot unpack a table, Python answers a lever as before, and nothing is lost."""
    page = open_app()
    page.evaluate("() => { delete window.DecompressionStream; }")
    before = page.evaluate(SEEN)["texts"]["sentence"]
    lever(page, "pupils_per_teacher").focus()
    page.wait_for_timeout(400)
    page.keyboard.press("PageUp")
    page.wait_for_function(
        "old => document.querySelector('[data-live=sentence]').textContent !== old", arg=before
    )
    ready(page)
    assert page.evaluate(GIVEN) is None
    assert page.evaluate("Object.keys(window.schoolLive.tables)") == []


def test_the_pictures_are_never_rebuilt(page):
    """Ten moves later the drawings are the same elements in the document."""
    page.evaluate("() => { window.kept = [...document.querySelectorAll('svg.marks')]; }")
    touch(page, "software_per_pupil")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(40)
    ready(page)
    assert page.evaluate("() => window.kept.every(s => s.isConnected) && window.kept.length") == 5


def test_the_last_change_is_played_again_in_the_explorer(open_app):
    """V shows before and after three times, said beside the verdict; it ends on the new, no undo step."""
    page = open_app("/", reduced_motion="no-preference")
    before = (verdict(page), figures(page))
    press(page, "Teacher leaders")
    after = (verdict(page), figures(page))
    address = page.url
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("v")
    for moment, seen in ((say("answer.before"), before), (say("answer.after"), after)) * 2:
        page.wait_for_function(
            "said => document.querySelector('[data-live=moment]').textContent === said", arg=moment
        )
        assert tuple(x.replace(f"{moment} ", "") for x in (verdict(page), figures(page))) == seen
    page.wait_for_function(
        "() => document.querySelector('[data-live=moment]').textContent === ''", timeout=12_000
    )
    assert (verdict(page), figures(page)) == after
    assert page.url == address
    page.keyboard.press("Alt+z")
    page.locator(".st-key-undo button:disabled").wait_for()
