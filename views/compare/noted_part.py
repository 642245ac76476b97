"""The part of notes on numbers and of decisions."""

from __future__ import annotations

import streamlit as st

from views.compare import log, plans
from views.context import Context
from views.markup.plain_text import plain
from views.shell import notebook
from views.shell.page_markup import put_markup
from views.trace import notes


def noted_part(context: Context) -> None:
    """The whole part."""
    notebook.mount("noted")
    notes.listed(context.plan)
    log.log(context.plan)
    for remark in notebook.remarks():
        st.warning(plain(remark))
    put_markup(plans.where_kept())
