"""Students by grade in a browser: typed by the keyboard, looked at, used; sound for axe, fit for a phone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from model.texts import say
from tests.browser.look import curve, open_part, picture, sideways
from tests.worked.test_pasted_table import pasted
from tools.browser import ready

SCHOOL = (
    "/?from=us_elementary.1&enrollment_from=by_grade&top_grade=5&grade_k_year1=75&grade_1_year1=70&grade_2_year1=84"
    "&grade_3_year1=84&grade_4_year1=61&grade_5_year1=88&entering_pupils=70&teachers_per_section=1.5"
)


def serious(page) -> list[str]:
    return [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]


def test_counts_are_typed_and_the_curves_follow(open_app):
    """84 more than the 75 of an even start in Grade 3: said, taken into the plan, and one press undoes it."""
    page = open_app("/")
    before = curve(page)
    open_part(page, "by_grade")
    page.get_by_role("button", name=say("students.by_grade")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Grade 3", exact=True).fill("85")
    page.keyboard.press("Tab")
    dialog.get_by_text("460 students").wait_for()
    assert serious(page) == []
    picture(page, "students-by-grade")
    dialog.get_by_role("button", name=say("students.use_it")).click()
    page.wait_for_url(re.compile("grade_3_year1=85"))
    dialog.wait_for(state="detached")
    ready(page)
    assert curve(page) != before
    summary = say("students.summary", grades="Kindergarten to Grade 5", students="460 students")
    assert page.get_by_text(summary).is_visible()
    page.locator(".st-key-levers-assumed").get_by_role(
        "button", name=say("students.one_number_again")
    ).click()
    page.wait_for_url(lambda url: "enrollment_from" not in url)
    ready(page)
    assert curve(page) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_tab_is_sound(open_app, scheme):
    page = open_app(SCHOOL, color_scheme=scheme)
    open_part(page, "by_grade")
    page.locator(".steps li").first.wait_for()
    assert serious(page) == []
    page.get_by_text(say("students.grades_table")).first.scroll_into_view_if_needed()
    picture(page, f"by-grade-{scheme}")


def test_a_phone_does_not_scroll_sideways(open_app):
    page = open_app(SCHOOL, viewport=(390, 844))
    open_part(page, "by_grade")
    page.locator(".steps li").first.wait_for()
    assert not sideways(page)
    page.get_by_role("button", name=say("students.by_grade")).last.click()
    page.get_by_role("dialog").get_by_label("Grade 5", exact=True).wait_for()
    assert not sideways(page)


def test_a_table_is_pasted_on_a_phone(open_app):
    """With the tabs of a spreadsheet; sound for axe, and used in one step."""
    page = open_app("/", viewport=(390, 844))
    open_part(page, "by_grade")
    page.get_by_role("button", name=say("students.by_grade")).last.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(say("students.way_table"), exact=True).click()
    dialog.get_by_label(say("students.paste_table")).fill(pasted("\t"))
    page.keyboard.press("Control+Enter")
    dialog.get_by_label("Grade 8", exact=True).wait_for()
    assert dialog.get_by_label("Grade 6", exact=True).input_value() == "60, 132, 100, 142, 154"
    assert not sideways(page)
    assert serious(page) == []
    picture(page, "a-table-of-grades")
    dialog.get_by_role("button", name=say("students.use_it"), exact=True).click()
    page.wait_for_url(re.compile("enrollment_from=by_table"))
