"""Students and time, and teacher leaders' pay, in a browser: seen, pressed, heard, on laptop and phone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.texts import say
from tests.browser.look import in_view, moved, open_part, picture, sideways
from tests.browser.moving import press_and_hold, touch
from tools.browser import ready

SIZES = pytest.mark.parametrize("viewport", [(1280, 720), (390, 844)], ids=["laptop", "phone"])


def faults(page):
    return [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]


@SIZES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_route_is_taken_with_one_press(open_app, viewport, scheme):
    """The levers follow in the address, the table marks the route, the one before brings the plan back."""
    page = open_app("/", viewport=viewport, color_scheme=scheme)
    open_part(page, "leaders")
    assert sideways(page) == []
    assert faults(page) == []
    choices = page.locator(".st-key-route")
    moved(page, choices.get_by_text(say("leaders.route_position")).click)
    assert re.search(r"pupils_per_teacher=15\.3", page.url)
    row = page.get_by_role("row").filter(has_text=say("leaders.your_plan"))
    assert say("leaders.route_position") in row.inner_text()
    picture(page, f"routes-{viewport[0]}-{scheme}")
    moved(page, choices.get_by_text(say("leaders.route_waiver")).click)
    assert "pupils_per_teacher" not in page.url
    assert "leader_pay=salary_waiver" in page.url


@SIZES
def test_pupils_and_time_is_seen_and_asked(open_app, viewport):
    """A figure leads to where it comes from."""
    page = open_app("/?from=us_elementary.1&pupils_per_teacher=16.5", viewport=viewport)
    open_part(page, "pupils")
    assert sideways(page) == []
    assert faults(page) == []
    picture(page, f"students-{viewport[0]}")
    page.locator("#students-side .ask").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Average class size, Year 5").first.wait_for()
    ready(page)


def test_classes_follow_while_the_lever_is_held(page):
    """In the first view, the mouse still down: another class size than Python drew; release confirms it."""
    line = page.locator("p.students")
    assert in_view(page, line)
    drawn = line.inner_text()
    touch(page, "pupils_per_teacher")
    press_and_hold(page, "pupils_per_teacher", 0.8)
    held = line.inner_text()
    assert held != drawn
    moved(page, page.mouse.up)
    assert line.inner_text() == held
