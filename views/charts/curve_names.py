"""The texts beside two curves: their names with the last amounts, those of other plans, and the gap."""

from __future__ import annotations

from collections.abc import Callable

from model.texts import say
from views.charts.rows import SAME


def _gap_words(gap: float, short: Callable[..., str]) -> tuple[str, str, str]:
    if abs(gap) < SAME:
        return say("charts.even"), say("charts.even_short"), "note"
    if gap > 0:
        return say("charts.left_over", amount=short(gap)), short(gap, plus=True), "revenue"
    return say("charts.short", amount=short(-gap)), short(gap, plus=True), "cost"


_BLANK = ("", "")
# Names of public funding and yearly cost of another plan. On a phone one name is used for both.
_START = ("charts.start_funding", "charts.start_cost", "charts.start_short")
_ASSUMED = ("charts.assumed_funding", "charts.assumed_cost", "charts.assumed_short")


def _pair(shown: list[bool], names: tuple[str, str, str]) -> list[tuple[str, str]]:
    revenue, cost = shown
    return [
        (say(names[0]), say(names[2])) if revenue else _BLANK,
        (say(names[1]), "" if revenue else say(names[2])) if cost else _BLANK,
    ]


def named(
    shown: list[bool], revenue: float, cost: float, short: Callable[..., str]
) -> list[tuple[str, str, str]]:
    """Long and short text and color of: revenue, cost, the start's two, those without decisions, the gap."""
    if shown[1]:
        amount = short(revenue)
        first = say("charts.funding_amount", amount=amount), say("charts.funding_short"), "revenue"
        second = say("charts.cost_amount", amount=short(cost)), say("charts.cost_short")
    else:
        first = say("charts.both_amount", amount=short(revenue)), say("charts.both_short"), "note"
        second = _BLANK
    others = (*_pair(shown[2:4], _START), *_pair(shown[4:6], _ASSUMED))
    gap = _gap_words(revenue - cost, short)
    return [first, (*second, "cost"), *((*words, "ghost") for words in others), gap]


def named_apart(
    noted: list[bool], shown: list[bool], grants: float, total: float, short: Callable[..., str]
) -> list[tuple[str, str, str]]:
    """The same for grants and one-time cost: beside the lines, then at their ends."""
    found = [_BLANK] * 4
    if noted[0]:
        found[0] = say("charts.with_grants"), say("charts.with_grants_short")
    if noted[1]:
        found[1] = say("charts.with_once"), say("charts.with_once_short")
    if shown[0]:
        found[2] = say("charts.with_grants_amount", amount=short(grants)), say("charts.with_grants_short")
    if shown[1]:
        found[3] = say("charts.with_once_amount", amount=short(total)), say("charts.with_once_short")
    return [(*words, key) for words, key in zip(found, ("with_grants", "total") * 2, strict=True)]
