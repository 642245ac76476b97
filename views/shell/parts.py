"""Parts of a page that are drawn alone when a lever moved: what stays as it is is not sent again.

A run of the whole page sends every element, changed or not, because the framework removes what a run does not
send. A part is a fragment of the framework with a key, so that it can be run without the rest. After a move
the callback compares what every part, and the rest of the page, would be drawn from with what they were last
drawn from. It asks for the parts that differ. Where the rest differs, or anything else is due, the whole page
runs as always. It also does until the browser has said that it follows: the pictures stand still in a run of
parts, and the browser moves them by the rows that come with the live part (`views/live/live.py`).

What a run has drawn waits a moment in the framework's queue, some 10 ms, and the run that follows empties it.
So nothing that was drawn a moment ago is relied upon: a part is drawn again, or the whole page is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

import streamlit as st

from views.shell import drawing, history
from views.shell.session import Slot

Drawer = Callable[[], None]
State = Callable[[], Hashable | None]
A_MOMENT = 0.2  # seconds after which what was drawn has left for the browser


@dataclass(slots=True)
class _Page:
    """What the page in one browser tab was last drawn from. `rest`: None while parts must not run alone."""

    drawn: dict[str, Hashable] = field(default_factory=dict)
    rest: Hashable | None = None
    rest_now: State | None = None
    asked: set[str] = field(default_factory=set)
    at: dict[str, float] = field(default_factory=dict)  # when each part was drawn
    whole_at: float = 0.0  # when the whole page was
    is_whole: bool = True  # the whole page is being drawn
    browser_follows: bool = False


_page = Slot(_Page)
_states: dict[str, State] = {}


def part(key: str, state: State) -> Callable[[Drawer], Drawer]:
    """Make what draws a part of the page a part that can run alone. `state` is all that it is drawn from.

    The drawing takes no arguments: those of the last whole page would be outdated. A press on a widget within
    a part runs the whole page, as a press on any other does.
    """
    watch(key, state)

    def of(draw: Drawer) -> Drawer:
        def drawn() -> None:
            page = _page.get()
            if not page.is_whole and key not in page.asked:
                st.rerun()
            draw()
            note(key)

        return drawing.fragment(drawn, key)

    return of


def watch(key: str, state: State) -> None:
    """Name a part that is a fragment by its own doing; it says by `note` when it is drawn."""
    _states[key] = state


def note(key: str) -> None:
    """A part is drawn."""
    page = _page.get()
    page.asked.discard(key)
    page.drawn[key], page.at[key] = _states[key](), time.monotonic()


def begin() -> None:
    """Call at the beginning of a run of the whole page."""
    page = _page.get()
    page.drawn, page.rest, page.is_whole = {}, None, True
    page.asked.clear()


def finish(rest: State) -> None:
    """Call at the end of a page with parts. `rest` gives what all else on it is drawn from.

    None in its place says that something there does not bear to be left as it is: the whole page runs.
    """
    page = _page.get()
    page.rest, page.rest_now, page.is_whole = rest(), rest, False
    page.whole_at = time.monotonic()


def is_whole() -> bool:
    """Whether the whole page is being drawn."""
    return _page.get().is_whole


def are_due(but: str) -> bool:
    """Whether parts were asked for and not drawn, as where the framework merged their run with another."""
    return bool(_page.get().asked - {but})


def follow(follows: bool) -> None:
    """The browser moves the pictures by itself, or it cannot."""
    _page.get().browser_follows = follows


def ask() -> None:
    """Run only what changed, where that is enough. A callback's last act: then it does not return.

    Only for a callback that has moved the plan while nothing else was due.
    """
    page, settled = _page.get(), time.monotonic() - A_MOMENT
    if page.rest is None or page.rest_now is None or not page.browser_follows or page.whole_at > settled:
        return
    with drawing.alone():
        if page.rest_now() != page.rest:
            return
        changed = (k for k, before in page.drawn.items() if page.at[k] > settled or _states[k]() != before)
        page.asked.update(changed)
    history.drawn_in_parts()
    if asked := [k for k in page.drawn if k in page.asked]:
        st.rerun(asked)
