"""The tab of pupils and time: the pupil's side of the plan beside its dollars."""

from __future__ import annotations

import streamlit as st

from views.context import Context
from views.students.pupils_side import pupils_side


def pupils_tab(context: Context) -> None:
    """All that the tab holds."""
    st.html(pupils_side(context.projection))
