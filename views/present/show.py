"""What the buttons and lists of present mode do. They do not change the plan or its history."""

from __future__ import annotations

from exchange.showing import MOST_LEVERS
from model.texts import say
from views.shell import history, widgets
from views.shell.present_mode import show, showing


def enter() -> None:
    """From the explorer to the screen that was shown last."""
    show(on=True)


def leave() -> None:
    """Back to the explorer, where nothing is covered."""
    show(on=False, guess=False)


def turn_screen(by: int) -> None:
    """Show the next screen or the one before; it stops at the first and the last."""
    now = showing()
    show(screen=min(max(now.screen + by, 1), len(now.screens)))


def cover() -> None:
    """Cover the answer, or show it."""
    show(guess=not showing().guess)


def choose_levers(widget: str) -> None:
    """Other levers for the bar."""
    chosen = tuple(widgets.value(widget, list) or ())
    if 1 <= len(chosen) <= MOST_LEVERS:
        widgets.accept(widget)
        show(levers=chosen)
    else:
        key = "present.too_many_settings" if chosen else "present.no_settings"
        widgets.refuse(widget, list(chosen), [say(key, most=MOST_LEVERS)])
        history.mark_due()


def choose_screens(widget: str) -> None:
    """Other screens, or another order. The present one stays where it can."""
    chosen, now = tuple(widgets.value(widget, list) or ()), showing().now
    if chosen:
        widgets.accept(widget)
        show(screens=chosen, screen=chosen.index(now) + 1 if now in chosen else 1)
    else:
        widgets.refuse(widget, [], [say("present.no_screens")])
        history.mark_due()


def choose_look(widget: str) -> None:
    """Other colors for the room."""
    show(look=widgets.text(widget))
