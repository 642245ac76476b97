"""The tab of all lines and years: every family that has a part in the plan, with the marks of notes."""

from __future__ import annotations

import streamlit as st

from model.lines.worksheet import BOOK
from views.context import Context
from views.markup import tables
from views.trace import notes


def all_lines(context: Context) -> None:
    """All that the tab holds."""
    noted = notes.marks(context.plan)
    used = [x for x in BOOK.families if tables.in_use(x, context.plan.now)]
    st.html("".join(tables.family_table(context.projection, family, notes=noted) for family in used))
