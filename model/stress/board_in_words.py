"""The board and the study's claim in words, the same for the page and for a shell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from model.results.rating import rate
from model.results.rating_in_words import on_paper
from model.results.verdicts import State
from model.stress.board import FLEXIBLE_YEAR, Board, Outcome, Row
from model.stress.claim import TECHNOLOGY, TOLERANCE, Compared
from model.stress.twin import SUPPLIES, TEACHERS
from model.texts import counted, listed, say
from model.units import money, percent, positions

_IN_ONE = 3  # events that one sentence can hold
_READINGS = {
    SUPPLIES: "events.reading_supplies",
    TEACHERS: "events.reading_teachers",
    TECHNOLOGY: "events.reading_technology",
}


def definition() -> str:
    """When a school does as well as the same school without the program, or better."""
    return say("events.definition", tolerance=positions(TOLERANCE))


def reading(key: str) -> str:
    """What one reading of the claim assumes."""
    return say(_READINGS[key])


def heads() -> tuple[str, ...]:
    """What each column of the board holds: rating, first short year, savings, jobs, what could be cut."""
    return (
        say("events.head_rating"),
        say("events.head_short"),
        say("events.head_savings"),
        say("events.head_jobs"),
        say("events.head_cut", year=FLEXIBLE_YEAR),
    )


def cells(o: Outcome) -> tuple[str, ...]:
    """A school under an event, column by column."""
    return (
        on_paper(rate(o.verdict)),
        short_words(o),
        savings_words(o),
        jobs_words(o),
        say("events.cut", amount=money(o.flexible), share=percent(o.flexible_share)),
    )


def short_words(o: Outcome) -> str:
    """The first year in which costs are above public funding."""
    year = o.verdict.first_short
    return say("events.none_short") if year is None else say("events.year", year=year)


def savings_words(o: Outcome) -> str:
    """Whether savings last."""
    year = o.verdict.first_negative
    if year is None:
        return say("events.savings_last")
    return say("events.savings_out_start") if year == 0 else say("events.savings_out", year=year)


def jobs_words(o: Outcome) -> str:
    """Teaching jobs at stake in the worst year, and those that the responses give up."""
    parts = [
        say("events.no_jobs")
        if o.worst is None or positions(o.at_risk) == "0"
        else say("events.jobs", jobs=positions(o.at_risk), beginners=positions(o.beginners), year=o.worst)
    ]
    if o.given_up:
        parts.append(say("events.given_up", count=counted(positions(o.given_up))))
    return " ".join(parts)


def counts(found: Board) -> str:
    """How many events apply, and what the plan is on paper under them."""
    events = [r for r in found.rows if r.shock]
    rated = [r.plan.verdict.state for r in events if r.plan and r.is_hit]
    unknown = sum(r.plan is None for r in events)
    states = Counter(rated)
    parts = [say("events.apply", count=counted(len(rated) + unknown), all=len(events))]
    if rated:
        parts.append(
            say(
                "events.passes",
                balances=states[State.SUSTAINABLE],
                caution=states[State.AT_RISK],
                fails=states[State.NOT_SUSTAINABLE],
            )
        )
    if unknown:
        parts.append(say("events.unknown", count=counted(unknown)))
    return " ".join(parts)


def hardest(found: Board) -> str:
    """The event under which most teaching jobs are at stake, beside the school without the program."""
    rows = [r for r in found.rows if r.shock and r.plan and r.is_hit]
    if not rows:
        return ""
    worst = max(rows, key=_at_stake)
    if positions(_at_stake(worst)) == "0":
        parts = [say("events.hardest_none")]
    else:
        parts = [say("events.hardest", event=worst.label, jobs=positions(_at_stake(worst)))]
        if worst.twin:
            parts.append(say("events.hardest_twin", jobs=positions(worst.twin.at_risk)))
    given = max(r.plan.given_up for r in rows if r.plan)
    if given:
        parts.append(say("events.responses_give_up", count=counted(positions(given))))
    return " ".join(parts)


def _at_stake(r: Row) -> float:
    return r.plan.at_risk if r.plan else 0.0


def claim_sentences(found: Sequence[Compared]) -> str:
    """In how many tests the claim holds, in how many no school loses a job, and where it does not hold."""
    cases = [
        (c.shock.label, *case)
        for c in found
        for case in zip(c.schools, c.holds, c.at_risk, c.twins, strict=True)
    ]
    failed: dict[str, list[str]] = {}
    for event, school, holds, *_ in cases:
        if not holds:
            failed.setdefault(school, []).append(event)
    idle = sum(positions(ours) == positions(twins) == "0" for *_, ours, twins in cases)
    held = len(cases) - sum(map(len, failed.values()))
    parts = [
        say("events.claim_held", held=held, all=len(cases)),
        say("events.claim_idle", count=counted(idle)),
    ]
    for school, events in failed.items():
        parts.append(say("events.claim_failed", school=school, events=listed(events[:_IN_ONE])))
        if events[_IN_ONE:]:
            parts.append(say("events.claim_failed_more", school=school, events=listed(events[_IN_ONE:])))
    return " ".join(parts)
