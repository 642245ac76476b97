"""Every route for one plan: what it changes, costs and needs, and the year in which it breaks.

All routes are computed in one projection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

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
EXTRA_PAY = "extra_pay_benefits"
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
    projection.
    """

    key: str
    plan: Scenario | None
    costs: tuple[float, ...] = ()
    verdict: Verdict | None = None
    breaks: int | None = None
    why: str = ""
    is_used: bool = False
    row: int = -1

    @property
    def label(self) -> str:
        return say(ROUTES[self.key])


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
    footing: float | None  # what both carry of pay, in Year 1, where the plan counts them apart

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


def on_one_footing(plan: Scenario) -> Scenario:
    """The plan with extra pay that carries what extra pay carries. Health insurance does not rise with it."""
    return plan.changed({EXTRA_PAY: "pension_on_both"}) if plan[EXTRA_PAY] == "apart" else plan


def _value(lever: str, asked: float | None, start: Scenario, now: Scenario) -> Value:
    if is_some(now[lever]):
        return now[lever]
    return at_hand(lever, start) if asked is None else asked


def compare(start: Scenario, now: Scenario, asked: Asked | None = None) -> Compared:
    """The routes for a plan. They stay the same whichever of them the plan has taken.

    Every other lever stays as in the plan, but a stipend and a raise are compared on the same footing: both
    carry pension and payroll tax, unless the plan says otherwise for stipends. Raises `ScenarioError` for
    impossible values and `KeyError` for an unknown kind of position.
    """
    ask, as_is = asked or Asked(), now
    now = on_one_footing(as_is)
    leaders = _value("teacher_leaders", ask.leaders, start, now)
    supplement = _value("leader_supplement", ask.supplement, start, now)
    release = _value("leader_release_share", ask.release, start, now)
    paid: dict[str, Value] = {"teacher_leaders": leaders, "leader_supplement": supplement}
    ground, position = _ground(start, now, POSITIONS[ask.position])
    stipend = ground.changed({**paid, "leader_pay": "stipend", "stipend_source": "recurring"})
    without_pay = {EXTRA_PAY: as_is[EXTRA_PAY]}  # where nobody has extra pay, it need not move
    none = ground.changed({"teacher_leaders": 0.0, **without_pay})
    given = give_up(stipend, position, _recurring(none))
    plans: dict[str, Scenario | None] = {
        "one_time": stipend.changed(stipend_source="one_time"),
        "recurring": stipend,
        "waiver": ground.changed({**paid, "leader_pay": "salary_waiver"}),
        "position": None if given is None else stipend.changed(given),
        "release": ground.changed(
            {
                "teacher_leaders": leaders,
                "leader_supplement": 0.0,
                "leader_release_share": release,
                **without_pay,
            }
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
    return Compared(
        tuple(_marked(routes, now, as_is)),
        leaders,
        supplement,
        release,
        position,
        _same_money(stipend),
        p,
        p.cell("stipend_benefits", 1, rows["recurring"]) if as_is is not now else None,
    )


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
    breaks, why = _breaks(p, row, verdict)
    return Route(key, plan, tuple(costs.tolist()), verdict, breaks, why, row=row)


def _breaks(p: Projection, row: int, verdict: Verdict) -> tuple[int | None, str]:
    due, recurring, once, balance = (
        p.row(k, row)
        for k in ("leader_supplements", "leader_pay_cost", "one_time_stipends", "savings_when_filled")
    )
    years = range(1, len(due))
    unpaid = [t for t in years if due[t] > 0 and not recurring[t] + once[t]]
    empty = [t for t in years if once[t] > 0 and balance[t] < -HALF_A_CENT]
    first_short = verdict.tested.first_short
    short = [] if first_short is None else [first_short]
    first = [
        (found[0], why) for found, why in ((unpaid, "unpaid"), (empty, "empty"), (short, "short")) if found
    ]
    return min(first, key=lambda x: x[0]) if first else (None, "")


def _marked(routes: list[Route], *plans: Scenario) -> list[Route]:
    """The route that the plan has taken, if any.

    A position given up is a stipend too; the more specific route is named.
    """
    order = sorted(routes, key=lambda r: r.key != "position")
    taken = [plan.values for plan in plans]
    used = next((r.key for r in order if r.plan and r.plan.values in taken), None)
    return [_used(r) if r.key == used else r for r in routes]


def _used(r: Route) -> Route:
    return Route(r.key, r.plan, r.costs, r.verdict, r.breaks, r.why, is_used=True, row=r.row)
