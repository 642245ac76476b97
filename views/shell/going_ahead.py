"""What a reader looks for first goes ahead: on a session's first page the rest is sent a moment later.

The browser loads a script for each kind of widget when the first one comes. The settings have ten kinds, and
until the last of them is there nothing is drawn. So they would hold back the first picture, which is sent
before them. After the first page all scripts are there, and nothing waits any more.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import streamlit as st

from views.shell import drawing
from views.shell.session import Slot

A_MOMENT = 0.1  # seconds: longer gains nothing more, and the settings would be missed


@dataclass(frozen=True, slots=True)
class _Gone:
    """Whether the first page of the session was sent."""

    is_gone: bool = False


_gone = Slot(_Gone)


def go_ahead() -> None:
    """Let the browser have what was drawn until now. Acts once in a session, if there is a browser."""
    if _gone.get().is_gone or st.context.timezone is None:
        return
    _gone.put(_Gone(is_gone=True))
    with drawing.waiting():
        time.sleep(A_MOMENT)
