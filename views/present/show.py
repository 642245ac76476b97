"""What the buttons and lists of present mode do. The plan and its history are not touched here."""

from __future__ import annotations

from exchange.showing import MOST_LEVERS
from views.shell import state


def enter() -> None:
    """From the explorer to the room's screen, where it was left."""
    state.show(on=True)


def leave() -> None:
    """Back to the explorer, where nothing is covered."""
    state.show(on=False, guess=False)


def turn(by: int) -> None:
    """The next screen or the one before; the first and the last are ends."""
    showing = state.showing()
    state.show(screen=min(max(showing.screen + by, 1), len(showing.screens)))


def cover() -> None:
    """Cover the answer, or show it."""
    state.show(guess=not state.showing().guess)


def choose_levers(widget: str) -> None:
    """Other levers for the bar."""
    chosen = tuple(state.held(widget))
    if 1 <= len(chosen) <= MOST_LEVERS:
        state.accept(widget)
        state.show(levers=chosen)
    else:
        state.refuse(widget, list(chosen), [f"Choose at least one and at most {MOST_LEVERS}."])
        state.keep()


def choose_screens(widget: str) -> None:
    """Other screens, or another order. The one that is on stays on where it can."""
    chosen, now = tuple(state.held(widget)), state.showing().now
    if chosen:
        state.accept(widget)
        state.show(screens=chosen, screen=chosen.index(now) + 1 if now in chosen else 1)
    else:
        state.refuse(widget, [], ["Choose at least one."])
        state.keep()


def choose_look(widget: str) -> None:
    """Other colours for the room."""
    state.show(look=state.held(widget))
