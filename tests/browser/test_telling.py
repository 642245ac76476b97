"""Stories in a browser: one click opens the school, and its question stands above the answer."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.texts import say
from tests.browser.look import picture, sideways, verdict
from tools.browser import ready


@pytest.mark.parametrize("viewport", [(1280, 720), (390, 844)], ids=["laptop", "phone"])
def test_a_story_opens_with_one_click(open_app, viewport):
    page = open_app("/", viewport=viewport)
    if viewport[0] < 500:
        page.locator('[data-testid="stExpandSidebarButton"]').click()
    page.get_by_role("button", name="Stories").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("A little less funding growth").wait_for()
    ready(page)
    picture(page, f"stories-{viewport[0]}")
    assert sideways(page) == []
    found = [
        v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert found == []
    page.locator(".st-key-tell-demo_funding button").click()
    page.wait_for_url(re.compile(r"public_funding_growth=0\.02"))
    dialog.wait_for(state="detached")
    ready(page)
    assert page.get_by_text("Which assumption should you check before budget day?").is_visible()
    assert say("answer.short_from", year=3) in verdict(page)
    picture(page, f"stories-{viewport[0]}-opened")
