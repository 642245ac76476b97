"""A chart of the page that the live layer moves, under its caption."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from views import charts
from views.context import Context
from views.shell.page_markup import put_markup


def live_chart(context: Context, name: str, title: str, note: str = "", below: str = "") -> None:
    """`name` is one of `charts.NAMES`; `title` and `below` are markup."""
    put_markup(Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(title, note, below))
    picture = {
        **charts.spec(name, context.colors),
        "datasets": charts.data(name, *context.drawn.pictured, sig=context.signature),
    }
    st.vega_lite_chart(picture, theme=None, width="stretch", key=f"chart-{name}", alt=charts.alt(name))
