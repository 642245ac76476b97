"""The evening and the six questions walked by mouse: presses, and the seconds that the page took for them."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping

from playwright.sync_api import Page, sync_playwright

from tools.browser import EXAMPLE, launch, ready, serve
from tools.journeys.budget_night import STEPS
from tools.journeys.by_hand import Hand
from tools.journeys.questions import QUESTIONS


def walk(url: str | None) -> None:
    """Print a line for each step. Reading and thinking take the reader's own time and are not in it."""
    with contextlib.nullcontext(url) if url else serve() as home, sync_playwright() as playwright:
        page = launch(playwright).new_page(viewport={"width": 1280, "height": 720}, locale="en-US")
        page.goto(f"{home}/")
        ready(page)
        _timed(page, "The evening before budget day", STEPS, lambda _: None)
        page.goto(f"{home}{EXAMPLE}&public_funding_growth=0.02")
        ready(page)
        _timed(page, "Six questions, each from the first view", QUESTIONS, _first_view)


def _first_view(hand: Hand) -> None:
    hand.page.keyboard.press("Escape")  # leaves a dialog, where one is open
    hand.open("curves")


def _timed(
    page: Page, title: str, steps: Mapping[str, Callable[[Hand], None]], before: Callable[[Hand], None]
) -> None:
    # The printer of this machine is not for measuring.
    page.evaluate("() => { window.print = () => null }")
    hand, presses, seconds = Hand(page), 0, 0.0
    print(f"{title}\n{'':12}presses  seconds")
    for name, step in steps.items():
        before(hand)
        so_far, began = hand.presses, time.perf_counter()
        step(hand)
        took, pressed = time.perf_counter() - began, hand.presses - so_far
        presses, seconds = presses + pressed, seconds + took
        print(f"{name:12}{pressed:7}{took:9.1f}", flush=True)
    print(f"{'together':12}{presses:7}{seconds:9.1f}\n")
