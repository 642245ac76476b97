"""A principal the night before budget day: from a bare address to a page for the board, with a mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from model.texts import say
from model.year_names import year_name
from tools.browser import ready
from tools.journeys.by_hand import Hand


def _school(hand: Hand) -> None:
    """Four numbers that she knows by heart: elementary, 412 students, 26 teachers, $4.9 million."""
    hand.press("start-mine")
    for field, text in (("enrollment", "412"), ("teachers", "26"), ("money", "4.9M")):
        hand.type(f"school-{field}", text)
    hand.move(hand.page.get_by_role("button", name=say("settings.show_my_school")))


def _grades(hand: Hand) -> None:
    """Seventeen students fewer, counted by grade: which grade is next to close a class."""
    hand.open("by_grade")
    hand.press("grades-ask-tab")
    hand.type("grades-paste", "66 66 66 66 66 65")
    hand.page.keyboard.press("Tab")
    ready(hand.page)
    hand.move("grades-use")


def _leaders(hand: Hand) -> None:
    """Two more teacher leaders from Year 2, paid from one-time money."""
    hand.press("date")
    hand.type("date-value-teacher_leaders", "6")
    hand.page.keyboard.press("Tab")
    ready(hand.page)
    hand.choose("date-first", year_name(2))
    hand.move("date-use")
    hand.open("leaders")
    hand.move(hand.page.locator(".st-key-route").get_by_text(say("leaders.route_one_time"), exact=True))


def _effects(hand: Hand) -> None:
    """What each of the changes did."""
    hand.open("effects")


def _cut(hand: Hand) -> None:
    """A severe cut, for her school and for the same school without the program."""
    hand.open("risk")


def _fix(hand: Hand) -> None:
    """The first way to the goal becomes the plan."""
    hand.open("ways")
    hand.move("take-way-0")


def _compare(hand: Hand) -> None:
    """Saved with the reason, then without the fix, under the names that are offered; both side by side."""
    hand.open("plans")
    hand.type("keep-reason", "The board asked for a plan that balances")
    hand.press("keep-plan")
    hand.move("undo")
    hand.press("keep-plan")
    hand.press(hand.page.locator('[class*="st-key-kept-"] [class*="st-key-compare-"] label').first)


def _board(hand: Hand) -> None:
    """The page for the board, sent to the printer."""
    hand.open("board")
    hand.press(hand.page.locator("[data-print]"))


def _link(hand: Hand) -> None:
    """The link, copied."""
    hand.open("take")
    code = hand.page.locator('[data-testid="stCode"]').first
    code.hover()  # the button appears
    hand.press(code.locator("button"))


STEPS: Mapping[str, Callable[[Hand], None]] = {
    "school": _school,
    "grades": _grades,
    "leaders": _leaders,
    "effects": _effects,
    "cut": _cut,
    "fix": _fix,
    "compare": _compare,
    "board": _board,
    "link": _link,
}
