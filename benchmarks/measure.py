"""Key presses, drags and visits on one page: the measurements go into its `Served`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import sync_playwright

from benchmarks import pages, process
from benchmarks.pages import SLIDER, Served
from tools.browser import launch

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEY, ALL, TALL = "key", "key to all", "key in a tall window"
LAG, RELEASE = "lag", "release"
DRAWN, VALUES = "redraws a second", "values a second"
CPU, BYTES, MESSAGES = "server CPU", "kB", "messages"
LOST, WRONG = "lost", "wrong after it was right"
RESET = "Object.assign(bench, {drawn: [], all: [], values: 0, wrongs: 0, bytes: 0, messages: 0})"
TICK = 1 / 60  # of a screen, and so of the mouse
HELD = 60  # ms that a finger stays on a key, so that its release falls into no frame that the press asked for


def presses(
    page: Page, shown: Served, count: int, direction: str = "ArrowRight", *, keep: bool = True
) -> None:
    """Arrow keys, each after the last one's answer and its rerun; `keep` says whether they are noted."""
    pages.take_hold(page, shown)
    page.evaluate(RESET)
    before = process.cpu_ms(shown.pid)
    for _ in range(count):
        page.keyboard.press(direction, delay=HELD)
        try:
            page.wait_for_function("bench.allRight", polling=20, timeout=5_000)
        except TooLate:
            shown.add(LOST, 1)
        pages.settled(page, shown)
    after = process.cpu_ms(shown.pid)
    seen = page.evaluate("({...bench, expect: null})")
    if not keep:
        return
    shown.add(KEY, *(lag for lag, _ in seen["drawn"]))
    shown.add(ALL, *(lag for lag, _ in seen["all"]))
    shown.add(WRONG, seen["wrongs"])
    shown.add(BYTES, seen["bytes"] / 1000 / count)
    shown.add(MESSAGES, seen["messages"] / count)
    if before is not None and after is not None:
        shown.add(CPU, (after - before) / count)


# Left end, width and height of the track on the screen, and where the thumb is on it. Streamlit's own
# input lies over the thumb and moves with it, so the widget around it is read.
TRACK = """e => { const own = e.getBoundingClientRect(), all = e.closest('[data-testid="stSlider"]')?.getBoundingClientRect() ?? own;
  return [all.x + 8, all.width - 16, own.y + own.height / 2, (e.value - e.min) / (e.max - e.min)]; }"""


def tall_presses(page: Page, shown: Served, count: int) -> None:
    """Arrow keys to and fro in a window that holds all charts; then slider and window are as they were."""
    before = dict(shown.taken)
    shown.taken.clear()
    page.set_viewport_size(pages.TALL)
    pages.settled(page, shown)
    for direction in ("ArrowRight", "ArrowLeft"):
        presses(page, shown, count // 2, direction)
    page.set_viewport_size(pages.WINDOW)
    pages.settled(page, shown)
    taken, shown.taken = shown.taken, before
    for name, of in ((TALL, ALL), (WRONG, WRONG), (LOST, LOST)):
        shown.add(name, *taken.get(of, []))


def drag(page: Page, shown: Served, seconds: float = 2.5) -> None:
    """Drag the thumb to and fro, one mouse step a frame; then let go, and wait for the right chart."""
    pages.take_hold(page, shown)
    left, width, y, share = page.locator(SLIDER).evaluate(TRACK)
    x, step = left + width * share, 2.5
    page.mouse.move(x, y)
    page.mouse.down()
    page.wait_for_timeout(100)
    page.evaluate(RESET)
    began = due = time.perf_counter()
    while due < began + seconds:
        if not left + 0.1 * width < x + step < left + 0.9 * width:
            step = -step
        x += step
        page.mouse.move(x, y)
        due += TICK
        time.sleep(max(0.0, due - time.perf_counter()))
    took = time.perf_counter() - began
    moved = page.evaluate("({...bench, expect: null})")
    page.mouse.up()
    try:
        page.wait_for_function("bench.allRight", polling=20, timeout=10_000)
    except TooLate:
        shown.add(LOST, 1)
    pages.settled(page, shown)
    seen = page.evaluate("({...bench, expect: null})")
    shown.add(DRAWN, len(moved["drawn"]) / took)
    shown.add(VALUES, moved["values"] / took)
    shown.add(LAG, *(lag for lag, _ in moved["drawn"]))
    shown.add(WRONG, seen["wrongs"])
    if seen["drawn"]:
        shown.add(RELEASE, max(0.0, seen["drawn"][-1][1] - seen["released"]))


def visits(shown: Served) -> None:
    """A first visit with a browser that was just started, and a second one with that browser's cache."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = pages.context(browser).new_page()
        for when in ("cold", "warm"):
            seen = pages.visit(page, shown)
            for what in ("words", "chart"):
                if seen.get(what):
                    shown.add(f"{what} {when}", seen[what])
            shown.add(f"MB {when}", seen["mb"])
        browser.close()
