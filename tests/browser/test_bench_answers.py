"""The bench recognizes every picture: our page and the page without a server answer wherever it asks."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from benchmarks import pages
from benchmarks.pages import FLOOR, OURS, Served

PLACES = range(440, 360, -10)  # students: from the example to places where Year 5 falls short


@pytest.mark.parametrize("kind", [OURS, FLOOR], ids=lambda kind: kind.name)
def test_every_press_of_a_key_is_answered(kind, browser, app_url):
    """Down to amounts below zero, whose minus signs the page holds together with what follows them."""
    with ExitStack() as stack:
        shown = Served(OURS, app_url, None) if kind is OURS else stack.enter_context(pages.served(FLOOR))
        page = stack.enter_context(pages.context(browser)).new_page()
        pages.visit(page, shown)
        pages.take_hold(page, shown)
        for place in PLACES:
            page.keyboard.press("ArrowLeft")
            page.wait_for_function("place => bench.allRight && bench.value === place", arg=str(place))
        assert page.evaluate("bench.all.length") > len(PLACES)  # and the first one
        assert "\N{MINUS SIGN}" in page.locator('[data-live="value-0"]').first.inner_text()
