"""What contracts cost in the futures of a plan: teachers hired in spring stay when fewer students come."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from model.plan.by_grade import is_by_grade
from model.plan.scenario import Scenario
from model.ranges.chances import held_up
from model.ranges.futures import futures
from model.ranges.whose_counts import PLACE
from model.results.hiring import AT_ONCE, COUNT, FORECAST, LATE, is_by_forecast
from model.results.projection import project
from model.texts import say
from model.units import money, number
from model.years import OPERATING_YEARS

_LINES = ("teachers", "structural_result", "verdict_state")
_HELD = {FORECAST: "cases.contracts", AT_ONCE: "cases.contracts_at_once", LATE: "cases.contracts_late"}


@dataclass(frozen=True, slots=True)
class Hired:
    """The futures in which contracts keep teachers in Year 5, and what that costs in the middle one.

    `cases` of 2,000 and dollars a year. `at_once` counts the futures that would hold up if teachers followed
    the students in the same fall.
    """

    cases: int
    dollars: float
    at_once: int


def hired(scenario: Scenario, pins: Collection[str] = (), place: str = PLACE) -> Hired | None:
    """None where no surprise meets a contract: another way of hiring, or students held at the plan.

    Raises `ScenarioError` for a source or a place that is not known.
    """
    if not is_by_forecast(scenario) or "enrollment" in pins:
        return None
    drawn = futures(scenario, pins, place)
    now = project(drawn, only=_LINES)
    at_once = (
        futures(scenario.changed({COUNT: AT_ONCE}), pins, place)  # whose classes follow this fall's count
        if is_by_grade(scenario)
        else drawn.replaced(**{COUNT: np.array([[AT_ONCE]])})
    )
    free = project(at_once, only=_LINES)
    kept = now["teachers"][:, OPERATING_YEARS] > free["teachers"][:, OPERATING_YEARS]
    lower = (free["structural_result"] - now["structural_result"])[kept, OPERATING_YEARS]
    return Hired(int(kept.sum()), float(np.median(lower)) if kept.any() else 0.0, held_up(free))


def hired_words(scenario: Scenario, found: Hired | None) -> str:
    """The convention that the futures follow, and what it costs."""
    convention = say(_HELD[str(scenario[COUNT])])
    if found is None or not found.cases:
        return convention
    amount = money(found.dollars)
    return " ".join(
        (
            convention,
            say("cases.contracts_cost", amount=amount, count=number(found.cases)),
            say("cases.contracts_held_up", count=number(found.at_once)),
        )
    )
