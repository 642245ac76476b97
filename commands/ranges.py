"""The ranges of a plan as text for the command line."""

from __future__ import annotations

from collections.abc import Mapping

from model.evidence import SPREADS, UNCERTAIN
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.ranges.bands import LINES, QUANTILES, Ranges, chance, stays_whole
from model.ranges.pinning import Share, worth_pinning
from model.units import money, percent
from model.years import OPERATING


def ranges_text(
    plan: Scenario, found: Ranges, shares: Mapping[str, Share], pins: tuple[str, ...], place: str
) -> str:
    """Chances in words with their counts, what is worth pinning down, then the bands of each line by year."""
    said = stays_whole(found.whole)
    out = [
        f"{plan.name}: {said} ({found.whole:,} of 2,000).",
        f"Balance never below zero: {chance(found.solvent)} ({found.solvent:,}).",
        f"Year 5 pays its own way: {chance(found.pays_year5)} ({found.pays_year5:,}).",
        "First year below zero: "
        + ", ".join(
            f"{'start-up' if t == 0 else f'Year {t}'} {n:,}" for t, n in enumerate(found.first_negative)
        )
        + ".",
        f"Enrollment spreads as in {SPREADS[place].label}. Pinned: {_pinned(pins)}.",
        "",
        worth_pinning(shares, pins),
        *_explained(shares, pins),
        "",
    ]
    for line in LINES:
        out.append(BOOK.lines[line].label)
        years = OPERATING if BOOK.lines[line].years == OPERATING else (0, *OPERATING)
        out.append(" " * 14 + "".join(f"{'Start-up' if t == 0 else f'Year {t}':>14}" for t in years))
        for q, row in zip(QUANTILES, found.bands[line], strict=True):
            name = f"  {q:.0%} below"
            out.append(f"{name:<14}" + "".join(f"{money(float(row[t])):>14}" for t in years))
    return "\n".join(out) + "\n"


def _explained(shares: Mapping[str, Share], pins: tuple[str, ...]) -> list[str]:
    """The shares of what moves something, largest first."""
    moving = sorted(
        (k for k, s in shares.items() if s.total and k not in pins), key=lambda k: -shares[k].first
    )
    if not moving:
        return []
    head = f"{'Share of the variance of Year 5':<34}{'by itself':>12}{'with others':>14}"
    rows = ((UNCERTAIN[k].label, shares[k]) for k in moving)
    return [
        head,
        *(f"  {name:<32}{percent(s.first, 0):>12}{percent(s.total, 0):>14}" for name, s in rows),
        "To about 3 points. Each source is drawn by itself here: what moves together is left out.",
    ]


def _pinned(pins: tuple[str, ...]) -> str:
    return ", ".join(UNCERTAIN[p].label.lower() for p in pins) or "nothing"
