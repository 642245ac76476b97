"""A school like mine: four facts a principal knows by heart. Everything else is calibrated."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from model.evidence import LEVERS, PRESETS, Lever
from model.plan.scenario import ScenarioError
from model.starts.calibrate import School, calibrate
from model.units import number
from views.context import Context
from views.markup.plain_text import plain
from views.shell import history, messages
from views.shell.opened_dialog import open_dialog
from views.shell.scale import field_text
from views.shell.typed_fields import Draft, draft, just_answered, messages_of

KEY = "mine"  # among the dialogs
FUNDING = ("Yearly budget", "Funding per student")


def _asked(lever: str, label: str, example: float, usual: tuple[float, float]) -> Lever:
    """A number that is read as a setting of its kind is; what is possible is judged by the calibration."""
    return replace(
        LEVERS[lever], label=label, default=example, usual=usual, bounds=(-1e12, 1e12), per_year=False
    )


ENROLLMENT = _asked("enrollment_year1", "Enrollment", 412.0, (100, 1500))
TEACHERS = _asked("teacher_leaders", "Teachers", 26.0, (5, 150))
MONEY = {
    FUNDING[0]: _asked("startup_grants", FUNDING[0], 4_900_000.0, (500_000, 30_000_000)),
    FUNDING[1]: _asked("base_rate_per_pupil", FUNDING[1], 11_900.0, (4_000, 30_000)),
}


def drafts_of(enrollment: str, kind: str, money: str, teachers: str) -> tuple[Draft, Draft, Draft]:
    """What was typed, in the order enrollment, money, teachers."""
    return (
        draft(ENROLLMENT, "school-enrollment", enrollment),
        draft(MONEY[kind], "school-money", money),
        draft(TEACHERS, "school-teachers", teachers),
    )


def read_school(like: str, kind: str, drafts: tuple[Draft, Draft, Draft]) -> School | None:
    """The four facts; None where one of them is missing or cannot be read."""
    pupils, dollars, positions = (d.read for d in drafts)
    if not (isinstance(pupils, float) and isinstance(dollars, float) and isinstance(positions, float)):
        return None
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
            "Enrollment (students on the 20th day)",
            key="school-enrollment",
            placeholder="412",
            autocomplete="off",
        )
        teachers = right.text_input(
            "Teachers (positions, FTE)", key="school-teachers", placeholder="26", autocomplete="off"
        )
        left, right = st.columns(2)
        kind = left.radio("You know your", FUNDING, key="school-kind", horizontal=True)
        money = right.text_input(
            "Dollars", key="school-money", placeholder="4,900,000 or 11,900", autocomplete="off"
        )
        sent = st.form_submit_button("Show my school", icon=":material/arrow_forward:")
    drafts = drafts_of(enrollment, kind, money, teachers)
    if sent or just_answered(drafts):
        for d in drafts:
            if d.found is None:
                example = field_text(d.lever, d.lever.default)
                st.error(plain(f"{d.lever.label}: the field is empty. Give a number such as {example}."))
        school = read_school(like, kind, drafts)
        try:
            made = None if school is None else calibrate(school)
        except ScenarioError as e:  # what cannot be is not asked about first
            for problem in e.problems:
                st.error(plain(problem.on_page))
            return
        messages_of(drafts)
        if made is None or any(d.is_wrong for d in drafts):
            return
        history.begin_with(like, made.scenario)
        messages.say(
            f"Your school is set up: {number(made.scenario.number('enrollment_year1'))} students. {len(made.filled_in)} other "
            "values are filled in; see “Assumptions” below the curves."
        )
        st.rerun()


def kind_of(preset: str) -> str:
    """ "Elementary school, 450 students" -> "Elementary school": the size is what the reader types."""
    return PRESETS[preset].label.split(",")[0]
