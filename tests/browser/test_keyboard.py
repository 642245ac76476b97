"""The page without a mouse."""

from __future__ import annotations

from playwright.sync_api import expect

from model.texts import counted, say
from tests.browser.look import curve, figures, lever, moved, picture, press, verdict
from tools.browser import ready
from views.levers.controls import FIRST, of_panel, short_label

FOCUSED = "() => document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"


def tab_to(page, name: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in (page.evaluate(FOCUSED) or ""):
            return
    raise AssertionError(f"{name} was not reached by {most} Tab keys.")


def test_a_lever_moved_by_the_arrow_key_moves_everything(page):
    """Tab reaches a lever; arrow keys change its value, the verdict, the figures, the curve and the address.

    14.9 students for each of 450 need half a teacher more. In Year 5 half a position is $58,168, its PD $834,
    so $35,966 left over becomes $23,037 short, cents carried. Year 4 is the first that is short: by $9,762.
    """
    tab_to(page, "Students per teacher")
    tab_to(page, "Students per teacher")  # the first stop is its help
    moving = lever(page, "Students per teacher")
    assert moving.evaluate("e => e === document.activeElement")
    before = (page.url, figures(page), curve(page))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**pupils_per_teacher=14.9*")
    ready(page)
    assert moving.get_attribute("aria-valuetext") == "14.9"
    assert say("rating.caution_living", year=4) in verdict(page)
    assert "$23,037" in verdict(page)
    assert all(a != b for a, b in zip((page.url, figures(page), curve(page)), before, strict=True))
    assert moving.evaluate("e => e === document.activeElement"), "the focus stays"
    picture(page, "at-risk")


def test_every_front_lever_is_reached_and_reacts(page):
    """Each of the eight levers takes an arrow key and writes its next step into the address."""
    for panel in FIRST:
        for each in of_panel(panel, "front"):
            press(page, short_label(each))
            assert f"{each.key}={each.default + each.step:.6g}" in page.url


def test_undo_and_redo_by_their_keys(page):
    """Alt+Z takes the move back, and Alt+Y makes it again, with the focus still on the lever."""
    start = page.url
    press(page, "Teacher leaders")
    after = page.url
    moved(page, lambda: page.keyboard.press("Alt+z"))
    expect(page).to_have_url(start)
    expect(lever(page, "Teacher leaders")).to_have_value("4")
    moved(page, lambda: page.keyboard.press("Alt+y"))
    expect(page).to_have_url(after)
    expect(lever(page, "Teacher leaders")).to_have_value("4.5")


def test_a_school_is_set_up_by_the_keyboard(page):
    """The dialog is opened, filled in the fields' order, sent with Enter; a wrong entry stays, named."""
    tab_to(page, say("settings.my_school"))
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    ready(page)
    tab_to(page, say("settings.enrollment_asked"))
    tab_to(page, say("settings.enrollment_asked"))  # the first stop is its help
    page.keyboard.type("412")
    tab_to(page, say("settings.teachers_asked"))
    page.keyboard.type("26")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("lots")
    page.keyboard.press("Enter")
    page.get_by_text("Yearly budget: “lots” is not a number").wait_for()
    ready(page)
    assert page.get_by_role("textbox", name=say("settings.enrollment_asked")).input_value() == "412"
    assert page.get_by_role("textbox", name=say("settings.dollars")).input_value() == "lots"
    picture(page, "dialog-refused")
    page.get_by_role("textbox", name=say("settings.dollars")).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("4.9M")
    moved(page, lambda: page.keyboard.press("Enter"))
    page.get_by_role("dialog").wait_for(state="detached")
    assert "start.enrollment_year1=412" in page.url
    set_up = say("guess.made", students="412", count=counted(2)).partition(". ")[0]
    assert page.get_by_text(set_up).is_visible()
    picture(page, "school-like-mine")


def test_escape_leaves_the_dialog_and_the_plan(page):
    """Escape closes the dialog; the plan is as it was and the levers still work."""
    press(page, "Teacher leaders")
    before = page.url
    page.get_by_role("button", name=say("settings.my_school")).focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    ready(page)
    assert page.url == before
    press(page, "Teacher leaders")
    assert "teacher_leaders=5" in page.url


def test_changes_are_put_back_by_the_keyboard(page):
    """The list of changes opens with Enter and each change is put back from it."""
    press(page, "Teacher leaders")
    press(page, "Software per student")
    tab_to(page, "Changes (2)")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Reset all").wait_for()
    ready(page)
    picture(page, "changes")
    page.locator(".st-key-reset-teacher_leaders button").first.focus()
    moved(page, lambda: page.keyboard.press("Enter"))
    assert "teacher_leaders" not in page.url
    assert "software_per_pupil=75" in page.url
