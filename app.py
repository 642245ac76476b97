"""School Sustainability Explorer: page set-up and navigation. Start with `make run`."""

import streamlit as st

from views.shell import state
from views.shell.frame import open_house, settle, turn

st.set_page_config(
    page_title="School Sustainability Explorer",
    page_icon="static/icon.svg",
    layout="wide",
    initial_sidebar_state=376,
)
with turn:
    open_house()
    # Present mode is another way of showing the first page, at the same address: the plan, its history and its levers stay.
    first = "present" if state.presenting() else "explorer"
    st.navigation(
        [
            st.Page(f"views/pages/{first}.py", title="Explore", default=True),
            st.Page("views/pages/evidence.py", title="Where numbers come from", url_path="evidence"),
        ],
        position="top",
    ).run()
    settle()
