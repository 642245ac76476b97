"""After a move only parts of the page are drawn. What is seen is what a page that is opened anew shows."""

from __future__ import annotations

from tests.browser.look import moved as moved_by
from tests.browser.moving import AT_REST, GIVEN, SEEN, touch
from tools.browser import ready

# A page that is opened anew knows of no last change.
ALL_WORDS = """(() => { const change = document.querySelector('.bar-change').innerText.split("\\n");
  return document.querySelector('[data-testid=stApp]').innerText.split("\\n")
    .filter(line => line && !change.includes(line) && line !== 'Undo').join("\\n") })()"""
IS_GIVEN = f"{GIVEN} != null"


def step(page, key, *presses):
    touch(page, key)
    for pressed in presses:
        page.keyboard.press(pressed)
        page.wait_for_timeout(300)
        ready(page)
        page.wait_for_function(AT_REST)


def seen(page):
    """Everything that is read and drawn. A picture that has moved holds its ticks in another order."""
    found = page.evaluate(SEEN)
    drawn = [[sorted(texts) for texts in found["charts"]], found["texts"]]
    return drawn, sorted(page.evaluate(ALL_WORDS).split("\n"))


def test_moves_of_two_levers_show_what_a_new_page_shows(page):
    step(page, "pupils_per_teacher", *["ArrowRight"] * 3)
    step(page, "teacher_leaders", *["ArrowRight"] * 2)
    assert page.evaluate(IS_GIVEN)
    moved = seen(page)
    page.reload()
    ready(page)
    assert not page.evaluate(IS_GIVEN)
    assert seen(page) == moved


def test_after_an_undo_the_pictures_draw_rows_of_their_own(page):
    step(page, "pupils_per_teacher", "ArrowRight", "ArrowRight")
    assert page.evaluate(IS_GIVEN)
    page.locator(".st-key-undo button").click()
    page.wait_for_function(f"!({IS_GIVEN})")
    ready(page)
    undone = seen(page)[0]  # the pointer lies on the button, beside which the page shows a sign
    page.reload()
    ready(page)
    assert seen(page)[0] == undone


def test_a_script_that_has_failed_leaves_everything_to_python(page):
    """The page is drawn whole, at once and after every further move."""
    step(page, "pupils_per_teacher", "ArrowRight", "ArrowRight")
    assert page.evaluate(IS_GIVEN)
    page.evaluate("window.schoolLive.fail(new Error('made by a test'))")
    page.wait_for_function("window.schoolLive.head.standing === 0")
    ready(page)
    assert not page.evaluate(IS_GIVEN)
    moved_by(page, lambda: page.keyboard.press("ArrowRight"))
    page.wait_for_function(f"!({IS_GIVEN})")
    moved = seen(page)
    page.reload()
    ready(page)
    assert seen(page) == moved
