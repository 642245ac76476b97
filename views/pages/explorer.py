"""The explorer: levers at the left; verdict, key figures and curves in the middle; details below."""

import streamlit as st
from markupsafe import Markup

from model.texts import say
from views import charts, dialogs, places
from views.answer import answer_bar, panel
from views.context import Context, of_this_run
from views.curves.live_chart import live_chart
from views.levers import beginnings, controls, dating, exact_fields, locking, to_check, whose_plan
from views.live import live
from views.present.entering import entering
from views.shell import history, notebook, toolbar, typed_fields
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
    whose_plan.way_back(context.plan)
    _answer(context)
    _bar(context)
    pictures = (FIRST, *places.draw(context))
    entering()
    asking.listen()
    notebook.settle()
    typed_fields.listen()
    live.live(pictures, widgets)
    dialogs.draw(context)


def _settings() -> list[str]:
    """All levers and ways to begin. Returns the widgets of the visible levers."""
    put_markup(Markup('<h1 class="brand">School Sustainability Explorer</h1>') + _skip())
    beginnings.beginnings()
    widgets = controls.front()
    toolbar.toolbar()
    widgets += exact_fields.deeper()
    dating.button()
    locking.button()
    return widgets


def _skip() -> Markup:
    """A first stop for the keyboard: between here and the places stand all the settings."""
    return Markup('<button type="button" class="skip" data-go="{}">{}</button>').format(
        places.KEY, say("places.skip")
    )


def _answer(context: Context) -> None:
    """The verdict, the key figures and the first chart."""
    numbers, futures = context.numbers, context.futures
    with st.container(key="answer", gap=None):
        # An element of its own: with changing text, the browser would replace it and the charts would stop
        # listening.
        put_markup(live.ANCHOR)
        chance = futures.chance if futures else ""
        answer = panel.verdict(numbers, chance) + panel.figures(numbers, to_check.in_words())
        put_markup(_skip() + whose_plan.line(context.plan) + answer)
    with st.container(key="first-chart"):
        live_chart(
            context,
            FIRST,
            panel.title(numbers),
            say("curves.axis"),
            panel.happens(numbers),
        )
        ranges.switch()


def _bar(context: Context) -> None:
    """What stays on top while the reader is below."""
    before = history.before() if history.can_undo() else None
    costs = context.projection.row("recurring_cost", 0)
    put_markup(answer_bar.bar(context.numbers, costs, context.plan, before))
