"""The dialog to date a decision: a lever from a year, phased in, until a year; or five numbers by hand."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from model.evidence import LEVERS, PANELS, Lever, Value
from model.explain.account import value_in_words
from model.explain.standing import standing
from model.plan.by_grade import CHOICE
from model.plan.dating import dated, plainest
from model.plan.in_play import set_aside_by
from model.plan.scenario import Problem, ScenarioError, set_aside
from model.years import OPERATING_YEARS
from views.context import Context
from views.levers.controls import unit_beside
from views.markup.plain_text import plain
from views.markup.tables import table
from views.shell import history
from views.shell.opened_dialog import close_dialog, open_dialog
from views.shell.page_markup import put_markup
from views.shell.scale import from_screen, outside, to_screen

KEY = "dating"  # among the dialogs
WAYS = ("From a year", "Five numbers")
DATABLE = tuple(k for k, x in LEVERS.items() if x.per_year and not x.is_choice)
FIRST = "teacher_leaders"
YEARS = tuple(range(1, OPERATING_YEARS + 1))


def button() -> None:
    """Opens the dialog."""
    st.button(
        "Date a decision",
        key="date",
        on_click=open_dialog,
        args=(KEY,),
        icon=":material/event:",
        width="stretch",
    )


def lever_name(key: str) -> str:
    return f"{PANELS[LEVERS[key].panel]}: {LEVERS[key].label}"


def ask(_: Context) -> None:
    """The dialog. What is set is previewed before anything changes; Undo takes it back."""
    plan = history.plan()
    aside = set_aside_by(CHOICE, plan.now)
    # Dating a lever that has no effect in the plan would change nothing.
    offered = [k for k in DATABLE if k not in aside and k not in plan.locked]
    key = st.selectbox(
        "What changes",
        offered,
        index=offered.index(FIRST) if FIRST in offered else 0,
        format_func=lever_name,
        key="date-lever",
    )
    lever = LEVERS[key]
    way = st.segmented_control("How", WAYS, default=WAYS[0], required=True, key="date-way")
    before = standing(plan.start, key)
    try:
        value = _from_a_year(lever, before) if way == WAYS[0] else _five(lever, standing(plan.now, key))
        if value is None:
            st.info("Fill in every field.")
            return
        changed = plan.now.changed({key: value})
    except ScenarioError as e:
        for problem in e.problems:
            st.error(plain(_in_its_scale(lever, problem)))
        return
    put_markup(_preview(lever, before, value))
    for other, x in set_aside({key: value}).items():
        if plan.now[other] != x:
            st.caption(
                f"{plain(LEVERS[other].label)} is set to {plain(value_in_words(LEVERS[other], x))}: five numbers say all there is to say."
            )
    if st.button("Use it", key="date-use", disabled=changed.values == plan.now.values):
        history.change({key: value})
        close_dialog()
        st.rerun()


def _in_its_scale(lever: Lever, problem: Problem) -> str:
    """The model's messages are in shares; the field holds per cent."""
    x = problem.value
    if problem.lever == lever.key and isinstance(x, float):
        return outside(lever, to_screen(lever, x)) or problem.message
    return problem.message


def _from_a_year(lever: Lever, before: Value) -> Value | None:
    left, right = st.columns(2)
    shown = left.number_input(
        f"New value ({plain(unit_beside(lever))})",
        value=None,
        step=to_screen(lever, lever.step or 1.0),
        format="%.12g",
        placeholder=f"at the start: {value_in_words(lever, before)}",
        key=f"date-value-{lever.key}",
    )
    first = right.selectbox("From", YEARS, format_func="Year {}".format, key="date-first")
    left, right = st.columns(2)
    phase = left.selectbox("Phased in over", YEARS, format_func=_phase, key="date-phase")
    last = right.selectbox(
        "Until the end of", YEARS, index=OPERATING_YEARS - 1, format_func="Year {}".format, key="date-last"
    )
    if shown is None:
        return None
    return dated(lever.key, before, from_screen(lever, float(shown)), first, phase, last)


def _phase(years: int) -> str:
    return "at once" if years == 1 else f"{years} years"


def _five(lever: Lever, now: Value) -> Value | None:
    numbers = now if isinstance(now, tuple) else (now,) * OPERATING_YEARS
    shown: list[float | None] = [
        column.number_input(
            plain(f"Year {year}"),
            value=to_screen(lever, float(x)),
            step=to_screen(lever, lever.step or 1.0),
            format="%.12g",
            key=f"date-{lever.key}-{year}",
        )
        for year, column, x in zip(YEARS, st.columns(OPERATING_YEARS), numbers, strict=True)
    ]
    given = [from_screen(lever, float(x)) for x in shown if x is not None]
    return plainest(given) if len(given) == OPERATING_YEARS else None


def _preview(lever: Lever, before: Value, value: Value) -> Markup:
    def row(name: str, x: Value) -> list[str]:
        years = x if isinstance(x, tuple) else (x,) * OPERATING_YEARS
        return [name, *(value_in_words(lever, v) for v in years)]

    return table(
        lever.label, ["", *(f"Year {y}" for y in YEARS)], [row("At the start", before), row("With it", value)]
    )
