"""Plans in a browser: kept over a reload and a server's restart, by keyboard, in two tabs, on a phone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.evidence import LEVERS
from model.texts import quoted, say
from tests.browser.look import choice, open_part, picture, press, sideways
from tools.browser import EXAMPLE, ready, serve
from views.places import KEY

COMPARED = sum(not (x.of or x.own) for x in LEVERS.values())  # a school without own lines

TAB = "plans"
MOVED = "/?from=us_elementary.1&pupils_per_teacher=16&teacher_leaders=6&public_funding_growth=0.02"
PHONE = (390, 844)
HELD = "() => Object.keys(localStorage).filter(k => k.startsWith('school-plan:')).length"


def keep(page, name: str, reason: str = "") -> None:
    """Keep the plan on the screen, by the keyboard alone."""
    page.get_by_label(say("compare.name"), exact=True).first.focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(reason)
    page.keyboard.press("Tab")
    ready(page)
    page.locator(".st-key-keep-plan button").focus()
    page.keyboard.press("Enter")
    kept(page, name).wait_for()
    ready(page)


def kept(page, name: str):
    return page.locator(".kept b", has_text=re.compile(f"^{re.escape(name)}$"))


def tick(page, name: str) -> None:
    row = page.locator('[class*="st-key-kept-"]', has=kept(page, name))
    row.locator("input[type=checkbox]").focus()
    page.keyboard.press("Space")
    ready(page)


def test_a_long_name_pushes_no_plan_out_of_sight(open_app):
    """A name of 192 letters without a blank: it breaks in each head of a column, and the bar has it whole."""
    page = open_app(MOVED)
    open_part(page, TAB)
    keep(page, "Sparmaßnahme" * 16)
    press(page, "Students per teacher", "ArrowLeft")
    tick(page, "Sparmaßnahme" * 16)
    tables = page.get_by_role("region").filter(has_text="Sparmaßnahme")
    tables.nth(1).wait_for()  # how they compare, where they differ
    assert sideways(page) == []
    assert tables.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length") == 0
    assert page.locator(".bar-change b").get_attribute("title")


def test_plan_a_plan_b_and_which_lever_mattered_by_the_keyboard(open_app):
    """Keep one plan, move a lever, keep another, lay them side by side and read which change did most."""
    page = open_app(MOVED)
    choice(page, KEY, say("places.overview")).focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    ready(page)
    keep(page, "Larger classes", "Pays for two more leaders")
    press(page, "Students per teacher", "ArrowLeft")
    keep(page, "A little smaller")
    tick(page, "Larger classes")
    differ = page.get_by_role("region", name=say("compare.differ", count=1, all=COMPARED))
    assert re.split(r"\s{2,}|\t|\n", differ.locator("tbody").inner_text().strip()) == [
        "Students per teacher",
        "15.9",
        "16",
    ]
    picture(page, "plans")
    assert page.locator('[data-testid="stVegaLiteChart"] svg.marks').last.is_visible()
    open_part(page, "effects")
    effects = page.get_by_role("region", name=say("compare.effects"))
    first = effects.locator("tbody tr").nth(2)
    assert first.inner_text().startswith("Students per teacher")


def test_kept_plans_outlive_the_page_and_the_server(browser, outside_requests):
    """Four plans, a reload, another server at the same address: all there, and compared by what differs."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    page = context.new_page()
    with serve() as url:
        page.goto(url + EXAMPLE)
        ready(page)
        open_part(page, TAB)
        for n in range(4):
            keep(page, f"Plan {n}")
            press(page, "Teacher leaders")
        address = page.url
        page.reload()
        ready(page)
        assert page.url == address, "the plan on the screen is in the address"
        open_part(page, TAB)
        page.get_by_text(say("compare.saved_plans", count=4)).wait_for()
    page.goto("about:blank")
    with serve(port=urlsplit(url).port):
        page.goto(url + EXAMPLE)
        ready(page)
        open_part(page, TAB)
        page.get_by_text(say("compare.saved_plans", count=4)).wait_for()
        ready(page)
        for n in (1, 2, 3):
            tick(page, f"Plan {n}")
        differ = page.get_by_role("region", name=say("compare.differ", count=1, all=COMPARED))
        assert differ.locator("tbody tr").count() == 1
        assert re.split(r"\s{2,}|\t|\n", differ.locator("tbody").inner_text().strip()) == [
            "Teacher leaders", "4", "4.5", "5", "5.5",
        ]  # fmt: skip
    context.close()


