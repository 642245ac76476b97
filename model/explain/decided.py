"""Decisions measured: what has moved since the last log entry, and what each move does by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from model.evidence import LEVERS
from model.explain.account import value_in_words
from model.explain.changes import changes, moves
from model.plan.by_grade import CHOICE, ONE_NUMBER
from model.plan.notebook import Decision, Move, Notebook
from model.plan.scenario import Scenario
from model.results.counting import COUNTED
from model.texts import say

CELL = ("structural_result", 5)  # the number that a decision is measured by


def last_decided(written: Notebook, start: Scenario) -> Scenario:
    """The plan as the log leaves it: the start with every logged move made, in order."""
    made = {m.lever: m.after for d in written.decisions for m in d.moves}
    return Scenario.of({**start.values, **made}, start.name, start.names)


def undecided(written: Notebook, start: Scenario, now: Scenario) -> Decision:
    """The next log entry: every lever that has moved since the last one, with its effect."""
    base = last_decided(written, start)
    found = changes(base, now, *CELL)
    effects = {e.lever.key: e.effect for e in found.effects}
    moved = tuple(
        # A lever that five yearly values of another have set aside goes with it and does nothing of its own.
        Move(key, base[key], now[key], round(effects.get(key, 0.0), 2) + 0.0)
        for group in moves(base, now)
        for key in group
        if base[key] != now[key]
    )
    order = sorted(moved, key=lambda m: -abs(m.effect))
    return Decision(date.min, "", "", tuple(order), round(found.start, 2) + 0.0, round(found.now, 2) + 0.0)


def decided(written: Notebook, start: Scenario, now: Scenario, day: date, who: str, why: str) -> Notebook:
    """The notebook with one more entry: what has moved since the last one, dated that day."""
    entry = replace(undecided(written, start, now), day=day, who=who, why=why)
    return replace(written, decisions=(*written.decisions, entry))


def told(moves: Sequence[Move]) -> list[Move]:
    """The moves that are worth telling: what counting by grade has set is one change, named by its choice."""
    anew = any(m.lever == CHOICE and m.after != ONE_NUMBER for m in moves)
    return [m for m in moves if m.lever == CHOICE or m.effect or not (anew and m.lever in COUNTED)]


def move_in_words(m: Move) -> str:
    """A move as people read it: "Teacher leaders: 4 → 6"."""
    lever = LEVERS[m.lever]
    before, after = (value_in_words(lever, x) for x in (m.before, m.after))
    return say("explain.move", setting=lever.label, before=before, after=after)
