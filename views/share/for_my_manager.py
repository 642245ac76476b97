"""The part for a business manager: every number to check, with formulas or without, and the plan itself."""

from __future__ import annotations

import streamlit as st

from exchange.python_code import as_python
from model.texts import say
from views.compare import shelf
from views.context import Context
from views.markup.plain_text import plain
from views.share import downloads
from views.share.cards import Card, cards
from views.shell import notebook

_CARDS = (
    Card("workbook", "share.workbook", downloads.workbook, "share.about_workbook"),
    Card("table", "share.table", downloads.table, "share.about_table"),
    Card("plan-file", "share.plan_file", downloads.plan_file, "share.about_plan_file"),
)


def for_my_manager(context: Context) -> None:
    """The whole part."""
    cards(_CARDS, context)
    with st.expander(plain(say("share.developers"))):
        st.write(plain(say("share.python")))
        st.code(as_python(context.plan), language=None, wrap_lines=True)
    notebook.mount("take")
    shelf.mount()
