"""The explorer: levers at the left; verdict, key figures and curves in the middle; details below."""

from collections.abc import Hashable

import streamlit as st
from markupsafe import Markup

from model.results.rating import Untested
from model.texts import say
from views import charts, dialogs, places
from views.answer import answer_bar, panel
from views.compare import kept_name
from views.context import Context, of_now, of_this_run
from views.curves import comparing
from views.curves.live_chart import caption, picture
from views.levers import (
    beginnings,
    controls,
    dating,
    exact_fields,
    first_guess,
    locking,
    to_check,
    usual_ranges,
    whose_plan,
)
from views.live import live
from views.present.entering import entering
from views.share.paper_head import on_paper
from views.shell import going_ahead, history, messages, notebook, opened_dialog, parts, toolbar, typed_fields
from views.shell.notices import notices
from views.shell.page_markup import put_markup
from views.shell.signature import of_plan
from views.trace import asking
from views.what_if import ranges

FIRST = charts.NAMES[0]  # the chart that is always visible


def explorer() -> None:
    """The page. What a moving lever does not change is not drawn again: see `_rest`."""
    context = of_this_run()
    # The answer and its picture are sent before the many settings beside them: a reader looks for them first.
    notices()
    whose_plan.way_back(context.plan)
    reading_bar = st.container(key="reading-bar")
    _answer(context)
    with reading_bar:
        _bar()
    going_ahead.go_ahead()
    with st.sidebar:
        widgets = _settings()
    pictures = (FIRST, *places.draw(context))
    entering()
    asking.listen()
    notebook.settle()
    typed_fields.listen(usual_ranges.beside(widgets))
    live.listen()
    live.live(pictures, widgets)
    dialogs.draw(context)
    parts.finish(_rest)


def _settings() -> list[str]:
    """All levers and ways to begin. Returns the widgets of the visible levers."""
    put_markup(Markup('<h1 class="brand">{}</h1>').format(say("places.product")) + _skip())
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


def _rest() -> Hashable | None:
    """What everything on the page is drawn from that is neither a part nor a picture.

    A run of parts leaves all of it as it is. None where that is not enough: something is said or asked above
    the answer, or a dialog or the fields of a group are open.
    """
    plan = history.plan()
    is_more_open = messages.is_said() or history.offered() or opened_dialog.opened() or exact_fields.opened()
    if is_more_open:
        return None
    return (
        first_guess.assumed(of_now()),
        beginnings.origin(),
        plan.id,
        plan.locks,
        plan.is_changed,
        history.can_undo(),
        places.still(of_now()),
        controls.front_state(),
    )


def _answer(context: Context) -> None:
    """The verdict, the key figures and the first chart."""
    with st.container(key="answer", gap=None):
        # An element of its own: with changing text, the browser would replace it and the charts would stop
        # listening.
        put_markup(live.anchor())
        _verdict()
    first_guess.reminder(context)
    with st.container(key="first-chart"):
        _headline()
        picture(context, FIRST)
        ranges.switch()
        comparing.switch(context.plan)


def _plan() -> Hashable:
    return of_plan(history.plan())


@parts.part("verdict", _plan)
def _verdict() -> None:
    numbers, tested = of_now().numbers, of_now().futures or Untested.OFF
    answer = panel.verdict(numbers, tested) + panel.figures(numbers, to_check.in_words())
    put_markup(_skip() + whose_plan.line(of_now().plan) + answer)


@parts.part("headline", _plan)
def _headline() -> None:
    numbers = of_now().numbers
    caption(panel.title(numbers), say("curves.axis"), panel.happens(numbers))


@parts.part("bar", lambda: (_plan(), history.can_undo(), kept_name.name_of(history.plan())))
def _bar() -> None:
    """What stays on top while the reader is below."""
    now = of_now()
    before = history.before() if history.can_undo() else None
    costs = now.projection.row("recurring_cost", 0)
    name = kept_name.name_of(now.plan)
    paper = on_paper(now.plan)
    put_markup(answer_bar.bar(now.numbers, now.futures or Untested.OFF, costs, now.plan, before, name, paper))
