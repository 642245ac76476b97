"""Every route for one plan: what it changes, costs and needs, and the year in which it breaks.

All routes are computed in one projection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS, Value
from model.lines.positions import Position
from model.plan.each_year import with_marks
from model.plan.scenario import Scenario
from model.results.projection import Projection, Scenarios, project
from model.results.verdicts import LINES as JUDGED
from model.results.verdicts import Verdict, judge_all
from model.routes.positions import POSITIONS, give_up
from model.texts import say

# Each route with the key of its name.
ROUTES: Mapping[str, str] = MappingProxyType(
    {
        "one_time": "leaders.route_one_time",
        "recurring": "leaders.route_recurring",
        "waiver": "leaders.route_waiver",
        "position": "leaders.route_position",
        "release": "leaders.route_release",
        "none": "leaders.route_none",
    }
)
_LINES = (
    "leader_supplements",
    "leader_pay_cost",
    "one_time_stipends",
    "total_cost",
    "recurring_cost",
    "class_size",
    "release_positions",
    "release_hours",
    "stipend_benefits",
    *(x.line for x in POSITIONS.values()),
)
EXTRA_PAY, PENSION, PAYROLL_TAX = "extra_pay_benefits", "extra_pay_pension_rate", "stipend_benefit_rate"
_PAID = ("teacher_leaders", "leader_supplement")
_GIVEN_FOR_RELEASE = ("leader_supplement", "leader_release_share")


# Used where neither the plan nor its start has a value: a quarter of the week each makes four leaders one
# position.
DEFAULTS: Mapping[str, float] = MappingProxyType(
    {
        "teacher_leaders": float(LEVERS["teacher_leaders"].default),
        "leader_supplement": float(LEVERS["leader_supplement"].default),
        "leader_release_share": 0.25,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked where the plan has no value: how many leaders, their pay, and their release (a share).

    None takes it from the starting plan, or else from `DEFAULTS`. `position` is a key of `POSITIONS`.
    """

    leaders: float | None = None
    supplement: float | None = None
    release: float | None = None
    position: str = "teacher"


@dataclass(frozen=True, slots=True)
class Route:
    """One route.

    `costs` are those of Years 1 to 5 beyond a plan without leaders; `plan` is None where it cannot be done.
    `breaks` is the first year in which somebody is not paid or the plan is short, and `why` says which:
    "unpaid", "empty" (the balance does not hold the one-time money) or "short". `row` is its row in the
    projection. `is_paid`: the leaders get what they are due in every year.
    """

    key: str
    plan: Scenario | None
    costs: tuple[float, ...] = ()
    verdict: Verdict | None = None
    breaks: int | None = None
    why: str = ""
    is_used: bool = False
    row: int = -1
    is_paid: bool = True

    @property
    def label(self) -> str:
        return say(ROUTES[self.key])


class Footing(NamedTuple):
    """What every way carries on top of extra pay in Year 1, a share of it: as the plan's own kind does."""

    share: float
    is_of_a_raise: bool  # whether the plan's own kind is a raise


@dataclass(frozen=True, slots=True)
class Compared:
    """All routes for a plan, and the lever values they were computed with.

    These come from the plan, its start or the question. `same_money` is the release share of each leader that
    costs no more than the stipends in any year.
    """

    routes: tuple[Route, ...]
    leaders: Value
    supplement: Value
    release: Value
    position: Position
    same_money: float
    projection: Projection
    footing: Footing | None  # where the plan counts a stipend and a raise apart

    def of(self, key: str) -> Route:
        """A route by its key."""
        return next(r for r in self.routes if r.key == key)


def is_some(value: Value) -> bool:
    """Whether a number, or one of five, is above nothing."""
    years = value if isinstance(value, tuple) else (value,)
    return any(isinstance(x, float) and x > 0 for x in years)


def at_hand(lever: str, start: Scenario) -> Value:
    """The value of a lever where the plan has none and nobody asks for one."""
    return start[lever] if is_some(start[lever]) else DEFAULTS[lever]


def on_one_footing(plan: Scenario) -> Mapping[str, Mapping[str, Value]]:
    """What makes the other kind of extra pay carry what the plan's own kind carries: changes, by that kind.

    The plan's own kind stays as it is, so that its row is the plan to the cent. Empty unless the plan charges
    the full benefits rate on a raise and payroll tax alone on a stipend.
    """
    if plan[EXTRA_PAY] != "apart":
        return {}
    if plan["leader_pay"] == "stipend":
        return {"salary_waiver": {EXTRA_PAY: "pension_on_both", PENSION: 0.0}}
    bounds = LEVERS[PAYROLL_TAX].bounds
    assert bounds is not None
    load = project([plan], only=["benefits_load"])["benefits_load"][0, 1:]
    carried = np.clip(np.round(load - 1, 10), *bounds).tolist()
    return {"stipend": {PAYROLL_TAX: tuple(carried) if len(set(carried)) > 1 else carried[0]}}


def _value(lever: str, asked: float | None, start: Scenario, now: Scenario) -> Value:
    if is_some(now[lever]):
        return now[lever]
    return at_hand(lever, start) if asked is None else asked


