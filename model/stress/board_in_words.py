"""The board and the study's claim in words and as a table for a shell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.plan.scenario import Scenario
from model.results.verdicts import STATES
from model.stress.board import Outcome, Row, board, shocks_of
from model.stress.claim import READINGS, TOLERANCE, Compared, claim
from model.stress.responses import RESPONSES
from model.units import money, percent, positions

DEFINITION = (
    "A school does as well as its twin without the model, or better, when its positions at risk in the worst year are not more "
    f"than {positions(TOLERANCE)} above the twin's. Half a position is the smallest step in which a school hires."
)
_HEAD = ("Shock", "School", "Verdict", "First bad year", "Positions at risk", "Can go first")


def year_words(year: int | None) -> str:
    """The first bad year: "none", "start-up", "Year 2"."""
    return "none" if year is None else "start-up" if year == 0 else f"Year {year}"


def balance_words(o: Outcome) -> str:
    """What becomes of the balance: "balance lasts", "balance below zero", and from which year if it is a
    later one.
    """
    negative = o.verdict.first_negative
    if negative is None:
        return "balance lasts"
    return f"balance below zero{'' if negative == o.first_bad else f' from Year {negative}'}"


def positions_words(o: Outcome) -> str:
    """Positions at risk, and those that the responses give up."""
    return positions(o.at_risk) + (f", {positions(o.given_up)} given up" if o.given_up else "")


def flexible_words(o: Outcome) -> str:
    """What can go before people, in dollars and as a share of public revenue."""
    return f"{money(o.flexible)} ({percent(o.flexible_share)})"


def board_text(plan: Scenario, responses: Sequence[str], *, everything: bool = False) -> str:
    """The whole board as a table, two lines a shock: the plan and its twin."""
    found = board(plan, responses, shocks_of(everything=everything))
    lines = [cells for row in found.rows for cells in _lines(row)]
    wide = [max(len(x[i]) for x in (_HEAD, *lines)) for i in range(len(_HEAD))]
    table = [
        "  ".join(f"{cell:<{w}}" for cell, w in zip(cells, wide, strict=True)).rstrip()
        for cells in (_HEAD, *lines)
    ]
    notes = [f"{row.label}: {problem}" for row in found.rows for problem in row.problems]
    answer = ", ".join(RESPONSES[r].label.lower() for r in found.responses) or "none"
    return (
        "\n".join([plan.name, f"Responses while a shock lasts: {answer}.", "", *table, *_unique(notes)])
        + "\n"
    )


def _unique(notes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(notes))


def _lines(row: Row) -> Iterable[tuple[str, ...]]:
    label = row.label if row.is_hit else f"{row.label} (nothing here to hit)"
    for name, o in (("plan", row.plan), ("twin", row.twin)):
        if o is None:
            yield label, name, "cannot be worked out: see below", "", "", ""
        else:
            bad = year_words(o.first_bad)
            if o.first_bad is not None:
                bad += f", {balance_words(o)}"
            yield label, name, STATES[o.verdict.state], bad, positions_words(o), flexible_words(o)
        label = ""


def claim_sentence(found: Sequence[Compared]) -> str:
    """In how many cases the claim holds, in how many of them there was nothing to compare, and where it does
    not hold.
    """
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


def claim_text() -> str:
    """The claim in each of its readings, shock by shock."""
    readings = {key: claim(key) for key in READINGS}
    lines = [f"The six illustrative schools against their twins. {DEFINITION}", ""]
    for key, found in readings.items():
        lines.append(f"{READINGS[key]}: {claim_sentence(found)}.")
        lines += [f"  {sum(c.holds)} of {len(c.holds)}  {c.shock.label}" for c in found]
    return "\n".join(lines) + "\n"
