"""School Sustainability Explorer: page set-up and navigation. Start with `make run`."""

import sys

import streamlit as st

from model.ready_to_run import APP, cannot_run

if wrong := cannot_run(APP):  # before an import fails: the page and the terminal say what to do
    print(wrong, file=sys.stderr)
    st.text(wrong)
    st.stop()

from views.pages.navigation import pages
from views.shell import connection, drawing, page_frame

st.set_page_config(
    page_title="School Sustainability Explorer",
    page_icon="static/icon.svg",
    layout="wide",
    initial_sidebar_state=376,
)
with drawing.alone():
    page_frame.open_page()
    shown = pages()
    connection.listen()
    st.navigation(shown, position="top").run()
page_frame.settle()
