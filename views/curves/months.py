"""Month by month through a year: choose when money comes and goes, see the lowest month.

The choices belong to the reader's session and not to the plan: no link and no file carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import streamlit as st
from markupsafe import Markup

from model.evidence import CALENDARS
from model.months import months_in_words as months_said
from model.months.timing import CHOSEN, NEW_STUDENTS, OWN, Timing, calendars, shares_of
from model.months.within_a_year import CREDIT, HELD_BACK, LOAN, OF_LAST_YEAR, YEAR, Months, of_all_years
from model.plan.scenario import ScenarioError
from model.results.projection import Projection
from model.texts import counted, say
from model.units import year_name
from model.years import OPERATING
from views.charts import months as picture
from views.context import Context
from views.curves.debt_and_cash import debt_and_cash
from views.markup.plain_text import plain
from views.markup.said import said
from views.markup.sources import named
from views.markup.tables import table
from views.shell import widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, remembered

# The keys of what is chosen.
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
# A flow that has no money in this year has no choice of calendar.
_NEEDS = {"grants": "grant_revenue", "devices": "device_cost"}
_LATE, _OPEN, _OF_YEAR, _SHARES, _NEW = "late", "open", "year", "shares", "new-students"
_WIDE = 250  # px: the longest calendar's name
T = TypeVar("T")


def month_by_month(context: Context) -> None:
    """The whole part. For a district school months open on demand, and what it owes is there at once."""
    plan, projection = context.plan, context.projection
    if not plan.facts.is_charter and not _opened():
        if owed := debt_and_cash(projection):
            put_markup(owed)
        return
    timing, fault = _timing()
    years = of_all_years(projection, timing)
    m = years[_chosen(_OF_YEAR, YEAR) - 1]
    put_markup(
        Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(
            say("months.title"), say("months.title_note"), _answer(m, years)
        )
    )
    _choices([flow for flow in CHOSEN if _applies(flow, m)], timing, fault, _grows(projection))
    drawn = {**picture.spec(palette()), "datasets": picture.data(m.balances[0].tolist(), m.lowest().month)}
    st.vega_lite_chart(drawn, theme=None, width="stretch", key="chart-months", alt=picture.alt_text())
    by_month = table(say("months.title"), *months_said.table(m))
    put_markup(by_month + debt_and_cash(projection) + _basis(m, timing))


def _opened() -> bool:
    widgets.prepare(_widget(_OPEN), _chosen(_OPEN, False))
    opened: bool = st.toggle(
        plain(say("months.show")),
        key=_widget(_OPEN),
        on_change=remember,
        args=(_widget(_OPEN),),
    )
    return opened


def _timing() -> tuple[Timing, str]:
    """What is chosen, and what is wrong with twelve shares that were typed: the usual calendar stands in."""
    chosen = {flow: _chosen(flow, Timing().key(flow)) for flow in CHOSEN}
    own: tuple[float, ...] = ()
    fault = ""
    if chosen["revenue"] == OWN:
        chosen["revenue"] = Timing().revenue
        try:
            own = shares_of(_chosen(_SHARES, "")) if _chosen(_SHARES, "") else ()
        except ScenarioError as e:
            fault = e.problems[0].message
    return Timing(**chosen, late=_chosen(_LATE, 0), own=own, growth_late=_chosen(_NEW, False)), fault


def _grows(projection: Projection) -> bool:
    """Whether a year has more funded students than the one before."""
    students = projection["funded_pupils"][0, 1:]
    return bool((np.diff(students) > 0).any())


def _answer(m: Months, years: tuple[Months, ...]) -> Markup:
    five = months_said.lowest_of_years(years)
    said_of_it = (months_said.warning(m), months_said.credit(m), months_said.year_end(m), five)
    rest = " ".join(filter(None, said_of_it))
    return Markup('<p class="lowest"><b>{}</b> {}</p>').format(months_said.lowest(m), rest)


def _applies(flow: str, m: Months) -> bool:
    return flow not in _NEEDS or _NEEDS[flow] in m.used()


def _choices(flows: list[str], timing: Timing, fault: str, grows: bool) -> None:
    with st.container(key="month-choices", horizontal=True, vertical_alignment="bottom"):
        _segments(_OF_YEAR, "months.which_year", OPERATING, YEAR, year_name)
        for flow in flows:
            chosen = _chosen(flow, timing.key(flow))
            widgets.prepare(_widget(flow), chosen)
            own = [OWN] if flow == "revenue" else []
            st.selectbox(
                plain(say(LABELS[flow])),
                [*(c.key for c in calendars(flow)), *own],
                format_func=_label,
                key=_widget(flow),
                on_change=remember,
                args=(_widget(flow),),
                width=_WIDE,
            )
            if chosen == OWN:
                _own_shares(fault)
        _segments(_LATE, "months.first_payment", LATE, 0, _late)
        if grows:
            _segments(_NEW, "months.new_students", (False, True), False, _new_students)


def _own_shares(fault: str) -> None:
    """The field of twelve shares, and what is wrong with what was typed there."""
    widgets.prepare(_widget(_SHARES), _chosen(_SHARES, ""))
    st.text_input(
        plain(say("months.own_shares")),
        key=_widget(_SHARES),
        help=plain(say("months.own_help")),
        placeholder=EXAMPLE,
        autocomplete="off",
        on_change=remember,
        args=(_widget(_SHARES),),
        width=_WIDE * 2,
    )
    if fault:
        st.error(plain(fault))


def _segments(choice: str, label: str, options: Sequence[T], usual: T, name: Callable[[T], str]) -> None:
    widgets.prepare(_widget(choice), _chosen(choice, usual))
    st.segmented_control(
        plain(say(label)),
        options,
        format_func=lambda option: plain(name(option)),
        required=True,
        key=_widget(choice),
        on_change=remember,
        args=(_widget(choice),),
    )


def _new_students(late: bool) -> str:
    return calendars(NEW_STUDENTS)[0].label if late else say("months.with_the_rest")


def _label(key: str) -> str:
    return say("months.own") if key == OWN else CALENDARS[key].label


def _late(months: int) -> str:
    return say("months.late", count=counted(months)) if months else say("months.on_time")


def _widget(choice: str) -> str:
    return f"months-{choice}"


def _chosen(choice: str, usual: T) -> T:
    return remembered(_widget(choice), usual)


def _basis(m: Months, timing: Timing) -> Markup:
    """What each calendar is based on, and what the chart leaves out."""
    flows = [x for x in (*CHOSEN, "other") if _applies(x, m) and not (x == "revenue" and timing.own)]
    flows += [NEW_STUDENTS] if timing.growth_late else []
    found = {flow: CALENDARS[timing.key(flow)] for flow in flows}
    rows = Markup().join(
        Markup("<li>{}</li>").format(
            said(
                "months.basis",
                what=Markup("<b>{}</b>").format(say(LABELS[flow])),
                calendar=c.label,
                note=c.note,
                source=named(c.source),
            )
        )
        for flow, c in found.items()
    )
    if timing.own:
        what = Markup("<b>{}</b>").format(say(LABELS["revenue"]))
        rows = Markup("<li>{}</li>").format(said("months.own_basis", what=what)) + rows
    moved = set(m.used())
    text = (
        months_said.rounded(),
        say("months.last_day"),
        months_said.june(m),
        say("months.loans") if moved & {LOAN, HELD_BACK, OF_LAST_YEAR, CREDIT} else "",
        say("months.not_kept"),
    )
    return Markup('<p class="note">{}</p><ul class="note">{}</ul>').format(" ".join(filter(None, text)), rows)
