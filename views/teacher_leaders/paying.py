"""The tab of teacher leaders' pay: the routes side by side, and a button to take one."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.explain.account import value_in_words
from model.plan.plan import Plan
from model.plan.scenario import ScenarioError
from model.routes import ROUTES, Asked, Compared, compare
from model.routes.compared import at_hand, is_some
from model.routes.positions import POSITIONS, there_are
from model.routes.routes_in_words import kind_of, note
from model.texts import say
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, widgets
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.shell.typed_fields import Draft, draft, draft_field, messages_of
from views.teacher_leaders import routes_table as routes
from views.what_if import ranges

ROUTE, POSITION = "route", "route-position"
# What is asked where the plan has no value: lever, field of `Asked`, key of the question.
QUESTIONS = (
    ("teacher_leaders", "leaders", "leaders.how_many"),
    ("leader_supplement", "supplement", "leaders.stipend"),
    ("leader_release_share", "release", "leaders.release"),
)


def paying(context: Context) -> None:
    """The whole tab. Its fields are below the table that they change, so they are read before it is drawn."""
    plan = context.plan
    is_wrong = any(d.is_wrong for d in _drafts())  # what is wrong is said at the fields
    found = None if is_wrong else _compared(plan)
    with st.container(key="routes-asked", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            plain(say("leaders.which_position")),
            there_are(plan.start),
            format_func=lambda key: kind_of(POSITIONS[key]),
            key=POSITION,
            on_change=history.mark_due,
        )
        for lever, field, question in QUESTIONS:
            if not is_some(plan.now[lever]):
                draft_field(
                    LEVERS[lever],
                    say(question),
                    f"route-{field}",
                    placeholder=value_in_words(LEVERS[lever], at_hand(lever, plan.start)),
                    on_change=history.mark_due,
                )
    messages_of(_drafts())
    put_markup(Markup('<p class="soft">{}</p>').format(note(found)))


def _compared(plan: Plan) -> Compared | None:
    """The table and the press that takes a way; None where what is asked cannot be."""
    try:
        found = compare(plan.start, plan.now, _asked())
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(problem.on_page))
        return None
    ways = {r.key: r.plan for r in found.routes if r.plan}
    chances = ranges.chances([(way, plan.facts) for way in ways.values()])
    rated = dict(zip(ways, chances, strict=True))
    put_markup(routes.intro(found) + routes.routes_table(found, rated))
    _take_one(found)
    return found


def _drafts() -> list[Draft]:
    return [draft(LEVERS[lever], f"route-{field}") for lever, field, _ in QUESTIONS]


def _asked() -> Asked:
    """What the fields hold; an empty field takes the start's or the usual value."""
    given = {
        field: d.number for (_, field, _), d in zip(QUESTIONS, _drafts(), strict=True) if d.number is not None
    }
    return Asked(**given, position=widgets.text(POSITION) or Asked().position)


def _take_one(found: Compared) -> None:
    used = next((r.key for r in found.routes if r.is_used), None)
    widgets.prepare(ROUTE, used)
    st.pills(
        plain(say("leaders.use_one")),
        [r.key for r in found.routes if r.plan],
        format_func=lambda key: plain(say(ROUTES[key])),
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
