"""A finger on a phone: a swipe over a slider scrolls, and only the thumb, pulled sideways, moves it."""

from __future__ import annotations

import pytest

from tests.browser.look import open_drawer

PHONE = {"viewport": (360, 640), "has_touch": True, "is_mobile": True, "anew": True}
LEAST_THUMB = 24  # pixels: the least size of a target (WCAG 2.2, 2.5.8)


class Finger:
    """One finger on a page."""

    def __init__(self, page) -> None:
        self.page = page
        self.devtools = page.context.new_cdp_session(page)

    def swipe(self, start: tuple[float, float], right: float = 0, down: float = 0) -> None:
        self._send("touchStart", start)
        for step in range(1, 11):
            self._send("touchMove", (start[0] + right * step / 10, start[1] + down * step / 10))
            self.page.wait_for_timeout(16)  # a frame: a scroll begins after a few of them
        self._send("touchEnd")

    def _send(self, kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in places]
        self.devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def box(thing):
    """Middle and size of an element, where it stands now."""
    return thing.evaluate(
        "e => { const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2, r.width, r.height] }"
    )


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_a_swipe_over_a_slider_scrolls_and_only_the_thumb_moves_it(page):
    open_drawer(page)
    finger = Finger(page)
    slider = page.get_by_test_id("stSlider").filter(has_text="Students per teacher")
    track, field = slider.get_by_role("group"), slider.locator("input")
    thumb = field.locator("xpath=../..")
    slider.scroll_into_view_if_needed()
    at_first = field.input_value()

    x, y, width, _ = box(track)
    finger.swipe((x + width * 0.3, y), down=-150)
    page.wait_for_function(
        "([e, y]) => e.getBoundingClientRect().y < y - 100", arg=[track.element_handle(), y]
    )
    assert field.input_value() == at_first

    x, y, width, _ = box(track)
    finger.swipe((x + width * 0.3, y), right=-60)
    x, y, *size = box(thumb)
    assert min(size) >= LEAST_THUMB
    finger.swipe((x, y), down=60)
    assert field.input_value() == at_first

    x, y, *_ = box(thumb)
    finger.swipe((x, y), right=60)
    page.wait_for_function(
        "([e, was]) => Number(e.value) > Number(was)", arg=[field.element_handle(), at_first]
    )
