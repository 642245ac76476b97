"""The tab of teacher leaders' pay: the routes side by side, and a button to take one."""

from __future__ import annotations

import streamlit as st

from model.evidence import LEVERS, Lever, Value
from model.explain.account import value_in_words
from model.plan.scenario import Problem, ScenarioError
from model.routes import ROUTES, Asked, Compared, compare
from model.routes.compared import at_hand, is_some
from model.routes.positions import POSITIONS, there_are
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.shell.scale import from_screen, outside, to_screen
from views.teacher_leaders import routes_table as routes

ROUTE, POSITION = "route", "route-position"
# What is asked where the plan has no value: lever, field of `Asked`, question.
QUESTIONS = (
    ("teacher_leaders", "leaders", "Teacher leaders to try"),
    ("leader_supplement", "supplement", "Extra pay of each, $ a year"),
    ("leader_release_share", "release", "Release time to try, % of the week"),
)


def paying(context: Context) -> None:
    """The whole tab. Its fields are below the table that they change, so they are read before it is drawn."""
    plan = context.plan
    try:
        found = compare(plan.start, plan.now, _asked())
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(_in_its_scale(problem)))
    else:
        put_markup(routes.intro(found) + routes.routes_table(found))
        _take_one(found)
    with st.container(key="routes-asked", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Whose position is given up",
            there_are(plan.start),
            format_func=lambda key: POSITIONS[key].one,
            key=POSITION,
            on_change=history.mark_due,
        )
        for lever, field, label in QUESTIONS:
            if not is_some(plan.now[lever]):
                _field(LEVERS[lever], field, label, at_hand(lever, plan.start))
    put_markup(routes.note())


def _field(lever: Lever, field: str, label: str, usual: Value) -> None:
    st.number_input(
        plain(label),
        value=None,
        step=to_screen(lever, lever.step or 1.0),
        format="%.12g",
        placeholder=value_in_words(lever, usual),
        key=f"route-{field}",
        on_change=history.mark_due,
    )


def _asked() -> Asked:
    """What the fields hold; an empty field takes the start's or the usual value."""
    given = {
        field: from_screen(LEVERS[lever], float(shown))
        for lever, field, _ in QUESTIONS
        if (shown := widgets.value(f"route-{field}", float)) is not None
    }
    return Asked(**given, position=widgets.text(POSITION) or Asked().position)


def _in_its_scale(problem: Problem) -> str:
    """The model's messages are in shares; the field holds per cent."""
    lever, x = LEVERS[problem.lever], problem.value
    return (outside(lever, to_screen(lever, x)) if isinstance(x, float) else "") or problem.message


def _take_one(found: Compared) -> None:
    used = next((r.key for r in found.routes if r.is_used), None)
    widgets.prepare(ROUTE, used)
    st.pills(
        "Use a route in your plan (Undo takes it back)",
        [r.key for r in found.routes if r.plan],
        format_func=ROUTES.__getitem__,
        key=ROUTE,
        on_change=_take,
    )


def _take() -> None:
    """Put the pressed route into the plan. It is computed again, because the plan may have moved since."""
    chosen, plan = widgets.text(ROUTE), history.plan()
    route = next((r for r in compare(plan.start, plan.now, _asked()).routes if r.key == chosen), None)
    moved = route.plan.differences(plan.now) if route and route.plan else {}
    if moved:
        attempt(moved)
    else:
        history.mark_due()
