"""Two thousand futures of a plan: the plan itself with its uncertain values drawn at random.

`data/uncertainty.csv` says which values and how. The draws are fixed and the same for every plan, so a plan
minus itself is exactly 0 in every future. A pinned source stays at the plan's value and changes nothing about
the others.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import grown
from model.evidence import CORRELATIONS, SPREADS, UNCERTAIN, Spread, Uncertainty
from model.evidence.uncertainty import ENROLLMENT, GROWTH, correlation_matrix
from model.grades.one_number import levers_in_one_number
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.ranges.draws import FUTURES, heavy, normal, slices
from model.results.projection import Scenarios
from model.texts import quoted, say
from model.years import OPERATING_YEARS, YEARS

REFERENCE_SIZE = 500  # students; the spread of enrollment is stated for a school of this size
PLACE = next(iter(SPREADS))  # the place whose enrollment counts are used by default
TENTH = 1.2815515655446004  # the normal distribution keeps 8 of 10 within this many spreads

_GROWING = [u.key for u in UNCERTAIN.values() if u.shape == GROWTH]
_GROWTH_YEARS = OPERATING_YEARS - 1  # year 1 is the level that growth starts from


def _named() -> list[str]:
    """What is drawn, by name; each has a dimension of its own. Those that decide most come first."""
    lasting = list(UNCERTAIN)
    enrollment = [k for k, u in UNCERTAIN.items() if u.shape == ENROLLMENT]
    yearly = [f"{k} {t}" for k in enrollment for t in range(1, OPERATING_YEARS + 1)]
    return [*lasting, *yearly, *(f"{k} {t}" for k in _GROWING for t in range(2, OPERATING_YEARS + 1))]


_DIMENSIONS = {name: i for i, name in enumerate(_named())}


def futures(
    scenario: Scenario, pins: Collection[str] = (), place: str = PLACE, *, apart: bool = False
) -> Scenarios:
    """The futures of a plan, 2,000 scenarios.

    `pins` are the sources that stay at the plan's value, `place` says whose counts enrollment spreads by;
    `apart` leaves out correlations. A school counted by grade spreads as a whole, with teachers at each
    year's own ratio. Raises `ScenarioError` for an unknown source or place.
    """
    _check(pins, place)
    base = Scenarios.of([scenario]).levers
    if any(u.shape == ENROLLMENT and k not in pins for k, u in UNCERTAIN.items()):
        base = {**base, **levers_in_one_number(scenario)}
    drawn: dict[str, Array] = {}
    for key, source in UNCERTAIN.items():
        if key in pins:
            continue
        if source.shape == ENROLLMENT:
            drawn |= _enrollment(base["enrollment_year1"], base["enrollment_growth"], place)
        elif source.shape == GROWTH:
            drawn |= {lever: base[lever] + growth_off(key, apart) for lever in source.levers}
        else:
            drawn |= {lever: base[lever] * (1 + level_off(key)) for lever in source.levers}
    return Scenarios(MappingProxyType({**base, **drawn}), FUTURES)


def _check(pins: Collection[str], place: str) -> None:
    known = ", ".join(UNCERTAIN)
    problems = [
        Problem("pin", p, say("cases.unknown_source", key=quoted(p[:60]), known=known))
        for p in pins
        if p not in UNCERTAIN
    ]
    if place not in SPREADS:
        said = say("cases.unknown_place", key=quoted(place[:60]), known=", ".join(SPREADS))
        problems.append(Problem("place", place, said))
    if problems:
        raise ScenarioError(problems)


def _enrollment(first: Array, growth: Array, place: str) -> dict[str, Array]:
    # A path of students states every year; a growth rate beside it would be added on top (see SET_ASIDE in
    # model/plan/scenario.py).
    path = first * grown(growth) * np.exp(enrollment_off(float(first[0, 0]), place))
    return {"enrollment_year1": path, "enrollment_growth": np.zeros((1, 1))}


def enrollment_off(pupils: float, place: str = PLACE) -> Array:
    """By how much enrollment departs from its plan, log change, shape (2000, 6); column 0 repeats Year 1."""
    # An empty school has no students to vary.
    smaller: float = (max(pupils, 1.0) / REFERENCE_SIZE) ** -SPREADS[place].size_exponent
    return enrollment_draws(place) * smaller


@cache
def enrollment_draws(place: str) -> Array:
    """The same at 500 students. Never change the array."""
    return strayed(SPREADS[place])


def strayed(spread: Spread) -> Array:
    """How enrollment departs at 500 students: a lasting drift, and each year a lasting change of its own."""
    shocks = np.stack([heavy()[_slice(f"enrollment {t}")] for t in range(1, YEARS)], axis=1)
    drift = normal()[_slice("enrollment")][:, None] * np.arange(1, YEARS)
    off = spread.persistent * drift + spread.yearly * np.cumsum(shocks, axis=1)
    return np.concatenate([off[:, :1], off], axis=1)


@cache
def growth_off(key: str, apart: bool = False) -> Array:
    """By how many points (shares a year) a growth rate is off, shape (2000, 6). Never change the array."""
    source = UNCERTAIN[key]
    off = _within(source, normal()[_slice(key)] if apart else _together()[key])
    years = np.zeros((FUTURES, YEARS))
    for t in range(2, YEARS):
        years[:, t] = off + source.yearly / TENTH * normal()[_slice(f"{key} {t}")]
    return years


@cache
def level_off(key: str) -> Array:
    """By what share of its value a level is off, equal in all years, shape (2000, 1). Never change it."""
    return _within(UNCERTAIN[key], normal()[_slice(key)])[:, None]


def _within(source: Uncertainty, z: Array) -> Array:
    """A distribution in two halves: its tenths lie at the low and the high, its middle at the plan."""
    return np.where(z < 0, -source.low, source.high) * z / TENTH


@cache
def _together() -> dict[str, Array]:
    """The lasting parts of the growth rates, correlated as `data/correlations.csv` says."""
    apart = np.stack([normal()[_slice(key)] for key in _GROWING])
    lower = np.linalg.cholesky(correlation_matrix(_GROWING, list(CORRELATIONS.values())))
    return dict(zip(_GROWING, lower @ apart, strict=True))


def _slice(name: str) -> Array:
    found: Array = slices()[_DIMENSIONS[name]]
    return found
