"""The pictures stay while their marks move, and nothing on the way complains."""

from __future__ import annotations

import numpy as np
from PIL import Image

from model.plan.released import newest
from model.texts import say
from tests.browser.look import PARTS, curve, lever, moved, open_levers, open_part, picture, press
from tools.browser import ready
from views.charts.palette import LIGHT

REMEMBER = (
    """() => { window.first = [...document.querySelectorAll('svg.marks')]; return window.first.length }"""
)
SAME = """() => { const now = [...document.querySelectorAll('svg.marks')];
  return now.map((svg, i) => svg === window.first[i]) }"""


def test_no_picture_is_rebuilt_when_levers_move(page):
    """The same five drawings are on the page after every lever has moved, the ghost has come and undo has
    gone back: only their marks are new.
    """
    assert page.evaluate(REMEMBER) == 5
    before = curve(page)
    for name in ("Students, Year 1", "Teacher leaders", "Students per teacher", "Price of a device"):
        press(page, name)
        assert page.evaluate(SAME) == [True] * 5, name
    assert curve(page) != before
    press(page, "Students per teacher", "Home")  # nine students a teacher: the deepest shortfall there is
    assert page.evaluate(SAME) == [True] * 5
    picture(page, "deep-shortfall")
    for _ in range(5):
        moved(page, lambda: page.keyboard.press("Alt+z"))
    assert page.evaluate(SAME) == [True] * 5
    assert curve(page) == before


def test_pictures_survive_a_preset_too(page):
    """Another preset moves the marks of the same drawings."""
    page.evaluate(REMEMBER)
    box = page.get_by_role("combobox", name=say("settings.start_from"))
    box.click()
    moved(page, lambda: page.get_by_role("option", name="High school, 850 students").click())
    assert f"from={newest('us_high')}" in page.url
    assert page.evaluate(SAME) == [True] * 5


def test_the_console_is_silent(open_app, console_faults):
    """No warning and no error in the console, over all tabs, groups, ends of sliders and pages."""
    for scheme in ("light", "dark"):
        page = open_app(color_scheme=scheme)
        for key in ("End", "Home"):
            for name in ("Students per teacher", "Students, Year 1"):
                # A hand takes longer than a program. Streamlit warns when touch and move come in the same
                # instant, which harms nothing: test_live.py moves two levers in a hurry.
                lever(page, name).focus()
                page.wait_for_timeout(200)
                press(page, name, key)
        for part in (*PARTS, PARTS[0]):
            open_part(page, part)
        for group in ("groups.enrollment", "groups.funding", "groups.it"):
            open_levers(page, say(group))
        page.get_by_role("link", name=say("evidence.title")).first.click()
        page.get_by_role("heading", name=say("evidence.title")).wait_for()
        ready(page)
    assert console_faults == []


def test_a_picture_as_a_file_has_its_names(page):
    """It is drawn anew, without the style sheet of the page. *Yearly cost* stands right of the lines."""
    picture = page.locator('[data-testid="stVegaLiteChart"]').first
    picture.hover(position={"x": 300, "y": 40})
    save = page.get_by_role("button", name="Download as PNG").first  # the framework's own button
    with page.expect_download() as download:
        save.click()
    drawn = np.asarray(Image.open(download.value.path()).convert("RGB")).astype(int)
    right_of_lines = drawn[:, int(0.85 * drawn.shape[1]) :]
    color = [int(LIGHT.cost[i : i + 2], 16) for i in (1, 3, 5)]
    assert (np.abs(right_of_lines - color).max(axis=2) < 40).sum() > 200


def test_every_picture_says_what_it_shows(page):
    """Each of the five drawings has a name for those who hear the page, and they differ."""
    names = page.locator('[data-testid="stVegaLiteChart"]').evaluate_all(
        "all => all.map(e => (e.matches('[aria-label]') ? e : e.querySelector('[aria-label]'))?.getAttribute('aria-label'))"
    )
    assert len(set(names)) == 5
    assert all(name and len(name) > 40 for name in names)


def test_the_curves_follow_an_arrow_key_held_down(page):
    """Ten quick steps end where ten slow ones do: the last value wins, on slider, address and curve."""
    lever(page, "Students, Year 1").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**enrollment_year1=550*")
    ready(page)
    quick = curve(page)
    page.goto("/?from=us_elementary.1&enrollment_year1=550")
    ready(page)
    assert curve(page) == quick
