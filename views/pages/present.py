"""Present mode: one screen at a time for a room. Plan, history and levers are those of the explorer."""

from collections.abc import Hashable, Sequence

import streamlit as st

from exchange.showing import Showing
from model.evidence import Lever
from model.plan.plan import Plan
from model.results.rating import Untested
from views import charts
from views.context import Context, of_now, of_this_run
from views.levers import controls, to_check
from views.live import live
from views.present.presenter_keys import presenter_keys
from views.present.room_style import room_style
from views.present.room_tools import room_tools
from views.present.screen_markup import answer, covered, covered_top, title, top
from views.present.screens import ROOM, chart_height, pictures
from views.share.paper_head import on_paper
from views.shell import history, keys, messages, parts, present_mode
from views.shell.page_markup import put_markup
from views.shell.signature import of_plan


def present() -> None:
    """The page. What a moving lever does not change is not drawn again: see `_rest`."""
    plan, showing = history.plan(), present_mode.showing()
    levers = controls.of_bar(showing.levers, plan.now)
    names = () if showing.guess else pictures(showing.now)
    put_markup(room_style(ROOM[showing.look]))
    with st.container(key="room", gap=None):
        if showing.guess:
            _covered(plan, showing)
        else:
            _screen(of_this_run(), showing, names, levers)
        widgets = _bar(levers)
        room_tools(showing)
    keys.keys(presenter_keys(showing.guess))
    live.listen()
    live.live(names, () if showing.guess else widgets)
    parts.finish(_rest)


def _rest() -> Hashable | None:
    """What everything is drawn from that is neither a part nor a picture.

    None while the answer is covered, where what was moved is told, or while something is said.
    """
    showing = present_mode.showing()
    if showing.guess or messages.is_said() or history.offered():
        return None
    plan = history.plan()
    bar = controls.of_bar(showing.levers, plan.now)
    levers = tuple((x.key, controls.room_label(x), controls.grid(x, plan.now)[:3]) for x in bar)
    return showing, levers, plan.id, plan.locks, plan.is_changed, history.can_undo(), history.can_redo()


def _covered(plan: Plan, showing: Showing) -> None:
    """While the answer is covered it is not computed, so nothing of it can be seen."""
    put_markup(covered_top())
    with st.container(key="room-picture"):
        put_markup(covered(showing.now, present_mode.guess_from(), plan))


def _screen(context: Context, showing: Showing, names: Sequence[str], levers: Sequence[Lever]) -> None:
    """What the room looks at."""
    put_markup(live.anchor())
    _top()
    with st.container(key="room-picture"):
        _title()
        if not names:
            _answer()
        for name in names:
            picture = {
                **charts.spec(name, ROOM[showing.look]),
                "height": chart_height([controls.room_label(x) for x in levers]),
                "datasets": charts.data(name, *context.drawn.pictured, sig=context.signature),
            }
            st.vega_lite_chart(
                picture, theme=None, width="stretch", key=f"room-{name}-{showing.look}", alt=charts.alt(name)
            )


def _plan() -> Hashable:
    return of_plan(history.plan())


@parts.part("room-top", _plan)
def _top() -> None:
    now = of_now()
    head = on_paper(history.plan())  # a screen does not show it
    put_markup(head + top(now.numbers, now.futures or Untested.OFF, to_check.how_many()))


@parts.part("room-title", _plan)
def _title() -> None:
    now = of_now()
    put_markup(title(present_mode.showing().now, now.numbers, now.futures is not None))


@parts.part("room-answer", _plan)
def _answer() -> None:
    now = of_now()
    put_markup(answer(now.numbers, now.futures or Untested.OFF, to_check.in_words()))


def _bar(levers: Sequence[Lever]) -> list[str]:
    """The chosen levers. Returns their widgets."""
    with st.container(key="room-levers"):
        for column, lever in zip(st.columns(len(levers), gap="large"), levers, strict=True):
            with column:
                controls.slider(lever, room=True)
    return [f"lever-{lever.key}" for lever in levers]
