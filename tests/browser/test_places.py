"""The bar that stays on top, places by keys, fields that come into view, small windows, the start."""

from __future__ import annotations

import pytest

from model.plan.released import newest
from model.texts import say
from tests.browser.look import (
    as_read,
    choice,
    figures,
    in_view,
    lever,
    moved,
    open_drawer,
    open_levers,
    picture,
    press,
    resized,
    sideways,
)
from tools.browser import ready
from views.places import KEY, PLACES

SEEN = """e => { const b = e.getBoundingClientRect();
  return !!document.elementFromPoint(b.x + 40, b.y + b.height / 2)?.closest('.bar') }"""
# All of it is seen: nothing lies over its upper or lower edge.
AT_EDGES = """e => { const b = e.getBoundingClientRect();
  return [b.y + 3, b.y + b.height - 3].every(y => e.contains(document.elementFromPoint(b.x + 3, y))) }"""
UNDER = 44  # the header, under which a page scrolls
MAIN = '[data-testid="stMain"]'


def test_the_bar_is_seen_below_only_follows_a_lever_and_undoes(page):
    """Behind the rating while that is seen; below it shows Year 5 of the plan, also while it moves."""
    bar = page.locator(".bar")
    assert not bar.evaluate(SEEN)
    press(page, "Teacher leaders", "End")
    page.locator(MAIN).evaluate("e => e.scrollTop = 900")
    assert bar.evaluate(SEEN)
    box = bar.bounding_box()
    assert (box["y"], box["height"]) == (44, 64)
    year_5 = bar.locator('[data-live="value-0"]')
    assert as_read(year_5) in figures(page)
    curve = bar.locator(".shape-up, .shape-down").evaluate_all("all => all.map(e => e.style.clipPath).join()")
    before = year_5.inner_text()
    press(page, "Students per teacher", "End")
    assert as_read(year_5) in figures(page)
    assert year_5.inner_text() != before
    assert curve != bar.locator(".shape-up, .shape-down").evaluate_all(
        "all => all.map(e => e.style.clipPath).join()"
    )
    assert "Students per teacher: 15.1" in bar.inner_text()
    picture(page, "bar")
    moved(page, lambda: bar.get_by_text(say("bar.undo")).click())
    assert year_5.inner_text() == before


def test_the_rating_is_always_in_sight(open_app):
    """Where it stands or on the bar, however far the page is scrolled: also while the picture passes."""
    page = open_app()
    verdict = page.locator("#verdict")
    for size in ((1280, 720), (1024, 576), (1920, 1080), (390, 844), (320, 640)):
        resized(page, size)
        page.locator(MAIN).evaluate("e => e.scrollTop = 0")
        assert verdict.evaluate(AT_EDGES), size
        box = verdict.bounding_box()
        for far in (box["y"] + box["height"] - UNDER, 2000):
            page.locator(MAIN).evaluate("(e, to) => e.scrollTop = to", far)
            assert page.locator(".bar").evaluate(AT_EDGES), (size, far)


def test_the_places_are_reached_within_ten_stops(page):
    """The second stop of the page leads to the open place; arrows and Space open the next."""
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.innerText") == say("places.skip")
    picture(page, "skip")
    page.keyboard.press("Enter")
    assert choice(page, KEY, say("places.overview")).evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    ready(page)
    assert choice(page, KEY, say("places.students")).get_attribute("aria-checked") == "true"


def test_seven_places_stand_in_one_row(open_app):
    """At 1280 and at 1024 px; on a phone all are seen, in rows of their own."""
    page = open_app()
    for size, rows in (((1280, 720), 1), ((1024, 576), 1), ((320, 640), 4)):
        resized(page, size)
        places = page.locator(f".st-key-{KEY} [role=radio]")
        boxes = [x.bounding_box() for x in places.all()]
        assert len(boxes) == len(PLACES) == 7
        assert len({b["y"] for b in boxes}) <= rows, size
        assert all(b["x"] >= 0 and b["x"] + b["width"] <= size[0] for b in boxes), size
        assert sideways(page) == []


