"""The futures of a plan as markup: their results, what is uncertain, what is correlated.

No Streamlit here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from markupsafe import Markup

from model.evidence import CORRELATIONS, SOURCES, SPREADS, UNCERTAIN, Uncertainty
from model.plan.scenario import Scenario
from model.ranges.bands import QUANTILES, Comparison, Ranges, chance
from model.ranges.futures import futures
from model.ranges.pinning import Share, explains, worth_pinning
from model.results.projection import Projection, project
from model.units import MINUS, money, money_short, number
from model.years import OPERATING
from views.answer.likely import sentence
from views.markup.tables import table

_BETTER = dict(zip(QUANTILES, ("1 in 10 lie below", "1 in 4", "middle", "3 in 4", "9 in 10"), strict=True))


def outcome(found: Ranges, p: Projection, beside: Comparison | None) -> Markup:
    """The chances in words with their counts, the plan against its start, and the bands year by year."""
    said = [Markup("<b>{}</b> {}").format(sentence(found.whole), _MEANS), _trouble(found)]
    if beside:
        said.append(_against(beside))
    body = Markup().join(Markup("<p>{}</p>").format(s) for s in said)
    return Markup('<div class="note"><h3>2,000 futures of this plan</h3>{}</div>').format(
        body
    ) + Markup().join(
        _bands(found, p, line, name)
        for line, name in (
            ("structural_result", "Left over or short each year, without grants"),
            ("fund_balance", "Balance at the end of the year"),
        )
    )


_MEANS = Markup(
    "A future stays whole when it earns the verdict <i>sustainable</i>: it pays its own way in Years 3 to 5, its balance is never below "
    "zero, and grants are at most 0.5% of its Year 5 revenue. The curves are the plan itself, not the middle of the futures."
)


def _trouble(found: Ranges) -> str:
    """When the balance of the others is first below zero."""
    pays = f"Year 5 pays its own way in {chance(found.pays_year5)} futures ({number(found.pays_year5)} of 2,000)."
    lasts = f"The balance lasts through Year 5 in {chance(found.solvent)} ({number(found.solvent)})"
    if not sum(found.first_negative):
        return f"{pays} {lasts}."
    years = [
        f"{'the start-up year' if t == 0 else f'Year {t}'} {number(n)}"
        for t, n in enumerate(found.first_negative)
        if n
    ]
    return f"{pays} {lasts}; in the others it is first below zero in: {', '.join(years)}."


def _against(c: Comparison) -> str:
    if not c.above and not c.below:
        return "Against the starting plan, with the same draws: Year 5 is the same in every future."
    return (
        f"Against the starting plan, with the same draws: Year 5 is better in {chance(c.above)} futures ({number(c.above)} of 2,000), and "
        f"in 8 of 10 the difference lies between {money(c.low, plus=True)} and {money(c.high, plus=True)}."
    )


def _bands(found: Ranges, p: Projection, line: str, caption: str) -> Markup:
    years = OPERATING if line == "structural_result" else range(6)
    rows = [["The plan", *(money_short(p.cell(line, t)) for t in years)]]
    rows += [
        [_BETTER[q], *(money_short(float(found.bands[line][i][t])) for t in years)]
        for i, q in enumerate(QUANTILES)
    ]
    head = ["Futures", *("Start-up" if t == 0 else f"Year {t}" for t in years)]
    return table(caption, head, rows)


def heading(shares: Mapping[str, Share], pins: Collection[str]) -> Markup:
    """What is worth pinning, and what a pin does."""
    return Markup(
        '<div class="note"><h3>What is uncertain</h3><p><b>{}</b></p><p>Each source is drawn around the plan. Pin one to hold it at the plan\'s value: the '
        "others are drawn as before. Pins last while this page is open; a link or a file opens with everything uncertain. "
        "Spread is the variance of the Year 5 result, shared out as if nothing moved together; the bars run from none of it to all.</p></div>"
    ).format(worth_pinning(shares, pins))


def alone(plan: Scenario, place: str) -> dict[str, tuple[float, float]]:
    """What each source does to Year 5 if it is the only one: the middle 8 of 10 results, in dollars."""
    found = {}
    for key in UNCERTAIN:
        p = project(futures(plan, UNCERTAIN.keys() - {key}, place), only=("structural_result",))
        low, high = np.quantile(p["structural_result"][:, 5], (0.1, 0.9))
        found[key] = float(low), float(high)
    return found


def source(x: Uncertainty, ends: tuple[float, float], share: Share, *, pinned: bool) -> Markup:
    """One source: its share of the spread, its effect alone, how it is drawn, and its evidence."""
    who = "; ".join(f"{SOURCES[s].publisher}, {SOURCES[s].year}" for s in x.source if s != "ASSUME")
    evidence = f"{x.status}, {x.as_of}" + (f": {who}" if who else "")
    low, high = (money_short(e, plus=True) for e in ends)
    does = f"Alone: Year 5 from {low} to {high} in 8 of 10 futures." if low != high else _NO_PART
    name = f"{x.label} (pinned)" if pinned else x.label
    part = _explained(share)
    return Markup('<p class="kept"><b>{}</b>. {}{} {} <small class="soft">{}</small></p>{}').format(
        name, part, does, x.distribution, evidence, _bar(share)
    )


def _explained(share: Share) -> str:
    """Empty for a source without a share: it is pinned, or it does not move the result."""
    if not share.total:
        return ""
    alone, together = explains(share.first), explains(share.total)
    beside = "" if alone == together else f", {together} together with others"
    return f"Explains {alone} of the spread{beside}. "


def _bar(share: Share) -> Markup:
    """The share alone, between a mark for none and a mark for all."""
    if not share.total:
        return Markup()
    width = min(max(share.first, 0.0), 1.0)  # random error may put it slightly beyond its ends
    part = Markup('<b class="whole" style="left: 0; width: {:.1%}"></b>').format(width)
    return Markup(
        '<span class="fall" aria-hidden="true"><i style="left: 0"></i><i style="right: 0"></i>{}</span>'
    ).format(part)


_NO_PART = "Alone it does not move the Year 5 result."


def correlations() -> Markup:
    """The correlations. All other pairs are independent."""
    rows = [
        [
            f"{UNCERTAIN[c.first].label} and {UNCERTAIN[c.second].label.lower()}",
            f"{c.correlation:g}",
            c.status,
            c.why,
        ]
        for c in CORRELATIONS.values()
    ]
    rows.append(["Every other pair, enrollment and funding among them", "0", "assumption", _INDEPENDENT])
    return table(
        "What moves together", ["Lasting parts of", "Correlation", "Evidence", "Why"], rows, numbers_from=99
    )


_INDEPENDENT = "A school loses students to its neighbors more than to the economy. What changes by the year is independent too."


def tuned() -> Markup:
    """The data on which the spread of enrollment was tuned."""
    rows = [
        [s.label, s.years, number(s.counts), f"{s.yearly:.1%}", f"{s.persistent:.1%}", s.as_of]
        for s in SPREADS.values()
    ]
    head = ["Enrollment as in", "Counts of", "Yearly changes", "Own to a year", "Lasting, a year", "Fitted"]
    return table("How enrollment was tuned", head, rows) + Markup(
        '<p class="soft">Log changes at 500 students; smaller schools stray further (students to the power of '
        "{}{:g}). docs/ranges.md holds the table of nominal against actual cover, and the "
        "program to check it on counts of your own.</p>"
    ).format(MINUS, next(iter(SPREADS.values())).size_exponent)
