"""Goals and limits: what a plan is to reach, and what it may not touch on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import Value
from model.goals.limits import KEPT, Limits
from model.lines.positions import POSITIONS
from model.plan.scenario import Scenario
from model.results.as_tested import LINES, as_tested
from model.results.projection import Projection, project
from model.results.standards import DEBT_COVER, borrows, measured
from model.texts import say
from model.years import OPERATING_YEARS, YEARS

RESERVE_MONTHS = 2
_IN_OPERATION = slice(1, YEARS)
PLENTY = 1e12  # dollars
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that a goal asks for.

    `margin` is in dollars, shape (scenarios,); `missed` is the key of the sentence for a miss, with {amount}.
    """

    margin: Callable[[Projection], Array]
    missed: str


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to reach: it is reached when the margin of every condition is zero or above.

    `as_at_start` also keeps the class size at or below that of the starting plan, in every year.
    """

    key: str
    label_key: str
    means_key: str
    lines: tuple[str, ...]
    conditions: tuple[Condition, ...]
    as_at_start: bool = False

    @property
    def label(self) -> str:
        return say(self.label_key)

    @property
    def means(self) -> str:
        """What has to hold, in sentences."""
        return say(self.means_key)

    def margins(self, p: Projection) -> Array:
        """Dollars to spare of every condition, negative where it is missed; shape (scenarios, conditions)."""
        return np.stack([np.broadcast_to(c.margin(p), p.scenarios.count) for c in self.conditions], axis=1)


def is_met(margins: Array) -> Array:
    """Whether all conditions are met, to the half cent; shape (scenarios,)."""
    met: Array = np.asarray((margins >= -HALF_A_CENT).all(axis=1))
    return met


def _year5(p: Projection) -> Array:
    result: Array = p["tested_result"][:, 5]
    return result


def _sustained(p: Projection) -> Array:
    """The worst of Years 3 to 5."""
    worst: Array = p["tested_result"][:, 3:6].min(axis=1)
    return worst


def _lowest_balance(p: Projection) -> Array:
    lowest: Array = p["lowest_when_filled"][:, 5]
    return lowest


def _without_grants(p: Projection) -> Array:
    """The lowest balance without grants from Year 3 on; never what is tightest where none is paid then."""
    lowest, with_grants = p["lowest_without_grants"][:, 5], p["lowest_when_filled"][:, 5]
    return np.where(with_grants - lowest > HALF_A_CENT, lowest, PLENTY)


def _reserve(p: Projection) -> Array:
    """Money kept for devices that are due later is no reserve."""
    money = as_tested(p)
    free = money.savings[:, 5] - np.maximum(p["device_money"][:, 5], 0.0)
    spare: Array = free - money.cost[:, 5] * RESERVE_MONTHS / 12
    return spare


def _of_standard(key: str) -> Callable[[Projection], Array]:
    """The dollars to spare in Year 5 of a standard by which others judge."""

    def spare(p: Projection) -> Array:
        m = measured(key, p)
        return np.where(m.is_judged[:, 5], m.spare[:, 5], PLENTY)

    return spare


_VERDICT = (
    "tested_result",
    "lowest_when_filled",
    "lowest_without_grants",
)
_SOUND = (
    Condition(_sustained, "find_a_fix.missed_years_3_to_5"),
    Condition(_lowest_balance, "find_a_fix.missed_savings"),
    Condition(_without_grants, "find_a_fix.missed_grants"),
)

GOALS: Mapping[str, Goal] = MappingProxyType(
    {
        g.key: g
        for g in (
            Goal(
                "sustainable",
                "find_a_fix.goal_balance",
                "find_a_fix.goal_balance_means",
                _VERDICT,
                _SOUND,
            ),
            Goal(
                "class_size",
                "find_a_fix.goal_class_size",
                "find_a_fix.goal_class_size_means",
                _VERDICT,
                _SOUND,
                as_at_start=True,
            ),
            Goal(
                "year5",
                "find_a_fix.goal_year5",
                "find_a_fix.goal_year5_means",
                ("tested_result",),
                (Condition(_year5, "find_a_fix.missed_year5"),),
            ),
            Goal(
                "reserve",
                "find_a_fix.goal_reserve",
                "find_a_fix.goal_reserve_means",
                (*LINES, "device_money"),
                (Condition(_reserve, "find_a_fix.missed_reserve"),),
            ),
            Goal(
                "days_cash",
                "find_a_fix.goal_days_cash",
                "find_a_fix.goal_days_cash_means",
                LINES,
                (Condition(_of_standard("days_cash"), "find_a_fix.missed_days_cash"),),
            ),
            Goal(
                "margin",
                "find_a_fix.goal_margin",
                "find_a_fix.goal_margin_means",
                LINES,
                (Condition(_of_standard("margin"), "find_a_fix.missed_margin"),),
            ),
            Goal(
                DEBT_COVER,
                "find_a_fix.goal_debt_cover",
                "find_a_fix.goal_debt_cover_means",
                LINES,
                (Condition(_of_standard(DEBT_COVER), "find_a_fix.missed_debt_cover"),),
            ),
        )
    }
)


def goals_for(plan: Scenario) -> tuple[str, ...]:
    """The goals that mean something for a plan: one without debt has no debt service to cover."""
    return tuple(k for k in GOALS if k != DEBT_COVER or borrows(plan))


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """Goal and limits measured against a plan and the one it started from."""

    plan: Scenario
    start: Scenario
    goal: Goal
    limits: Limits
    ceiling: Array | None = field(default=None)  # largest class, Years 1 to 5
    floors: Mapping[str, Array] = field(default_factory=dict)  # of the limits, by line, Years 1 to 5
    needed: Mapping[str, Array] = field(default_factory=dict)  # what no school can do without, the same way

    @staticmethod
    def of(plan: Scenario, start: Scenario, goal: Goal, limits: Limits) -> Bar:
        kept = [k for key in limits.keep for k in KEPT[key].lines]
        needed = {x.line: x.role.least for x in POSITIONS.values() if x.role.least}
        p = project([plan, start], only=["class_size", *kept, *needed])
        sizes = [p["class_size"][1, _IN_OPERATION]] if goal.as_at_start else []
        sizes += [np.full(OPERATING_YEARS, limits.class_size)] if limits.class_size is not None else []
        ceiling = np.min(sizes, axis=0) if sizes else None
        floors = {k: p[k][0, _IN_OPERATION] for k in kept}
        least = {k: np.minimum(p[k][0, _IN_OPERATION], n) for k, n in needed.items()}
        return Bar(plan, start, goal, limits, ceiling, floors, least)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that goal and limits look at."""
        return (
            *self.goal.lines,
            *(("class_size",) if self.ceiling is not None else ()),
            *self.floors,
            *self.needed,
        )

    def too_large(self, p: Projection) -> Array:
        """By how many students classes exceed their limit in the worst year, or 0; shape (scenarios,)."""
        if self.ceiling is None:
            return np.zeros(p.scenarios.count)
        over: Array = (p["class_size"][:, _IN_OPERATION] - self.ceiling).max(axis=1)
        return np.where(over > _HAIR, over, 0.0)

    def keeps(self, p: Projection) -> Array:
        """Whether no line falls below its floor; shape (scenarios,). `may_stand` checks single levers."""
        return self.is_a_school(p) & _above(self.floors, p)

    def is_a_school(self, p: Projection) -> Array:
        """Whether there are still a principal and an office, as far as there were; shape (scenarios,)."""
        return _above(self.needed, p)

    def may_stand(self, key: str, value: Value) -> bool:
        """Whether a lever that must not shrink may take a value."""
        if not any(key in KEPT[k].levers for k in self.limits.keep):
            return True
        now = self.plan[key]
        if isinstance(now, str) or isinstance(value, str):
            return value == now
        pairs = zip(_five(value), _five(now), strict=True)
        return all(a >= b - _HAIR for a, b in pairs)


def _above(floors: Mapping[str, Array], p: Projection) -> Array:
    kept = np.ones(p.scenarios.count, dtype=bool)
    for line, floor in floors.items():
        kept &= (p[line][:, _IN_OPERATION] >= floor - _HAIR).all(axis=1)
    return kept


def _five(value: float | tuple[float, ...]) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,) * OPERATING_YEARS
