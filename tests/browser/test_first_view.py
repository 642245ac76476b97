"""What is seen without scrolling, and that no window is ever scrolled sideways."""

from __future__ import annotations

import pytest

from model.evidence import panel_label
from model.texts import say
from tests.browser.look import (
    PARTS,
    figures,
    in_view,
    lever,
    levers_of,
    open_drawer,
    open_levers,
    open_part,
    picture,
    press,
    resized,
    sideways,
    verdict,
)
from tools.browser import ready
from views.places import KEY

EIGHT = (
    "Students, Year 1",
    "Change a year",
    "Students per teacher",
    "Teacher leaders",
    say("settings.short_yearly_pd"),
    say("settings.short_startup_pd"),
    "Price of a device",
    "Software per student",
)


@pytest.mark.parametrize("page", [{}, {"viewport": (1280, 600)}, {"color_scheme": "dark"}], indirect=True)
def test_levers_verdict_and_curves_are_seen_at_once(page):
    """At 1280x720, and on a lower window, the levers of the four groups, the verdict, the figures and the
    first picture are whole inside the window.
    """
    size = "x".join(str(n) for n in page.viewport_size.values())
    picture(page, f"first-view-{size}")
    for name in EIGHT:
        assert in_view(page, lever(page, name)), name
    for group in ("enrollment", "staffing", "short.pd", "it"):
        heading = say(f"groups.{group}")
        assert in_view(page, page.locator('[class*="st-key-levers-"] h3', has_text=heading).first), heading
    assert in_view(page, page.locator("#verdict"))
    assert in_view(page, page.locator("#key-figures"))
    assert in_view(page, page.locator(".st-key-first-chart svg.marks"))


def test_the_known_figures_are_on_the_page(page):
    """The average elementary school shows $35,966, $336K, $342K, $761, 1.6%, 2.3% and 439 to 464."""
    assert "$35,966" in verdict(page)
    for figure in ("+$36K", "$336K", "$342K", "$761 per student", "1.6%", "2.3%", "439 to 464"):
        assert figure in figures(page)


def test_the_last_group_of_levers_can_be_reached_on_a_low_window(open_app):
    """On a window 600 high the side scrolls by itself to the last group, which opens."""
    page = open_app(viewport=(1280, 600))
    last = levers_of(page, "Other")
    last.scroll_into_view_if_needed()
    assert in_view(page, last)
    last.click()
    page.get_by_label("Inflation", exact=False).first.wait_for()
    picture(page, "low-window-last-group")


def test_dark_and_light_are_the_readers_own(open_app):
    """Page and picture take the colors that the reader's machine asks for: ink on white, or pale on black."""
    seen = {}
    for scheme in ("light", "dark"):
        page = open_app(color_scheme=scheme)
        ground = page.locator('[data-testid="stApp"]').evaluate("e => getComputedStyle(e).backgroundColor")
        ink = page.locator("#verdict").evaluate("e => getComputedStyle(e).color")
        lines = page.locator(".st-key-first-chart svg.marks .mark-line path").evaluate_all(
            "all => all.map(e => e.getAttribute('stroke'))"
        )
        seen[scheme] = (ground, ink, set(lines) & {"#0b4f8a", "#7cc0ff"})
    assert seen == {
        "light": ("rgb(255, 255, 255)", "rgb(27, 39, 51)", {"#0b4f8a"}),
        "dark": ("rgb(17, 22, 28)", "rgb(232, 237, 242)", {"#7cc0ff"}),
    }


PHONES = (390, 320)  # their widths


def test_a_phone_never_scrolls_sideways(open_app):
    """On a phone the verdict comes first, levers are folded away, nothing is wider than the window."""
    page = open_app(viewport=(PHONES[0], 844))
    for width in PHONES:
        resized(page, (width, 844))
        assert in_view(page, page.locator("#verdict")), width
        assert not in_view(page, lever(page, "Students, Year 1")), width
    for part in PARTS:
        open_part(page, part)
        for width in PHONES:
            resized(page, (width, 844))
            assert sideways(page) == [], (part, width)
            page.locator(f".st-key-{KEY}").evaluate("e => e.scrollIntoView()")
            picture(page, f"phone-{width}-{part}")


@pytest.mark.parametrize("width", PHONES)
def test_levers_on_a_phone_work_in_their_drawer(open_app, width):
    """The drawer opens over the page, its levers fit, and one of them moves the plan."""
    page = open_app(viewport=(width, 844))
    open_drawer(page)
    assert sideways(page) == []
    picture(page, f"phone-{width}-levers")
    press(page, "Teacher leaders")
    assert "teacher_leaders=4.5" in page.url
    open_levers(page, panel_label("it"))
    page.get_by_label("Breakage a year", exact=False).first.wait_for()
    ready(page)
    assert sideways(page) == []


def test_the_evidence_page_fits(open_app):
    """The page of sources, with its long tables and addresses, is not wider than the window either."""
    page = open_app(path="/evidence")
    page.get_by_text(say("evidence.title")).first.wait_for()
    for width in (1280, *PHONES):
        resized(page, (width, 844))
        assert sideways(page) == [], width
        picture(page, f"evidence-{width}")


def test_the_table_of_all_lines_shows_the_known_cells(page):
    """In the table Year 5's structural result is $35,966, its balance $336,425, the start-up $342,270."""
    open_part(page, "lines")
    rows = page.locator(".sheet tr").evaluate_all(
        "all => all.map(r => [...r.querySelectorAll('th, td')].map(c => c.textContent))"
    )
    found = {row[0]: row[1:] for row in rows if len(row) == 7}
    assert [cells for cells in found.values() if cells[5] == "$35,966"]
    assert [cells for cells in found.values() if cells[5] == "$336,425"]
    assert [cells for cells in found.values() if cells[0] == "$342,270"]
    picture(page, "all-lines")
