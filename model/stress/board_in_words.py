"""The board and the study's claim in words, the same for the page and for a shell."""

from __future__ import annotations

from collections.abc import Sequence

from model.stress.board import Outcome
from model.stress.claim import TOLERANCE, Compared
from model.units import money, percent, positions

DEFINITION = (
    "A school does as well as its twin without the model, or better, when its positions at risk in the worst year are not more "
    f"than {positions(TOLERANCE)} above the twin's. Half a position is the smallest step in which a school hires."
)


def year_words(year: int | None) -> str:
    """The first bad year: "none", "start-up", "Year 2"."""
    return "none" if year is None else "start-up" if year == 0 else f"Year {year}"


def balance_words(o: Outcome) -> str:
    """What happens to the balance: "balance lasts", or "balance below zero" and since when."""
    negative = o.verdict.first_negative
    if negative is None:
        return "balance lasts"
    return f"balance below zero{'' if negative == o.first_bad else f' from Year {negative}'}"


def positions_words(o: Outcome) -> str:
    """Positions at risk, and those that the responses give up."""
    return positions(o.at_risk) + (f", {positions(o.given_up)} given up" if o.given_up else "")


def flexible_words(o: Outcome) -> str:
    """What can be cut before people, in dollars and as a share of public revenue."""
    return f"{money(o.flexible)} ({percent(o.flexible_share)})"


def claim_sentence(found: Sequence[Compared]) -> str:
    """In how many cases the claim holds, how many had nothing to compare, and where it does not hold."""
    cases = [
        (c.shock.label, *case)
        for c in found
        for case in zip(c.schools, c.holds, c.at_risk, c.twins, strict=True)
    ]
    failed: dict[str, list[str]] = {}
    for shock, school, holds, *_ in cases:
        if not holds:
            failed.setdefault(school, []).append(shock.lower())
    idle = sum(positions(ours) == positions(twins) == "0" for *_, ours, twins in cases)
    held = len(cases) - sum(map(len, failed.values()))
    count = f"as well or better in {held} of {len(cases)} cases, in {idle} of which neither has a position at risk"
    where = "; ".join(f"{school} under {', '.join(shocks)}" for school, shocks in failed.items())
    return f"{count}; not {where}" if where else count
