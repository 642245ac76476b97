"""Notes and decisions in a browser: kept over a reload, a lost line, another server; two tabs do not mix."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.texts import say
from tests.browser.look import open_part, picture, press, sideways
from tests.browser.test_plans import keep, tick
from tools.browser import ready, serve

NOTED, WHY = "noted", "origin"
MOVED = "/?from=us_elementary.1&teacher_leaders=6"
PHONE = (390, 844)


def field(page):
    return page.get_by_role("textbox", name=say("numbers.note_here"))


def note(page, text: str) -> None:
    """Write a note in the tab where a number comes from, and leave the field."""
    open_part(page, WHY)
    field(page).fill(text)
    page.keyboard.press("Tab")
    ready(page)
    page.wait_for_function(
        "text => JSON.stringify({...sessionStorage}).includes(JSON.stringify(text).slice(1, -1))", arg=text
    )


def holds(page, text: str) -> None:
    """Wait until the field shows the text: after a reload it comes later than the page, from the store."""
    page.wait_for_function(
        "text => [...document.querySelectorAll('textarea')].some(t => t.value === text)", arg=text
    )


def decide(page, why: str) -> None:
    open_part(page, NOTED)
    page.get_by_role("textbox", name=say("compare.why"), exact=True).fill(why)
    page.keyboard.press("Tab")
    ready(page)
    page.get_by_role("button", name=say("compare.record")).click()
    page.get_by_text(why).first.wait_for()
    ready(page)


def told(page) -> str:
    """What the part of notes and decisions lists."""
    open_part(page, NOTED)
    page.get_by_text(say("numbers.notes_counted", count=1), exact=True).wait_for()
    page.get_by_text(say("compare.decisions_made", count=1), exact=True).wait_for()
    ready(page)
    parts = (say("numbers.noted_numbers"), say("compare.decided"))
    return "\n".join(page.get_by_role("region", name=p).inner_text() for p in parts)


def test_a_reload_loses_no_note_and_no_decision(open_app):
    """Written, reloaded, another page of the app and back: the same lists."""
    page = open_app(MOVED)
    note(page, "Ask the district")
    decide(page, "More help")
    before = told(page)
    assert "Ask the district" in before
    assert "More help" in before
    page.reload()
    ready(page)
    assert told(page) == before
    page.get_by_role("link", name=say("evidence.title")).first.click()
    ready(page)
    page.reload()
    ready(page)
    page.get_by_role("link", name=say("places.planner")).click()
    page.locator("#verdict").wait_for()
    ready(page)
    assert told(page) == before


@pytest.mark.parametrize("close", ["Escape", "the button"])
def test_closing_the_dialog_keeps_what_was_typed(open_app, close):
    """Typed and closed at once, the field never left: the note is there, and in the store for a reload."""
    page = open_app(MOVED)
    page.locator("#key-figures .ask").first.click()
    page.get_by_role("dialog").wait_for()
    ready(page)
    page.get_by_role("dialog").get_by_role("textbox", name=say("numbers.note_here")).focus()
    page.keyboard.type("typed and closed")
    if close == "Escape":
        page.keyboard.press("Escape")
    else:
        page.get_by_role("button", name="Close").click()
    page.get_by_role("dialog").wait_for(state="detached")
    page.wait_for_function("() => JSON.stringify({...sessionStorage}).includes('typed and closed')")
    page.reload()
    ready(page)
    open_part(page, WHY)
    holds(page, "typed and closed")


def test_a_pause_saves_a_note_whose_field_was_never_left(open_app):
    """Typed in two goes and reloaded: all of it is there, and the field kept the focus in between."""
    page = open_app(MOVED)
    page.locator("#key-figures .ask").first.click()
    page.get_by_role("dialog").wait_for()
    ready(page)
    field = page.get_by_role("dialog").get_by_role("textbox", name=say("numbers.note_here"))
    field.focus()
    page.keyboard.type("Ask the")
    page.wait_for_function("() => JSON.stringify({...sessionStorage}).includes('Ask the')")
    page.keyboard.type(" district, please")
    assert field.input_value() == "Ask the district, please"
    page.wait_for_function("() => JSON.stringify({...sessionStorage}).includes('district, please')")
    page.reload()
    ready(page)
    open_part(page, NOTED)
    page.get_by_text("Ask the district, please").first.wait_for()


def test_another_server_gets_them_from_the_tab(open_app):
    """Another server takes over: a page not even reloaded has its notes, its decisions and its shelf."""
    with serve() as url:
        page = open_app(path=url + MOVED)
        note(page, "Ask the district")
        decide(page, "More help")
        open_part(page, "plans")
        keep(page, "Six")
        before = told(page)
        open_part(page, "plans")
    with serve(port=urlsplit(url).port):
        ready(page, timeout=60_000)
        page.get_by_text(say("compare.saved_plans", count=1)).wait_for()
        assert told(page) == before
        page.reload()
        ready(page)
        assert told(page) == before


def test_two_tabs_do_not_mix(open_app):
    """Each tab has its own notes, also after both were reloaded."""
    first = open_app(MOVED)
    note(first, "of the first")
    second = first.context.new_page()
    second.goto(MOVED)
    ready(second)
    open_part(second, WHY)
    assert field(second).input_value() == ""
    note(second, "of the second")
    for page, text in ((first, "of the first"), (second, "of the second")):
        page.reload()
        ready(page)
        open_part(page, WHY)
        holds(page, text)


def test_an_opened_plan_keeps_its_own_after_a_reload(open_app):
    """Kept with a note, opened again while the screen's plan has another: each where it belongs."""
    page = open_app(MOVED)
    note(page, "kept with the plan")
    open_part(page, "plans")
    keep(page, "Six")
    note(page, "written later")
    open_part(page, "plans")
    page.locator("[class*=st-key-open-] button").click()
    ready(page)
    open_part(page, WHY)
    holds(page, "kept with the plan")
    page.reload()
    ready(page)
    open_part(page, WHY)
    holds(page, "kept with the plan")


