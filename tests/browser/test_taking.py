"""Take it along, in a browser: the code is there to be photographed."""

from __future__ import annotations

from model.texts import say
from tests.browser.look import open_part, picture
from tools.browser import ready

DRAWN = "img => img.complete && img.naturalWidth > 0 && img.getBoundingClientRect().width >= 150"


def test_the_picture_code_is_seen(open_app):
    """Not only its markup: a drawing of a size that a telephone reads from a table away."""
    page = open_app("/?from=us_elementary.1&teacher_leaders=6")
    open_part(page, "take")
    page.get_by_role("button", name=say("share.code")).click()
    ready(page)
    code = page.get_by_role("img", name=say("share.code_of_link"))
    code.wait_for()
    assert code.evaluate(DRAWN)
    picture(page, "picture-code")
