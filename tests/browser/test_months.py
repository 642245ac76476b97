"""Month by month in a browser: a charter chooses, a phone does not scroll sideways, nothing complains."""

from __future__ import annotations

import re

from model.texts import say
from tests.browser.look import open_part, picture, sideways
from tests.browser.test_accessibility import found
from tools.browser import ready

CHARTER = "/?from=new_start_grows_a_grade_a_year.1"


def answer(page) -> str:
    return re.sub(r"\s+", " ", page.locator(".lowest").inner_text())


def bars(page):
    """The picture of the months: the second on the page."""
    return page.locator('[data-testid="stVegaLiteChart"] svg.marks').nth(1)


def test_a_late_payment_is_one_press_and_the_address_stays(open_app):
    """Choose it: sentence, bars and table follow; the address does not. Axe has nothing serious to say."""
    page = open_app(CHARTER)
    open_part(page, "months")
    before, address, drawn = answer(page), page.url, bars(page).inner_html()
    page.locator(".st-key-months-late").get_by_text(say("months.late", count=2)).click()
    page.locator(".lowest", has_text="July and August").wait_for()
    ready(page)
    assert answer(page) != before
    assert bars(page).inner_html() != drawn
    region = page.get_by_role("region", name=say("months.title"))
    july = region.locator("tbody tr").nth(1).inner_text().split()
    assert july[:2] == ["July", "$0"]
    assert page.url == address
    assert found(page) == []
    page.locator(".lowest").scroll_into_view_if_needed()
    picture(page, "months")


def test_on_a_dark_phone_nothing_scrolls_sideways_and_all_can_be_read(open_app):
    page = open_app(CHARTER, viewport=(390, 844), color_scheme="dark")
    open_part(page, "months")
    bars(page).scroll_into_view_if_needed()
    assert sideways(page) == []
    assert found(page) == []
    picture(page, "months-phone")
