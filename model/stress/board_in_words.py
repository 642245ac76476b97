"""The board in words, the same for the page and for a shell."""

from __future__ import annotations

from collections import Counter

from model.plan.responses import idle_responses
from model.plan.scenario import Scenario
from model.results.rating import rate
from model.results.rating_in_words import on_paper
from model.results.verdicts import State
from model.stress.board import FLEXIBLE_YEAR, AtStake, Board, Outcome, Row
from model.texts import counted, listed, say
from model.units import money, percent, positions


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


def idle_words(plan: Scenario, found: Board) -> str:
    """The responses that change nothing in the plan; empty where each changes something."""
    idle = [r.label for r in idle_responses(plan, found.responses)]
    return say("events.idle", responses=listed(idle)) if idle else ""


def short_words(o: Outcome) -> str:
    """The first year in which costs are above public funding."""
    year = o.verdict.tested.short.first
    return say("events.none_short") if year is None else say("events.year", year=year)


def savings_words(o: Outcome) -> str:
    """Whether savings last."""
    year = o.verdict.tested.first_negative
    if year is None:
        return say("events.savings_last")
    return say("events.savings_out_start") if year == 0 else say("events.savings_out", year=year)


def jobs_words(o: Outcome) -> str:
    """Teaching jobs at stake in the worst year, and those that the responses give up.

    With a program first those if it stays, then those if it may be cut too.
    """
    parts = [_jobs(o.at_risk)]
    if o.kept and _jobs(o.kept) != parts[0]:
        parts = [say("events.jobs_kept", jobs=_jobs(o.kept)), say("events.jobs_cut", jobs=parts[0])]
    if o.given_up:
        parts.append(say("events.given_up", count=counted(positions(o.given_up))))
    return " ".join(parts)


def _jobs(stake: AtStake) -> str:
    if stake.year is None or positions(stake.positions) == "0":
        return say("events.no_jobs")
    return say(
        "events.jobs",
        jobs=positions(stake.positions),
        count=counted(positions(stake.beginners)),
        year=stake.year,
    )


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
    assert worst.plan
    jobs, paused = positions(_at_stake(worst)), positions(worst.plan.at_risk.positions)
    if jobs == "0":
        parts = [say("events.hardest_none")]
    else:
        key = "events.hardest" if jobs == paused else "events.hardest_kept"
        parts = [say(key, event=worst.label, count=counted(jobs), paused=paused)]
        if worst.twin:
            parts.append(say("events.hardest_twin", jobs=positions(worst.twin.at_risk.positions)))
    given = max(r.plan.given_up for r in rows if r.plan)
    if given:
        parts.append(say("events.responses_give_up", count=counted(positions(given))))
    return " ".join(parts)


def _at_stake(r: Row) -> float:
    """Positions at risk of the plan, with its program kept if it has one."""
    return (r.plan.kept or r.plan.at_risk).positions if r.plan else 0.0
