"""School Sustainability Explorer: page set-up and navigation. Start with `make run`."""

import sys

import streamlit as st

from model.ready_to_run import APP, cannot_run

if wrong := cannot_run(APP):  # before an import fails: the page and the terminal say what to do
    print(wrong, file=sys.stderr)
    st.text(wrong)
    st.stop()

from model.texts import say
from views.pages import evidence
from views.pages.explorer import explorer
from views.pages.present import present
from views.pages.start import start
from views.shell import connection, drawing, history, page_frame
from views.shell.present_mode import presenting

st.set_page_config(
    page_title="School Sustainability Explorer",
    page_icon="static/icon.svg",
    layout="wide",
    initial_sidebar_state=376,
)
with drawing.alone():
    page_frame.open_page()
    # Present mode is another view of the first page, at the same address, with the same plan, history and
    # levers; and a bare address has no plan yet.
    first = present if presenting() else explorer if history.is_begun() else start
    connection.listen()
    st.navigation(
        [st.Page(first, title=say("places.planner"), default=True), evidence.page()], position="top"
    ).run()
page_frame.settle()
