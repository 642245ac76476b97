"""The futures of a plan as markup: what they come to, what is correlated, how enrollment was tuned.

No Streamlit here.
"""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from model.evidence import CORRELATIONS, FUNDING, SPREADS, UNCERTAIN, Spread
from model.evidence.spreads import UNNAMED
from model.ranges.bands import QUANTILES, Comparison, Ranges, chance
from model.ranges.draws import FUTURES
from model.results.projection import Projection
from model.results.rating_in_words import both_sides
from model.texts import counted, say
from model.units import MINUS, money, money_short, number
from model.years import OPERATING
from views.markup.sources import status_name
from views.markup.tables import table

_BETTER = dict(
    zip(QUANTILES, ("cases.low", "cases.lower", "cases.middle", "cases.higher", "cases.high"), strict=True)
)


def outcome(found: Ranges, p: Projection, beside: Comparison | None, why: str, contracts: str) -> Markup:
    """The chances in words with their counts, the plan against its start, and the bands year by year.

    `why` says why savings run out in start-up, where that is known; `contracts`, whom the cases take to be
    hired when.
    """
    said = [
        Markup("<b>{}</b> {}").format(both_sides(found.chance), say("cases.means")),
        Markup("{} {}").format(
            say("cases.year5_pays", cases=chance(found.pays_year5), count=number(found.pays_year5)),
            _savings(found, why),
        ),
    ]
    if found.reacted is not None:
        reacted = say("cases.reacting", cases=chance(found.reacted), count=number(found.reacted))
        said.append(Markup("{}").format(reacted))
    if beside:
        said.append(Markup("{}").format(_against(beside)))
    said.append(Markup("{}").format(contracts))
    body = Markup().join(Markup("<p>{}</p>").format(s) for s in said)
    head = Markup('<div class="note"><h3>{}</h3>{}</div>').format(say("cases.title"), body)
    return head + Markup().join(
        _bands(found, p, line, say(name))
        for line, name in (
            ("structural_result", "cases.table_result"),
            ("fund_balance", "cases.table_savings"),
        )
    )


def _savings(found: Ranges, why: str) -> str:
    """Whether savings last, and when they run out most often."""
    lasts = say("cases.savings_last", cases=chance(found.solvent), count=number(found.solvent))
    return f"{lasts} {_trouble(found, why)}" if any(found.first_negative) else lasts


def _trouble(found: Ranges, why: str) -> str:
    most = max(found.first_negative)
    year, often = found.first_negative.index(most), number(most)
    every = counted(number(FUTURES - found.solvent))
    if year == 0:
        return f"{say('cases.trouble_start', often=often, count=every)} {why}".rstrip()
    return say("cases.trouble", year=year, often=often, count=every)


def _against(c: Comparison) -> str:
    if not c.above and not c.below:
        return say("cases.against_same")
    better = say("cases.against", cases=chance(c.above), count=number(c.above))
    by = say("cases.against_by", low=money(c.low, plus=True), high=money(c.high, plus=True))
    return f"{better} {by}"


def _bands(found: Ranges, p: Projection, line: str, caption: str) -> Markup:
    years = OPERATING if line == "structural_result" else range(6)
    rows = [[say("cases.the_plan"), *(money_short(p.cell(line, t)) for t in years)]]
    rows += [
        [say(_BETTER[q]), *(money_short(float(found.bands[line][i][t])) for t in years)]
        for i, q in enumerate(QUANTILES)
    ]
    names = (say("cases.startup") if t == 0 else say("cases.year", year=t) for t in years)
    return table(caption, [say("cases.futures"), *names], rows)


def correlations() -> Markup:
    """The correlations. All other pairs are independent."""
    rows = [
        [
            say("cases.together_pair", first=UNCERTAIN[c.first].label, second=UNCERTAIN[c.second].label),
            f"{c.correlation:g}",
            status_name(c.status),
            c.why,
        ]
        for c in CORRELATIONS.values()
    ]
    rest, why = say("cases.together_rest"), say("cases.together_independent")
    rows.append([rest, "0", status_name("assumption"), why])
    head = [
        say("cases.together_of"),
        say("cases.together_number"),
        say("cases.together_evidence"),
        say("cases.together_why"),
    ]
    return table(say("cases.together_title"), head, rows, numbers_from=99)


def tuned() -> Markup:
    """The records on which enrollment and funding per student were tuned."""
    head = [
        say("cases.tuned_as"),
        say("cases.tuned_years"),
        say("cases.tuned_counts"),
        say("cases.tuned_drift"),
        say("cases.tuned_year", year=1),
        say("cases.tuned_year", year=5),
        say("cases.tuned_fitted"),
    ]
    own = [_tuned(s) for s in SPREADS.values() if s.place != UNNAMED]
    money = [_tuned(s) for s in FUNDING.values()]
    return (
        table(say("cases.tuned_title"), head, own)
        + table(say("cases.tuned_money_title"), head, money)
        + Markup('<p class="soft">{}</p>').format(say("cases.tuned_note"))
    )


def _tuned(s: Spread) -> list[str]:
    """One record: its middle a year, and the middle 8 of 10 around that after one and five years."""
    ends = (s.widths[0], s.widths[3]), (s.widths[4], s.widths[7])
    around = [f"{np.expm1(-low):+.0%} / {np.expm1(high):+.0%}".replace("-", MINUS) for low, high in ends]
    drift = f"{np.expm1(s.drift):+.1%}".replace("-", MINUS) if s.drift else say("cases.tuned_as_planned")
    return [s.label, s.years, number(s.counts), drift, *around, s.as_of]
