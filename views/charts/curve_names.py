"""The texts beside two curves: their names with the last amounts, those of other plans, and the gap."""

from __future__ import annotations

from collections.abc import Callable

from views.charts.rows import SAME


def _gap_words(gap: float, short: Callable[..., str]) -> tuple[str, str, str]:
    if abs(gap) < SAME:
        return "breaks even", "even", "note"
    if gap > 0:
        return f"{short(gap)} left over", short(gap, plus=True), "revenue"
    return f"{short(-gap)} short", short(gap, plus=True), "cost"


_BLANK = ("", "")


def _pair(shown: list[bool], name: str, brief: str) -> list[tuple[str, str]]:
    """Names of public revenue and recurring cost of another plan. On a phone one name is used for both."""
    revenue, cost = shown
    return [
        (f"{name}: revenue", brief) if revenue else _BLANK,
        (f"{name}: cost", "" if revenue else brief) if cost else _BLANK,
    ]


def named(
    shown: list[bool], revenue: float, cost: float, short: Callable[..., str]
) -> list[tuple[str, str, str]]:
    """Long and short text and color of: revenue, cost, the start's two, those without decisions, the gap."""
    if shown[1]:
        first = f"Public revenue {short(revenue)}", "Revenue", "revenue"
        second = f"Recurring cost {short(cost)}", "Cost"
    else:
        first, second = (f"Revenue and cost {short(revenue)}", "Both", "note"), _BLANK
    was = _pair(shown[2:4], "starting plan", "start plan")
    assumed = _pair(shown[4:6], "without decisions", "no decisions")
    gap = _gap_words(revenue - cost, short)
    return [first, (*second, "cost"), *((*words, "ghost") for words in (*was, *assumed)), gap]


def named_apart(
    noted: list[bool], shown: list[bool], grants: float, total: float, short: Callable[..., str]
) -> list[tuple[str, str, str]]:
    """The same for grants and one-time cost: beside the lines, then at their ends."""
    return [
        ("with grants", "grants", "with_grants") if noted[0] else (*_BLANK, "with_grants"),
        ("with one-time cost", "one-time", "total") if noted[1] else (*_BLANK, "total"),
        (f"With grants {short(grants)}", "Grants", "with_grants") if shown[0] else (*_BLANK, "with_grants"),
        (f"With one-time cost {short(total)}", "One-time", "total") if shown[1] else (*_BLANK, "total"),
    ]
