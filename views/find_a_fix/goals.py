"""The tab of ways to the goal: what it would take, what matters most, a map of two levers, the trade-off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Lever
from model.goals import ways_in_words as told
from model.goals.combining import combined, opened_by
from model.goals.edges import edges
from model.goals.goal import GOALS, goals_for
from model.goals.limits import KEPT, Limits
from model.goals.pupils import Felt, felt
from model.goals.reaching import Route, reach
from model.plan.plan import Plan
from model.texts import counted, language, say
from views.context import Context
from views.markup.plain_text import plain
from views.markup.tables import table
from views.shell import history, messages, widgets
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, restore
from views.shell.session import Slot
from views.shell.typed_fields import draft_field, messages_of

GOAL, SIZE, KEEP = "ways-goal", "ways-size", "ways-keep"
MOST_SINGLE = 6  # single levers with a button of their own; all of them are in the table


def most_in_a_class() -> Lever:
    """No lever, but a number of students that is read as one."""
    return LEVERS["enrollment_year1"]._replace(
        asked="find_a_fix.most_in_a_class",
        usual=(10.0, 40.0),
        bounds=(1.0, 100.0),
        per_year=False,
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that is shown for a question, kept so that it is computed once."""

    standing: str
    lost: tuple[str, ...]  # what each alone would miss a goal that is met
    routes: tuple[Route, ...]  # single levers first
    felt: tuple[tuple[Felt, ...], ...]  # what students would notice of each
    on_edge: tuple[tuple[str, ...], ...]  # what of each rests on a rounding edge
    single: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Last:
    """The last question and its answer."""

    asked: object = None
    answer: Answer | None = None


_last = Slot(_Last)


def goals(context: Context) -> None:
    """The whole part."""
    plan = context.plan
    asked = _asked()
    if asked is None:
        return
    goal, limits = asked
    answer = _answer(plan, goal, limits)
    notes = Markup().join(
        Markup('<p class="{}">{}</p>').format("soft" if answer.routes else "", n) for n in answer.notes
    )
    put_markup(
        Markup('<p class="soft">{}</p><p><b>{}</b></p>{}{}').format(
            GOALS[goal].means, answer.standing, _lost(answer.lost), notes
        )
    )
    if answer.single:
        st.subheader(plain(say("find_a_fix.one_setting")))
        _rows(answer, range(min(answer.single, MOST_SINGLE)))
    if len(answer.routes) > answer.single:
        st.subheader(plain(say("find_a_fix.several_settings")))
        _rows(answer, range(answer.single, len(answer.routes)))
    if answer.routes:
        put_markup(_table(answer) + _how())


def _asked() -> tuple[str, Limits] | None:
    """The goal and the limits that are chosen; None while one of them cannot be read."""
    offered = goals_for(history.plan().now)
    restore(GOAL, offered[0])
    if widgets.value(GOAL, str) not in offered:
        widgets.prepare(GOAL, offered[0])
    restore(SIZE, "")
    restore(KEEP, [])
    left, middle, right = st.columns([2, 1.3, 3])
    goal = left.selectbox(
        plain(say("find_a_fix.goal")),
        offered,
        format_func=lambda k: GOALS[k].label,
        key=GOAL,
        on_change=remember,
        args=(GOAL,),
    )
    lever = most_in_a_class()
    size = draft_field(
        lever,
        lever.label,
        SIZE,
        placeholder=say("find_a_fix.no_limit"),
        within=middle,
        on_change=partial(remember, SIZE),
    )
    keep = right.multiselect(
        plain(say("find_a_fix.must_not_shrink")),
        tuple(KEPT),
        format_func=lambda k: KEPT[k].label,
        placeholder=say("find_a_fix.must_not_shrink_such_as"),
        key=KEEP,
        on_change=remember,
        args=(KEEP,),
    )
    messages_of([size])
    if size.is_wrong:
        return None
    return goal, Limits(size.number, tuple(keep))


def _lost(lost: tuple[str, ...]) -> Markup:
    if not lost:
        return Markup()
    items = Markup().join(Markup("<li>{}</li>").format(x) for x in lost)
    return Markup("<p>{}</p><ul>{}</ul>").format(say("find_a_fix.would_break"), items)


def _answer(plan: Plan, goal: str, limits: Limits) -> Answer:
    """Computed again only when the plan or the question has changed."""
    asked = (dict(plan.now.values), dict(plan.start.values), plan.locks, goal, limits, language())
    last = _last.get()
    if last.answer is not None and last.asked == asked:
        return last.answer
    found = _work_out(plan, goal, limits)
    _last.put(_Last(asked, found))
    return found


def _work_out(plan: Plan, goal: str, limits: Limits) -> Answer:
    found = reach(plan.now, plan.start, GOALS[goal], limits, [k for k in LEVERS if k not in plan.locked])
    if found.is_met:
        return Answer(told.standing(found), told.would_break(found), (), (), (), 0, ())
    together = combined(found)
    routes = (*found.nearest, *together.routes)
    noticed = tuple(map(tuple, felt(plan.now, [plan.now.changed(r.changes) for r in routes])))
    rounded = tuple(tuple(told.on_edge(edges(plan.now, r))) for r in routes)
    notes = [told.alone(found)] if routes else []
    if not together.is_complete:
        notes.append(told.cut_short(together))
    elif not routes:
        notes.append(told.blocked(found, *opened_by(found)))
    return Answer(told.standing(found), (), routes, noticed, rounded, len(found.nearest), tuple(notes))


def _rows(answer: Answer, numbers: range) -> None:
    for n in numbers:
        route = answer.routes[n]
        steps = Markup("<br>").join(Markup("<b>{}</b>").format(told.step(s)) for s in route.steps)
        with st.container(key=f"way-{n}", horizontal=True, vertical_alignment="center"):
            put_markup(
                Markup('<p class="kept">{}<br><span class="soft">{}</span></p>').format(
                    steps, Markup("<br>").join((told.pupils(answer.felt[n]), *answer.on_edge[n]))
                ),
                width="stretch",
            )
            st.button(
                plain(say("find_a_fix.make_it_my_plan")), key=f"take-way-{n}", on_click=_take, args=(route,)
            )


def _take(route: Route) -> None:
    if attempt(route.changes):
        messages.say(told.taken(route))


def _table(answer: Answer) -> Markup:
    line = Markup("<br>").join
    rows = [
        [
            line(map(told.step, r.steps)),
            told.size(r),
            line((*(told.noticed(f) or [say("find_a_fix.nothing_noticed")]), *rounded)),
        ]
        for r, f, rounded in zip(answer.routes, answer.felt, answer.on_edge, strict=True)
    ]
    head = [say("find_a_fix.column_change"), say("find_a_fix.column_size"), say("find_a_fix.column_students")]
    return Markup("<details><summary>{}</summary>{}</details>").format(
        say("find_a_fix.all_ways", count=counted(len(rows))),
        table(say("find_a_fix.ways"), head, rows, numbers_from=99),
    )


_HOW = (
    "find_a_fix.how_moves",
    "find_a_fix.how_one",
    "find_a_fix.how_several",
    "find_a_fix.how_large",
    "find_a_fix.how_needed",
)


def _how() -> Markup:
    return Markup('<details><summary>{}</summary><p class="soft">{}</p></details>').format(
        say("find_a_fix.how_found"), " ".join(map(say, _HOW))
    )
