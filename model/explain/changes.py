"""What each lever that differs between two plans changes by itself; how far each lever moves a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.evidence import GROWING, LEVERS, Lever, Value
from model.evidence.own_lines import KINDS
from model.evidence.usual import has_usual_range
from model.explain.trace import find_line
from model.lines.benefits import WAYS_OF_WRITING
from model.plan.by_grade import CHOICE, any_counted
from model.plan.in_play import not_in_plan, set_aside_by
from model.plan.own_lines import OF_NUMBER
from model.plan.scenario import SET_ASIDE, Scenario
from model.results.counting import began, recounted, steps
from model.results.projection import Projection, Scenarios, project
from model.results.rent import with_rent_held


@dataclass(frozen=True, slots=True)
class Effect:
    """What one lever, moved alone from its value at the start to its value now, does to a number.

    `along` are levers that change with it and have no effect of their own: those that its five yearly values
    set aside, or those that counting by grade sets.
    """

    lever: Lever
    start: Value
    now: Value
    effect: float
    along: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """A number of two plans, at the start and now, and the effects in between.

    The effects are those of one lever at a time. `together` is the rest, because levers can add to or offset
    each other. So `start + all effects + together` is `now`.
    """

    plan_at_start: Scenario
    plan_now: Scenario
    line: str
    year: int
    start: float
    now: float
    effects: tuple[Effect, ...]
    together: float


def changes(start: Scenario, now: Scenario, line: str, year: int) -> Changes:
    """How one cell changed from the starting plan to the present plan, largest effect first."""
    find_line(line)
    parts = ways(start, now)
    began_at = began(start, now)
    alone = [
        Scenario.of({**before.values, **{k: after[k] for k in keys}})
        for before, after, moved in parts
        for keys in moved
    ]
    cells = project([start, now, *(p[0] for p in parts), *alone], only=[line])[line][:, year].tolist()
    bases = [base for base, (*_, moved) in zip(cells[2:], parts, strict=False) for _ in moved]
    effects = [
        Effect(LEVERS[keys[0]], began_at[keys[0]], now[keys[0]], cell - base, keys[1:])
        for keys, cell, base in zip(
            (keys for *_, moved in parts for keys in moved), cells[2 + len(parts) :], bases, strict=True
        )
    ]
    effects.sort(key=lambda e: -abs(e.effect))
    together = cells[1] - cells[0] - sum(e.effect for e in effects)
    return Changes(start, now, line, year, cells[0], cells[1], tuple(effects), together)


Way = tuple[Scenario, Scenario, tuple[tuple[str, ...], ...]]


def ways(start: Scenario, now: Scenario) -> list[Way]:
    """The way from a start to a plan: one step, or two where students are counted otherwise
    (`counting.steps`).

    Each is where it begins, where it ends and what moves on it. A step begins where the one before ended: at
    another scenario, perhaps, but with the same results.
    """
    two = steps(start, now)
    if two is None:
        return [(start, now, tuple(_moves(start, now)))]
    return [(start, two.one, tuple(_moves(start, two.one))), (two.counted, now, two.groups)]


def moves(start: Scenario, now: Scenario) -> Iterator[tuple[str, ...]]:
    """The levers that differ, each with those that change along with it.

    These are the levers that its five yearly values have set aside; or everything that was set by counting
    students by grade, which is one change.
    """
    for *_, moved in ways(start, now):
        yield from moved


def _moves(start: Scenario, now: Scenario) -> Iterator[tuple[str, ...]]:
    differ = now.differences(start)
    follows = {
        other: key
        for key, others in SET_ASIDE.items()
        if isinstance(differ.get(key), tuple)
        for other, value in others.items()
        if differ.get(other) == value
    }
    follows |= {row.mark: key for key, row in GROWING.items() if key in differ}
    # An own line that comes, goes or becomes another is one change.
    for number, kind in KINDS.items():
        if kind in differ:
            follows |= {k: kind for k in OF_NUMBER[number] if k != kind}
    follows |= dict.fromkeys(recounted(start, now)[1:], CHOICE)
    for key in differ:
        if key not in follows:
            yield (key, *(other for other, first in follows.items() if first == key and other in differ))


@dataclass(frozen=True, slots=True)
class Swing:
    """What a lever does to a number at the ends of its usual range, or at its other choices.

    0 where nothing changes.
    """

    lever: Lever
    ends: tuple[tuple[float | str, float], ...]  # the lever's value there, and the change of the number

    @property
    def is_tried(self) -> bool:
        """Whether there are ends to try: what is of any size has none, and no size can be said of it."""
        return self.lever.is_choice or has_usual_range(self.lever)

    @property
    def size(self) -> float:
        """The largest change, up or down."""
        return max((abs(change) for _, change in self.ends), default=0.0)


def swings(plan: Scenario, line: str, year: int) -> Mapping[str, Swing]:
    """Each lever of the register alone at the ends of its usual range, in one batch; largest change first.
    What the plan does not have, such as an insurance of its own, moves nothing.
    """
    find_line(line)
    idle = {k for choice in LEVERS if LEVERS[choice].is_choice for k in set_aside_by(choice, plan)}
    idle |= not_in_plan(plan)
    # Which lines a school has is no question of more or less, nor is how the same cost is written down.
    idle |= {k for k, x in LEVERS.items() if x.own and x.is_choice} | WAYS_OF_WRITING
    if not any_counted(plan):
        idle.add(CHOICE)  # by grade without counts would be a school without students
    tried = [
        x for k, x in LEVERS.items() if k not in idle and not x.of and (x.is_choice or has_usual_range(x))
    ]
    tries = [(x, at) for x in tried for at in x.choices or x.usual or ()]
    cells = _all(plan, tries, line)[line][:, year]
    base, moved = cells[0], cells[1:]
    found: dict[str, list[tuple[float | str, float]]] = {k: [] for k in LEVERS}
    for (lever, x), cell in zip(tries, moved, strict=True):
        if x != plan[lever.key]:
            found[lever.key].append((x, float(cell - base)))
    ordered = sorted((Swing(LEVERS[k], tuple(ends)) for k, ends in found.items()), key=lambda s: -s.size)
    return {s.lever.key: s for s in ordered}


def _all(plan: Scenario, tries: list[tuple[Lever, float | str]], line: str) -> Projection:
    """The plan and every try. A try sets one value for all years, whatever the plan holds year by year. Rent
    is paid for the plan's own students.
    """
    batch = with_rent_held(Scenarios.of([plan])).repeated(np.array([0]), len(tries) + 1)
    columns: dict[str, Array] = {}
    for row, (lever, x) in enumerate(tries, 1):
        if lever.key not in columns:
            one = batch.levers[lever.key]
            widest = np.array(lever.choices).dtype if lever.is_choice else one.dtype
            columns[lever.key] = np.repeat(one[:1], len(tries) + 1, axis=0).astype(widest)
        columns[lever.key][row] = x
    return project(batch.replaced(**columns), only=[line])
