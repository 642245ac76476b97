"""The part that says what it would take to reach a goal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS
from model.goals import ways_in_words as told
from model.goals.combining import combined, opened_by
from model.goals.goal import GOALS
from model.goals.limits import KEPT, Limits
from model.goals.pupils import felt
from model.goals.reaching import Route, reach
from model.plan.plan import Plan
from views.context import Context
from views.markup.tables import table
from views.shell import messages
from views.shell.attempt import attempt
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, restore
from views.shell.session import Slot
from views.shell.typed_fields import draft_field, messages_of

GOAL, SIZE, KEEP = "ways-goal", "ways-size", "ways-keep"
MOST_SINGLE = 6  # single levers with a button of their own; all of them are in the table
# No lever, but a number of students that is read as one.
CLASS = replace(
    LEVERS["enrollment_year1"],
    label="Most students in a class",
    usual=(10.0, 40.0),
    bounds=(1.0, 100.0),
    per_year=False,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that is shown for a question, kept so that it is computed once."""

    standing: str
    is_met: bool
    routes: tuple[Route, ...]  # single levers first
    pupils: tuple[str, ...]
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
        Markup('<p class="soft">{}</p><p><b>{}</b></p>{}').format(GOALS[goal].means, answer.standing, notes)
    )
    if answer.single:
        st.subheader("One lever")
        _rows(answer, range(min(answer.single, MOST_SINGLE)))
    if len(answer.routes) > answer.single:
        st.subheader("Two or three levers together")
        _rows(answer, range(answer.single, len(answer.routes)))
    if answer.routes:
        put_markup(_table(answer) + _how())


def _asked() -> tuple[str, Limits] | None:
    """The goal and the limits that are chosen; None while one of them cannot be read."""
    restore(GOAL, next(iter(GOALS)))
    restore(SIZE, "")
    restore(KEEP, [])
    left, middle, right = st.columns([2, 1.3, 3])
    goal = left.selectbox(
        "Goal",
        tuple(GOALS),
        format_func=lambda k: GOALS[k].label,
        key=GOAL,
        on_change=remember,
        args=(GOAL,),
    )
    size = draft_field(
        CLASS, CLASS.label, SIZE, placeholder="no limit", within=middle, on_change=partial(remember, SIZE)
    )
    keep = right.multiselect(
        "Must not shrink",
        tuple(KEPT),
        format_func=lambda k: KEPT[k].label,
        placeholder="PD, teacher leaders, teachers and other roles",
        key=KEEP,
        on_change=remember,
        args=(KEEP,),
    )
    messages_of([size])
    if size.is_wrong:
        return None
    return goal, Limits(size.number, tuple(keep))


def _answer(plan: Plan, goal: str, limits: Limits) -> Answer:
    """Computed again only when the plan or the question has changed."""
    asked = (dict(plan.now.values), dict(plan.start.values), plan.locks, goal, limits)
    last = _last.get()
    if last.answer is not None and last.asked == asked:
        return last.answer
    found = _work_out(plan, goal, limits)
    _last.put(_Last(asked, found))
    return found


def _work_out(plan: Plan, goal: str, limits: Limits) -> Answer:
    found = reach(plan.now, plan.start, GOALS[goal], limits, [k for k in LEVERS if k not in plan.locked])
    if found.is_met:
        return Answer(told.standing(found), True, (), (), 0, ())
    together = combined(found)
    routes = (*found.nearest, *together.routes)
    pupils = tuple(told.pupils(f) for f in felt(plan.now, [plan.now.changed(r.changes) for r in routes]))
    notes = [told.alone(found)] if routes else []
    if not together.is_complete:
        notes.append(told.cut_short(together))
    elif not routes:
        notes.append(told.blocked(found, *opened_by(found)))
    return Answer(told.standing(found), False, routes, pupils, len(found.nearest), tuple(notes))


def _rows(answer: Answer, numbers: range) -> None:
    for n in numbers:
        route = answer.routes[n]
        steps = Markup("<br>").join(Markup("<b>{}</b>").format(told.step(s)) for s in route.steps)
        with st.container(key=f"way-{n}", horizontal=True, vertical_alignment="center"):
            put_markup(
                Markup('<p class="kept">{}<br><span class="soft">Students: {}</span></p>').format(
                    steps, answer.pupils[n]
                ),
                width="stretch",
            )
            st.button("Make it my plan", key=f"take-way-{n}", on_click=_take, args=(route,))


def _take(route: Route) -> None:
    if attempt(route.changes):
        messages.say(f"Set: {told.steps(route)}. Undo takes it back.")


def _table(answer: Answer) -> Markup:
    rows = [
        [told.steps(r), told.size(r), pupils] for r, pupils in zip(answer.routes, answer.pupils, strict=True)
    ]
    return Markup("<details><summary>All {} ways as a table</summary>{}</details>").format(
        len(rows),
        table("Ways to the goal", ["Change", "Size", "What students would notice"], rows, numbers_from=99),
    )


def _how() -> Markup:
    return Markup(
        '<details><summary>How these are found</summary><p class="soft">Only decisions move, on their own steps, within their usual '
        "ranges; a lever with five yearly values moves in all years by the same step. One lever: the nearest setting that reaches the "
        "goal within the limits. Together: the three smallest changes of two or three levers. A change is as large as the "
        "root of the sum of the squares of its shares of the usual ranges, so a little of several counts less than much of "
        "one. Each step is needed: with any one undone the goal or a limit is missed, and no smaller change of the same levers does it.</p></details>"
    )
