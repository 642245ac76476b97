"""The tab of assumptions: every lever with its value, its origin, and the evidence for its default."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.named_presets import find_preset
from views.context import Context
from views.markup import tables
from views.markup.plain_text import plain
from views.shell.page_markup import put_markup


def assumptions(context: Context) -> None:
    """The whole tab."""
    plan = context.plan
    if preset := find_preset(plan.preset):
        st.write(plain(preset.summary))
    came_from = plan.came_from()
    put_markup(Markup().join(tables.lever_table(t, x, plan, came_from) for t, x in tables.panels(plan.now)))
