"""Everything that the page for the board says, as plain values; `board.typ` sets it.

Figures and words come from the functions that the page on the screen takes them from.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from exchange import link
from exchange.files import Filed
from exchange.handout import plan_content
from exchange.handout.amounts import money_in_table
from exchange.handout.brief_content import brief_content
from exchange.handout.curve_content import curve_content
from exchange.heading import heading, made
from exchange.link_base import reach_in_words, works_elsewhere
from exchange.one_line import clean
from model.answer.answer_in_words import flags, sentence
from model.answer.chance_in_words import assumes
from model.answer.key_figures import key_figures
from model.answer.numbers import ViewNumbers, view_numbers
from model.answer.other_money import has_other_money, other_money
from model.plan.plan import Plan
from model.ranges.bands import Ranges, ranges
from model.ranges.reactions import USUAL
from model.ranges.whose_counts import PLACE, whose
from model.results.horizon_in_words import after_year_5
from model.results.projection import Projection, project
from model.results.rating import Rating, Tone, Untested, rate
from model.results.rating_in_words import MARKS, both_sides, if_things_change, on_paper, together
from model.texts import day, language, say
from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH
from model.year_names import year_names
from model.years import YEARS

Futures = Ranges | Untested
_LONGEST_NAME, _LONGEST_REASON, _LONGEST_LINK = 90, 110, 140
_ASSUMPTIONS = 5
# The fonts on paper have no MULTIPLICATION X.
_MARKS = {**MARKS, "bad": "\N{MULTIPLICATION SIGN}"}
SAVED = "fund_balance"  # the one row that the start-up year has a number in
_ROWS = (
    ("public_revenue", "handout.funding"),
    ("recurring_cost", "handout.cost"),
    ("structural_result", "handout.result"),
    (SAVED, "handout.savings"),
)
_MAIN = ("structural_result", SAVED)


def usual_futures(plan: Plan) -> Ranges:
    """The 2,000 possible futures of a plan as the screen shows them before anything is chosen there."""
    return ranges(plan.now, (), whose(PLACE, plan.now, plan.facts), USUAL)


def board_content(
    filed: Filed,
    *,
    paper: str = "letter",
    brief: bool = False,
    decisions: bool = False,
    base: str = "",
    today: date,
    futures: Futures | None = None,
) -> dict[str, Any]:
    """The page of a plan. See `exchange.handout.board_pdf` for what it is given."""
    plan = filed.plan
    p = project([plan.now])
    v = view_numbers(p, plan.facts)[0]
    tested = usual_futures(plan) if futures is None else futures
    return {
        "language": ENGLISH if language() in (PSEUDO, KEYS) else language(),
        "paper": paper,
        "date": [today.year, today.month, today.day],
        **_head(filed, today),
        **_rating(v, tested),
        "curve": curve_content(p, v, tested if isinstance(tested, Ranges) else None),
        "happens": say("handout.happens"),
        "years": _years(p),
        "figures": [{"name": f.label, "value": f.value, "beside": f.beside} for f in key_figures(v)],
        "changes": plan_content.changes_content(plan),
        "events": plan_content.events_content(plan),
        "assumptions": plan_content.assumptions_content(plan, _ASSUMPTIONS),
        "decisions": _decisions(filed) if decisions else None,
        "open": _open(plan, base),
        "foot": {
            "about": say("handout.averages"),
            "version": made(today),
        },
        "brief": brief_content(plan, p) if brief else None,
    }


def _head(filed: Filed, today: date) -> dict[str, str]:
    head = heading(filed)
    name = clean(head.name, _LONGEST_NAME) or say("handout.no_name")
    school, students = clean(head.school, _LONGEST_NAME), head.students_beside
    is_both = school and students
    return {
        "product": say("workbook.product"),
        "kind": say("handout.kind"),
        "title_of_file": name,  # with the letters that no font of the page has
        "name": name,
        "school": say("handout.school", school=school, students=students) if is_both else school or students,
        "reason": say("handout.reason", reason=clean(filed.reason, _LONGEST_REASON))
        if filed.reason.strip()
        else "",
        "day": day(today),
    }


def _rating(v: ViewNumbers, tested: Futures) -> dict[str, Any]:
    """Both badges, or the one that says both; the sentence; the chance; what else a reader should know."""
    known = tested if isinstance(tested, Ranges) else None
    r = rate(v.verdict, tested.chance if isinstance(tested, Ranges) else tested)
    notes = [*([assumes(known)] if known else []), *flags(v), *after_year_5(v.horizon)]
    return {
        "badges": _badges(r),
        "sentence": sentence(v),
        "chance": both_sides(known.chance) if known else "",
        "flags": " ".join(notes),
    }


def _badges(r: Rating) -> list[dict[str, str]]:
    if r.is_sustainable:
        return [_badge(r.paper_tone, together(r))]
    return [_badge(r.paper_tone, on_paper(r)), _badge(r.chance_tone, if_things_change(r))]


def _badge(tone: Tone, text: str) -> dict[str, str]:
    return {"tone": tone, "mark": _MARKS[tone], "text": text}


def _years(p: Projection) -> dict[str, Any]:
    """What comes in, what it costs, what is left over or short, and what is saved, year by year."""
    rows = [
        _row(
            label,
            [p.cell(line, t) if t or line == SAVED else None for t in range(YEARS)],
            is_main=line in _MAIN,
        )
        for line, label in _ROWS
    ]
    if has_other_money(p):
        rows.insert(-1, _row("answer.other_money", [None, *other_money(p)[1:]], is_main=False))
    return {"title": say("handout.by_year"), "head": year_names(), "rows": rows}


def _row(label: str, values: list[float | None], *, is_main: bool) -> dict[str, Any]:
    return {
        "name": say(label),
        "cells": ["–" if x is None else money_in_table(x) for x in values],
        "below": [x is not None and round(x) < 0 for x in values],
        "is_main": is_main,
    }


def _decisions(filed: Filed) -> dict[str, Any] | None:
    made = filed.notebook.decisions
    return plan_content.decisions_content(made) if made else None


def _open(plan: Plan, base: str) -> dict[str, Any] | None:
    """The code and the link that open the plan; None where no address was given."""
    if not base:
        return None
    found = {"title": say("handout.open"), "qr": "", "link": "", "shown": ""}
    try:
        address = link.address_of(plan, base)
    except link.LinkTooLong as e:
        return found | {"reach": str(e)}
    # A code that no phone can open would be a promise that the paper breaks.
    code = link.qr_svg(address) if works_elsewhere(base) else ""
    shown = address if len(address) <= _LONGEST_LINK else f"{address[: _LONGEST_LINK - 1]}…"
    return found | {
        "qr": code,
        "link": address,
        "shown": shown,
        "alt": say("handout.code"),
        "brief": say("handout.scan"),
        "wide": _wide(code) if code else 0.0,
        "reach": reach_in_words(base),
    }


def _wide(code: str) -> float:
    """How wide a code is on paper, in millimeters: a longer link has more squares, which a phone must see."""
    (squares,) = re.findall(r'viewBox="0 0 ([0-9]+) ', code)
    return min(max(20.0, int(squares) * 0.34), 36.0)
