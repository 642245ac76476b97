"""Month by month through Year 1: choose when money comes and goes, see the lowest month.

The choices belong to the reader's session and not to the plan: no link and no file carries them.
"""

from __future__ import annotations

from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from model.evidence import CALENDARS
from model.months import months_in_words as months_said
from model.months.year1 import CHOSEN, Months, Timing, calendars, months
from model.plan.plan import Plan
from model.results.projection import Projection
from views.charts import months as picture
from views.markup.sources import named
from views.markup.tables import table
from views.shell import widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, remembered

TITLE = "Month by month, Year 1"
LABELS = {
    "revenue": "Public revenue arrives",
    "payroll": "Pay goes out",
    "grants": "Grants arrive",
    "devices": "Devices are paid",
    "other": "Everything else is paid",
}
LATE = {0: "On time", 1: "1 month late", 2: "2 months late"}
# A flow that has no money in this year has no choice of calendar.
_NEEDS = {"grants": "grant_revenue", "devices": "device_cost"}
_LATE, _OPEN = "late", "open"
_WIDE = 250  # px: the longest calendar's name
T = TypeVar("T")


def month_by_month(plan: Plan, projection: Projection) -> None:
    """The section. For a district school it opens on demand."""
    if not plan.facts.is_charter and not _opened():
        return
    timing = Timing(**{flow: _chosen(flow, Timing().key(flow)) for flow in CHOSEN}, late=_chosen(_LATE, 0))
    m = months(projection, timing)
    put_markup(
        Markup(
            '<h2 class="caption">{} <small>Money in the bank at the end of each month.</small></h2>{}'
        ).format(TITLE, _answer(m))
    )
    _choices([flow for flow in CHOSEN if _applies(flow, m)], timing)
    drawn = {**picture.spec(palette()), "datasets": picture.data(m.balances[0].tolist(), m.lowest().month)}
    st.vega_lite_chart(drawn, theme=None, width="stretch", key="chart-months", alt=picture.alt_text())
    put_markup(table(TITLE, *months_said.table(m)) + _basis(m, timing))


def _opened() -> bool:
    widgets.prepare(_widget(_OPEN), _chosen(_OPEN, False))
    opened: bool = st.toggle(
        f"{TITLE}, is for charter schools: a district school has no bank account of its own. Show it all the same.",
        key=_widget(_OPEN),
        on_change=remember,
        args=(_widget(_OPEN),),
    )
    return opened


def _answer(m: Months) -> Markup:
    rest = " ".join(filter(None, (months_said.warning(m), months_said.year_end(m))))
    return Markup('<p class="lowest"><b>{}</b> {}</p>').format(months_said.lowest(m), rest)


def _applies(flow: str, m: Months) -> bool:
    return flow not in _NEEDS or _NEEDS[flow] in m.used()


def _choices(flows: list[str], timing: Timing) -> None:
    with st.container(key="month-choices", horizontal=True, vertical_alignment="bottom"):
        for flow in flows:
            widgets.prepare(_widget(flow), timing.key(flow))
            st.selectbox(
                LABELS[flow],
                [c.key for c in calendars(flow)],
                format_func=_label,
                key=_widget(flow),
                on_change=remember,
                args=(_widget(flow),),
                width=_WIDE,
            )
        widgets.prepare(_widget(_LATE), timing.late)
        st.segmented_control(
            "First payment of public revenue",
            list(LATE),
            format_func=LATE.__getitem__,
            required=True,
            key=_widget(_LATE),
            on_change=remember,
            args=(_widget(_LATE),),
        )


def _label(key: str) -> str:
    return CALENDARS[key].label


def _after_colon(label: str) -> str:
    return label[0].lower() + label[1:]


def _widget(choice: str) -> str:
    return f"months-{choice}"


def _chosen(choice: str, usual: T) -> T:
    return remembered(_widget(choice), usual)


def _basis(m: Months, timing: Timing) -> Markup:
    """What each calendar is based on, and what the chart leaves out."""
    found = {flow: CALENDARS[timing.key(flow)] for flow in (*CHOSEN, "other") if _applies(flow, m)}
    rows = Markup().join(
        Markup("<li><b>{}: {}.</b> {} ({})</li>").format(
            LABELS[flow], _after_colon(c.label), c.note, named(c.source)
        )
        for flow, c in found.items()
    )
    return Markup(
        '<p class="note">{} Balances are those at the ends of months: within a month there may be '
        "less. A first payment that is late brings with it what is due meanwhile. All that the year brings and costs is counted by the end of June, so June is the balance of Year 1 above. "
        "These choices stay in this session; they are no part of the plan, its link or its file.</p>"
        '<ul class="note">{}</ul>'
    ).format(months_said.ROUNDED, rows)
