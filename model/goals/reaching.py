"""What would it take: the nearest setting of each decision lever, alone, that reaches a goal within limits.

Every place of every decision lever is computed in one batch, so steps and rounding cannot mislead it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from model.book.terms import Array
from model.evidence import LEVERS, Lever, Value
from model.goals.goal import Bar, Goal, is_met
from model.goals.limits import Limits
from model.goals.places import Places, batch, places
from model.goals.sizes import held_at, moving, sizes
from model.goals.sizes import lines as measured_lines
from model.lines.worksheet import BOOK
from model.plan.in_play import idle
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project


@dataclass(frozen=True, slots=True)
class Step:
    """One lever moved; `share` is the size of it (model/goals/sizes.py)."""

    lever: Lever
    before: Value
    after: Value
    share: float


@dataclass(frozen=True, slots=True)
class Route:
    """A change that reaches the goal within the limits.

    `size` is the root of the sum of the squares of its shares.
    """

    steps: tuple[Step, ...]
    size: float

    @property
    def changes(self) -> dict[str, Value]:
        """The values to set."""
        return {s.lever.key: s.after for s in self.steps}


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A lever alone at each of its places: goal margins, whether limits hold, excess of class sizes."""

    places: Places
    margins: Array
    holds: Array
    too_large: Array


@dataclass(frozen=True, eq=False)
class Reach:
    """A goal seen from a plan.

    `margins` are the dollars of each condition now. `nearest` gives the single-lever answers, smallest first.
    """

    bar: Bar
    margins: tuple[float, ...]
    too_large: float
    tables: Mapping[str, Table]

    @property
    def is_met(self) -> bool:
        """Whether the plan is there already, within its limits."""
        return bool(is_met(np.array([self.margins]))[0]) and self.too_large == 0

    @property
    def to_spare(self) -> float:
        """Dollars to spare of the tightest condition; below zero, dollars short."""
        return min(self.margins)

    @cached_property
    def nearest(self) -> tuple[Route, ...]:
        """For each decision lever that can do it alone, its nearest place that does, smallest change first.

        Empty when the goal is met.
        """
        if self.is_met:
            return ()
        found = [r for t in self.tables.values() if (r := self._nearest(t, limited=True))]
        return tuple(sorted(found, key=lambda r: r.size))

    @cached_property
    def stopped(self) -> tuple[Lever, ...]:
        """Levers that could do it alone if there were no limits."""
        able = {r.steps[0].lever.key for r in self.nearest}
        return tuple(
            t.places.lever
            for k, t in self.tables.items()
            if k not in able and self._nearest(t, limited=False)
        )

    @cached_property
    def lost(self) -> tuple[Step, ...]:
        """The nearest place of each first-view lever at which the goal or a limit is missed, in order."""
        found = []
        for t in self.tables.values():
            misses = ~(is_met(t.margins) & (t.too_large == 0))
            if t.places.lever.place == "front" and misses.any():
                at = int(np.where(misses, t.places.shares, np.inf).argmin())
                found.append(route(((t.places, at),)).steps[0])
        return tuple(sorted(found, key=lambda s: s.share))

    @staticmethod
    def _nearest(t: Table, *, limited: bool) -> Route | None:
        passes = is_met(t.margins)
        if limited:
            passes &= t.holds & (t.too_large == 0)
        passes[t.places.now] = False
        if not passes.any():
            return None
        at = int(np.where(passes, t.places.shares, np.inf).argmin())
        return route(((t.places, at),))


def route(moved: Sequence[tuple[Places, int]]) -> Route:
    """The change that puts each lever at its place."""
    made = tuple(Step(p.lever, p.values[p.now], p.values[at], float(p.shares[at])) for p, at in moved)
    ordered = tuple(sorted(made, key=lambda s: -s.share))
    return Route(ordered, float(np.sqrt(sum(s.share**2 for s in made))))


# Choices that only say when, or from which money, something is paid. They reach no goal: what the school does
# stays the same until a payment stops that nobody decided to stop.
TIMING = frozenset({"refresh", "stipend_source", "startup_purchases"})


def _of_timing(plan: Scenario) -> frozenset[str]:
    """The same in a plan: where one-time money pays stipends, a raise that becomes one stops in Year 3."""
    return TIMING | ({"leader_pay"} if plan["stipend_source"] == "one_time" else frozenset())


def movable(bar: Bar) -> list[str]:
    """The decision levers that have an effect on the goal or its limits, but for those of timing."""
    decisive = BOOK.levers_of(*bar.lines) - idle(bar.plan) - _of_timing(bar.plan)
    return [k for k, x in LEVERS.items() if x.kind == "decision" and not x.of and k in decisive]


def reach(
    plan: Scenario, start: Scenario, goal: Goal, limits: Limits, levers: Iterable[str] | None = None
) -> Reach:
    """The goal seen from a plan. `levers` are the decision levers that may move, all unless given.

    `start` is the starting plan, whose class size the goal may ask to keep.
    """
    bar = Bar.of(plan, start, goal, limits)
    able = movable(bar)
    keys = able if levers is None else [k for k in able if k in set(levers)]
    found = {k: places(plan, k) for k in keys}
    counts = [len(p.values) for p in found.values()]
    at = np.repeat(np.arange(len(counts)), counts)
    columns: dict[str, Array] = {}
    for i, (k, p) in enumerate(found.items()):
        columns[k] = p.column[np.where(at == i, np.concatenate([np.arange(n) for n in counts]), p.now)]
    many = batch(plan, columns) if columns else Scenarios.of([plan])
    tried = project(many, only=(*bar.lines, *measured_lines(keys)))
    margins, keeps, large = goal.margins(tried), bar.keeps(tried), bar.too_large(tried)
    can_be = bar.is_a_school(tried)
    tables = {}
    for i, (k, x) in enumerate(found.items()):
        rows = np.flatnonzero(at == i)
        stands = np.array([bar.may_stand(k, v) for v in x.values])
        holds = keeps[rows] & stands
        moves = moving(x, np.column_stack([held_at(x, tried, rows), margins[rows], holds, large[rows]]))
        moves &= can_be[rows]
        measured = replace(x, shares=sizes(x, tried, rows)).only(moves)
        tables[k] = Table(measured, margins[rows][moves], holds[moves], large[rows][moves])
    now = project([plan], only=bar.lines)
    return Reach(bar, tuple(goal.margins(now)[0].tolist()), float(bar.too_large(now)[0]), tables)
