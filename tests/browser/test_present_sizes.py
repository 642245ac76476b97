"""What a room sees: type for the back row, all in its place, three sets of colors, sound for axe."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.look import in_view, picture, resized, sideways
from tests.browser.test_present import SHOW, SIZES, key

LOOKS = ("projector", "light", "dark")


def colours(look: str) -> str:
    return SHOW if look == LOOKS[0] else f"{SHOW}&look={look}"


TYPE = """() => {
  const size = e => parseFloat(getComputedStyle(e).fontSize) * e.currentCSSZoom * 1280 / innerWidth;
  const least = at => Math.min(...[...document.querySelectorAll(at)].filter(e => e.textContent.trim()).map(size));
  return { state: least('.room-verdict .state'), headline: least('.room-verdict [data-live=headline]'),
    figure: least('.room-figure strong, .room-figures .value'), sentence: least('.room-sentence > span'),
    beside: least('.room-figure span, .room-figures .beside, .room-figures dt, .room-title small'),
    title: least('.room-title:not(.unseen) h1'), chart: least('svg.marks text'),
    lever: least('.st-key-room-levers label p'), value: least('[data-testid=stSliderThumbValue] p') };
}"""
LIMITS = {
    "state": 28,
    "headline": 28,
    "figure": 36,
    "sentence": 30,
    "beside": 22,
    "title": 22,
    "chart": 22,
    "lever": 22,
    "value": 22,
}
FITS = """() => {
  const out = [];
  for (const e of document.querySelectorAll('html, body, .stMain, .st-key-room, .st-key-room-levers'))
    if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
      out.push(`${e.className || e.tagName}: ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}`);
  const rows = ['.room-verdict', '.st-key-room-picture', '.st-key-room-levers', '.st-key-room-tools']
    .map(s => document.querySelector(s).getBoundingClientRect());
  rows.forEach((r, i) => i && r.top < rows[i - 1].bottom - 1 && out.push(`row ${i} lies over the one above`));
  const below = document.querySelector('.st-key-room-levers').getBoundingClientRect().top;
  for (const e of document.querySelectorAll('svg.marks, svg.marks text, .room-figures'))
    { const r = e.getBoundingClientRect();
      if (r.width && (r.bottom > below || r.right > innerWidth || r.left < 0)) out.push(`${e.textContent.slice(0, 30)} is outside`); }
  for (const e of document.querySelectorAll('.st-key-room-tools button, .room-title > *'))
    { const r = e.getBoundingClientRect(); if (r.right > innerWidth || r.bottom > innerHeight) out.push(`${e.textContent} is outside`); }
  return out;
}"""


PLANS = {
    "sound": "",
    "failing": "&pupils_per_teacher=13&cut_rate=0.1",
    "by-mean": "&refresh=lumpy&device_life_years=5",
}


@pytest.mark.parametrize(
    ("look", "plan"), [*(("projector", plan) for plan in PLANS), *((look, "failing") for look in LOOKS[1:])]
)
def test_type_is_large_and_everything_fits(open_app, look, plan):
    """On each screen of a sound and a failing plan: type for the back row, no scrolling, nothing overlaps."""
    page = open_app(colours(look) + PLANS[plan])
    for n in range(1, 7):
        if n > 1:
            key(page, "PageDown", f"screen={n}")
        for size in SIZES:
            resized(page, size)
            picture(page, f"present-{look}-{size[0]}-{plan}-{n}")
            assert page.evaluate(FITS) == [], (n, size)
            sizes = page.evaluate(TYPE)
            small = {k: v for k, v in sizes.items() if v is not None and v < LIMITS[k]}
            assert not small, (n, size)


def test_four_levers_with_long_names_fit(open_app):
    """The longest names take two lines and the picture gives way."""
    page = open_app(
        f"{SHOW}&screen=2&levers=pupils_per_it_support,nonpersonnel_per_pupil,assistant_principal_positions,low_income_rate_per_pupil"
    )
    picture(page, "present-long-names")
    assert page.evaluate(FITS) == []


def test_other_projectors_get_the_same_picture(open_app):
    """Old and odd projectors get the picture in the same proportions."""
    page = open_app(f"{SHOW}&screen=2")
    for size in ((1024, 768), (1366, 768), (1440, 900), (780, 440)):
        resized(page, size)
        picture(page, f"present-{size[0]}x{size[1]}")
        assert page.evaluate(FITS) == [], size


def test_a_phone_gets_a_page_that_scrolls(open_app):
    """A link to present mode on a phone: nothing sideways, the picture whole, the way out in reach."""
    page = open_app(f"{SHOW}&screen=2", viewport=(390, 844))
    picture(page, "present-phone")
    # The picture's own place is drawn over and cut off: see the style sheet.
    assert [part for part in sideways(page) if "room-picture" not in part] == []
    assert in_view(page, page.locator("svg.marks"))
    page.locator(".st-key-leave").scroll_into_view_if_needed()
    assert in_view(page, page.locator(".st-key-leave"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", LOOKS)
def test_the_room_has_its_own_colours(open_app, look, scheme):
    """Projector, light and dark are the room's, whatever the facilitator's machine asks; sound for axe."""
    page = open_app(f"{colours(look)}&screen=2", color_scheme=scheme)
    picture(page, f"present-{look}-on-{scheme}")
    ground = page.locator(".st-key-room").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == ("rgb(17, 22, 28)" if look == "dark" else "rgb(255, 255, 255)")
    assert page.evaluate("() => document.querySelector('svg.marks').style.backgroundColor") == ground
    for state in ("open", "covered"):
        if state == "covered":
            key(page, "g", "guess=yes")
        found = [
            f"{v['id']}: {node['target']} {node['html'][:160]} {node['any'][:1]}"
            for v in Axe().run(page).response["violations"]
            if v["impact"] in ("serious", "critical")
            for node in v["nodes"]
        ]
        assert found == []
