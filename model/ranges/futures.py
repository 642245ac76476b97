"""Two thousand futures of a plan: the plan itself with its uncertain values drawn at random.

`data/uncertainty.csv` says which values and how. The draws are fixed and the same for every plan, so a plan
minus itself is exactly 0 in every future. A pinned source stays at the plan's value and changes nothing about
the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType

import numpy as np

from model.book.columns import column
from model.book.terms import Array
from model.book.vocabulary import grown
from model.evidence import CORRELATIONS, GROWING, UNCERTAIN, Spread, Uncertainty
from model.evidence.growing import AS_TYPED, GROWS
from model.evidence.uncertainty import EACH_YEAR, ENROLLMENT, GROWTH, PER_STUDENT, correlation_matrix
from model.grades.classes import RATIO, ratio_of_classes
from model.grades.one_number import levers_in_one_number
from model.lines.worksheet import GROWTH_LEVERS
from model.plan.by_grade import is_by_grade
from model.plan.scenario import Problem, Scenario, ScenarioError
from model.ranges import departures
from model.ranges.draws import FUTURES, heavy, normal, slices
from model.ranges.whose_counts import PLACE, PLACES, funding_of, is_drifting, spread_of
from model.results.dollars_by_year import moved_by_growth
from model.results.hiring import COUNT, FORECAST, FORECAST_COUNT, LATE
from model.results.projection import Scenarios
from model.results.rent import rented_before
from model.texts import quoted, say
from model.years import OPERATING_YEARS, YEARS

_FORECAST_MARK, _CORRECTED = GROWING[FORECAST_COUNT].mark, np.array([[GROWS]])
OPEN_POSITIONS = "positions_filled"
GRANTS = "private_revenue"
ATTENDANCE = "attendance"
BENEFITS = "benefits"
TENTH = 1.2815515655446004  # the normal distribution keeps 8 of 10 within this many spreads

_GROWING = [u.key for u in UNCERTAIN.values() if u.shape in (GROWTH, PER_STUDENT)]
# The lasting part of funding per student, for a yearly part of 1. It decides only how far the lucky stay
# lucky, and how far funding moves with pay and prices, whose lasting parts are correlated with it.
_FUNDING_LASTS = 0.5
_GROWTH_YEARS = OPERATING_YEARS - 1  # year 1 is the level that growth starts from


def _named() -> list[str]:
    """What is drawn, by name; each has a dimension of its own. Those that decide most come first."""
    lasting = [k for k in UNCERTAIN if k != ATTENDANCE]
    enrollment = [k for k, u in UNCERTAIN.items() if u.shape == ENROLLMENT]
    yearly = [f"{k} {t}" for k in enrollment for t in range(1, OPERATING_YEARS + 1)]
    later = range(2, OPERATING_YEARS + 1)
    each = [k for k, u in UNCERTAIN.items() if u.shape == EACH_YEAR]  # year 1 has the first dimension
    # What came later stands last, so that the draws of everything else are as they were.
    return [
        *lasting,
        *yearly,
        *(f"{k} {t}" for keys in (_GROWING, each) for k in keys for t in later),
        ATTENDANCE,
    ]


_DIMENSIONS = {name: i for i, name in enumerate(_named())}


def futures(
    scenario: Scenario, pins: Collection[str] = (), place: str = PLACE, *, apart: bool = False
) -> Scenarios:
    """The futures of a plan, 2,000 scenarios.

    `pins` are the sources that stay at the plan's value, `place` says whose counts enrollment spreads by: a
    place, or a row of `data/enrollment_spread.csv`. `apart` leaves out what moves together. A school counted
    by grade spreads as a whole, with the teachers that its classes need. Teachers are hired, and rent is
    paid, for the plan's own students. Raises `ScenarioError` for an unknown source or place.
    """
    known(pins, place)
    base, counted = Scenarios.of([scenario]).levers, levers_in_one_number(scenario)
    spread, pupils = spread_of(place), _size({**base, **counted}["enrollment_year1"])
    if any(u.shape == ENROLLMENT and k not in pins for k, u in UNCERTAIN.items()):
        base = {**base, **counted}
    strayed = np.zeros((1, YEARS))
    drawn: dict[str, Array] = {}
    for key, source in UNCERTAIN.items():
        if key in pins or not is_drawn(key, scenario):
            continue
        if source.shape == ENROLLMENT:
            strayed = enrollment_off(pupils, place)
            drawn |= _enrollment(base, spread.drift if is_drifting(spread, scenario) else None, strayed)
            if scenario[COUNT] == LATE:
                drawn |= _never_fewer(drawn["enrollment_year1"])
            drawn |= {k: column([v]) for k, v in rented_before(scenario).items()}
        elif source.shape == PER_STUDENT:
            off = funding_off(spread, pupils, strayed, apart)
            drawn |= {lever: (1 + base[lever]) * off - 1 for lever in source.levers}
        elif source.shape == GROWTH:
            drawn |= {lever: base[lever] + growth_off(key, apart) for lever in source.levers}
        elif source.shape == EACH_YEAR:
            drawn |= {lever: base[lever] * (1 + yearly_off(key)) for lever in source.levers}
        else:
            drawn |= {lever: base[lever] * (1 + level_off(key)) for lever in levers_of(key, scenario)}
            if key == ATTENDANCE:
                drawn |= {lever: np.minimum(drawn[lever], 1) for lever in source.levers}
    drawn |= moved_by_growth(scenario, {k: v for k, v in drawn.items() if k in GROWTH_LEVERS})
    found = Scenarios(MappingProxyType({**base, **drawn}), FUTURES)
    if "enrollment" in pins or not is_by_grade(scenario):
        return found
    return found.replaced(**{RATIO: ratio_of_classes(scenario, found)})


def _size(planned: Array) -> float:
    """The students of the first year that has any: a table of grades may begin with none."""
    return float(planned[0, (planned[0] > 0).argmax()])


def is_drawn(key: str, scenario: Scenario) -> bool:
    """Whether a source moves this plan at all.

    Open positions do only where the plan says that the school keeps their pay. A district that allots
    positions keeps it, and where nobody has settled it no future counts on it. Grants that are awarded come
    in full. Attendance does where funding follows it.
    """
    if key == ATTENDANCE:
        return scenario["funded_on"] == "attendance"
    if key == GRANTS:
        return scenario["grants_status"] != "awarded"
    return key != OPEN_POSITIONS or scenario["open_positions_pay"] == "school"


def levers_of(key: str, scenario: Scenario) -> tuple[str, ...]:
    """The levers that a source moves in a plan. Health insurance misses with the benefits rate: within it, or
    as an amount of its own where it stands beside it. By grade the teachers follow the classes; where they
    follow last fall's count it is the students of each future.
    """
    more: tuple[str, ...] = ()
    if key == BENEFITS and scenario["insurance_counted"] == "beside_rate":
        more = ("health_insurance",)
    if UNCERTAIN[key].shape == ENROLLMENT:
        classes, late = is_by_grade(scenario), scenario[COUNT] == LATE
        more = (*((RATIO,) if classes else ()), *((FORECAST_COUNT,) if late else ()))
    return (*UNCERTAIN[key].levers, *more)


def sources_of(scenario: Scenario) -> list[str]:
    """The sources that a plan is told of: all but attendance where nobody asks for it."""
    return [k for k in UNCERTAIN if k != ATTENDANCE or is_drawn(k, scenario)]


def known(pins: Collection[str], place: str) -> None:
    """Raises `ScenarioError` for a source or a place that is not known."""
    sources = ", ".join(UNCERTAIN)
    problems = [
        Problem("pin", p, say("cases.unknown_source", key=quoted(p[:60]), known=sources))
        for p in pins
        if p not in UNCERTAIN
    ]
    try:
        spread_of(place)
    except KeyError:
        said = say("cases.unknown_place", key=quoted(place[:60]), known=", ".join(PLACES))
        problems.append(Problem("place", place, said))
    if problems:
        raise ScenarioError(problems)


def _enrollment(base: Mapping[str, Array], drift: float | None, off: Array) -> dict[str, Array]:
    """The paths of students: around the plan's own, or around a drift a year after Year 1.

    A building of a given size is never outgrown, unless the plan itself outgrows it. Teachers are hired for
    the students of the plan, unless it has a forecast of its own.
    """
    growth = base["enrollment_growth"] if drift is None else np.full((1, 1), np.expm1(drift))
    # A path of students states every year; a growth rate beside it would be added on top (see SET_ASIDE in
    # model/plan/scenario.py).
    first, seats = base["enrollment_year1"], base["building_size"]
    planned = first * grown(base["enrollment_growth"])
    path = first * grown(growth) * np.exp(off)
    path = np.where(seats > 0, np.minimum(path, np.maximum(seats, planned)), path)
    return {
        "enrollment_year1": path,
        "enrollment_growth": np.zeros((1, 1)),
        **({} if base[FORECAST_COUNT].any() else {FORECAST_COUNT: planned, _FORECAST_MARK: _CORRECTED}),
    }


def _never_fewer(path: Array) -> dict[str, Array]:
    """Teachers for last fall's students, as a forecast for this fall. More students than that are hired for,
    as by any forecast: a case must not hold up because teachers are missing.
    """
    last = np.concatenate([path[:, :2], path[:, 1:-1]], axis=1)
    return {COUNT: np.array([[FORECAST]]), FORECAST_COUNT: last, _FORECAST_MARK: np.array([[AS_TYPED]])}


def enrollment_off(pupils: float, place: str = PLACE) -> Array:
    """How far enrollment departs from its middle, log change, shape (2000, 6); column 0 repeats Year 1."""
    spread = spread_of(place)
    low, high = _enrollment_path(spread)
    return _sized(low, high, departures.scales(spread, pupils), start=1)


def _sized(low: Array, high: Array, smaller: tuple[Array, Array], start: int) -> Array:
    """Departures at 500 students brought to a school's size, the year before `start` beside the first."""
    below, above = (np.concatenate([x[:start], x[: YEARS - start]]) for x in smaller)
    found: Array = high * above - low * below
    return found


