"""Date a decision in a browser: the curve kinks where it begins; the dialog is sound for axe and a phone."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe

from model.texts import listed, say
from tests.browser.look import curve, picture, sideways
from tools.browser import ready


def test_the_cost_curve_leaves_the_start_where_the_decision_begins(open_app):
    """Eight leaders from Year 3: typed, looked at, used. Before Year 3 the curve is the starting plan's."""
    page = open_app("/")
    before, with_it = curve(page), say("settings.row_with")
    page.get_by_role("button", name=say("settings.schedule")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("New value").fill("8")
    page.keyboard.press("Tab")
    dialog.get_by_text(with_it).wait_for()
    page.locator(".st-key-date-first input").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    dialog.locator("tbody tr", has_text=re.compile(rf"{with_it}\s*4\s*4\s*8\s*8\s*8")).wait_for()
    picture(page, "date-a-decision")
    found = [
        v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert found == []
    dialog.get_by_role("button", name=say("settings.use_it")).click()
    page.wait_for_url(re.compile("teacher_leaders=4%2C4%2C8%2C8%2C8"))
    dialog.wait_for(state="detached")
    ready(page)
    assert curve(page) != before
    by_year = say("settings.by_year", values=listed(["4", "4", "8", "8", "8"]))
    assert page.get_by_text(by_year).is_visible()


def test_the_dialog_fits_a_phone(open_app):
    page = open_app("/", viewport=(390, 844))
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    page.get_by_role("button", name=say("settings.schedule")).click()
    page.get_by_role("dialog").get_by_text(say("settings.phased_in")).wait_for()
    ready(page)
    picture(page, "date-a-decision-phone")
    assert sideways(page) == []
