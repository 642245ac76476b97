"""Where a number comes from, in a browser: by mouse, by keyboard, for a screen reader and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.texts import say
from tests.browser.look import open_part, picture, sideways
from tools.browser import ready

PHONE = (390, 844)
CHANGED = "/?from=us_elementary.1&pupils_per_teacher=14&teacher_leaders=8&refresh=lumpy"
LEVER = LEVERS["teacher_salary"].label
PUBLIC, COST, PERSONNEL, PAY, RESULT, SAVINGS, ONE_TIME, PD = (
    BOOK.lines[key].label
    for key in (
        "public_revenue",
        "recurring_cost",
        "personnel",
        "teacher_cost",
        "structural_result",
        "fund_balance",
        "one_time_cost",
        "pd",
    )
)


def serious(page) -> list[str]:
    return [
        f"{v['id']}: {node['html'][:160]}"
        for v in Axe().run(page).response["violations"]
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ]


def answer(page):
    """The dialog, once it is drawn."""
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    dialog.locator(".sentence").wait_for()
    ready(page)
    return dialog


def opened(within, label: str):
    """A branch of the tree, by its summary."""
    return within.locator("details[open] > summary", has_text=label)


def test_a_key_figure_is_explained_by_the_keyboard_down_to_a_lever(page):
    """Enter on a figure's name opens its sentence; Enter on a part opens its parts, three levels down to a
    lever; Escape leaves, and nothing has moved.
    """
    before = page.url
    page.get_by_role("button", name=say("answer.result")).focus()
    page.keyboard.press("Enter")
    dialog = answer(page)
    assert f"{RESULT} = {PUBLIC} − {COST}".lower() in dialog.inner_text().lower()
    for label in (COST, PERSONNEL, PAY):
        dialog.locator("summary:visible", has_text=label).first.focus()
        page.keyboard.press("Enter")
        opened(dialog, label).first.wait_for()
    assert dialog.locator("li.lever:visible", has_text=LEVER).count() == 1
    picture(page, "explained")
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    ready(page)
    assert page.url == before


def test_a_cell_is_explained_by_a_press(page):
    """A cell asks for itself: Year 3's teacher pay, 30 x $72,030 x 1.0609 x 1.435 = $3,289,735.63."""
    open_part(page, "lines")
    page.locator('tr[data-explains="teacher_cost 1 5"] > td').nth(3).click()
    dialog = answer(page)
    assert "Teacher pay, Year 3: $3,289,735" in dialog.inner_text()
    assert "(30 + 0) × $72,030 × 1.0609 × 1.435" in dialog.inner_text()
    dialog.get_by_role("radio", name="Year 1").click()
    dialog.get_by_text("Teacher pay, Year 1: ").wait_for()


def test_the_picker_is_searched_by_the_keyboard(page):
    """In the tab a line is found by typing a part of its name."""
    open_part(page, "origin")
    page.get_by_role("combobox", name="Line").focus()
    page.keyboard.type("Rent and facilities")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Rent and facilities, Year 5").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 720), PHONE])
def test_nothing_serious_and_nothing_sideways(open_app, size, scheme):
    """The dialog, the tab and the page of evidence with a family open: axe has nothing serious to say, and no
    part is wider than its place.
    """
    page = open_app(path=CHANGED, viewport=size, color_scheme=scheme)
    name = f"{size[0]}-{scheme}"
    page.get_by_role("button", name=say("answer.result")).click()
    dialog = answer(page)
    dialog.locator("summary", has_text=COST).first.click()
    picture(page, f"explain-dialog-{name}")
    assert (serious(page), sideways(page)) == ([], [])
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    open_part(page, "origin")
    page.locator(".why").scroll_into_view_if_needed()
    picture(page, f"explain-tab-{name}")
    assert (serious(page), sideways(page)) == ([], [])


@pytest.mark.parametrize("size", [(1280, 720), PHONE])
def test_the_page_of_evidence(open_app, size):
    """The register, a family, the links: nothing serious, nothing sideways, every link opens in a new tab."""
    page = open_app(path=CHANGED, viewport=size)
    if size == PHONE:
        page.goto("/evidence")
    else:
        page.get_by_role("link", name=say("evidence.title")).first.click()
    page.get_by_text("the strongest first").wait_for()
    ready(page)
    picture(page, f"evidence-{size[0]}")
    page.locator("summary", has_text="Technology").click()
    page.get_by_text("Devices in use, spares included").first.wait_for()
    ready(page)
    picture(page, f"evidence-family-{size[0]}")
    assert (serious(page), sideways(page)) == ([], [])
    loose = page.eval_on_selector_all(
        ".sheet a, .note a",
        "all => all.filter(a => !/noopener/.test(a.rel) || !/^https?:/.test(a.href)).map(a => a.outerHTML)",
    )
    assert loose == []


@pytest.mark.parametrize("page", [{"viewport": (1280, 1400)}], indirect=True)
def test_a_mark_of_a_picture_is_explained_by_a_press(page):
    """A bar, a block and a year of the curves each lead to their number; the start-up column to its cost."""
    pressed = {
        f"{RESULT}, Year 3": ("svg.marks", 1, "Year 3: $"),
        f"{PD}, Year 1": ("svg.marks", 2, f"{say('charts.training')}, Year 1"),
        f"{SAVINGS}, Year 2": ("svg.marks", 3, "Year 2: $"),
    }
    for told, (pictures, number, label) in pressed.items():
        mark = page.locator(pictures).nth(number).locator(f'path[aria-label^="{label}"]')
        said = mark.get_attribute("aria-label")
        mark.click(force=True)
        head = answer(page).locator("h3").first.inner_text()
        assert head.startswith(told)
        assert said.split("$")[1].split(",")[0] in head
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
        ready(page)
    box = page.locator(".st-key-first-chart svg.marks").bounding_box()
    for share, told in (
        (0.5, f"{RESULT}, Year 3"),
        (0.05, f"{ONE_TIME}, {say('years.startup_in_full')}: $342,270.00"),
    ):
        page.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
        assert answer(page).locator("h3").first.inner_text().startswith(told)
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
        ready(page)
