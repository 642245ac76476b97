"""A chart of the page that the live layer moves, under its caption."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from views import charts
from views.context import Context
from views.shell.page_markup import put_markup


def live_chart(context: Context, name: str, title: str, note: str = "") -> None:
    """A chart below its caption. `name` is one of `charts.NAMES`."""
    caption(title, note)
    picture(context, name)


def caption(title: str, note: str = "", below: str = "") -> None:
    """What stands above a chart; `title` and `below` may be markup."""
    put_markup(Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(title, note, below))


def picture(context: Context, name: str) -> None:
    """The chart alone. It is drawn with the whole page; the live layer moves it when only parts are drawn."""
    drawn = {
        **charts.spec(name, context.colors),
        "datasets": charts.data(name, *context.drawn.pictured, sig=context.signature),
    }
    st.vega_lite_chart(drawn, theme=None, width="stretch", key=f"chart-{name}", alt=charts.alt(name))
