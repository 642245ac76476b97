"""A map of two settings: the Year 5 result for each pair of their values."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from model.goals.maps import Map, two_way
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from model.texts import counted, say
from views.charts import two_way as map_picture
from views.context import Context
from views.find_a_fix.weighing import DECISIVE, caption, details
from views.levers.dating import lever_name
from views.markup.plain_text import plain
from views.shell import history, parts, widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, restore
from views.shell.session import Slot
from views.shell.signature import of_plan

ACROSS, UP = "ways-across", "ways-up"


@dataclass(frozen=True, slots=True)
class _Last:
    """The last map and what it was asked for."""

    asked: object = None
    map: Map | None = None


_last = Slot(_Last)


def two_levers(_: Context) -> None:
    """The map of two levers, below the choice of them, which stays as it is while a lever moves."""
    restore(ACROSS, "public_funding_growth")
    restore(UP, "pupils_per_teacher")
    left, right = st.columns(2)
    for column, name, widget in ((left, "find_a_fix.across", ACROSS), (right, "find_a_fix.up", UP)):
        column.selectbox(
            plain(say(name)),
            DECISIVE,
            format_func=lever_name,
            key=widget,
            on_change=remember,
            args=(widget,),
        )
    _mapped()


@parts.part("map", lambda: of_plan(history.plan()))
def _mapped() -> None:
    plan, across, up = history.plan(), widgets.text(ACROSS), widgets.text(UP)
    try:
        found = _map(plan, across, up)
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return
    caption(say("find_a_fix.map"), say("find_a_fix.map_note"))
    pictured = {**map_picture.spec(palette()), "datasets": map_picture.data(found)}
    st.vega_lite_chart(pictured, theme=None, width="stretch", key="chart-map", alt=map_picture.alt_text())
    head, rows = map_picture.table_of(found)
    put_markup(
        _notes(found)
        + details(say("find_a_fix.as_a_table"), say("find_a_fix.map_caption"), head, rows, numbers_from=1)
    )


def _map(plan: Plan, across: str, up: str) -> Map:
    """Computed again only when the plan or the levers have changed."""
    asked = (dict(plan.now.values), across, up)
    last = _last.get()
    if last.map is not None and last.asked == asked:
        return last.map
    found = two_way(plan.now, across, up)
    _last.put(_Last(asked, found))
    return found


def _notes(found: Map) -> Markup:
    notes = []
    if not len(found.break_even):
        notes.append(say("find_a_fix.map_no_line"))
    axes = (found.across, found.up)
    notes += [say("find_a_fix.map_not_marked", setting=a.lever.label) for a in axes if a.now is None]
    every = max(a.every for a in axes)
    if every > 1:
        notes.append(say("find_a_fix.map_coarse", count=counted(every)))
    return Markup().join(Markup('<p class="soft">{}</p>').format(n) for n in notes)