def test_two_tabs_keep_beside_each_other(open_app):
    """What one tab keeps or takes off the other never writes over; each has its own plan on the screen."""
    first = open_app(MOVED)
    open_part(first, TAB)
    second = first.context.new_page()
    second.goto(EXAMPLE)
    ready(second)
    open_part(second, TAB)
    keep(first, "of the first")
    keep(second, "of the second")
    assert first.evaluate(HELD) == 2
    press(first, "Teacher leaders")
    assert first.evaluate(HELD) == 2
    assert "teacher_leaders" not in second.url
    second.reload()
    ready(second)
    open_part(second, TAB)
    kept(second, "of the first").wait_for()
    kept(second, "of the second").wait_for()
    row = second.locator('[class*="st-key-kept-"]', has=kept(second, "of the first"))
    row.get_by_role("button", name=say("compare.more")).click()
    second.get_by_role("button", name=say("compare.delete")).click()
    kept(second, "of the first").wait_for(state="detached")
    ready(second)
    press(first, "Teacher leaders")
    assert first.evaluate(HELD) == 1, "the first tab still shows it, but does not bring it back"


def rename(page, name: str, to: str) -> None:
    row = page.locator('[class*="st-key-kept-"]', has=kept(page, name))
    row.get_by_role("button", name=say("compare.more")).click()
    page.get_by_label(say("compare.name"), exact=True).last.fill(to)
    page.keyboard.press("Tab")
    ready(page)
    page.get_by_role("button", name=say("compare.save_name_and_reason")).click()
    ready(page)
    page.keyboard.press("Escape")


def test_two_tabs_that_change_one_plan_are_told(open_app):
    """The second to write is told what the first made of it, which is kept; then it can be changed again."""
    first = open_app(MOVED)
    open_part(first, TAB)
    keep(first, "Plan A")
    second = first.context.new_page()
    second.goto(EXAMPLE)
    ready(second)
    open_part(second, TAB)
    keep(second, "Plan B")
    rename(first, "Plan A", "Plan of the first")
    rename(second, "Plan A", "Plan of the second")
    second.get_by_text("was changed in another tab while it was changed here").wait_for()
    kept(second, "Plan of the first").wait_for()
    stored = "() => Object.values(localStorage).filter(x => x.includes('Plan of the')).join()"
    assert "Plan of the second" not in second.evaluate(stored)
    rename(second, "Plan of the first", "Plan of the second")
    assert "Plan of the second" in second.evaluate(stored)


def test_two_tabs_that_keep_one_name_are_told(open_app):
    """What one tab keeps the other knows at once, so the name is taken there too and what was typed stays."""
    first = open_app(MOVED)
    open_part(first, TAB)
    second = first.context.new_page()
    second.goto(EXAMPLE)
    ready(second)
    open_part(second, TAB)
    keep(first, "Plan A")
    kept(second, "Plan A").wait_for()
    name = second.get_by_role("textbox", name=say("compare.name"), exact=True).first
    name.fill("plan a")
    second.get_by_role("button", name=say("compare.save"), exact=True).click()
    second.get_by_text(say("store.name_taken", name=quoted("plan a"))).wait_for()
    assert name.input_value() == "plan a"
    assert second.evaluate(HELD) == 1


