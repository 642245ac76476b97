"""Six questions that a reader asks of a plan, and the presses that lead from the first view to the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tools.journeys.by_hand import Hand


def _print(hand: Hand) -> None:
    """Print for my board."""
    hand.open("board")
    hand.press(hand.page.locator("[data-print]"))


def _compare(hand: Hand) -> None:
    """Compare plans."""
    hand.open("plans")
    hand.press("keep-plan")
    hand.press(hand.page.locator('[class*="st-key-kept-"] [class*="st-key-compare-"] label').first)


def _cut(hand: Hand) -> None:
    """What if the state cuts us?"""
    hand.open("risk")


def _trust(hand: Hand) -> None:
    """Can I trust this?"""
    hand.open("lines")
    hand.press(hand.page.locator('tr[data-explains^="structural_result "] > td').last)


def _fix(hand: Hand) -> None:
    """What should I do?"""
    hand.open("ways")


def _leaders(hand: Hand) -> None:
    """Pay my teacher leaders."""
    hand.open("leaders")


QUESTIONS: Mapping[str, Callable[[Hand], None]] = {
    "print": _print,
    "compare": _compare,
    "cut": _cut,
    "trust": _trust,
    "fix": _fix,
    "leaders": _leaders,
}
