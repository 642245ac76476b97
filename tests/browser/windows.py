"""Windows of the browser, emptied after a test and lent to the next: a window costs more than a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

LONGEST_WAIT = 15_000  # milliseconds; what has not come by then does not come
MOST_LENDINGS = 25  # then a window is closed: its memory grows with every page


@dataclass(slots=True)
class Watch:
    """What is noted while a test has a window."""

    outside_requests: list[str] = field(default_factory=list)
    script_errors: list[str] = field(default_factory=list)
    console_faults: list[str] = field(default_factory=list)

    def address(self, url: str) -> None:
        told = urlsplit(url)
        if told.scheme in ("http", "https", "ws", "wss") and told.hostname != "127.0.0.1":
            self.outside_requests.append(url)

    def console(self, said: ConsoleMessage) -> None:
        if said.type in ("warning", "error"):
            self.console_faults.append(said.text)


class Window:
    """A window with its own cookies and stores; while it is lent, a watch notes what goes wrong in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.watch: Watch | None = None
        self.lendings = 0
        context.set_default_timeout(LONGEST_WAIT)
        context.on("request", self._asked)
        self.page: Page = context.new_page()
        self.page.on("websocket", lambda socket: self.watch and self.watch.address(socket.url))
        self.page.on("pageerror", lambda error: self.watch and self.watch.script_errors.append(str(error)))
        self.page.on("console", lambda said: self.watch and self.watch.console(said))

    def _asked(self, request: Request) -> None:
        if self.watch:
            self.watch.address(request.url)

    def emptied(self) -> bool:
        """Leave the app and forget what it kept. False if the window cannot be used again."""
        if self.page.is_closed() or self.lendings == MOST_LENDINGS:
            return False
        try:
            self.page.evaluate("() => null")  # what was said before this is still the test's
            self.watch = None
            for other in self.context.pages:
                if other is not self.page:
                    other.close()
            # A page of the same server without scripts, because a store is open only to its own address.
            here = urlsplit(self.page.url)
            self.page.goto(f"{here.scheme}://{here.netloc}/_stcore/health")
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
            self.context.clear_cookies()
            self.page.mouse.up()
            self.page.mouse.move(-1, -1)
        except Error:
            return False
        return True


class Windows:
    """All windows of one browser."""

    def __init__(self, browser: Browser, home: str) -> None:
        self._browser, self._home = browser, home
        self._free: list[Window] = []

    def lent(
        self,
        watch: Watch,
        viewport: tuple[int, int] = (1280, 720),
        color_scheme: str = "light",
        reduced_motion: str = "reduce",
        **options: Any,
    ) -> Window:
        """An empty window of this size. One with further options is new, and so is one asked for `anew`."""
        size = {"width": viewport[0], "height": viewport[1]}
        # No movement: a picture or a measured place would depend on the moment.
        media = {"color_scheme": color_scheme, "reduced_motion": reduced_motion}
        if options or not self._free:
            options.pop("anew", None)
            window = Window(
                self._browser.new_context(
                    base_url=self._home, viewport=size, locale="en-US", **media, **options
                )
            )
        else:
            window = self._free.pop()
            window.page.set_viewport_size(size)
            window.page.emulate_media(**media)
        window.watch = watch
        window.lendings += 1
        return window

    def given_back(self, window: Window) -> None:
        self._free.append(window)