def test_two_tabs_that_keep_one_name_at_the_same_moment_are_told(open_app):
    """Neither has heard of the other yet: both plans are there, and it is said that there are two."""
    first = open_app(MOVED, anew=True)
    first.context.add_init_script("addEventListener('storage', e => e.stopImmediatePropagation(), true)")
    second = first.context.new_page()
    for page in (first, second):
        page.goto(EXAMPLE)
        ready(page)
        open_part(page, TAB)
    keep(first, "Plan A")
    keep(second, "Plan A")
    second.get_by_text(say("store.two_of_one_name", name=quoted("Plan A"))).wait_for()
    assert kept(second, "Plan A").count() == 2
    first.reload()
    ready(first)
    open_part(first, TAB)
    first.get_by_text(say("store.two_of_one_name", name=quoted("Plan A"))).wait_for()


FILL = """() => { for (let n = 1 << 20, i = 0; n > 8; ) {
  try { localStorage.setItem(`fill${i++}`, "x".repeat(n)) } catch { n >>= 1 } } }"""
EMPTY = "() => { for (const k of Object.keys(localStorage)) if (k.startsWith('fill')) localStorage.removeItem(k) }"


def test_a_full_store_is_called_full_and_filled_up_when_there_is_room(open_app):
    """Not "keeps nothing"; what could not be stored is stored by itself later, and the remark is gone."""
    page = open_app(MOVED)
    open_part(page, TAB)
    page.evaluate(FILL)
    keep(page, "Plan A")
    page.get_by_text(say("compare.store_full")).wait_for()
    picture(page, "plans-full")
    assert page.evaluate(HELD) == 0
    page.evaluate(EMPTY)
    keep(page, "Plan B")
    page.get_by_text(say("compare.store_full")).wait_for(state="detached")
    assert page.evaluate(HELD) == 2


def test_a_store_that_is_closed_is_called_closed(open_app):
    page = open_app(MOVED, anew=True)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
    )
    page.reload()
    ready(page)
    open_part(page, TAB)
    page.get_by_text(say("compare.store_closed")).wait_for()


def test_a_long_name_is_measured_and_one_that_fits_stays_within_its_place(open_app):
    """Of 10,000 letters the length is said and the letters stay; 200 without a blank run over nothing."""
    page = open_app(MOVED, viewport=PHONE)
    open_part(page, TAB)
    name = page.get_by_role("textbox", name=say("compare.name"), exact=True).first
    name.fill("x" * 10_000)
    page.get_by_role("button", name=say("compare.save"), exact=True).click()
    page.get_by_text(say("store.name_too_long", size="10,000", most="200")).wait_for()
    assert len(name.input_value()) == 10_000
    name.fill("W" * 200)
    page.get_by_role("button", name=say("compare.save"), exact=True).click()
    kept(page, "W" * 200).wait_for()
    ready(page)
    picture(page, "plans-long-name")
    assert sideways(page) == []


def test_a_spoiled_entry_is_said_and_left_alone(open_app):
    """Something in the browser's store that is no plan: a sentence, no fault, and the store keeps it."""
    page = open_app("/")
    page.evaluate("() => localStorage.setItem('school-plan:0123456789abcdef', '{\"format\": 1}')")
    open_part(page, TAB)
    page.get_by_text("A plan in this browser's store could not be read").first.wait_for()
    assert page.evaluate(HELD) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [(1280, 720), (1920, 1080), PHONE], ids=["1280", "1920", "phone"])
def test_the_tab_reads_well_everywhere(open_app, viewport, scheme):
    """Nothing runs off at the side, nothing serious for axe, with effects, a kept plan and a comparison."""
    page = open_app(MOVED, viewport=viewport, color_scheme=scheme)
    open_part(page, TAB)
    keep(page, "Larger classes", "Pays for two more leaders")
    tick(page, "Larger classes")
    for part in ("compare.effects", "compare.save_this_plan", "compare.side_by_side"):
        page.get_by_text(say(part), exact=True).first.scroll_into_view_if_needed()
        picture(page, f"plans-{viewport[0]}-{scheme}-{part.partition('.')[2]}")
    assert sideways(page) == []
    found = [
        f"{v['id']}: {node['html'][:160]}"
        for v in Axe().run(page).response["violations"]
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ]
    assert found == []
