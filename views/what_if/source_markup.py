"""What to check first, and each source of doubt, as markup. No Streamlit here."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from markupsafe import Markup

from model.evidence import SOURCES, UNCERTAIN, Uncertainty
from model.plan.scenario import Scenario
from model.ranges.futures import futures, is_drawn, sources_of
from model.ranges.held import Held
from model.ranges.pinning import Share, explains, year5_doubt
from model.results.projection import project
from model.texts import counted, listed, say
from model.units import money_short, number
from views.markup.sources import status_name


def heading(shares: Mapping[str, Share], pins: Collection[str], found: Held) -> Markup:
    """What decides most how often the plan holds up, what drives Year 5, and what a check box does."""
    return Markup('<div class="note"><h3>{}</h3><p><b>{}</b> {}</p><p>{}</p></div>').format(
        say("cases.check_title"), check_first(found), year5_doubt(shares, pins), say("cases.check_how")
    )


def check_first(found: Held) -> str:
    """The sources that would make the plan hold up more often if they came out as planned."""
    names = [say("cases.quoted", source=UNCERTAIN[k].label) for k in found.first()]
    return (
        say("cases.check", sources=listed(names), count=counted(len(names)))
        if names
        else say("cases.check_none")
    )


def alone(plan: Scenario, place: str) -> dict[str, tuple[float, float]]:
    """What each source does to Year 5 if it is the only one: the middle 8 of 10 results, in dollars."""
    found = {}
    for key in sources_of(plan):
        p = project(futures(plan, UNCERTAIN.keys() - {key}, place), only=("structural_result",))
        low, high = np.quantile(p["structural_result"][:, 5], (0.1, 0.9))
        found[key] = float(low), float(high)
    return found


# Why a source does not move a plan (see `is_drawn`).
_STILL = {"positions_filled": "cases.not_drawn", "private_revenue": "cases.grants_awarded"}


def source(x: Uncertainty, plan: Scenario, ends: tuple[float, float], share: Share, found: Held) -> Markup:
    """One source: what holding it does to the chance, its part in Year 5, how it varies, its evidence."""
    drawn = [_held(x.key, found), _explained(share), _alone(ends)]
    parts = [*(drawn if is_drawn(x.key, plan) else [say(_STILL[x.key])]), x.distribution]
    return Markup('<p class="kept"><b>{}</b>. {} <small class="soft">{}</small></p>{}').format(
        x.label, " ".join(filter(None, parts)), _evidence(x), _bar(share)
    )


def middle(said: str) -> Markup:
    """Where the middle of the cases goes."""
    return Markup('<p class="soft">{}</p>').format(said)


def _held(key: str, found: Held) -> str:
    if key not in found.alone:
        return say("cases.held")
    if found.alone[key] == found.now:
        return say("cases.held_same")
    return say("cases.held_alone", count=number(found.alone[key]), now=number(found.now))


def _explained(share: Share) -> str:
    """Empty for a source without a share: it is held, or it does not move the result."""
    if not share.total:
        return ""
    part, together = explains(share.first), explains(share.total)
    if part == together:
        return say("cases.explains", part=part)
    return say("cases.explains_together", part=part, together=together)


def _alone(ends: tuple[float, float]) -> str:
    low, high = (money_short(e, plus=True) for e in ends)
    return say("cases.alone_nothing") if low == high else say("cases.alone", low=low, high=high)


def _evidence(x: Uncertainty) -> str:
    who = listed(f"{SOURCES[s].publisher}, {SOURCES[s].year}" for s in x.source if s != "ASSUME")
    if not who:
        return say("cases.evidence", status=status_name(x.status), as_of=x.as_of)
    return say("cases.evidence_by", status=status_name(x.status), as_of=x.as_of, sources=who)


def _bar(share: Share) -> Markup:
    """The share alone, between a mark for none and a mark for all."""
    if not share.total:
        return Markup()
    width = min(max(share.first, 0.0), 1.0)  # random error may put it slightly beyond its ends
    part = Markup('<b class="whole" style="left: 0; width: {:.1%}"></b>').format(width)
    return Markup(
        '<span class="fall" aria-hidden="true"><i style="left: 0"></i><i style="right: 0"></i>{}</span>'
    ).format(part)
