"""The explorer: levers at the left; verdict, key figures and curves in the middle; details below."""

import streamlit as st
from markupsafe import Markup

from views import charts, dialogs, tabs
from views.answer import panel
from views.context import Context, of_this_run
from views.curves import comparing
from views.curves.live_chart import live_chart
from views.levers import beginnings, controls, dating, exact_fields, locking, to_check, usual_ranges
from views.live import live
from views.present.entering import entering
from views.shell import notebook, toolbar, typed_fields
from views.shell.notices import notices
from views.shell.page_markup import put_markup
from views.trace import asking
from views.what_if import ranges

FIRST = charts.NAMES[0]  # the chart that is always visible


def explorer() -> None:
    """The page."""
    context = of_this_run()
    with st.sidebar:
        widgets = _settings()
    notices()
    _answer(context)
    pictures = (FIRST, *tabs.draw(context))
    entering()
    asking.listen()
    notebook.settle()
    typed_fields.listen(usual_ranges.beside(widgets))
    live.live(pictures, widgets)
    dialogs.draw(context)


def _settings() -> list[str]:
    """All levers and ways to begin. Returns the widgets of the visible levers."""
    put_markup(Markup('<h1 class="brand">School Sustainability Explorer</h1>'))
    beginnings.beginnings()
    widgets = controls.front()
    toolbar.toolbar()
    widgets += exact_fields.deeper()
    dating.button()
    locking.button()
    return widgets


def _answer(context: Context) -> None:
    """The verdict, the key figures and the first chart."""
    numbers, futures = context.numbers, context.futures
    with st.container(key="answer", gap=None):
        # An element of its own: with changing text, the browser would replace it and the charts would stop
        # listening.
        put_markup(live.ANCHOR)
        chance = futures.chance if futures else ""
        put_markup(panel.verdict(numbers, chance) + panel.figures(numbers, to_check.in_words()))
    with st.container(key="first-chart"):
        live_chart(
            context,
            FIRST,
            panel.title(numbers),
            "Public revenue against recurring cost; the axis does not start at zero.",
            panel.happens(numbers),
        )
        ranges.switch()
        comparing.switch(context.plan)