def test_spoiled_notes_are_said_and_left_alone(open_app):
    """Something in the tab's own store that is no record: a sentence, no fault, and the store keeps it."""
    page = open_app("/")
    page.evaluate("() => sessionStorage.setItem('school-notes:0123456789ab', '{\"notes\": 1}')")
    open_part(page, NOTED)
    page.get_by_text("Notes that this browser tab keeps could not be read").first.wait_for()
    assert page.evaluate("() => sessionStorage.getItem('school-notes:0123456789ab')") == '{"notes": 1}'


def test_the_plan_file_holds_them(open_app, tmp_path):
    """Saved from the page: note, decision with its moves."""
    page = open_app(MOVED)
    note(page, "<b>Ask</b> =1+1")
    decide(page, "More help")
    open_part(page, "take")
    page.get_by_text(say("share.link_without_notes")).wait_for()
    with page.expect_download() as saved:
        page.locator(".st-key-take-json button").click()
    saved.value.save_as(tmp_path / "plan.json")
    (plan,) = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["plans"]
    assert plan["notes"][0]["text"] == "<b>Ask</b> =1+1"
    assert [m["lever"] for m in plan["decisions"][0]["moves"]] == ["teacher_leaders"]


def reads_well(page, parts, size: str) -> None:
    """Each heading is there and kept as a picture; nothing runs off at the side, nothing serious for axe."""
    for part in parts:
        page.get_by_text(part, exact=True).first.evaluate("e => e.scrollIntoView()")
        ready(page)
        picture(page, f"shelf-{size}-{part.split()[0].lower()}")
    assert sideways(page) == []
    found = [
        f"{v['id']}: {node['html'][:160]}"
        for v in Axe().run(page).response["violations"]
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ]
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [(1280, 720), PHONE], ids=["1280", "phone"])
def test_everything_of_the_tab_reads_well(open_app, viewport, scheme):
    """Pictures side by side, both orders of variance; then notes and decisions, in their own part."""
    page = open_app(MOVED, viewport=viewport, color_scheme=scheme)
    note(page, "Ask the district whether the growth of 2.7% holds")
    decide(page, "Two more leaders are worth it to us")
    open_part(page, "plans")
    keep(page, "Six leaders", "More help")
    keep(page, "Six leaders, the second one with a name that is quite long")
    tick(page, "Six leaders")
    if viewport != PHONE:
        press(page, "Teacher leaders", "ArrowLeft")
    page.locator(".st-key-plans-picture").get_by_text(say("compare.one_each")).click()
    page.get_by_text(say("compare.order_size")).click()
    ready(page)
    assert page.locator(".st-key-each svg.marks").count() == 2
    side, line = say("compare.side_by_side"), say("compare.line_by_line")
    reads_well(page, (side, line), f"{viewport[0]}-{scheme}")
    open_part(page, NOTED)
    notes, decisions = say("numbers.notes_counted", count=1), say("compare.decisions_made", count=1)
    reads_well(page, (notes, decisions), f"{viewport[0]}-{scheme}")
