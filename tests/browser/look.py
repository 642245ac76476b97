"""Hands and eyes for the page: move a lever, open what is closed, measure, keep a picture."""

from __future__ import annotations

import re

from model.texts import say
from tools.browser import ROOT, ready
from views.places import KEY, PLACE_OF, PLACES

# A window that holds all five pictures: those outside it move at rest (test_pictures_outside.py).
ALL_PICTURES = {"viewport": (1280, 1500)}
PARTS = tuple(PLACE_OF)  # the keys of every part of every place, in the order of the screen
LABELS = {part.key: part.label for place in PLACES for part in place.parts}


def picture(page, name: str) -> None:
    """Keep what is seen in build/screens, for people to look at."""
    page.screenshot(path=ROOT / "build" / "screens" / f"{name}.png", animations="disabled")


def resized(page, size: tuple[int, int]) -> None:
    """Give the window another size, and wait until the page is drawn in it."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    ready(page)


def lever(page, label: str):
    # By its label and not by its role's name: Streamlit's slider says its label twice.
    return page.locator(f'input[type="range"][aria-label="{label}"]')


def moved(page, action) -> None:
    """Do something that changes the plan, and wait until the address has changed and the page is drawn."""
    before = page.url
    action()
    page.wait_for_url(lambda url: url != before)
    ready(page)


# While a lever moves the live layer writes over the page; after the run, Python's own texts stand again.
ITS_OWN = """() => !window.schoolLive?.shown && [...document.querySelectorAll('[data-live]')].every(e =>
  (e.dataset.live.endsWith('-tone') ? e.className === 'state ' + e.dataset.drawn
    : (e.dataset.live.startsWith('shape-') ? e.style.clipPath : e.textContent) === e.dataset.drawn))"""


def press(page, label: str, key: str = "ArrowRight") -> None:
    """Move a lever by the keyboard."""
    lever(page, label).focus()
    moved(page, lambda: page.keyboard.press(key))


def levers_of(page, group: str):
    """What opens and closes a group of levers."""
    return page.locator(".st-key-panels").get_by_role("button", name=group, exact=True)


def open_levers(page, group: str) -> None:
    levers_of(page, group).click()
    ready(page)


def choice(page, widget: str, label: str):
    """One of a row of choices: of the row of places, say."""
    return page.locator(f".st-key-{widget}").get_by_role("radio", name=label, exact=True)


def press_part(page, key: str) -> None:
    """Press a place and a part in it, by the part's key in the table of places."""
    place = PLACE_OF[key]
    for widget, label in ((KEY, place.label), (place.widget, LABELS[key])):
        choice(page, widget, say(label)).click()
        row = page.locator(f".st-key-{widget}")
        row.get_by_role("radio", name=say(label), exact=True, checked=True).wait_for()


def open_part(page, key: str) -> None:
    """Open a part by its key in the table of places, and wait until it is drawn."""
    press_part(page, key)
    ready(page)


def as_read(locator) -> str:
    """A text on one line, without what keeps its amounts together."""
    return re.sub(r"\s+", " ", locator.inner_text()).replace("\u2060", "")


def verdict(page) -> str:
    return as_read(page.locator("#verdict"))


def figures(page) -> str:
    return as_read(page.locator("#key-figures"))


def curve(page) -> str:
    """The drawn lines of the first picture."""
    return page.locator(".st-key-first-chart svg.marks").evaluate(
        "svg => [...svg.querySelectorAll('.mark-line path')].map(p => p.getAttribute('d')).join(' ')"
    )


def open_drawer(page) -> None:
    """On a phone: let the levers slide in, and wait until they stand still."""
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    page.wait_for_function(DRAWN_OUT)
    ready(page)


DRAWN_OUT = """() => { const side = document.querySelector('[data-testid="stSidebar"]');
  return side.getBoundingClientRect().x === 0 && side.getBoundingClientRect().width > innerWidth / 2
    && !side.getAnimations({ subtree: true }).length }"""


def in_view(page, locator) -> bool:
    """Whether all of an element is inside the window."""
    box = locator.bounding_box()
    size = page.viewport_size
    return bool(
        box
        and box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= size["width"]
        and box["y"] + box["height"] <= size["height"]
    )


def labels(page) -> str:
    """What is written in the first picture, by the alphabet: an axis keeps its labels in order of arrival."""
    return " ".join(
        sorted(filter(None, page.locator(".st-key-first-chart svg.marks text").all_text_contents()))
    )


# What scrolls is a part of the page, not the window, so every part is asked; tables may scroll inside.
SIDEWAYS = """() => [...document.querySelectorAll('html, body, [data-testid="stMain"], [data-testid="stSidebarContent"],'
  + '[data-testid="stMainBlockContainer"], [data-testid="stVerticalBlock"], [role="dialog"]')]
  .filter(e => e.offsetParent !== null || e === document.documentElement)
  .filter(e => e.getBoundingClientRect().right > 0)
  .filter(e => e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.dataset.testid || e.tagName}.${e.className.toString().slice(0, 60)}: ${e.scrollWidth} > ${e.clientWidth}`)"""


def sideways(page) -> list[str]:
    """Every part of the page that is wider than its place."""
    return page.evaluate(SIDEWAYS)
