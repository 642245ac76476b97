"""The ranges of a plan as text for the command line."""

from __future__ import annotations

from model.book import OPERATING
from model.evidence import SPREADS, UNCERTAIN
from model.ranges import LINES, QUANTILES, Ranges, chance, stays_whole
from model.scenario import Scenario
from model.units import money
from model.worksheet import BOOK


def ranges_text(plan: Scenario, found: Ranges, pins: tuple[str, ...], place: str) -> str:
    """Chances in words with their counts, then the bands of each line by year."""
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
    ]
    for line in LINES:
        out.append(BOOK.lines[line].label)
        years = OPERATING if BOOK.lines[line].years == OPERATING else (0, *OPERATING)
        out.append(" " * 14 + "".join(f"{'Start-up' if t == 0 else f'Year {t}':>14}" for t in years))
        for q, row in zip(QUANTILES, found.bands[line], strict=True):
            name = f"  {q:.0%} below"
            out.append(f"{name:<14}" + "".join(f"{money(float(row[t])):>14}" for t in years))
    return "\n".join(out) + "\n"


def _pinned(pins: tuple[str, ...]) -> str:
    return ", ".join(UNCERTAIN[p].label.lower() for p in pins) or "nothing"
