"""Month by month through a year: choose when money comes and goes, see the lowest month.

The choices stand beside the plan, in its notebook: its file keeps them, and no link carries them.
"""

from __future__ import annotations

import numpy as np
import streamlit as st
from markupsafe import Markup

from model.evidence import CALENDARS
from model.months import months_in_words as months_said
from model.months.timing import CHOSEN, NEW_STUDENTS, Timing, timing_of
from model.months.within_a_year import CREDIT, HELD_BACK, LOAN, OF_LAST_YEAR, Months, of_all_years
from model.results.projection import Projection
from model.texts import say
from views.charts import months as picture
from views.context import Context
from views.curves import payment_choices
from views.curves.debt_and_cash import debt_and_cash
from views.markup.plain_text import plain
from views.markup.said import said
from views.markup.sources import named
from views.markup.tables import table
from views.shell import notebook, widgets
from views.shell.page_frame import palette
from views.shell.page_markup import put_markup
from views.shell.remembered import remember, remembered

# A flow that has no money in this year has no choice of calendar.
_NEEDS = {"grants": "grant_revenue", "devices": "device_cost"}
_OPEN = "months-open"


def month_by_month(context: Context) -> None:
    """The whole part. For a district school months open on demand, and what it owes is there at once."""
    plan, projection = context.plan, context.projection
    if not plan.facts.is_charter and not _opened():
        if owed := debt_and_cash(projection):
            put_markup(owed)
        return
    timing, fault = timing_of(notebook.beside(plan).payments)
    years = of_all_years(projection, timing)
    m = years[payment_choices.year_shown() - 1]
    put_markup(
        Markup('<h2 class="caption">{} <small>{}</small></h2>{}').format(
            say("months.title"), say("months.title_note"), _answer(m, years)
        )
    )
    payment_choices.draw(
        plan, [flow for flow in CHOSEN if _applies(flow, m)], fault, grows=_grows(projection)
    )
    drawn = {**picture.spec(palette()), "datasets": picture.data(m.balances[0].tolist(), m.lowest().month)}
    st.vega_lite_chart(drawn, theme=None, width="stretch", key="chart-months", alt=picture.alt_text())
    by_month = Markup('<div class="last-stays">{}</div>').format(
        table(say("months.title"), *months_said.table(m))
    )
    put_markup(by_month + debt_and_cash(projection) + _basis(m, timing))
    notebook.mount("months")


def _opened() -> bool:
    widgets.prepare(_OPEN, remembered(_OPEN, False))
    opened: bool = st.toggle(
        plain(say("months.show")),
        key=_OPEN,
        on_change=remember,
        args=(_OPEN,),
    )
    return opened


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


def _basis(m: Months, timing: Timing) -> Markup:
    """What each calendar is based on, and what the chart leaves out."""
    flows = [x for x in (*CHOSEN, "other") if _applies(x, m) and not (x == "revenue" and timing.own)]
    flows += [NEW_STUDENTS] if timing.growth_late else []
    found = {flow: CALENDARS[timing.key(flow)] for flow in flows}
    rows = Markup().join(
        Markup("<li>{}</li>").format(
            said(
                "months.basis",
                what=Markup("<b>{}</b>").format(say(payment_choices.LABELS[flow])),
                calendar=c.label,
                note=c.note,
                source=named(c.source),
            )
        )
        for flow, c in found.items()
    )
    if timing.own:
        what = Markup("<b>{}</b>").format(say(payment_choices.LABELS["revenue"]))
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
