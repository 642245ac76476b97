"""What a page says of a plan beside its results: its changes and assumptions, what would hurt, and what was
decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exchange.handout.amounts import money_in_table
from exchange.one_line import clean
from model.evidence import SOURCES, Lever, Value
from model.explain.account import moved_in_words
from model.explain.changes import Swing, swings
from model.explain.decided import move_in_words, told
from model.explain.ledger import Entry, ledger, whole_dollars
from model.plan.notebook import Decision
from model.plan.plan import Plan
from model.plan.scenario import Scenario
from model.plan.sides import is_decision
from model.results.counting import began
from model.results.rating import rate
from model.results.rating_in_words import on_paper
from model.results.verdicts import State
from model.starts.set_by import set_by
from model.stress.board import Outcome, Row, board
from model.texts import counted, day, listed, say
from model.units import is_share, money, positions
from model.years import YEARS

MOST_CHANGES = 14
MOST_EVENTS = 4
MOST_DECISIONS = 6
_LONGEST_MOVE, _LONGEST_WHY, _LONGEST_WHO, _LONGEST_SOURCE = 70, 150, 40, 60
_WORLD = "world"  # the kind of a setting that nobody at the school can choose
_LINE, _YEAR = "structural_result", 5
# Where a value came from that is not the default: said in place of a source.
_SET_BY = {
    "preset": "numbers.set_preset",
    "fitted": "numbers.set_fitted",
    "typed": "handout.entered",
    "imported": "numbers.set_imported",
    "own_budget": "numbers.set_budget",
}
_NOT_DOCUMENTS = {
    "ASSUME": "numbers.not_assume",
    "CALC": "numbers.not_calc",
    "UNCONF": "numbers.not_confirmed",
}
Table = dict[str, Any]


def changes_content(plan: Plan) -> Table:
    """What each change does to Year 5, largest first, in dollars that add up to the whole change.

    `more[n]` says what is left out where only n rows are shown; `lead` is Year 5 at the start and now.
    """
    found = ledger(plan.start, plan.now, [(_LINE, _YEAR)])
    entries = found.entries
    before, after = round(found.start[0]), round(found.now[0])
    dollars = whole_dollars([e.effects[0] for e in entries], after - before)
    start = began(plan.start, plan.now)
    rows = [
        [e.label, _moved(e, plan, start), money_in_table(x, plus=True)]
        for e, x in zip(entries, dollars, strict=True)
    ]
    shown = min(len(rows), MOST_CHANGES)
    return {
        "title": say("handout.changes"),
        "lead": say("handout.from_start", start=money(before, plus=True), now=money(after, plus=True)),
        "none": say("handout.no_changes"),
        "head": [say("handout.setting"), say("compare.column_from_to"), say("handout.effect")],
        "rows": rows[:shown],
        "more": [_rest(dollars[n:]) for n in range(shown + 1)],
    }


def _moved(e: Entry, plan: Plan, start: Scenario) -> str:
    """From and to; of several changes taken together, which they are."""
    if len(e.levers) > 1:
        return clean(listed(x.label for x in e.levers), _LONGEST_MOVE)
    return clean(moved_in_words(e.levers[0], start, plan.now), _LONGEST_MOVE)


def _rest(dollars: Sequence[int]) -> str:
    if not dollars:
        return ""
    return say("handout.more_changes", count=counted(len(dollars)), amount=money(sum(dollars), plus=True))


def events_content(plan: Plan) -> Table:
    """The events that apply and hurt most, worst first, with the rating under each and the jobs at stake."""
    rows = [r for r in board(plan.now, with_twin=False).rows if r.shock]
    hit = [(r, r.plan) for r in rows if r.plan and r.is_hit]
    worst = sorted(hit, key=lambda x: _severity(x[1]), reverse=True)[:MOST_EVENTS]
    balances = sum(o.verdict.state is State.SUSTAINABLE for _, o in hit)
    unknown = sum(r.plan is None for r in rows)
    # As the screen counts: what cannot be worked out would change the plan, too.
    told = {"count": counted(len(hit) + unknown), "all": len(rows)}
    lead = say("handout.events_lead", **told, balances=balances)
    missing = say("events.unknown", count=counted(unknown)) if unknown else ""
    return {
        "title": say("handout.events"),
        "lead": " ".join(
            filter(None, (lead if balances else say("handout.events_no_balance", **told), missing))
        ),
        "none": missing or say("handout.no_events"),
        "head": [say("events.head_event"), say("rating.row_paper"), say("events.head_jobs")],
        "rows": [_event(r, o) for r, o in worst],
    }


def _severity(o: Outcome) -> tuple[int, int, float, float]:
    """Worse is more: by the rating, then the year in which savings run out, jobs at stake, the worst year."""
    first = o.verdict.tested.first_negative
    out = YEARS if first is None else first
    return -o.verdict.state.value, -out, (o.kept or o.at_risk).positions, -min(o.results)


def _event(r: Row, o: Outcome) -> dict[str, Any]:
    jobs = positions((o.kept or o.at_risk).positions)
    rating = rate(o.verdict)
    return {
        "tone": rating.paper_tone,
        "cells": [r.label, on_paper(rating), say("events.no_jobs") if jobs == "0" else jobs],
    }


def assumptions_content(plan: Plan, most: int) -> Table:
    """What the plan assumes of the world, then of the school: what moves Year 5 most, with its sources."""
    told = [s for s in swings(plan.now, _LINE, _YEAR).values() if _is_told(s, plan)]
    world = [s for s in told if s.lever.kind == _WORLD]
    school = [s for s in told if s not in world and not is_decision(s.lever.key)]
    return _settings(say("handout.assumptions"), say("handout.assumption"), plan, [*world, *school][:most])


def settings_content(plan: Plan, most: int) -> Table:
    """All settings that move Year 5 most, decisions among them."""
    told = [s for s in swings(plan.now, _LINE, _YEAR).values() if _is_told(s, plan)]
    return _settings(say("handout.matter_most"), say("handout.setting"), plan, told[:most])


def _is_told(s: Swing, plan: Plan) -> bool:
    """Whether a setting is a number that moves Year 5 and says something: that a school has none of a thing,
    or that nobody joins a grade, is no news, that nothing grows is.
    """
    if s.size == 0 or s.lever.is_choice:
        return False
    return plan.now[s.lever.key] != 0 or (s.lever.kind == _WORLD and is_share(s.lever.unit))


def _settings(title: str, what: str, plan: Plan, found: Sequence[Swing]) -> Table:
    rows = []
    for s in found:
        source, url = source_of(s.lever, plan)
        value = _value(s.lever, plan.now[s.lever.key])
        rows.append({"cells": [s.lever.label, value, source], "url": url, "size": money_in_table(s.size)})
    return {
        "title": title,
        "head": [what, say("handout.value"), say("handout.source")],
        "rows": rows,
    }


def _value(lever: Lever, value: Value) -> str:
    """A value in a narrow column: of five numbers the first and the last, or, where they go up and down, the
    least and the most.
    """
    if not isinstance(value, tuple):
        return lever.said(value, long=False)
    one_way = list(value) in (sorted(value), sorted(value, reverse=True))
    ends = (value[0], value[-1]) if one_way else (min(value), max(value))
    first, last = (lever.said(x, long=False) for x in ends)
    if first == last:
        return first
    return say("handout.first_to_last" if one_way else "handout.least_to_most", first=first, last=last)


def source_of(lever: Lever, plan: Plan) -> tuple[str, str]:
    """Where the value of a setting comes from, and the address of the document, if it is one.

    A document is named only for a value that is the documented default.
    """
    key = lever.key
    if plan.now[key] != plan.start[key]:
        return say("handout.set_in_plan"), ""
    way = set_by(plan)[key]
    if way in _SET_BY and (way != "preset" or plan.now[key] != lever.default):
        return say(_SET_BY[way]), ""
    source = SOURCES[lever.source[0]]
    if lever.status == "assumption" or source.source_id in _NOT_DOCUMENTS:
        return say(_NOT_DOCUMENTS.get(source.source_id, "numbers.not_assume")), ""
    named = say("numbers.source_and_year", publisher=source.publisher, year=source.year)
    return clean(named, _LONGEST_SOURCE), source.url


def decisions_content(decisions: Sequence[Decision]) -> Table:
    """Who decided what, when and why, newest first. `more[n]` says how many are left out of n shown."""
    shown = min(len(decisions), MOST_DECISIONS)
    left = range(len(decisions), len(decisions) - shown - 1, -1)
    return {
        "title": say("handout.decisions"),
        "rows": [_decision(d) for d in reversed(decisions)][:shown],
        "more": [say("handout.more_decisions", count=counted(n)) if n else "" for n in left],
    }


def _decision(d: Decision) -> dict[str, str]:
    moved = [move_in_words(m) for m in told(d.moves)]
    what = listed(moved) if moved else say("compare.plan_stands")
    when = day(d.day)
    return {
        "head": say("handout.decided_by", day=when, who=clean(d.who, _LONGEST_WHO)) if d.who else when,
        "what": clean(what, _LONGEST_WHY),
        "why": clean(d.why, _LONGEST_WHY),
    }
