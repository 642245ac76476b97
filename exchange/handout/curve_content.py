"""What the picture of the two curves is drawn from, as plain values that JSON can hold.

`curve.typ` draws it, on the page for the board and alone. It places and colors; every number, word and end of
a scale comes from here. Dollars are whole; lists over years hold Years 1 to 5.

    years      the names of the six years, start-up first
    low, high  the ends of the scale
    ticks      lines across it: `at` in dollars, `text`
    funding, cost                      the two curves
    with_grants, with_once             beside them where grants or one-time cost come on top, else null;
                                       `values`, the `name`, and the `year` (0 to 4) where it is named
    band       where public funding may lie against this cost in 8 of 10 cases: `low`, `high`, `name`; or null
    ends       the names at the right, top one first: `at` in dollars, `text`, `tone` funding, cost or plain
    startup    the sum of the start-up column: `name`, `amount`, `tone`; the last one is what is left
    marks      what happens: `year` (0 to 4), `at` in dollars. Several of a year on one curve are one mark
    happens    the same in words, empty without any
    title      what the curves show, true without the page around it
    alt        every number of the picture in words
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from model.answer.answer_in_words import headline
from model.answer.numbers import ViewNumbers
from model.ranges.bands import QUANTILES, Ranges
from model.results.marks import Mark, in_words
from model.results.projection import Projection
from model.texts import counted, say
from model.units import money, money_short
from model.year_names import year_name, year_names
from model.years import OPERATING

SAME = 0.5  # dollars; what differs by less is drawn once
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LEAST_SPAN = 0.04  # of the height in dollars, so that a tiny gap does not look large
_LONGEST_LIST = 240  # characters of what happens
_LOW, _HIGH = QUANTILES.index(0.1), QUANTILES.index(0.9)
Values = list[int]


def curve_content(p: Projection, v: ViewNumbers, futures: Ranges | None = None) -> dict[str, Any]:
    """The picture of the first plan of a projection, whose numbers are `v`; with its band if futures are
    given.
    """
    funding, cost = (_years(p.row(k)) for k in ("public_revenue", "recurring_cost"))
    grants, once = (_years(p.row(k)) for k in ("grant_revenue", "one_time_cost"))
    with_grants = _beside(funding, grants, "charts.with_grants", first=False)
    with_once = _beside(cost, once, "charts.with_once", first=True)
    band = _band(cost, futures)
    drawn = [*funding, *cost]
    for more in (with_grants, with_once):
        drawn += more["values"] if more else []
    if band:
        drawn += [*band["low"], *band["high"]]
    step, low, high = _scale(min(drawn), max(drawn), is_named_below=with_once is not None)
    return {
        "years": year_names(),
        "low": low,
        "high": high,
        "ticks": [{"at": at, "text": money_short(at)} for at in _ticks(step, low, high)],
        "funding": funding,
        "cost": cost,
        "with_grants": with_grants,
        "with_once": with_once,
        "band": band,
        "ends": _ends(funding[-1], cost[-1]),
        "startup": _startup(p),
        "marks": _marks(v.marks, funding, cost),
        "happens": _happens(v.marks),
        "title": headline(v),
        "alt": _told(p, funding, cost),
    }


def _years(row: Sequence[float]) -> Values:
    return [round(x) for x in row[1:]]


def _beside(own: Values, more: Values, name: str, *, first: bool) -> dict[str, Any] | None:
    """A dashed curve above one of the two, named where it first or last leaves it."""
    apart = [i for i, x in enumerate(more) if abs(x) > SAME]
    if not apart:
        return None
    values = [a + b for a, b in zip(own, more, strict=True)]
    return {"values": values, "name": say(name), "year": apart[0 if first else -1]}


def _band(cost: Values, futures: Ranges | None) -> dict[str, Any] | None:
    if futures is None:
        return None
    result = futures.bands["structural_result"]
    low, high = (
        [round(c + float(x)) for c, x in zip(cost, result[q, 1:], strict=True)] for q in (_LOW, _HIGH)
    )
    return {"low": low, "high": high, "name": say("handout.band")}


def _scale(low: float, high: float, *, is_named_below: bool) -> tuple[float, float, float]:
    """The distance between two lines across the picture, and the ends of its scale."""
    spare = max(0.0, (_LEAST_SPAN * max(abs(low), abs(high)) - (high - low)) / 2, 100 * SAME)
    low, high = low - spare, high + spare
    space = (high - low) * 0.07
    raw = (high - low) / 3.5
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(k * size for k in _STEPS if k * size >= raw)
    return step, low - space * (1.6 if is_named_below else 1), high + space


def _ticks(step: float, low: float, high: float) -> list[float]:
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _ends(funding: int, cost: int) -> list[dict[str, Any]]:
    """Names and last amounts, and between them what Year 5 leaves over or lacks."""
    gap = funding - cost
    if gap == 0:
        said = say("charts.both_amount", amount=money_short(funding))
        return [_end(funding, said, "plain"), _end(funding, say("charts.even"), "plain")]
    between = (
        say("charts.left_over", amount=money_short(gap))
        if gap > 0
        else say("charts.short", amount=money_short(-gap))
    )
    found = [
        _end(funding, say("charts.funding_amount", amount=money_short(funding)), "funding"),
        _end((funding + cost) / 2, between, "funding" if gap > 0 else "cost"),
        _end(cost, say("charts.cost_amount", amount=money_short(cost)), "cost"),
    ]
    return found if gap > 0 else found[::-1]


def _end(at: float, text: str, tone: str) -> dict[str, Any]:
    return {"at": at, "text": text, "tone": tone}


def _startup(p: Projection) -> list[dict[str, str]]:
    """Savings before start-up, its grants, its cost, and what is left, as a sum."""
    grants, once, left = (p.cell(k, 0) for k in ("grant_revenue", "one_time_cost", "fund_balance"))
    before = left - p.cell("net_position", 0)
    return [
        {"name": say("charts.savings"), "amount": money_short(before), "tone": "plain"},
        {"name": say("charts.plus_grants"), "amount": money_short(grants), "tone": "funding"},
        {"name": say("charts.less_startup"), "amount": money_short(once), "tone": "cost"},
        {
            "name": say("charts.left"),
            "amount": money_short(left),
            "tone": "cost" if left < -SAME else "plain",
        },
    ]


def _marks(found: Sequence[Mark], funding: Values, cost: Values) -> list[dict[str, int]]:
    places = sorted({(m.year - 1, m.on_revenue) for m in found})
    return [{"year": t, "at": (funding if on_revenue else cost)[t]} for t, on_revenue in places]


def _happens(found: Sequence[Mark]) -> str:
    """What happens in which year; of a long list the first ones, and how many more there are."""
    shown = len(found)
    while shown > 1 and len(in_words(found[:shown])) > _LONGEST_LIST:
        shown -= 1
    said = in_words(found[:shown])
    if shown == len(found):
        return said
    return f"{said} {say('handout.happens_more', count=counted(len(found) - shown))}"


def _told(p: Projection, funding: Values, cost: Values) -> str:
    once, grants = (money(p.cell(k, 0)) for k in ("one_time_cost", "grant_revenue"))
    said = [say("charts.startup_told", year=year_name(0), cost=once, grants=grants)]
    said += [
        say(
            "charts.year_told",
            year=year_name(t),
            funding=money(a),
            cost=money(b),
            result=money(p.cell("structural_result", t), plus=True),
        )
        for t, a, b in zip(OPERATING, funding, cost, strict=True)
    ]
    return " ".join(said)
