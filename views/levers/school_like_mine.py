"""A school like mine: four facts a principal knows by heart. Everything else is calibrated."""

from __future__ import annotations

import math

import streamlit as st

from model.evidence import PRESETS
from model.plan.scenario import Problem, ScenarioError
from model.starts.calibrate import School, calibrate
from model.units import number
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, messages
from views.shell.opened_dialog import open_dialog

KEY = "mine"  # among the dialogs
FUNDING = ("Yearly budget", "Funding per pupil")


def to_number(text: str, what: str, example: str) -> float:
    """A number as people type it: "412", "4,900,000", "$4.9M", "$11 600". Raises `ScenarioError`."""
    body = text.strip().replace("$", "").replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    scale = 1.0
    if body[-1:].upper() in ("M", "K"):
        scale = 1e6 if body[-1:].upper() == "M" else 1e3
        body = body[:-1]
    groups = body.split(",")
    well_grouped = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3
        and all(len(g.split(".")[0]) == 3 and g.split(".")[0].isdigit() for g in groups[1:])
    )
    try:
        value = float("".join(groups)) if well_grouped and body.isascii() and "_" not in body else math.nan
    except ValueError:
        value = math.nan
    if not text.strip():
        raise ScenarioError(
            [Problem(what, text, f"{what}: the field is empty. Give a number such as {example}.")]
        )
    if not math.isfinite(value):
        shown = text.strip()[:40]
        raise ScenarioError(
            [Problem(what, text, f"{what}: “{shown}” is not a number. Give a number such as {example}.")]
        )
    return value * scale


def read_school(like: str, enrollment: str, kind: str, money: str, teachers: str) -> School:
    """The four facts. Raises `ScenarioError` with everything that cannot be read."""
    problems: list[Problem] = []

    def field(text: str, what: str, example: str) -> float:
        try:
            return to_number(text, what, example)
        except ScenarioError as e:
            problems.extend(e.problems)
            return math.nan

    pupils = field(enrollment, "Enrollment", "412")
    dollars = field(money, kind, "4,900,000" if kind == FUNDING[0] else "11,900")
    positions = field(teachers, "Teachers", "26")
    if problems:
        raise ScenarioError(problems)
    if kind == FUNDING[0]:
        return School(like, pupils, positions, budget=dollars)
    return School(like, pupils, positions, per_pupil=dollars)


def button() -> None:
    """Opens the dialog."""
    st.button("A school like mine", key="mine", on_click=open_dialog, args=(KEY,), width="stretch")


def ask(_: Context) -> None:
    """The dialog. It stays open, with everything typed, until the school is made or the reader closes it."""
    st.write(
        "Four numbers from your budget. The rest is filled in from a school of the same kind, and shown to you."
    )
    with st.form("school", border=False, enter_to_submit=True):
        like = st.selectbox("Kind of school", list(PRESETS), format_func=kind_of, key="school-like")
        left, right = st.columns(2)  # twice: the Tab key follows the fields in reading order
        enrollment = left.text_input(
            "Enrollment (pupils on the 20th day)", key="school-enrollment", placeholder="412"
        )
        teachers = right.text_input("Teachers (positions, FTE)", key="school-teachers", placeholder="26")
        left, right = st.columns(2)
        kind = left.radio("You know your", FUNDING, key="school-kind", horizontal=True)
        money = right.text_input("Dollars", key="school-money", placeholder="4,900,000 or 11,900")
        sent = st.form_submit_button("Show my school", icon=":material/arrow_forward:")
    if sent:
        try:
            made = calibrate(read_school(like, enrollment, kind, money, teachers))
        except ScenarioError as e:
            for problem in e.problems:
                st.error(plain(problem.on_page))
            return
        history.begin_with(like, made.scenario)
        messages.say(
            f"Your school is set up: {number(made.scenario.number('enrollment_year1'))} pupils. {len(made.filled_in)} other "
            "values are filled in; see “Assumptions” below the curves."
        )
        st.rerun()


def kind_of(preset: str) -> str:
    """ "Elementary school, 450 pupils" -> "Elementary school": the size is what the reader types."""
    return PRESETS[preset].label.split(",")[0]
