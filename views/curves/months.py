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
from model.texts import counted, say
from views.charts import months as picture
from views.context import Context
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
}
LATE = (0, 1, 2)  # months by which the first payment of public funding may be late
# A flow that has no money in this year has no choice of calendar.
_NEEDS = {"grants": "grant_revenue", "devices": "device_cost"}
_LATE, _OPEN = "late", "open"
_WIDE = 250  # px: the longest calendar's name
T = TypeVar("T")


def month_by_month(context: Context) -> None:
    """The whole part. For a district school it opens on demand."""
    plan, projection = context.plan, context.projection
    if not plan.facts.is_charter and not _opened():
        return
    timing = Timing(**{flow: _chosen(flow, Timing().key(flow)) for flow in CHOSEN}, late=_chosen(_LATE, 0))
    m = months(projection, timing)
    put_markup(
        Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(
            say("months.title"), say("months.title_note"), _answer(m)
        )
    )
    _choices([flow for flow in CHOSEN if _applies(flow, m)], timing)
    drawn = {**picture.spec(palette()), "datasets": picture.data(m.balances[0].tolist(), m.lowest().month)}
    st.vega_lite_chart(drawn, theme=None, width="stretch", key="chart-months", alt=picture.alt_text())
    put_markup(table(say("months.title"), *months_said.table(m)) + _basis(m, timing))


def _opened() -> bool:
    widgets.prepare(_widget(_OPEN), _chosen(_OPEN, False))
    opened: bool = st.toggle(
        plain(say("months.show")),
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
                plain(say(LABELS[flow])),
                [c.key for c in calendars(flow)],
                format_func=_label,
                key=_widget(flow),
                on_change=remember,
                args=(_widget(flow),),
                width=_WIDE,
            )
        widgets.prepare(_widget(_LATE), timing.late)
        st.segmented_control(
            plain(say("months.first_payment")),
            LATE,
            format_func=lambda months: plain(_late(months)),
            required=True,
            key=_widget(_LATE),
            on_change=remember,
            args=(_widget(_LATE),),
        )


def _label(key: str) -> str:
    return CALENDARS[key].label


def _late(months: int) -> str:
    return say("months.late", count=counted(months)) if months else say("months.on_time")


def _widget(choice: str) -> str:
    return f"months-{choice}"


def _chosen(choice: str, usual: T) -> T:
    return remembered(_widget(choice), usual)


def _basis(m: Months, timing: Timing) -> Markup:
    """What each calendar is based on, and what the chart leaves out."""
    found = {flow: CALENDARS[timing.key(flow)] for flow in (*CHOSEN, "other") if _applies(flow, m)}
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
    text = (
        months_said.rounded(),
        say("months.last_day"),
        say("months.june"),
        say("months.not_kept"),
    )
    return Markup('<p class="note">{}</p><ul class="note">{}</ul>').format(" ".join(text), rows)
