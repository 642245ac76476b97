"""What a better student's side costs: plans over a grid of decision levers, and those that nothing beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.book.columns import column
from model.book.terms import Array
from model.evidence import LEVERS, Value
from model.goals.maps import LINE, YEAR, spaced
from model.goals.places import batch
from model.goals.pupils import MEASURES
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.results.projection import project
from model.texts import say

MOST_LEVERS = 3
MEASURED = ("pupils_per_adult", "class_size")  # fewer is better for students


@dataclass(frozen=True, slots=True, eq=False)
class Frontier:
    """Plans as points, with `measure` of the student's side and `result` in dollars in Year 5, shape
    (points,).

    `best` numbers the points that no other beats: fewer students at no worse a result, or a better result at
    no more students; in the order of the measure. `class_size` is that of Year 5, whatever is measured. The
    first point is the plan itself.
    """

    keys: tuple[str, ...]
    settings: tuple[tuple[Value, ...], ...]  # of each point, in the order of `keys`
    measure: Array
    result: Array
    best: Array
    class_size: Array

    @property
    def is_best(self) -> bool:
        """Whether nothing on the grid beats the plan."""
        return bool(np.isin(0, self.best))

    @property
    def more_money(self) -> int:
        """The point with the best result at no more students than the plan has."""
        able = np.flatnonzero(self.measure <= self.measure[0] + 1e-9)
        return int(able[self.result[able].argmax()])

    @property
    def fewer_pupils(self) -> int:
        """The point with the fewest students at no worse a result than the plan's."""
        able = np.flatnonzero(self.result >= self.result[0] - 1e-6)
        return int(able[self.measure[able].argmin()])


def frontier(plan: Scenario, measure: str, keys: Sequence[str]) -> Frontier:
    """The plan and every pair or triple of settings of one to three decision levers, up to nine of each.

    Raises `ScenarioError` for levers that are no decisions, or too many. KeyError for an unknown measure.
    """
    problems = [
        say("find_a_fix.no_decision", setting=LEVERS[k].label if k in LEVERS else k)
        for k in keys
        if k not in LEVERS or LEVERS[k].kind != "decision"
    ]
    if not 1 <= len(set(keys)) <= MOST_LEVERS:
        problems.append(say("find_a_fix.too_many", chosen=len(set(keys)), most=MOST_LEVERS))
    if problems:
        raise ScenarioError([Problem("levers", None, p) for p in problems])
    named = tuple(dict.fromkeys(keys))
    axes: list[tuple[Value, ...]] = [LEVERS[k].choices or tuple(spaced(plan, k)[0]) for k in named]
    at = np.indices([len(a) for a in axes]).reshape(len(axes), -1)
    chosen = [[plan[k], *(a[i] for i in row)] for k, a, row in zip(named, axes, at.tolist(), strict=True)]
    rule, classes = MEASURES[measure], MEASURES["class_size"]
    many = batch(plan, {k: column(values) for k, values in zip(named, chosen, strict=True)})
    p = project(many, only=[LINE, *rule.lines, *classes.lines])
    pupils, result = rule.of(p), p[LINE][:, YEAR]
    best = _unbeaten(pupils, result)
    return Frontier(named, tuple(zip(*chosen, strict=True)), pupils, result, best, classes.of(p))


def _unbeaten(pupils: Array, result: Array) -> Array:
    """Points that no other beats, fewest students first; of equal ones the first."""
    order = np.lexsort((np.arange(pupils.size), -result, pupils))
    best = np.maximum.accumulate(np.concatenate([[-np.inf], result[order][:-1]]))
    return order[result[order] > best]
