"""A picture of the page that the live layer moves, under its caption."""

from __future__ import annotations

import streamlit as st

from views import charts
from views.context import Context


def live_chart(context: Context, name: str, title: str, note: str = "", below: str = "") -> None:
    """`name` is one of `charts.NAMES`; `title` and `below` are markup."""
    st.html(f'<h2 class="caption">{title} <small>{note}</small></h2>{below}')
    picture = {
        **charts.spec(name, context.colors),
        "datasets": charts.data(name, *context.drawn.pictured, sig=context.signature),
    }
    st.vega_lite_chart(picture, theme=None, width="stretch", key=f"chart-{name}", alt=charts.ALT[name])