def test_fields_that_are_opened_come_into_view(page):
    open_levers(page, "Funding")
    first = page.locator('.st-key-deeper [class*="st-key-exact-"]').first
    page.wait_for_function("e => e.getBoundingClientRect().bottom < innerHeight", arg=first.element_handle())
    assert in_view(page, first)


@pytest.mark.parametrize("size", [(1024, 576), (360, 640)])
def test_rating_and_curve_are_on_the_first_screen_of_a_small_window(open_app, size):
    """Whole, and the curve before the figures; on a phone rating and Year 5 stay above the settings."""
    page = open_app(viewport=size)
    picture(page, f"small-{size[0]}")
    assert in_view(page, page.locator("#verdict"))
    assert in_view(page, page.locator(".st-key-first-chart svg.marks"))
    if size[0] < 640:
        open_drawer(page)
        assert in_view(page, page.locator(".bar"))
        assert page.locator(".bar").evaluate(SEEN)
        assert in_view(page, lever(page, "Students, Year 1"))
        picture(page, "drawer-bar")


def test_a_school_that_was_typed_in_has_its_curve_on_the_first_screen_of_a_phone(open_app):
    """What is said above the answer is compact there, and all of it can be read."""
    page = open_app(viewport=(360, 640))
    page.get_by_role("button", name=say("whose.enter_my_school")).first.click()
    page.get_by_role("dialog").wait_for()
    for field, text in (("Enrollment", "412"), ("Teachers", "26"), ("Dollars", "4.9M")):
        page.get_by_role("textbox", name=field).fill(text)
    moved(page, lambda: page.get_by_role("button", name=say("settings.show_my_school")).click())
    said = page.locator(".st-key-notices p")
    assert in_view(page, said)
    assert said.evaluate("e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth")
    assert in_view(page, page.locator("#verdict"))
    assert in_view(page, page.locator(".st-key-first-chart svg.marks"))


# The lines of each badge of the bar, as words; and how far the badges reach beyond the bar.
BADGES = """bar => [...bar.querySelectorAll('.state:not(.gone)')].map(e => {
  const lines = {}, walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) for (const m of walker.currentNode.data.matchAll(/\\S+/g)) {
    const r = document.createRange(); r.setStart(walker.currentNode, m.index); r.setEnd(walker.currentNode, m.index + m[0].length)
    const b = r.getBoundingClientRect(); (lines[Math.round(b.top)] ||= []).push(m[0])
  }
  return Object.values(lines) })"""


def test_a_badge_of_two_lines_leaves_no_word_alone(open_app):
    """At 320 px the bar's first badge takes two lines: none is one word, and both stand within the bar."""
    page = open_app("/?from=us_elementary.1&public_funding_growth=0.0245", viewport=(320, 640))
    page.locator(f".st-key-{KEY}").evaluate("e => e.scrollIntoView({ block: 'end' })")
    ready(page)
    bar = page.locator(".bar")
    assert bar.evaluate(SEEN)
    lines = [badge for badge in bar.evaluate(BADGES) if len(badge) > 1]
    assert lines
    assert all(len(line) > 1 for badge in lines for line in badge), lines
    assert bar.evaluate("e => e.querySelector('.badges').getBoundingClientRect().bottom") <= bar.evaluate(
        "e => e.getBoundingClientRect().bottom"
    )


def test_a_bare_address_asks_and_an_example_is_one_press_away(open_app):
    """The press opens the plan with its address; the line above the answer leads to one's own school."""
    page = open_app("/", bare=True, viewport=(390, 844))
    page.get_by_role("heading", name=say("start.question")).wait_for()
    assert "?" not in page.url
    assert sideways(page) == []
    resized(page, (1280, 720))
    picture(page, "start")
    moved(page, lambda: page.get_by_role("button", name=say("start.example_press")).click())
    assert page.url.endswith(f"?from={newest('us_elementary')}")
    page.locator("#verdict").wait_for()
    page.get_by_role("button", name=say("whose.enter_my_school")).first.click()
    page.get_by_role("dialog").wait_for()
