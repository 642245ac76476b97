"""The widgets that say when money comes and goes: they write what is chosen beside the plan.

Which year is looked at is the reader's own matter and stays in the session.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from model.evidence import CALENDARS
from model.months.timing import CHOSEN, LONGEST, NEW_STUDENTS, OWN, Timing, calendars
from model.months.within_a_year import YEAR
from model.plan.payment_times import PaymentTimes
from model.plan.plan import Plan
from model.texts import counted, say
from model.units import year_name
from model.years import OPERATING
from views.markup.plain_text import plain
from views.shell import history, notebook, widgets
from views.shell.remembered import remember, remembered

# The labels of what is chosen, and of the rest that has a calendar.
LABELS = {
    "revenue": "months.when_revenue",
    "payroll": "months.when_payroll",
    "grants": "months.when_grants",
    "devices": "months.when_devices",
    "other": "months.when_other",
    NEW_STUDENTS: "months.new_students",
}
EXAMPLE = "5 5 9 9 9 9 9 9 9 9 9 9"
LATE = (0, 1, 2)  # months by which the first payment of public funding may be late
_YEAR, _LATE, _SHARES, _NEW = (f"months-{x}" for x in ("year", "late", "shares", "new-students"))
_ROW = "month-choices"
_WIDE = 250  # px: the longest calendar's name
T = TypeVar("T")


def year_shown() -> int:
    """The year whose months are shown."""
    return remembered(_YEAR, YEAR)


def draw(plan: Plan, flows: Sequence[str], fault: str, *, grows: bool) -> None:
    """The row of choices for these flows. `fault` is what is wrong with twelve shares that were typed."""
    chosen = notebook.beside(plan).payments
    with st.container(key=_ROW, horizontal=True, vertical_alignment="bottom"):
        _segments(_YEAR, "months.which_year", OPERATING, year_shown(), year_name, remember, _YEAR)
        for flow in flows:
            calendar = chosen.calendar(flow, Timing().key(flow))
            widgets.prepare(f"months-{flow}", calendar)
            st.selectbox(
                plain(say(LABELS[flow])),
                [*(c.key for c in calendars(flow)), *([OWN] if flow == CHOSEN[0] else [])],
                format_func=_label,
                key=f"months-{flow}",
                on_change=_keep,
                width=_WIDE,
            )
            if calendar == OWN:
                _own_shares(chosen, fault)
        # A file may hold a quarter, which is offered only then.
        late = sorted({*LATE, chosen.late})
        _segments(_LATE, "months.first_payment", late, chosen.late, _late, _keep)
        if grows:
            late_too = chosen.new_students_late
            _segments(_NEW, "months.new_students", (False, True), late_too, _new_students, _keep)
    for full in widgets.told(_ROW):
        st.error(plain(full))


def _own_shares(chosen: PaymentTimes, fault: str) -> None:
    """The field of twelve shares, and what is wrong with what was typed there."""
    widgets.prepare(_SHARES, chosen.shares)
    st.text_input(
        plain(say("months.own_shares")),
        key=_SHARES,
        help=plain(say("months.own_help")),
        placeholder=EXAMPLE,
        autocomplete="off",
        max_chars=LONGEST,
        on_change=_keep,
        width=_WIDE * 2,
    )
    if fault:
        st.error(plain(fault))


def _segments(
    widget: str,
    label: str,
    options: Sequence[T],
    chosen: T,
    name: Callable[[T], str],
    act: Callable[..., None],
    *args: str,
) -> None:
    widgets.prepare(widget, chosen)
    st.segmented_control(
        plain(say(label)),
        options,
        format_func=lambda option: plain(name(option)),
        required=True,
        key=widget,
        on_change=act,
        args=args,
    )


def _keep() -> None:
    """Something was chosen: write all that is drawn beside the plan. What is not drawn stays as it is."""
    plan = history.plan()
    beside = notebook.beside(plan)
    chosen, usual = beside.payments, Timing()
    drawn = {flow: calendar for flow in CHOSEN if (calendar := widgets.text(f"months-{flow}"))}
    followed = {**dict(chosen.calendars), **drawn}
    late, new = widgets.value(_LATE, int), widgets.value(_NEW, bool)
    chosen = replace(
        chosen,
        calendars=tuple((k, followed[k]) for k in CHOSEN if followed.get(k, usual.key(k)) != usual.key(k)),
        shares=chosen.shares if (typed := widgets.value(_SHARES, str)) is None else typed,
        late=chosen.late if late is None else late,
        new_students_late=chosen.new_students_late if new is None else new,
    )
    widgets.tell(_ROW, notebook.write(plan, replace(beside, payments=chosen)))


def _new_students(late: bool) -> str:
    return calendars(NEW_STUDENTS)[0].label if late else say("months.with_the_rest")


def _label(key: str) -> str:
    return say("months.own") if key == OWN else CALENDARS[key].label


def _late(months: int) -> str:
    return say("months.late", count=counted(months)) if months else say("months.on_time")
