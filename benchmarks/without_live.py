"""The app without its live layer: the same script and page, and nothing is mounted that answers before a rerun does."""

import functools
import runpy
from unittest import mock

import streamlit as st

from tools.browser import ROOT
from views.live import live

live.live = lambda *_args, **_options: None
if not hasattr(st.Page, "func"):
    # A page is looked for beside the script that was started, which is this one.
    page = st.Page
    beside_app = functools.partial(lambda path, **options: page(ROOT / path, **options))
    mock.patch.object(st, "Page", beside_app).start()
runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
