"""The stress board in a browser: read, answered, opened as curves; on a laptop, in the dark, on a phone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.evidence import STRESS
from model.stress import RESPONSES
from model.texts import counted, say
from tests.browser.look import moved, open_part, picture, sideways
from tools.browser import ready
from tools.saying import says


@pytest.mark.parametrize(
    ("viewport", "scheme"),
    [((1280, 720), "light"), ((1280, 720), "dark"), ((390, 844), "light")],
    ids=["laptop", "dark", "phone"],
)
def test_the_board_is_answered_and_opened_as_curves(open_app, viewport, scheme):
    page = open_app("/", viewport=viewport, color_scheme=scheme)
    open_part(page, "risk")
    board = page.locator(".board")
    board.wait_for()
    assert board.get_by_role("row").count() == 20  # two an event, one for what does not apply
    severe = board.get_by_role("row").filter(has_text=STRESS["severe_cut"].label)
    assert say("events.jobs", jobs="1.5", count=counted("2.1"), year=3) in re.sub(
        r"\s+", " ", severe.inner_text()
    )
    severe.get_by_text(say("events.what_is_that")).click()
    assert severe.get_by_text(STRESS["severe_cut"].what_happened).is_visible()
    responses = page.locator(".st-key-stress-respond")
    responses.get_by_text("Freeze supplies").click()
    ready(page)
    for event, rating in (
        ("spending_freeze", say("rating.caution_savings", year=2)),
        ("pay_two_points", say("rating.not", year=3)),
    ):
        row = board.get_by_role("row").filter(has_text=STRESS[event].label)
        row.get_by_text(say("events.unanswered", rating=rating)).wait_for()
    assert say("events.jobs", jobs="1.5", count=counted("2.1"), year=3) in re.sub(
        r"\s+", " ", severe.inner_text()
    )  # frozen supplies could go before
    page.locator(".st-key-stress-curves label").click()
    ready(page)
    images = page.locator(".multiples img")
    assert images.count() == 10
    assert images.evaluate_all("all => all.every(i => i.complete && i.naturalWidth > 0)")
    assert sideways(page) == []
    serious = ("serious", "critical")
    found = Axe().run(page, context=".board, .multiples, .lead").response["violations"]
    assert [v["id"] for v in found if v["impact"] in serious] == []
    board.scroll_into_view_if_needed()
    picture(page, f"risk-{viewport[0]}-{scheme}")
    moved(page, page.locator(".st-key-stress-adopt button:visible").first.click)
    assert "nonpersonnel_per_pupil" in page.url
    event = say("events.dated_years", event="Mid-year cut", first=2, last=5)
    made = say("events.adopted", event=event, responses=RESPONSES["freeze_nonpersonnel"].label)
    assert page.get_by_text(made).is_visible()


def test_a_double_press_puts_an_event_in_once(open_app):
    """The second press comes before the answer to the first, with the sliders as they were: 450 students.
    86% of them are 387.
    """
    page = open_app()
    open_part(page, "risk")
    hopeful = page.locator(".st-key-try-too_hopeful_plan button")
    hopeful.evaluate("e => { e.click(); setTimeout(() => e.click(), 40) }")
    dated = say("events.dated_years", event=STRESS["too_hopeful_plan"].label, first=1, last=5)
    page.get_by_text(say("events.tried_already", event=dated)).wait_for()
    ready(page)
    assert "enrollment_year1=387&" in f"{page.url}&"
    moved(page, page.locator(".st-key-undo button").click)
    assert "enrollment_year1" not in page.url
    assert page.locator(".st-key-undo button").is_disabled()


def test_the_board_keeps_to_its_place_where_events_cannot_be_worked_out(open_app):
    """A school of 5,000 students: longer numbers in every cell, and sentences in place of some rows."""
    page = open_app("/?from=us_high.1&enrollment_year1=5000&enrollment_growth=0.05", viewport=(1280, 720))
    open_part(page, "risk")
    board = page.locator(".board")
    board.wait_for()
    assert page.get_by_text(says("events.students_outside")).first.is_visible()
    table, place = board.evaluate("e => [e.firstElementChild.getBoundingClientRect().width, e.clientWidth]")
    assert table <= place
