"""The app without its live layer: the same script and page, and nothing is mounted that answers before a rerun does."""

import functools
import runpy

import streamlit as st

from tools.browser import ROOT
from views.live import live

live.live = lambda *_args, **_options: None
if not hasattr(st.Page, "func"):
    # A page is looked for beside the script that was started, which is this one.
    page = st.Page
    st.Page = functools.partial(lambda path, **options: page(ROOT / path, **options))
runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
