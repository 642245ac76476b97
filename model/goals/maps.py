"""A map of two levers: the Year 5 result for each pair of settings, and the exact break-even line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.book.columns import column
from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS, Lever, Value
from model.goals.places import DIGITS, batch
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import project
from model.texts import say

MOST = 9  # settings of a lever that can be labeled
CHUNK = 2000  # scenarios computed together: what fits into a processor's own memory is quicker
LINE, YEAR = "structural_result", 5
# Pairs of steps on which the line is found; two very fine levers are read at every second or third step
MOST_STEPS = 120_000
# Steps between two labeled settings.
_ROUND = tuple(sorted({m * 10**k for k in range(5) for m in (1, 2, 3, 4, 5, 15, 25)}))


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """A lever's labeled settings, and all its steps between them with their borders.

    Places on an axis are counted in labeled settings: 0 is the first, 0.5 half-way to the second. `borders`
    of n steps are n + 1 such places. `now` is where the plan stands, None when it holds five yearly values.
    """

    lever: Lever
    values: tuple[Value, ...]
    steps: tuple[Value, ...]
    borders: Array
    now: int | None
    every: int = 1  # of how many steps of the lever one is looked at


@dataclass(frozen=True, slots=True, eq=False)
class Map:
    """`results` in dollars, shape (settings up, settings across).

    `break_even` holds the pieces of the break-even line, shape (pieces, 4): from across, from up, to across,
    to up, in places of the axes.
    """

    across: Axis
    up: Axis
    results: Array
    break_even: Array


def two_way(plan: Scenario, across: str, up: str) -> Map:
    """The map of two levers, each with one value for all years.

    Raises `ScenarioError` when both are the same.
    """
    if across == up:
        raise ScenarioError([Problem(up, None, say("find_a_fix.chosen_twice", setting=LEVERS[up].label))])
    x, y = axis(plan, across), axis(plan, up)
    every = 1
    while len(x.steps) * len(y.steps) > MOST_STEPS:
        every += 1
        x, y = axis(plan, across, every), axis(plan, up, every)
    labeled = _results(plan, x.lever, x.values, y.lever, y.values)
    short = _results(plan, x.lever, x.steps, y.lever, y.steps) < -HALF_A_CENT
    return Map(x, y, labeled, np.array(_line(short, x.borders, y.borders)).reshape(-1, 4))


def axis(plan: Scenario, key: str, every: int = 1) -> Axis:
    """The settings of a lever around the plan's own, over its usual range: at most nine, on its own steps.

    `steps` holds every one of these steps, or every second, third and so on (`every`).
    """
    lever, held = LEVERS[key], plan[key]
    if lever.is_choice:
        n = len(lever.choices)
        return Axis(
            lever, lever.choices, lever.choices, np.arange(n + 1) - 0.5, lever.choices.index(str(held))
        )
    assert lever.step is not None
    assert lever.bounds is not None
    values, each = spaced(plan, key)
    fine = lever.step * every
    # Every step out to the borders of the outermost settings, as far as the lever can go.
    half, count = each // 2 // every, (len(values) - 1) * each // every
    numbers = np.arange(-half, count + half + 1)
    steps = [round(values[0] + i * fine, DIGITS) for i in numbers.tolist()]
    inside = [i for i, s in enumerate(steps) if lever.bounds[0] <= s <= lever.bounds[1]]
    borders = (np.arange(numbers[inside[0]], numbers[inside[-1]] + 2) - 0.5) * every / each
    now = None if isinstance(held, tuple) else values.index(plan.number(key))
    return Axis(lever, tuple(values), tuple(steps[i] for i in inside), borders, now, every)


def spaced(plan: Scenario, key: str, most: int = MOST) -> tuple[list[float], int]:
    """At most so many settings of a numeric lever over its usual range; and how many steps they are apart.

    They are an equal and round number of steps apart and include the plan's own setting. With five yearly
    values the settings begin at the low end of the range.
    """
    lever, held = LEVERS[key], plan[key]
    assert lever.usual is not None
    assert lever.step is not None
    own = lever.usual[0] if isinstance(held, tuple) else plan.number(key)
    low, high = min(lever.usual[0], own), max(lever.usual[1], own)
    down, up = ((own - low) / lever.step + 1e-9, (high - own) / lever.step + 1e-9)
    each = next(n for n in _ROUND if int(down / n) + int(up / n) + 1 <= most)
    count = range(-int(down / each), int(up / each) + 1)
    return [own if i == 0 else round(own + i * each * lever.step, DIGITS) for i in count], each


def _results(plan: Scenario, x: Lever, xs: tuple[Value, ...], y: Lever, ys: tuple[Value, ...]) -> Array:
    """The Year 5 result at every pair, shape (ys, xs)."""
    across, up = column(xs), column(ys)
    count = len(xs) * len(ys)
    found = np.empty(count)
    for begin in range(0, count, CHUNK):
        rows = np.arange(begin, min(begin + CHUNK, count))
        many = batch(plan, {x.key: across[rows % len(xs)], y.key: up[rows // len(xs)]})
        found[rows] = project(many, only=[LINE])[LINE][:, YEAR]
    return found.reshape(len(ys), len(xs))


def _line(short: Array, x: Array, y: Array) -> list[tuple[float, float, float, float]]:
    """The borders between steps that are short and steps that are not, straight pieces joined."""
    pieces = []
    for row, border in enumerate(short[1:] != short[:-1], 1):
        pieces += [(x[a], y[row], x[b], y[row]) for a, b in _runs(border)]
    for row, border in enumerate((short[:, 1:] != short[:, :-1]).T, 1):
        pieces += [(x[row], y[a], x[row], y[b]) for a, b in _runs(border)]
    return pieces


def _runs(flags: Array) -> list[tuple[int, int]]:
    """Begin and end of each stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