def compare(start: Scenario, now: Scenario, asked: Asked | None = None) -> Compared:
    """The routes for a plan. They stay the same whichever of them the plan has taken.

    Every other lever stays as in the plan, but a stipend and a raise are compared on one footing: both carry
    what the plan's own kind carries, unless it says that pension counts for a raise alone. Raises
    `ScenarioError` for impossible values and `KeyError` for an unknown kind of position.
    """
    ask = asked or Asked()
    leaders = _value("teacher_leaders", ask.leaders, start, now)
    supplement = _value("leader_supplement", ask.supplement, start, now)
    release = _value("leader_release_share", ask.release, start, now)
    paid: dict[str, Value] = {"teacher_leaders": leaders, "leader_supplement": supplement}
    ground, position = _ground(start, now, POSITIONS[ask.position])
    others = on_one_footing(now)
    recurring = {"leader_pay": "stipend", "stipend_source": "recurring", **others.get("stipend", {})}
    raised = {"leader_pay": "salary_waiver", **others.get("salary_waiver", {})}
    stipend = ground.changed({**paid, **recurring})
    none = ground.changed({"teacher_leaders": 0.0})
    given = give_up(stipend, position, _recurring(none))
    plans: dict[str, Scenario | None] = {
        "one_time": stipend.changed(stipend_source="one_time"),
        "recurring": stipend,
        "waiver": ground.changed({**paid, **raised}),
        "position": None if given is None else stipend.changed(given),
        "release": ground.changed(
            {"teacher_leaders": leaders, "leader_supplement": 0.0, "leader_release_share": release}
        ),
        "none": none,
    }
    found = {key: plan for key, plan in plans.items() if plan is not None}
    p = project(list(found.values()), only=[*JUDGED, *_LINES])
    rows = {key: i for i, key in enumerate(found)}
    verdicts = judge_all(p)
    routes = [
        _route(key, plan, p, rows[key], rows["none"], verdicts[rows[key]]) if plan else Route(key, None)
        for key, plan in plans.items()
    ]
    carried = Footing(p.cell("stipend_benefits", 1, rows["recurring"]), "stipend" in others)
    footing = carried if others else None
    taken = tuple(_marked(routes, now))
    return Compared(taken, leaders, supplement, release, position, _same_money(stipend), p, footing)


def _ground(start: Scenario, now: Scenario, position: Position) -> tuple[Scenario, Position]:
    """The plan as it was before it took a route.

    A position that was given up for leaders is back, and so is the pay that release time replaced. Other
    changes stay.
    """
    if not is_some(now["leader_supplement"]) and is_some(now["leader_release_share"]):
        return now.changed({k: start[k] for k in with_marks(_GIVEN_FOR_RELEASE)}), position
    if not all(is_some(now[k]) for k in _PAID) or (now["leader_pay"], now["stipend_source"]) != (
        "stipend",
        "recurring",
    ):
        return now, position
    for kind in POSITIONS.values():
        for lever, _ in kind.levers:
            if now[lever] != start[lever]:
                before_it = now.changed({lever: start[lever]})
                least = give_up(before_it, kind, _recurring(before_it.changed(teacher_leaders=0.0)))
                if least == {lever: now[lever]}:
                    return before_it, kind
    return now, position


def _recurring(scenario: Scenario) -> np.ndarray:
    cost: np.ndarray = project([scenario], only=["recurring_cost"])["recurring_cost"][0, 1:]
    return cost


def _same_money(stipend: Scenario) -> float:
    """The largest release share, on the lever's own steps, that never costs more than the stipends."""
    lever = LEVERS["leader_release_share"]
    assert lever.bounds is not None
    assert lever.step is not None
    shares = np.round(np.arange(lever.bounds[0], lever.bounds[1] + 1e-9, lever.step), 10)
    unpaid = stipend.changed(leader_supplement=0.0)
    cost = project(Scenarios.varied(unpaid, leader_release_share=shares), only=["recurring_cost"])
    holds = (cost["recurring_cost"][:, 1:] <= _recurring(stipend) + HALF_A_CENT).all(axis=1)
    return float(shares[holds].max())


def _route(key: str, plan: Scenario, p: Projection, row: int, none: int, verdict: Verdict) -> Route:
    costs = (p["total_cost"][row] - p["total_cost"][none])[1:]
    due, recurring, once, balance = (
        p.row(k, row)
        for k in ("leader_supplements", "leader_pay_cost", "one_time_stipends", "savings_when_filled")
    )
    years = range(1, len(due))
    unpaid = [t for t in years if due[t] > 0 and not recurring[t] + once[t]]
    empty = [t for t in years if once[t] > 0 and balance[t] < -HALF_A_CENT]
    ends = {"unpaid": unpaid, "empty": empty, "short": verdict.tested.short.years}
    first = [(found[0], why) for why, found in ends.items() if found]
    breaks, why = min(first, key=lambda x: x[0]) if first else (None, "")
    return Route(key, plan, tuple(costs.tolist()), verdict, breaks, why, row=row, is_paid=not unpaid)


def _marked(routes: list[Route], now: Scenario) -> list[Route]:
    """The route that the plan has taken, if any.

    A position given up is a stipend too; the more specific route is named.
    """
    order = sorted(routes, key=lambda r: r.key != "position")
    used = next((r.key for r in order if r.plan and r.plan.values == now.values), None)
    return [replace(r, is_used=r.key == used) for r in routes]
