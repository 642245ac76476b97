"""Undo, redo, reset one, reset all; and the list of everything that differs from the start."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, Lever, Value
from model.evidence.own_lines import KINDS
from model.explain.account import moved_in_words, setting_in_words
from model.explain.changes import moves
from model.plan.by_grade import CHOICE, is_by_grade
from model.plan.own_lines import OF_NUMBER
from model.plan.plan import Plan
from model.plan.sides import SIDES, is_decision, side_label
from model.texts import say
from views.markup.plain_text import plain
from views.shell import history, parts, widgets
from views.shell.page_markup import put_markup


def _state() -> Hashable:
    """What the toolbar is drawn from. While its list is open, the plan itself."""
    listed = widgets.value("changes", bool)
    return history.can_undo(), history.can_redo(), len(_differing(history.plan())), listed and history.plan()


@parts.part("tools", _state)
def toolbar() -> None:
    """Undo, redo and what differs, above the levers."""
    with st.container(key="tools", horizontal=True, gap="small"):
        undo_and_redo(say("toolbar.undo"), say("toolbar.redo"), icons=(":material/undo:", ":material/redo:"))
        changes()


def undo_and_redo(undo: str, redo: str, icons: tuple[str | None, str | None] = (None, None)) -> None:
    """The two buttons by their labels, here and in present mode."""
    steps = (
        (widgets.UNDO, undo, history.undo, history.can_undo, icons[0], "Alt+Z"),
        (widgets.REDO, redo, history.redo, history.can_redo, icons[1], "Alt+Y"),
    )
    for key, label, step, can_step, icon, keys in steps:
        st.button(plain(label), key=key, on_click=step, disabled=not can_step(), icon=icon, shortcut=keys)


def changes() -> None:
    """What differs from the starting plan, each with a button to reset it."""
    plan = history.plan()
    counting = _counting(plan)
    differ = _differing(plan)
    count = len(differ)
    box = st.popover(
        plain(say("toolbar.changes_count", count=count) if count else say("toolbar.changes")),
        key="changes",
        on_change=history.mark_due,
    )
    if not box.open:
        return
    with box:
        if not differ:
            st.write(plain(say("toolbar.nothing")))
            return
        for decided in SIDES:
            inside = [k for k in differ if is_decision(k) is decided]
            if inside:
                put_markup(Markup("<h3>{}</h3>").format(side_label(decided)))
            for key in inside:
                along = counting[1:] if key == CHOICE else _of_line(key)
                change(plan, LEVERS[key], along)
        st.button(
            plain(say("toolbar.reset_all")),
            key="reset-all",
            on_click=history.reset_all,
            icon=":material/restart_alt:",
        )


def _differing(plan: Plan) -> dict[str, Value]:
    """The levers that differ from the start; what was set along with another is no change of its own."""
    counting = _counting(plan)
    differ = plan.now.differences(plan.start)
    kinds = {n for n, kind in KINDS.items() if kind in differ}  # an own line that comes or goes is one change
    along = {k for n in kinds for k in OF_NUMBER[n] if k != KINDS[n]} | set(counting[1:])
    return {k: v for k, v in differ.items() if k not in along and LEVERS[k].of not in differ}


def _counting(plan: Plan) -> tuple[str, ...]:
    """What was set by counting students by grade: one change, named by its choice."""
    if is_by_grade(plan.start) or not is_by_grade(plan.now):
        return ()
    return next(keys for keys in moves(plan.start, plan.now) if keys[0] == CHOICE)


def _of_line(key: str) -> tuple[str, ...]:
    """The other settings of an own line, where `key` says what the line is."""
    number = LEVERS[key].own
    return tuple(k for k in OF_NUMBER[number] if k != key) if KINDS.get(number) == key else ()


def change(plan: Plan, lever: Lever, along: Iterable[str] = ()) -> None:
    """One lever that differs, with a button to reset it and those that were set along with it."""
    was = setting_in_words(lever, plan.start)
    with st.container(horizontal=True, vertical_alignment="center", key=f"change-{lever.key}"):
        st.write(f"**{plain(lever.label)}** {plain(moved_in_words(lever, plan.start, plan.now))}")
        st.button(
            plain(say("toolbar.reset")),
            key=f"reset-{lever.key}",
            on_click=history.reset,
            args=((lever.key, *along),),
            disabled=lever.key in history.plan().locked,
            help=plain(say("toolbar.back_to", value=was)),
        )
