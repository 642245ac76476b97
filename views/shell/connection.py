"""The line to the server, as the reader sees it: what is said while it is away, and the way back.

Along this line the browser is told the language of the page too, so that a screen reader speaks it.

When a line is back, the framework asks for a new drawing only where one was running. With a server that was
started anew, the page would go on showing what the one before had drawn, and the first press after that would
be lost. So `connection.js` asks for a run itself. It says which session it had and which dialog lies open,
because a new session knows of neither.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from model.texts import say
from views.shell import messages, opened_dialog, spoken
from views.shell.session import Slot

_component = st.components.v2.component(
    "school_connection", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


@dataclass(slots=True)
class _Session:
    """A name of this session, and whether it has taken up a page that another session had drawn."""

    name: str = field(default_factory=lambda: secrets.token_hex(8))
    has_taken_up: bool = False


_session = Slot(_Session)


def listen() -> None:
    """Watch the line. Call once in every run, when the plan is open and nothing of it is drawn yet."""
    session = _session.get()
    told = _component(
        key="connection",
        data={
            "session": session.name,
            "dialog": opened_dialog.opened(),
            "lost": say("connection.lost"),
            "offline": say("connection.offline"),
            "language": spoken.of_document(),
        },
        on_was_change=_nothing,
        on_back_change=_nothing,
    )
    was = told.get("was")
    if isinstance(was, Mapping) and was.get("session") != session.name and not session.has_taken_up:
        session.has_taken_up = True
        _take_up(was.get("dialog"))


def _nothing() -> None:
    """The run itself is all that is asked for. Where the session was kept, it changes nothing."""


def _take_up(dialog: object) -> None:
    """Go on with a page that was drawn by another session."""
    messages.say(say("connection.started_anew"))
    if isinstance(dialog, str) and dialog:  # a key that is in no table opens nothing
        opened_dialog.leave_open(dialog)
