"""A page behind the router of a room: it opens, moves, and a reload finds its plan."""

from __future__ import annotations

import pytest

from benchmarks.pages import OURS, room
from tests.browser.look import press, verdict
from tools.browser import ready


@pytest.mark.alone
def test_a_page_behind_the_door(open_app):
    with room(OURS, servers=2) as shown:
        page = open_app(f"{shown.url}/")
        before = verdict(page)
        press(page, "Students per teacher", "ArrowLeft")
        press(page, "Students per teacher", "ArrowLeft")
        moved = verdict(page)
        assert moved != before
        page.reload()
        ready(page)
        assert verdict(page) == moved
        assert page.locator(".st-key-undo button").is_visible()
