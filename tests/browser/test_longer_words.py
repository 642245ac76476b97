"""In the made-up language every text is two fifths longer: nothing is cut off or wider than the page."""

from __future__ import annotations

import pytest

from model.texts import say, speaking
from model.texts.catalog import PSEUDO
from tests.browser.cut_off import cut_off
from tests.browser.look import PARTS, open_part, picture, resized
from tools.browser import ready

SIZES = ((1280, 720), (683, 720), (390, 720))
# A plan of which much is said: dated, with a cut, and with something to check.
PLAN = (
    f"/?from=us_elementary.1&lang={PSEUDO}&teacher_leaders=4,4,6,6,6&cut_rate=0.1&cut_years=2"
    "&stipend_source=one_time"
)
# The name of a plan may be of any length: it ends in dots where the bar is too small. In present mode a phone
# draws the picture smaller than it is.
MAY = ("Elementary school, 450 students", "room-picture")


def faults(page, name: str) -> list[str]:
    """What does not fit at each size; a window of the first size again."""
    found = []
    for size in SIZES:
        resized(page, size)
        found += [f"{name}, {size[0]} px: {x}" for x in cut_off(page) if not any(m in x for m in MAY)]
    resized(page, SIZES[0])
    return found


@pytest.fixture
def longer():
    with speaking(PSEUDO):
        yield


@pytest.mark.parametrize("parts", [PARTS[:12], PARTS[12:]], ids=["first", "last"])
def test_every_part_fits(open_app, longer, parts):
    page, found = open_app(PLAN), []
    for part in parts:
        open_part(page, part)
        found += faults(page, part)
    assert not found, "\n".join(found)
    picture(page, f"longer-{parts[0]}")


def test_start_dialogs_present_mode_and_sources_fit(open_app, longer):
    page = open_app(f"/?lang={PSEUDO}", bare=True)
    page.get_by_role("heading", name=say("start.question")).wait_for()
    found = faults(page, "start")
    page.goto(PLAN)
    ready(page)
    for button in ("mine", "date", "lock"):
        page.locator(f".st-key-{button} button").click()
        page.get_by_role("dialog").wait_for()
        ready(page)
        found += faults(page, button)
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="hidden")
    for screen in (1, 2):
        page.goto(f"{PLAN}&show=present&screen={screen}")
        ready(page)
        found += faults(page, f"present {screen}")
    page.goto(f"/evidence?lang={PSEUDO}")
    ready(page)
    found += faults(page, "evidence")
    assert not found, "\n".join(found)


def test_what_does_not_fit_is_found(page):
    """A button too narrow for its text, a text that is cut, and a block wider than the page."""
    assert [x for x in cut_off(page) if not any(m in x for m in MAY)] == []
    page.locator("#verdict").evaluate(
        """e => { e.innerHTML = '<button style="width: 40px; overflow: hidden">Longer than its button</button>'
          + '<p style="height: 1rem; overflow: hidden">A text<br>of two lines</p>'
          + '<div style="width: 3000px">Wide</div>' }"""
    )
    found = cut_off(page)
    assert [any(x.startswith(f) for x in found) for f in ("BUTTON", "P", "stMain")] == [True] * 3
