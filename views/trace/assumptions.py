"""The tab of assumptions: every lever with its value, where it comes from, and the evidence for its default."""

from __future__ import annotations

import streamlit as st

from model.evidence import PRESETS
from model.plan.scenario import Scenario
from views.context import Context
from views.markup import tables


def assumptions(context: Context) -> None:
    """All that the tab holds."""
    plan = context.plan
    preset = Scenario.preset(plan.preset)
    st.write(PRESETS[plan.preset].summary)
    st.html("".join(tables.lever_table(t, x, plan.now, plan.start, preset) for t, x in tables.panels()))
