"""How others would judge the plan: the standards of authorizers and finance officers, year by year."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from model.evidence import STANDARDS
from model.plan.plan import Plan
from model.ranges.bands import chance
from model.ranges.draws import FUTURES
from model.ranges.futures import futures
from model.results.projection import project
from model.results.standards import asked_of, borrows, enrollment_kept, judged, measures
from model.results.standards_in_words import cells, in_short, summary
from model.texts import say
from model.units import year_name
from model.years import OPERATING
from views.context import Context
from views.markup.plain_text import plain
from views.markup.sources import named
from views.markup.tables import table
from views.shell import history
from views.shell.page_markup import put_markup
from views.what_if import ranges

# What counts is remembered for each kind of school: they are asked different things.
CHOSEN = {True: "standards-of-charters", False: "standards-of-districts"}
WITH_DEBT = "-that-borrow"  # one more can be chosen, and is
_ENROLLMENT = "enrollment"


def standards(context: Context) -> None:
    """The reader chooses which standards count; what the plan comes to follows from them."""
    plan = context.plan
    asked = asked_of(plan.facts.is_charter, plan.now)
    st.subheader(plain(say("standards.title")))
    st.write(plain(say("standards.lead")))
    chosen = st.pills(
        plain(say("standards.count")),
        measures(plan.now),
        format_func=lambda key: plain(STANDARDS[key].label),
        selection_mode="multi",
        default=asked,
        key=CHOSEN[plan.facts.is_charter] + (WITH_DEBT if borrows(plan.now) else ""),
        on_change=history.mark_due,
        persist_state="session",
    )
    put_markup(_told(plan, chosen))


def _told(plan: Plan, chosen: Sequence[str]) -> Markup:
    found = judged(plan.now, chosen)
    rows = [[j.standard.label, *cells(j), in_short(j)] for j in found]
    keys = [*chosen]
    if plan.facts.is_charter:
        rows.append([STANDARDS[_ENROLLMENT].label, *_enrollment(plan)])
        keys.append(_ENROLLMENT)
    head = [say("standards.standard"), *(year_name(t) for t in OPERATING), say("standards.found")]
    shown = table(say("standards.by_year"), head, rows) if rows else Markup()
    return Markup('<p class="lead">{}</p>{}{}<p class="soft">{} {}</p>').format(
        summary(found), shown, _asked(keys), say("standards.as_tested"), say("standards.left_out")
    )


def _asked(keys: Sequence[str]) -> Markup:
    """What passes each standard, with its sources."""
    asked = [STANDARDS[k] for k in keys]
    return Markup("<ul>{}</ul>").format(
        Markup().join(
            Markup("<li><b>{}.</b> {} ({})</li>").format(s.label, s.note, named(s.source)) for s in asked
        )
    )


def _enrollment(plan: Plan) -> list[str]:
    """In how many cases the planned students come, by year; it needs the possible futures."""
    now = ranges.settings()
    if not now.shown:
        return ["", "", "", "", "", say("standards.enrollment_off")]
    drawn = futures(plan.now, now.pins, ranges.whose_of(plan))
    cases = project(drawn, only=(_ENROLLMENT,))[_ENROLLMENT]
    kept = enrollment_kept(project([plan.now], only=(_ENROLLMENT,))[_ENROLLMENT][0], cases).tolist()
    return [*(chance(round(FUTURES * kept[t])) for t in OPERATING), say("standards.kept_in")]
