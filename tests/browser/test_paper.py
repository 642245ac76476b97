"""What a browser prints: light, headed by plan and day, only the open place, no fields and no presses."""

from __future__ import annotations

import io

from pypdf import PdfReader

from exchange.heading import made
from model.texts import counted, say
from tests.browser.look import in_view, open_part, picture
from views.places import KEY
from views.shell.today import today

MOVED = "/?from=us_elementary.1&enrollment_year1=395"
NEVER = (
    "bar.undo",
    "settings.all_settings",
    "places.plans",
    "places.noted",
    "places.numbers",
    "places.judged",
)
DARK_ON_PAPER = """() => [...document.querySelectorAll('.stMain, .stMain *')].filter(e => {
  if (!e.getClientRects().length || e.closest('svg, .multiples, .state, .fall')) return false;
  const [r, g, b, a = 1] = getComputedStyle(e).backgroundColor.match(/[\\d.]+/g).map(Number);
  return a > .5 && r + g + b < 300;
}).map(e => e.outerHTML.slice(0, 120))"""
WITHIN_THE_SHEET = """() => {
  const all = [...document.querySelectorAll('.st-key-follows .stVegaLiteChart svg.marks')];
  return all.length === 4 && all.every(e => e.getBoundingClientRect().right <= 740);
}"""
PALE = """() => {
  const pale = [], words = document.createTreeWalker(document.querySelector('.stMain'), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const e = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !e.getClientRects().length || e.closest('svg, style, .fall')) continue;
    const [r, g, b] = getComputedStyle(e).color.match(/[\\d.]+/g).map(Number);
    if (r + g + b > 420) pale.push(words.currentNode.data.trim().slice(0, 60));
  }
  return pale;
}"""


def printed(page) -> list[str]:
    """The pages of a print on letter paper, each as its words on one line."""
    page.emulate_media(media="print")  # a window that is lent again may have been told that it is a screen
    pages = PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages
    return [" ".join(p.extract_text().split()) for p in pages]


def test_the_answer_and_the_open_place_are_printed_light_from_a_dark_screen(open_app):
    """Two sheets: the answer under the plan's head, and the open place under its first line."""
    page = open_app(MOVED, color_scheme="dark")
    open_part(page, "effects")
    first, *others = printed(page)
    assert len(others) == 1
    assert "Elementary school, 395 students" in first
    assert say("heading.students_before", count=counted("395"), before="450") in first
    assert made(today()) in first
    assert say("places.board") in first
    assert others[0].startswith(say("places.compare_lead"))
    assert "450 → 395" in others[0]
    words = " ".join((first, *others))
    assert [key for key in NEVER if say(key) in words] == []
    page.emulate_media(media="print")
    head, answer = (page.locator(x).bounding_box() for x in (".bar-paper", "#verdict"))
    assert head["y"] + head["height"] <= answer["y"]
    assert page.evaluate(DARK_ON_PAPER) == []
    assert page.evaluate(PALE) == []
    for other in (".st-key-way-in", f".st-key-{KEY}", '[data-testid="stSidebar"]', ".bar-year"):
        assert not page.locator(other).is_visible(), other
    assert page.locator("#key-figures .ask").first.is_visible()
    picture(page, "dark-printed")
    page.emulate_media(media="screen")


def test_pictures_keep_whole_on_paper_and_lose_the_dark(open_app):
    """Two in a row as on the screen, inside the sheet; lines in the colors of the light palette."""
    page = open_app(MOVED, color_scheme="dark")
    open_part(page, "curves")
    assert len(printed(page)) == 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 740, "height": 900})
    page.wait_for_function(WITHIN_THE_SHEET)
    boxes = [c.bounding_box() for c in page.locator(".st-key-follows .stVegaLiteChart svg.marks").all()]
    assert len(boxes) == 4
    left, right = boxes[:2], boxes[2:]
    assert all(a["x"] + a["width"] <= b["x"] for a, b in zip(left, right, strict=True))
    assert abs(left[0]["y"] - right[0]["y"]) < 1
    drawn = page.locator(".st-key-first-chart svg.marks .mark-line path").evaluate_all(
        "all => all.map(e => getComputedStyle(e).stroke)"
    )
    assert {"rgb(11, 79, 138)", "rgb(179, 72, 15)"} <= set(drawn)
    page.emulate_media(media="screen")


def test_fields_of_a_place_are_light_on_paper_and_ways_out_of_the_page_are_not_printed(open_app):
    """Choices of the months with the arrows that open them, and the way to the sources below the lines."""
    page = open_app("/?from=new_start_grows_a_grade_a_year.1", color_scheme="dark")
    open_part(page, "months")
    page.locator(".st-key-month-choices .stSelectbox").first.wait_for()
    page.emulate_media(media="print")
    assert page.evaluate(DARK_ON_PAPER) == []
    assert not page.locator(".st-key-month-choices .stSelectbox button").first.is_visible()
    page.emulate_media(media="screen")
    open_part(page, "judged")
    way = page.locator(".st-key-below .stPageLink")
    way.wait_for()
    page.emulate_media(media="print")
    assert not way.is_visible()
    after = '[data-testid="stLayoutWrapper"]:has(> .st-key-below) ~ *'
    assert page.locator(after).count()
    assert page.locator(after).filter(visible=True).count() == 0
    page.emulate_media(media="screen")


def test_a_screen_for_a_room_says_on_paper_whose_it_is(open_app):
    page = open_app(f"{MOVED}&show=present")
    assert not page.locator(".bar-paper").is_visible()
    (sheet,) = printed(page)
    assert sheet.startswith("Elementary school, 395 students")
    assert made(today()) in sheet
    assert not page.locator(".st-key-room-levers").is_visible()
    picture(page, "present-printed")
    page.emulate_media(media="screen")


def test_an_open_dialog_is_not_printed_over_the_page(page):
    page.locator(".st-key-stories button").click()
    dialog = page.get_by_test_id("stDialog")
    dialog.wait_for()
    sheets = printed(page)
    assert say("settings.stories") not in " ".join(sheets)
    assert "Elementary school, 450 students" in sheets[0]
    page.emulate_media(media="screen")
    assert dialog.is_visible()


def test_only_the_board_page_is_printed_and_the_file_is_called_like_the_plan(page):
    open_part(page, "board")
    assert len(printed(page)) == 1
    page.emulate_media(media="print")
    assert not in_view(page, page.get_by_text("Skip to main content"))
    assert page.locator(".board-page").is_visible()
    for other in (
        "#verdict",
        ".st-key-first-chart",
        ".st-key-place",
        '[data-testid="stSidebar"]',
        ".bar",
        ".press",
    ):
        assert not page.locator(other).first.is_visible(), other
    picture(page, "board-printed")
    page.emulate_media(media="screen")
    titled = "kind => { dispatchEvent(new Event(kind)); return document.title }"
    before = page.title()
    assert page.evaluate(titled, "beforeprint").startswith("elementary-school-450-students-20")
    assert page.evaluate(titled, "afterprint") == before
