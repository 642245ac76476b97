"""A school counted by grade, converted to one number.

For questions that move enrollment as a whole, such as a shock or a spread.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from model.book.terms import Array
from model.evidence import GROWING, Value
from model.evidence.growing import GROWS
from model.plan.by_grade import CHOICE, ONE_NUMBER, is_by_grade
from model.plan.dating import plainest
from model.plan.scenario import Scenario
from model.results.projection import project
from model.years import YEARS

_OPERATING = slice(1, YEARS)
RATE = "base_rate_per_pupil"
# Spans of grades have no meaning where grades are not counted.
_AT_ONE_RATE: Mapping[str, str] = {"funding_rates": "one_rate", GROWING[RATE].mark: GROWS}


def in_one_number(scenario: Scenario) -> Scenario:
    """The same students and teachers in every year, with enrollment as five numbers and each year's own
    ratio.

    A scenario that is counted in one number already is returned as it is. Whoever moves its students from
    there gives it the ratio of its classes (`model/grades/classes.py`). Raises `ScenarioError` where a ratio
    or a number of students lies outside the bounds of its lever.
    """
    if not is_by_grade(scenario):
        return scenario
    pupils, ratio = _counted(scenario)
    rate = _rate(scenario)
    changes: dict[str, Value] = {
        **({} if rate is None else {**_AT_ONE_RATE, RATE: tuple(rate[_OPERATING].tolist())}),
        CHOICE: ONE_NUMBER,
        "enrollment_year1": tuple(pupils[_OPERATING].tolist()),
        "pupils_per_teacher": plainest(ratio[_OPERATING].tolist()),
    }
    return scenario.changed(changes)


def levers_in_one_number(scenario: Scenario) -> Mapping[str, Array]:
    """The same as arrays of shape (1, 6) or (1, 1).

    Not held to any bounds, because futures go beyond them.
    """
    if not is_by_grade(scenario):
        return {}
    pupils, ratio = _counted(scenario)
    rate = _rate(scenario)
    at_one = (
        {} if rate is None else {k: np.array([[v]]) for k, v in _AT_ONE_RATE.items()} | {RATE: rate[None]}
    )
    return {
        **at_one,
        CHOICE: np.array([[ONE_NUMBER]]),
        "enrollment_year1": pupils[None, :],
        "enrollment_growth": np.zeros((1, 1)),
        "pupils_per_teacher": ratio[None, :],
    }


def _rate(scenario: Scenario) -> Array | None:
    """The rate of all grade spans as a base rate in Year 1 dollars, six years; None with one rate.

    The start-up year takes Year 1's.
    """
    if scenario["funding_rates"] != "by_span":
        return None
    p = project([scenario], only=("span_rate", "funding_factor"))
    factor = p["funding_factor"][0]
    rate: Array = np.where(factor > 0, p["span_rate"][0] / np.where(factor > 0, factor, 1.0), 0.0)
    rate[0] = rate[1]
    return rate


def _counted(scenario: Scenario) -> tuple[Array, Array]:
    """Students and students per teacher, six years each.

    The start-up year takes Year 1's, and a school without teachers the lever's.
    """
    p = project([scenario], only=("enrollment", "staffing_pupils", "teachers"))
    pupils, hired_for, teachers = (
        p[line][0].copy() for line in ("enrollment", "staffing_pupils", "teachers")
    )
    held = [scenario.number("pupils_per_teacher", max(t, 1)) for t in range(YEARS)]
    some = (teachers > 0) & (hired_for > 0)
    ratio = np.where(some, hired_for / np.where(some, teachers, 1.0), held)
    pupils[0], ratio[0] = pupils[1], ratio[1]
    return pupils, ratio
