"""Ways to the goal in a browser: by keyboard, one click and back, four pictures, on a phone, in the dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.evidence import LEVERS
from model.texts import say
from tests.browser.look import moved, open_part, picture, resized, sideways, verdict
from tools.browser import ready

POOR = "/?from=us_elementary.1&public_funding_growth=0.02"
PHONE = (390, 844)
PARTS = ("ways", "matters", "two", "trade")


def below(page):
    """The picture of the part that is open."""
    return page.locator('[data-testid="stVegaLiteChart"] svg.marks').last


def test_a_way_is_taken_by_the_keyboard_and_undone(open_app):
    """The first way makes the plan sustainable; Undo, and it is not."""
    page = open_app(POOR)
    open_part(page, "ways")
    assert verdict(page).startswith("✕ Not sustainable")
    page.locator(".st-key-take-way-0 button").focus()
    moved(page, lambda: page.keyboard.press("Enter"))
    assert "pupils_per_teacher=15.8" in page.url
    assert "Not sustainable" not in verdict(page)
    page.get_by_text(say("find_a_fix.would_break")).wait_for()
    moved(page, lambda: page.locator(".st-key-undo button").click())
    assert "pupils_per_teacher" not in page.url
    page.locator(".st-key-take-way-0 button").wait_for()


def test_the_tab_follows_a_lever_and_the_picture_is_drawn_anew(open_app):
    """The map is drawn with its figures; with another lever up, the figures of another map stand there."""
    page = open_app(POOR)
    open_part(page, "two")
    below(page).get_by_text("−$121K", exact=True).first.wait_for()
    before = below(page).inner_html()
    page.locator(".st-key-ways-up input").focus()
    page.keyboard.type(LEVERS["salary_growth"].label)
    page.keyboard.press("Enter")
    ready(page)
    below(page).get_by_text("Salary growth a year ↑").first.wait_for()
    assert below(page).inner_html() != before


# Figures that a line would run through: none of the plates that are painted after it holds the figure.
STRUCK = """svg => {
  const box = e => e.getBoundingClientRect(), rules = [...svg.querySelectorAll('.mark-rule line')].filter(e => box(e).width + box(e).height > 3)
  const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING
  const plates = [...svg.querySelectorAll('.mark-rect path')].filter(e => after(rules.at(-1), e)).map(box)
  return [...svg.querySelectorAll('.mark-text text')].filter(e => e.textContent && rules.some(r => {
    const a = box(e), b = box(r)
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  })).filter(e => !plates.some(p => {
    const a = box(e)
    return p.left <= a.left && a.right <= p.right && p.top <= a.top && a.bottom <= p.bottom
  })).map(e => e.textContent) }"""


def test_no_line_runs_through_a_figure_of_the_map(open_app):
    """The break-even line crosses cells; a plate of the cell's color under each figure interrupts it."""
    page = open_app(POOR)
    open_part(page, "two")
    for size in ((1280, 720), (320, 640)):
        resized(page, size)
        assert below(page).locator(".mark-rule line").count() > 5
        assert below(page).evaluate(STRUCK) == []


HALOES = """svg => [...svg.querySelectorAll('.mark-text text')]
  .filter(e => e.textContent && e.getAttribute('stroke') && e.getAttribute('stroke') !== 'none')
  .map(e => e.textContent)"""


def test_what_matters_most_is_read_whole_on_a_small_phone(open_app):
    """At 320 px nothing is cut off; a name keeps the lines off by its plate, a setting by its halo.

    5,000 students: a change of −8.0% a year leaves less than the plan and stands where the $0 line is.
    """
    page = open_app("/?from=us_high.1&enrollment_year1=5000")
    open_part(page, "matters")
    for size in ((1280, 720), (320, 640)):
        resized(page, size)
        below(page).get_by_text("−8.0%", exact=True).last.wait_for()
        assert set(below(page).evaluate(STRUCK)) <= set(below(page).evaluate(HALOES))
    page = open_app(POOR, viewport=(320, 640))
    open_part(page, "matters")
    said = below(page).locator("text").all_text_contents()
    assert [t for t in said if say("find_a_fix.break_even_and_back", value="8.5%") in t]
    assert [t for t in said if t.endswith("…")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [(1280, 720), PHONE], ids=["1280", "phone"])
def test_the_tab_reads_well_everywhere(open_app, console_faults, viewport, scheme):
    """Each part: nothing runs off at the side, nothing serious for axe, no picture's fault in the console."""
    page = open_app(POOR, viewport=viewport, color_scheme=scheme)
    for part in PARTS:
        open_part(page, part)
        page.locator(".st-key-part-fix").evaluate("e => e.scrollIntoView()")
        picture(page, f"goals-{viewport[0]}-{scheme}-{part.rpartition('_')[2]}")
        assert sideways(page) == []
        found = [
            f"{part}: {v['id']}: {node['html'][:160]}"
            for v in Axe().run(page).response["violations"]
            if v["impact"] in ("serious", "critical")
            for node in v["nodes"]
        ]
        assert found == []
    assert console_faults == []
