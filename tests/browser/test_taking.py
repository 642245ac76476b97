"""Share and print, in a browser: four purposes at first sight, and a code where others can open the link."""

from __future__ import annotations

import pytest

from exchange.link_base import works_elsewhere
from model.texts import say
from tests.browser.look import open_part, picture, resized, sideways
from views.places import PLACES
from views.shell.today import today

SHARE = next(p for p in PLACES if p.key == "share")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_every_purpose_is_seen_and_fits(page, size):
    """A press away each; cards stand beside each other on a laptop and one below the other on a phone."""
    resized(page, size)
    for part in SHARE.parts:
        open_part(page, part.key)
        assert sideways(page) == [], part.key
        picture(page, f"share-{part.key}-{size[0]}")
    for part in SHARE.parts:
        assert page.locator(".st-key-parts").get_by_text(say(part.label), exact=True).is_visible()
    open_part(page, "take")
    page.locator(".st-key-card-mail summary").click()
    chosen = page.get_by_test_id("stMultiSelectTagsContainer")
    chosen.wait_for()
    assert chosen.evaluate("e => e.scrollHeight <= e.clientHeight + 1"), "sliders are cut at the bottom"
    open_part(page, "manager")
    tops = [c.bounding_box()["y"] for c in page.locator('[class*="st-key-card-"]').all()]
    assert len(tops) == 3
    assert len(set(tops)) == (1 if size[0] == 1280 else 3)
    resized(page, (1280, 720))


def test_on_this_computer_the_file_stands_with_the_link(page):
    """No code to scan at 127.0.0.1; the plan file is saved from right there, under the plan's name."""
    assert not works_elsewhere(page.url)
    open_part(page, "take")
    assert page.get_by_text(say("share.no_code")).is_visible()
    assert page.get_by_role("img", name=say("share.code_of_link")).count() == 0
    with page.expect_download() as saved:
        page.locator(".st-key-take-json button").click()
    assert saved.value.suggested_filename == f"elementary-school-450-students-{today().isoformat()}.json"