def _years_first(values: Array) -> Array:
    """The same array, with its years one after the other in memory, as plans are worked out in blocks."""
    return np.asfortranarray(values)


@cache
def _enrollment_path(spread: Spread) -> tuple[Array, Array]:
    """How far the futures lie below and above the middle at 500 students. Never change the arrays."""
    yearly = np.stack([heavy()[_slice(f"enrollment {t}")] for t in range(1, YEARS)], axis=1)
    share = departures.lasting_share(spread)
    sides = departures.path(spread, normal()[_slice("enrollment")], yearly, share)
    low, high = (_years_first(np.concatenate([side[:, :1], side], axis=1)) for side in sides)
    return low, high


def funding_off(spread: Spread, pupils: float, strayed: Array, apart: bool = False) -> Array:
    """By what factor funding per student grows beside its plan, shape (2000, 6); 1 up to Year 1.

    `strayed` is by how much enrollment departs: money that does not follow students is more for each of
    fewer.
    """
    record, size = funding_of(spread, pupils)
    low, high = _funding_path(record, apart)
    off = _sized(low, high, departures.scales(record, size), start=2)
    if record.tie and not apart:
        off = off + record.tie * (strayed - strayed[:, 1:2])
    factor = _years_first(np.ones((FUTURES, YEARS)))
    factor[:, 2:] = np.exp(np.diff(off, axis=1)[:, 1:])
    return factor


