"""A saved plan is seen at once and found tomorrow; a file that cannot be made is told in our words."""

from __future__ import annotations

from pathlib import Path

import streamlit

from model.texts import say
from tests.browser.look import as_read, open_part, picture
from tools.browser import ready

MOVED = "/?from=us_elementary.1&enrollment_year1=395"
UNMADE = """button => { const said = document.createElement('small');
  said.dataset.testid = 'stDownloadButtonError'; said.textContent = 'Failed'; button.append(said) }"""


def test_a_saved_plan_stands_at_the_start_of_tomorrow(open_app):
    """Saved with one press, listed right there, and on a bare address one press away, under its name."""
    page = open_app(MOVED)
    open_part(page, "open")
    page.locator(".st-key-keep-name input").fill("Tonight")
    page.locator(".st-key-keep-plan button").click()
    row = page.locator('[class*="st-key-saved-"]')
    row.get_by_text("Tonight", exact=True).wait_for()
    page.goto("/")
    ready(page)
    row.get_by_text("Tonight", exact=True).wait_for()
    picture(page, "start-with-saved")
    row.get_by_role("button", name=say("compare.open"), exact=True).click()
    page.wait_for_url(lambda url: "enrollment_year1=395" in url)
    ready(page)
    assert "Tonight" in as_read(page.locator(".bar"))


def test_a_file_that_cannot_be_made_is_told_beside_its_button_and_stays_told(page):
    """The framework's five words vanish after five seconds; ours stay until the next press."""
    open_part(page, "board")
    button = page.locator(".st-key-take-board .stDownloadButton")
    button.dispatch_event("click")
    button.evaluate(UNMADE)
    told = page.get_by_role("alert").filter(has_text=say("downloads.unmade"))
    told.wait_for()
    assert not button.locator("small").is_visible()
    picture(page, "file-unmade")
    button.dispatch_event("click")
    assert told.count() == 0


def test_the_framework_still_calls_its_message_so():
    drawn = Path(streamlit.__file__).parent / "static" / "static" / "js"
    assert any(
        "stDownloadButtonError" in f.read_text(encoding="utf-8") for f in drawn.glob("DownloadButton*.js")
    )
