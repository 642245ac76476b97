"""A school like mine: four facts a principal knows by heart. Everything else is calibrated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from model.evidence import LEVERS, PRESETS, Lever
from model.plan.plan import begun_from
from model.plan.scenario import ScenarioError
from model.starts.calibrate import School, calibrate, impossible
from model.texts import counted, say
from model.units import number
from views.context import Context
from views.levers.controls import field_label
from views.levers.first_guess import TOTAL
from views.markup.plain_text import plain
from views.shell import history, messages
from views.shell.opened_dialog import open_dialog
from views.shell.scale import field_text
from views.shell.typed_fields import Draft, draft, draft_field, just_answered, messages_of

KEY = "mine"  # among the dialogs
BUDGET, PER_PUPIL = "budget", "per_pupil"
FUNDING = {BUDGET: "settings.budget", PER_PUPIL: "settings.per_student"}  # what is known, with its label


def _asked(lever: str, label: str, example: float, usual: tuple[float, float]) -> Lever:
    """A number that is read as a setting of its kind is; what is possible is judged by the calibration.

    `label` is the key of its name.
    """
    return LEVERS[lever]._replace(
        asked=label, default=example, usual=usual, bounds=(-1e12, 1e12), per_year=False
    )


ENROLLMENT = _asked("enrollment_year1", "settings.enrollment", 412.0, (100, 1500))
TEACHERS = _asked("teacher_leaders", "settings.teachers", 26.0, (5, 150))
MONEY = {
    BUDGET: _asked("startup_grants", FUNDING[BUDGET], 4_900_000.0, (500_000, 30_000_000)),
    PER_PUPIL: _asked("base_rate_per_pupil", FUNDING[PER_PUPIL], 11_900.0, (4_000, 30_000)),
}

# What a small or new school has that the usual one has not, or has at another price. Empty fields keep what
# is usual in a school of the kind.
OWN = (
    "teacher_salary",
    "benefit_rate",
    "principal_positions",
    "principal_salary",
    "assistant_principal_positions",
    "counselor_positions",
    "clerk_positions",
    "paraprofessional_positions",
    "lease",
    "management_fee_rate",
)


def drafts_of(enrollment: str, kind: str, money: str, teachers: str) -> tuple[Draft, Draft, Draft]:
    """What was typed, in the order enrollment, money, teachers."""
    return (
        draft(ENROLLMENT, "school-enrollment", enrollment),
        draft(MONEY[kind], "school-money", money),
        draft(TEACHERS, "school-teachers", teachers),
    )


def read_school(
    like: str,
    kind: str,
    drafts: tuple[Draft, Draft, Draft],
    own: Sequence[Draft] = (),
    total: float | None = None,
) -> School | None:
    """The four facts and what else was typed; None where one of the four is missing or cannot be read."""
    pupils, dollars, positions = (d.read for d in drafts)
    if not (isinstance(pupils, float) and isinstance(dollars, float) and isinstance(positions, float)):
        return None
    known = {d.lever.key: d.read for d in own if d.read is not None}
    money = {BUDGET: dollars} if kind == BUDGET else {PER_PUPIL: dollars}
    return School(like, pupils, positions, **money, own=known, total=total)


def _read(drafts: tuple[Draft, Draft, Draft], kind: str) -> dict[str, float]:
    """Those of the facts that can be read, by the names that a `School` has for them."""
    named = zip(("enrollment", kind, "teachers"), (d.read for d in drafts), strict=True)
    return {key: value for key, value in named if isinstance(value, float)}


def button() -> None:
    """Opens the dialog."""
    st.button(
        plain(say("settings.my_school")), key="mine", on_click=open_dialog, args=(KEY,), width="stretch"
    )


def _own_fields() -> tuple[list[Draft], Draft]:
    """Fields for what the school knows of itself beyond the four facts, and for the real cost of Year 1."""
    with st.expander(plain(say("own_school.own"))):
        st.caption(plain(say("own_school.own_lead")))
        own = []
        for pair in zip(OWN[::2], OWN[1::2], strict=True):
            for place, key in zip(st.columns(2), pair, strict=True):
                lever = LEVERS[key]
                name = field_label(lever)
                own.append(draft_field(lever, name, f"school-own-{key}", within=place, help=lever.help))
        meant = say("guess.total_help")
        return own, draft_field(TOTAL, say("guess.total"), "school-own-total", help=meant)


def ask(_: Context) -> None:
    """The dialog. It stays open, with everything typed, until the school is made or the reader closes it."""
    st.write(plain(say("settings.my_school_lead")))
    with st.form("school", border=False, enter_to_submit=True):
        like = st.selectbox(
            plain(say("settings.kind_of_school")),
            list(PRESETS),
            format_func=lambda preset: PRESETS[preset].label,
            key="school-like",
        )
        left, right = st.columns(2)  # twice: the Tab key follows the fields in reading order
        enrollment = left.text_input(
            plain(say("settings.enrollment_asked")),
            help=plain(say("settings.enrollment_help")),
            key="school-enrollment",
            placeholder="412",
            autocomplete="off",
        )
        teachers = right.text_input(
            plain(say("settings.teachers_asked")), key="school-teachers", placeholder="26", autocomplete="off"
        )
        left, right = st.columns(2)
        kind = left.radio(
            plain(say("settings.you_know")),
            tuple(FUNDING),
            format_func=lambda k: plain(say(FUNDING[k])),
            key="school-kind",
            horizontal=True,
        )
        money = right.text_input(
            plain(say("settings.dollars")),
            key="school-money",
            placeholder=say("settings.dollars_example"),
            autocomplete="off",
        )
        own, total = _own_fields()
        sent = st.form_submit_button(plain(say("settings.show_my_school")), icon=":material/arrow_forward:")
    drafts = drafts_of(enrollment, kind, money, teachers)
    typed = (*drafts, *own, total)
    if sent or just_answered(typed):
        for d in drafts:
            if d.found is None:
                example = field_text(d.lever, d.lever.default)
                st.error(plain(say("settings.empty_example", setting=d.lever.label, example=example)))
        known = total.read if isinstance(total.read, float) else None
        school, made = read_school(like, kind, drafts, own, known), None
        try:
            if school is None:
                problems = impossible(**_read(drafts, kind))
            else:
                made, problems = calibrate(school), []
        except ScenarioError as e:
            problems = list(e.problems)
        for problem in problems:
            st.error(plain(problem.on_page))
        is_readable = all(d.found is None or d.read is not None for d in typed)
        messages_of(typed, asks=made is not None and is_readable)  # what cannot be is not asked about
        if made is None or any(d.is_wrong for d in typed):
            return
        history.bring(replace(begun_from(like, made.scenario), stated=made.stated))
        students = number(made.scenario.number("enrollment_year1"))
        messages.say(
            say("guess.made", students=students, count=counted(len(made.filled_in))),
        )
        st.rerun()
