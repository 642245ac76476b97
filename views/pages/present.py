"""Present mode: one screen at a time for a room. Plan, history and levers are those of the explorer."""

from collections.abc import Sequence

import streamlit as st

from exchange.showing import Showing
from model.evidence import Lever
from model.plan.plan import Plan
from model.results.rating import Untested
from views import charts
from views.answer.drawn import drawn
from views.curves import comparing
from views.levers import controls, to_check
from views.live import live
from views.present.presenter_keys import presenter_keys
from views.present.room_style import room_style
from views.present.room_tools import room_tools
from views.present.screen_markup import answer, covered, covered_top, title, top
from views.present.screens import ROOM, chart_height, pictures
from views.shell import history, keys, present_mode
from views.shell.page_markup import put_markup
from views.shell.signature import of_plan
from views.what_if import ranges


def present() -> None:
    """The page."""
    plan, showing = history.plan(), present_mode.showing()
    levers = controls.of_bar(showing.levers, plan.now)
    names = () if showing.guess else pictures(showing.now)
    put_markup(room_style(ROOM[showing.look]))
    with st.container(key="room", gap=None):
        if showing.guess:
            _covered(plan, showing)
        else:
            _screen(plan, showing, names, levers)
        widgets = _bar(levers)
        room_tools(showing)
    keys.keys(presenter_keys(showing.guess))
    live.listen()
    live.live(names, () if showing.guess else widgets)


def _covered(plan: Plan, showing: Showing) -> None:
    """While the answer is covered it is not computed, so nothing of it can be seen."""
    put_markup(covered_top())
    with st.container(key="room-picture"):
        put_markup(covered(showing.now, present_mode.guess_from(), plan))


def _screen(plan: Plan, showing: Showing, names: Sequence[str], levers: Sequence[Lever]) -> None:
    """What the room looks at."""
    page = drawn(plan, ranges.of, compares=comparing.asked())
    numbers, futures = page.numbers, page.likely
    put_markup(live.ANCHOR)
    tested = futures or Untested.OFF
    put_markup(top(numbers, tested, to_check.how_many()))
    with st.container(key="room-picture"):
        put_markup(title(showing.now, numbers, futures is not None))
        if not names:
            put_markup(answer(numbers, tested, to_check.in_words()))
        for name in names:
            picture = {
                **charts.spec(name, ROOM[showing.look]),
                "height": chart_height([controls.room_label(x) for x in levers]),
                "datasets": charts.data(name, *page.pictured, sig=of_plan(plan)),
            }
            st.vega_lite_chart(
                picture, theme=None, width="stretch", key=f"room-{name}-{showing.look}", alt=charts.alt(name)
            )


def _bar(levers: Sequence[Lever]) -> list[str]:
    """The chosen levers. Returns their widgets."""
    with st.container(key="room-levers"):
        for column, lever in zip(st.columns(len(levers), gap="large"), levers, strict=True):
            with column:
                controls.slider(lever, room=True)
    return [f"lever-{lever.key}" for lever in levers]
