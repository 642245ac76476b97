"""Tables on a small window: whole where they can be, or with what names a row and ends it in view."""

from __future__ import annotations

import pytest

from model.texts import say
from tests.browser.look import open_part, resized

CHARTER = "/?from=chicago_charter_k8.1"
WHOLE = {  # tables that stand whole beside the settings of a laptop, by their part
    "months": "months.title",
    "pupils": "students.all_years",
    "leaders": "leaders.table",
    "risk": "events.claim_table",
}
OVER = "e => e.scrollWidth - e.clientWidth"
# How far a cell of each row lies outside of what is seen of the table, in pixels.
OUTSIDE = """(e, which) => Math.max(...[...e.querySelectorAll('tbody tr')].map(row => {
  const cell = row[which].getBoundingClientRect(), seen = e.getBoundingClientRect();
  return Math.max(seen.left - cell.left, cell.right - seen.right);
}))"""


def sheet(page, caption: str):
    return page.locator(".sheet", has=page.locator("caption", has_text=say(caption))).first


def test_no_column_is_hidden_on_a_laptop(open_app):
    page = open_app(CHARTER, viewport=(1280, 720))
    for part, caption in WHOLE.items():
        open_part(page, part)
        assert sheet(page, caption).evaluate(OVER) <= 0, part


@pytest.mark.parametrize("size", [(390, 844), (1024, 576)])
def test_rows_keep_their_name_and_months_their_balance(open_app, size):
    """However far a table is moved sideways."""
    page = open_app(CHARTER, viewport=size)
    open_part(page, "months")
    months = sheet(page, "months.title")
    assert months.evaluate(OVER) > 0
    for moved in (0, 60, 10_000):
        months.evaluate("(e, x) => { e.scrollLeft = x }", moved)
        for which in ("firstElementChild", "lastElementChild"):
            assert months.evaluate(OUTSIDE, which) <= 1, (moved, which)


def test_the_three_readings_stand_whole_on_a_phone(open_app):
    page = open_app("/", viewport=(390, 844))
    open_part(page, "risk")
    assert sheet(page, "events.claim_table").evaluate(OVER) <= 0
    resized(page, (360, 640))
    assert sheet(page, "events.claim_table").evaluate(OVER) <= 0


def test_what_a_check_box_is_for_is_read_in_full(open_app):
    """Beside a text, on a window so narrow that it takes two lines."""
    page = open_app("/", viewport=(1024, 576))
    open_part(page, "futures")
    labels = page.locator(".stCheckbox .stMarkdownEllipsis")
    assert labels.count() > 5
    assert labels.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).length") == 0
