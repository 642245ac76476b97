"""Fields for numbers in a browser: Escape, the keyboard of a phone, questions below the field."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.texts import say
from tests.browser.look import curve, moved, open_drawer, open_levers, picture, sideways, verdict
from tools.browser import ready

RATE, GROWTH = "base_rate_per_pupil", "public_funding_growth"


def field(page, lever: str):
    return page.locator(f".st-key-exact-{lever} input")


def test_escape_brings_back_what_the_plan_has(page):
    """While something is typed, after it was refused and after the field was emptied; nothing is sent for it.

    In a dialog the first Escape restores the field and the second closes the dialog.
    """
    open_levers(page, "Funding")
    before = page.url
    field(page, RATE).fill("12")
    field(page, RATE).press("Escape")
    assert field(page, RATE).input_value() == "11,600"
    for text, said in (("many", "“many” is not a number"), ("", "The plan keeps $11,600")):
        field(page, RATE).fill(text)
        field(page, RATE).press("Enter")
        page.get_by_text(said).wait_for()
        ready(page)
        assert field(page, RATE).input_value() == text
        field(page, RATE).press("Escape")
        page.get_by_text(said).wait_for(state="detached")
        assert field(page, RATE).input_value() == "11,600"
    assert page.url == before
    page.get_by_role("button", name=say("settings.schedule")).click()
    dialog = page.get_by_role("dialog")
    value = dialog.get_by_label("New value")
    value.fill("8")
    value.press("Escape")
    assert value.input_value() == ""
    value.press("Escape")
    dialog.wait_for(state="detached")
    assert page.url == before


@pytest.mark.parametrize("page", [{"viewport": (390, 844), "has_touch": True}], indirect=True)
def test_a_phone_brings_up_the_keyboard_of_numbers(page):
    """The decimal one, which on some phones has no minus sign; for what may be below zero, all signs."""
    open_drawer(page)
    open_levers(page, "Funding")
    modes = {}
    for lever in (RATE, GROWTH, "opening_fund_balance", "cut_rate"):
        field(page, lever).tap()
        modes[lever] = field(page, lever).get_attribute("inputmode")
    assert modes == {RATE: "decimal", GROWTH: "text", "opening_fund_balance": "text", "cut_rate": "decimal"}
    picture(page, "fields-phone")


def serious(page) -> list[str]:
    return [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_what_is_asked_is_answered_below_the_field(open_app, size):
    """11.700 waits with two buttons; the press takes $11,700, and an unusual 29% is kept in sight."""
    page = open_app("/", viewport=size)
    if size[0] < 700:
        open_drawer(page)
    open_levers(page, "Funding")
    before = page.url
    field(page, RATE).fill("11.700")
    field(page, RATE).press("Enter")
    answer = page.get_by_role("button", name="$11,700", exact=True)
    answer.wait_for()
    ready(page)
    assert page.url == before
    assert serious(page) == []
    assert sideways(page) == []
    picture(page, f"asked-{size[0]}")
    moved(page, answer.click)
    assert f"{RATE}=11700" in page.url
    assert field(page, RATE).input_value() == "11,700"
    field(page, GROWTH).fill("29")
    field(page, GROWTH).press("Enter")
    use = page.get_by_role("button", name="Use 29.0%")
    use.wait_for()
    ready(page)
    moved(page, use.click)
    assert "29.0% is outside the usual range" in page.locator("#to-check").inner_text()
    assert serious(page) == []
    picture(page, f"to-check-{size[0]}")


def test_the_picture_stays_where_it_is_when_there_is_something_to_check(page):
    """At 1280 by 720 the remark stands in a line that is there anyway."""
    top = page.locator(".st-key-first-chart").bounding_box()["y"]
    page.goto("/?from=us_elementary.1&public_funding_growth=0.29&sustaining_grant=200000")
    ready(page)
    assert "To check (2)" in page.locator("#to-check").inner_text()
    assert page.locator(".st-key-first-chart").bounding_box()["y"] == top


def test_the_first_view_follows_a_number_as_it_is_typed(page):
    """As fields write it, with a comma; any other text leaves what is drawn until Python has read it."""
    open_levers(page, "PD")
    drawn = verdict(page), curve(page)
    spent = field(page, "recurring_pd_per_teacher")
    spent.focus()
    page.wait_for_function("() => window.schoolLive?.tables?.recurring_pd_per_teacher")
    spent.fill("1,500")
    page.wait_for_function("(was) => document.querySelector('#verdict').innerText !== was", arg=drawn[0])
    spent.fill("1 500 dollars")
    spent.press("Escape")
    assert spent.input_value() == "1,200"
    page.wait_for_function("() => !window.schoolLive.shown")
    assert (verdict(page), curve(page)) == drawn


def test_the_usual_range_stands_under_a_field_and_warns(page):
    """Funding per student is usual from 4,000 to 30,000. A screen reader has it too. 40,000 warns. The
    dollars of each year come after it.
    """
    open_levers(page, "Funding")
    inside, outside = (
        say(f"settings.{key}", range="$4,000 to $30,000") for key in ("usual", "outside_usual")
    )
    box = page.locator(f".st-key-exact-{RATE} .stTextInput")
    shown = "e => getComputedStyle(e, '::after').content"
    page.wait_for_function(
        "([css, text]) => document.querySelector(css)?.getAttribute('aria-description')?.startsWith(text)",
        arg=[f".st-key-exact-{RATE} input", inside],
    )
    assert box.evaluate(shown).startswith(f'"{inside}')
    color = box.evaluate("e => getComputedStyle(e, '::after').color")
    field(page, RATE).fill("40,000")
    field(page, RATE).press("Enter")
    moved(page, lambda: page.get_by_role("button", name=say("settings.use", value="$40,000")).click())
    page.wait_for_function(
        "([css, text]) => document.querySelector(css)?.getAttribute('aria-description')?.startsWith(text)",
        arg=[f".st-key-exact-{RATE} input", outside],
    )
    assert box.evaluate(shown).startswith(f'"{outside}')
    assert box.evaluate("e => getComputedStyle(e, '::after').color") != color
