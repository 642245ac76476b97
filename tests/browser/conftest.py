"""The app running, Chromium looking at it, and a guard that fails a test when a request leaves this machine.

`page` is the app, opened and drawn. Ask for another window with
`@pytest.mark.parametrize("page", [{"viewport": (390, 844), "color_scheme": "dark", "path": "/?a=b"}], indirect=True)`,
or open more than one with `open_app(path="/", viewport=(1280, 720), color_scheme="light")`.
"""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from tools.browser import MISSING, ROOT, chromium_path, launch, ready, serve

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def browser():
    if chromium_path() is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def app_url(browser):
    """The address of the running app. Asks for the browser first: without one there is nothing to start."""
    with serve() as url:
        yield url


@pytest.fixture
def outside_requests():
    """Every request that left this machine. Must be empty at the end; a test may look earlier."""
    seen: list[str] = []
    yield seen
    assert not seen, f"The page asked another machine, so the app would not work without a network: {seen}"


@pytest.fixture
def script_errors():
    """Every error that the page's own scripts did not catch. Must be empty at the end."""
    seen: list[str] = []
    yield seen
    assert not seen, f"The page's scripts failed: {seen}"


@pytest.fixture
def console_faults():
    """Every warning and error in the browser's console, for a test to look at: some faults are made on purpose."""
    return []


@pytest.fixture
def open_app(request, browser, app_url, outside_requests, script_errors, console_faults):
    """A function that opens the app in a window of its own, waits until it is drawn and gives the page."""
    contexts = []

    def note(url: str) -> None:
        if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).hostname != "127.0.0.1":
            outside_requests.append(url)

    def open_app(path="/", viewport=(1280, 720), color_scheme="light", **context_options):
        width, height = viewport
        context = browser.new_context(
            base_url=app_url,
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            # No movement: a picture or a measured place would depend on the moment.
            **{"locale": "en-US", "reduced_motion": "reduce", **context_options},
        )
        contexts.append(context)
        context.set_default_timeout(15_000)  # what has not come by then does not come
        context.on("request", lambda asked: note(asked.url))
        page = context.new_page()
        page.on("websocket", lambda socket: note(socket.url))
        page.on("pageerror", lambda error: script_errors.append(str(error)))
        page.on(
            "console", lambda said: said.type in ("warning", "error") and console_faults.append(said.text)
        )
        page.goto(path)
        ready(page)
        return page

    yield open_app
    for number, context in enumerate(contexts):
        if request.node.stash.get(FAILED, False) and context.pages:
            name = re.sub(r"[^\w.-]+", "_", request.node.nodeid)
            context.pages[0].screenshot(path=ROOT / "build" / "failures" / f"{name}-{number}.png")
        context.close()


@pytest.fixture
def page(open_app, request):
    """The app, opened and drawn. Parametrize indirectly with the options of `open_app`."""
    return open_app(**getattr(request, "param", {}))
