"""Who is hired when: what a plan forecasts in spring, and what it costs when the fall brings fewer students.

Contracts go out by May and layoff notices by March, so a surprise of the fall changes the number of teachers
a year later. What follows is in `model/lines/revenue.py`; here is what a surprise has to state for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.evidence import GROWING, Value
from model.evidence.growing import GROWS
from model.plan.by_grade import is_by_grade
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.results.projection import project
from model.years import OPERATING

COUNT, FORECAST, AT_ONCE, LATE = "staffing_count", "forecast", "this_fall", "last_fall"
FORECAST_COUNT = "forecast_enrollment"


def is_by_forecast(scenario: Scenario) -> bool:
    """Whether teachers are hired by a forecast, so that a surprise finds the contracts of spring."""
    return scenario[COUNT] == FORECAST


def has_forecast(scenario: Scenario) -> bool:
    """Whether the scenario states a forecast of its own. Otherwise it expects its own students."""
    return any(scenario.number(FORECAST_COUNT, t) > 0 for t in OPERATING)


def forecast_of(scenario: Scenario) -> Value:
    """The students that a plan in one number expects, before they are rounded: one number or five."""
    factor = project([scenario], only=["enrollment_factor"]).row("enrollment_factor")
    return plainest([scenario.number("enrollment_year1", t) * factor[t] for t in OPERATING])


def expected_before(scenario: Scenario) -> dict[str, Value]:
    """What has to be stated before a surprise moves the students of a scenario in one number.

    Nothing where teachers follow a count instead of a forecast, or where a forecast is stated already. What
    the plan expects is corrected by last fall's count, also where its fields say that five typed forecasts
    would not be.
    """
    if not is_by_forecast(scenario) or is_by_grade(scenario) or has_forecast(scenario):
        return {}
    mark = GROWING[FORECAST_COUNT].mark
    corrected: dict[str, Value] = {} if scenario[mark] == GROWS else {mark: GROWS}
    return {FORECAST_COUNT: forecast_of(scenario), **corrected}


class Contracts(NamedTuple):
    """What teachers under contract cost when the fall brings fewer students than expected.

    `year` is the first year in which they differ from those who would follow the students at once. `teachers`
    are how many more positions there are and `dollars` how much lower the result is, both in that year.
    """

    year: int
    teachers: float
    dollars: float


def contracts(scenarios: Sequence[Scenario]) -> list[Contracts | None]:
    """The cost of contracts in each scenario; None where they make no difference. One call of the model."""
    if not scenarios:
        return []
    count = len(scenarios)
    at_once = [s.changed({COUNT: AT_ONCE}) if is_by_forecast(s) else s for s in scenarios]
    p = project([*scenarios, *at_once], only=("teachers", "tested_result"))
    more = p["teachers"][:count] - p["teachers"][count:]
    lower = p["tested_result"][count:] - p["tested_result"][:count]
    found: list[Contracts | None] = []
    for i in range(count):
        year = next((t for t in OPERATING if more[i, t]), None)
        found.append(None if year is None else Contracts(year, float(more[i, year]), float(lower[i, year])))
    return found
