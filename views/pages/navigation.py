"""The pages in the navigation, and what the first of them shows."""

from __future__ import annotations

import streamlit as st

from model.texts import say
from views.pages import evidence
from views.pages.explorer import explorer
from views.pages.present import present
from views.pages.start import start
from views.shell import history
from views.shell.present_mode import presenting


def pages() -> list[st.Page]:
    """Call before any widget.

    Present mode is another view of the first page, at the same address, with the same plan, history and
    levers; and a bare address has no plan yet.
    """
    first = present if presenting() else explorer if history.is_begun() else start
    return [st.Page(first, title=say("places.planner"), default=True), evidence.page()]