@cache
def _funding_path(record: Spread, apart: bool) -> tuple[Array, Array]:
    """The same of funding per student, from Year 1's rate on. Never change the arrays."""
    lasting = normal()[_slice("funding")] if apart else _together()["funding"]
    yearly = np.stack([normal()[_slice(f"funding {t}")] for t in range(2, YEARS)], axis=1)
    low, high = (
        _years_first(np.concatenate([np.zeros((FUTURES, 2)), side], axis=1))
        for side in departures.path(record, lasting, yearly, _FUNDING_LASTS)
    )
    return low, high


@cache
def growth_off(key: str, apart: bool = False) -> Array:
    """By how many points (shares a year) a growth rate is off, shape (2000, 6). Never change the array."""
    source = UNCERTAIN[key]
    off = _within(source, normal()[_slice(key)] if apart else _together()[key])
    years = _years_first(np.zeros((FUTURES, YEARS)))
    for t in range(2, YEARS):
        years[:, t] = off + source.yearly / TENTH * normal()[_slice(f"{key} {t}")]
    return years


@cache
def level_off(key: str) -> Array:
    """By what share of its value a level is off, equal in all years, shape (2000, 1). Never change it."""
    return _within(UNCERTAIN[key], normal()[_slice(key)])[:, None]


@cache
def yearly_off(key: str) -> Array:
    """By what share of its value a level is off, each year by itself, shape (2000, 6). Never change it.

    The start-up year takes that of year 1.
    """
    names = (key, *(f"{key} {t}" for t in range(2, YEARS)))
    years = np.stack([_within(UNCERTAIN[key], normal()[_slice(name)]) for name in names], axis=1)
    return np.concatenate([years[:, :1], years], axis=1)


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
