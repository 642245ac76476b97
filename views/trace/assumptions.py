"""The tab of assumptions: every lever that acts, with its value, its origin, and the evidence for it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.in_play import idle, not_asked
from model.plan.named_presets import find_preset
from model.texts import counted, say
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
    waiting = (idle(plan.now) | not_asked(plan.start, plan.now)) - plan.now.differences(plan.start).keys()
    panels = list(tables.panels(plan.now))
    groups = [(title, [x for x in levers if x.key not in waiting]) for title, levers in panels]
    found = Markup().join(tables.lever_table(t, x, plan, came_from) for t, x in groups if x)
    count = sum(len(levers) for _, levers in panels) - sum(len(levers) for _, levers in groups)
    text = say("numbers.settings_waiting", count=counted(count)) if count else ""
    put_markup(found + Markup("<p>{}</p>").format(text))
