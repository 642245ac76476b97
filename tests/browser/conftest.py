"""The app running, Chromium looking at it, and a guard that fails a test when a request leaves this machine.

`page` is the app, opened and drawn. Ask for another window with
`@pytest.mark.parametrize("page", [{"viewport": (390, 844), "path": "/?a=b"}], indirect=True)`, or open more
than one with `open_app(path="/", viewport=(1280, 720), color_scheme="light")`; a page takes these three too.
A path without a plan opens the usual example; with `bare=True` it opens the start.
"""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.windows import Watch, Windows
from tools.browser import MISSING, ROOT, chromium_path, launch, on_example, ready, serve

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


@pytest.fixture(scope="session")
def windows(browser, app_url):
    return Windows(browser, app_url)


@pytest.fixture
def watch():
    """What goes wrong in the windows of a test."""
    return Watch()


@pytest.fixture
def outside_requests(watch):
    """Every request that left this machine. Must be empty at the end; a test may look earlier."""
    seen = watch.outside_requests
    yield seen
    assert not seen, f"The page asked another machine, so the app would not work without a network: {seen}"


@pytest.fixture
def script_errors(watch):
    """Every error that the page's own scripts did not catch. Must be empty at the end."""
    seen = watch.script_errors
    yield seen
    assert not seen, f"The page's scripts failed: {seen}"


@pytest.fixture
def console_faults(watch):
    """Every warning and error in the browser's console, for a test to look at: some are made on purpose."""
    return watch.console_faults


@pytest.fixture
def open_app(request, windows, watch, outside_requests, script_errors):
    """A function that opens the app in a window of its own, waits until it is drawn and gives the page.

    The window is emptied and lent again. What cannot be undone, such as a route for web sockets, asks for a
    window with `anew=True`.
    """
    lent = []

    def open_app(path="/", bare=False, **wanted):
        window = windows.lent(watch, **wanted)
        lent.append((window, not wanted.get("anew")))
        window.page.goto(path if bare or path.endswith("/evidence") else on_example(path))
        ready(window.page)
        return window.page

    yield open_app
    failed = request.node.stash.get(FAILED, False)
    for number, (window, again) in enumerate(lent):
        if failed and not window.page.is_closed():
            name = re.sub(r"[^\w.-]+", "_", request.node.nodeid)
            window.page.screenshot(path=ROOT / "build" / "failures" / f"{name}-{number}.png")
        if again and not failed and window.emptied():
            windows.given_back(window)
        else:
            window.context.close()


@pytest.fixture
def page(open_app, request):
    """The app, opened and drawn. A module's `OPENED` are the options of `open_app` for all of its tests.

    Parametrize indirectly with those for one test.
    """
    return open_app(**{**getattr(request.module, "OPENED", {}), **getattr(request, "param", {})})
