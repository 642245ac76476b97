"""The effect ledger: what each change of a plan did to a number, in shares that add up to the whole change.

A lever's share is its mean effect over every order in which the changes could have been made (the Shapley
value). So the order does not matter, and what levers do only together is divided evenly among them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import share
from model.evidence import LEVERS, PANELS, Lever, panel_label
from model.explain.changes import ways
from model.explain.trace import find_line
from model.plan.scenario import Scenario
from model.plan.sides import is_decision
from model.results.projection import Scenarios, project
from model.texts import counted, say

MOST_ALONE = 12  # changes; they take 2^12 plans. More than that are grouped by panel
_HAIR = 1e-6  # of a dollar or cent: what binary arithmetic may be short of a whole one
Cell = tuple[str, int]  # a line and a year
CELLS: tuple[Cell, ...] = (("structural_result", 5), ("fund_balance", 5))


@dataclass(frozen=True, slots=True)
class Entry:
    """One change, or several of a panel together. `effects` in the units of the cells, in their order."""

    label: str
    levers: tuple[Lever, ...]  # those that were changed; what they set aside is not among them
    is_decision: bool  # the principal's own; otherwise an assumption or a fact of the school
    effects: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every change with its effects, largest on the first cell first.

    `start` and `now` are the cells before and after.
    """

    cells: tuple[Cell, ...]
    start: tuple[float, ...]
    now: tuple[float, ...]
    entries: tuple[Entry, ...]
    is_grouped: bool
    position: float  # dollars of a teacher position in year 5 of the plan as it is

    def of(self, *, decisions: bool) -> tuple[Entry, ...]:
        """The decisions, or the assumptions."""
        return tuple(e for e in self.entries if e.is_decision is decisions)

    def total(self, cell: int, *, decisions: bool) -> float:
        """What the decisions, or the assumptions, did to a cell together."""
        return sum((e.effects[cell] for e in self.of(decisions=decisions)), 0.0)

    def in_positions(self, dollars: float) -> float:
        """Dollars in teacher positions of year 5; 0 where a position costs nothing."""
        return float(share(dollars, self.position))


def ledger(start: Scenario, now: Scenario, cells: Sequence[Cell] = CELLS) -> Ledger:
    """What each change did to the cells. KeyError for an unknown line."""
    for line, _ in cells:
        find_line(line)
    found: list[Entry] = []
    values: list[Array] = []
    grouped = False
    for before, after, moved in ways(start, now):
        is_long = len(moved) > MOST_ALONE
        players = list(_by_panel(moved) if is_long else _alone(moved))
        values.append(_values([keys for _, keys, _ in players], before, after, cells))
        shares = _shares(values[-1], len(players)).tolist()
        first = {keys[0] for keys in moved}
        found += [
            Entry(label, tuple(LEVERS[k] for k in keys if k in first), decided, tuple(x))
            for (label, keys, decided), x in zip(players, shares, strict=True)
        ]
        grouped |= is_long
    found.sort(key=lambda e: -abs(e.effects[0]))
    p = project([now], only=["teacher_position_cost"])
    return Ledger(
        tuple(cells),
        tuple(values[0][0].tolist()),
        tuple(values[-1][-1].tolist()),
        tuple(found),
        grouped,
        p.cell("teacher_position_cost", 5),
    )


Player = tuple[str, tuple[str, ...], bool]


def _alone(changed: Sequence[tuple[str, ...]]) -> Iterator[Player]:
    for keys in changed:
        yield LEVERS[keys[0]].label, keys, is_decision(keys[0])


def _by_panel(changed: Sequence[tuple[str, ...]]) -> Iterator[Player]:
    for decided in (True, False):
        for panel in PANELS:
            inside = [k for k in changed if LEVERS[k[0]].panel == panel and is_decision(k[0]) is decided]
            if inside:
                label = (
                    say("explain.panel_changes", panel=panel_label(panel), count=counted(len(inside)))
                    if len(inside) > 1
                    else say(
                        "explain.panel_change", panel=panel_label(panel), setting=LEVERS[inside[0][0]].label
                    )
                )
                yield label, tuple(k for keys in inside for k in keys), decided


def _values(
    players: Sequence[tuple[str, ...]], start: Scenario, now: Scenario, cells: Sequence[Cell]
) -> Array:
    """The cells for every set of changes, shape (2^players, cells). Bit i of a row number: is i included?"""
    count = 1 << len(players)
    both = Scenarios.of([start, now]).levers
    levers = {k: v[:1] for k, v in both.items()}
    for i, keys in enumerate(players):
        inside = np.arange(count) >> i & 1
        levers |= {k: both[k][inside] for k in keys if len(both[k]) > 1}  # one row: both plans say the same
    p = project(Scenarios(levers, count), only=[line for line, _ in cells])
    return np.stack([p[line][:, year] for line, year in cells], axis=1)


def _shares(values: Array, players: int) -> Array:
    """Shapley values, shape (players, cells)."""
    number = np.arange(len(values))
    size = sum((number >> i & 1 for i in range(players)), np.zeros_like(number))
    # Every size of the remaining set is equally likely, and so is each set of that size.
    weight = np.array(
        [1 / (players * math.comb(players - 1, s)) if s < players else 0.0 for s in range(players + 1)]
    )
    found = np.zeros((players, values.shape[1]))
    for i in range(players):
        without = number[(number >> i & 1) == 0]
        gain = values[without | 1 << i] - values[without]
        found[i] = weight[size[without]] @ gain
    if not players:
        return found
    # Intermediate plans may reach trillions, where sums lose cents; the loss goes to the largest share.
    lost = values[-1] - values[0] - found.sum(axis=0)
    found[np.abs(found).argmax(axis=0), np.arange(found.shape[1])] += lost
    return found


def whole_dollars(parts: Sequence[float], total: int) -> list[int]:
    """The parts in whole dollars (or cents) that add up to the total.

    Each is rounded down, and the largest remainders share out what is left. `total` is the rounded sum of the
    parts, so no part moves by more than a dollar.
    """
    if not parts:
        return []
    down = [math.floor(x + _HAIR) for x in parts]
    each, more = divmod(total - sum(down), len(parts))
    by_remainder = sorted(range(len(parts)), key=lambda i: down[i] - parts[i])
    for place, i in enumerate(by_remainder):
        down[i] += each + (place < more)
    return down
