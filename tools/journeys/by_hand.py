"""A reader with a mouse in a browser: presses, types, and counts each press as the page receives it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from model.texts import say
from tools.browser import ready
from views.places import KEY, PLACE_OF

# Counted where they arrive, so a press that a program made without a mouse is none.
_COUNT = """() => { window.presses = 0;
  document.addEventListener('pointerdown', e => { window.presses += e.isTrusted }, true) }"""


class Hand:
    """Presses by mouse on one page, from the moment it is made. Keys that type are not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(_COUNT)

    @property
    def presses(self) -> int:
        """The presses so far; the page may be any page of the app, but not have been loaded anew."""
        return int(self.page.evaluate("() => window.presses"))

    def press(self, what: Locator | str) -> None:
        """Press something, or the button of a key, and wait until the page is drawn."""
        place = self.page.locator(f".st-key-{what} button").first if isinstance(what, str) else what
        place.click()
        ready(self.page)

    def move(self, what: Locator | str) -> None:
        """Press what changes the plan, and wait until the address says so and the page is drawn."""
        before = self.page.url
        self.press(what)
        self.page.wait_for_url(lambda url: url != before)
        ready(self.page)

    def type(self, key: str, text: str) -> None:
        """Press the field of a key and type over what stands in it."""
        field = self.page.locator(f".st-key-{key}").locator("input, textarea").first
        field.click()
        field.press("ControlOrMeta+a")
        field.press_sequentially(text)

    def choose(self, key: str, label: str) -> None:
        """Open the list of a key and press an option of it."""
        self.page.locator(f".st-key-{key} [role=combobox], .st-key-{key} [data-baseweb=select]").first.click()
        self.press(self.page.get_by_role("option", name=label, exact=True))

    def open(self, part: str) -> None:
        """Go to a part by its key in the table of places; what is open already is not pressed."""
        place = PLACE_OF[part]
        label = next(p.label for p in place.parts if p.key == part)
        for widget, name in ((KEY, place.label), (place.widget, label)):
            one = self.page.locator(f".st-key-{widget}").get_by_role("radio", name=say(name), exact=True)
            if one.get_attribute("aria-checked") != "true":
                self.press(one)
