"""The tab of assumptions: every lever that acts, with its value, its origin, and the evidence for it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.plan.in_play import waiting
from model.plan.named_presets import find_preset
from model.starts.set_by import set_by
from model.texts import counted, say
from views.context import Context
from views.markup import tables
from views.markup.plain_text import plain
from views.shell.page_markup import put_markup


def assumptions(context: Context) -> None:
    """The whole tab."""
    plan = context.plan
    if preset := find_preset(plan.preset):
        entered = say("numbers.school_entered", preset=preset.label)
        st.write(plain(entered if plan.is_own_school else preset.summary))
    by, left_out = set_by(plan), waiting(plan.start, plan.now)
    panels = list(tables.panels(plan.now))
    groups = [(title, [x for x in levers if x.key not in left_out]) for title, levers in panels]
    found = Markup().join(tables.lever_table(t, x, plan, by) for t, x in groups if x)
    count = sum(len(levers) for _, levers in panels) - sum(len(levers) for _, levers in groups)
    text = say("numbers.settings_waiting", count=counted(count)) if count else ""
    put_markup(found + Markup("<p>{}</p>").format(text))
