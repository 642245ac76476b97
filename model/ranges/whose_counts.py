"""Whose counts enrollment spreads by: those of the plan's kind of school, in the place that is named."""

from __future__ import annotations

from model.evidence import FUNDING, SPREADS
from model.evidence.spreads import CHARTER, DISTRICT, ELEMENTARY, GROWING, HIGH, SCHOOL, UNNAMED, Spread
from model.plan.by_grade import ever_served, is_by_grade, served
from model.plan.facts import USUAL, Facts
from model.plan.scenario import Scenario
from model.results.projection import project

PLACES = tuple(dict.fromkeys(s.place for s in SPREADS.values()))
PLACE = UNNAMED  # the place of a plan whose reader has named none
GROWS = 0.1  # whoever plans this much more students in Year 2 adds a grade
_LOWEST_OF_HIGH, _TOP_OF_HIGH = 7, 10
_DISTRICT_SIZE = 2500.0  # students of the district that sets a school's rate per student


def kind_of(facts: Facts, scenario: Scenario) -> str:
    """Which counts a school goes by: charter, high school, or all others with the elementary schools.

    A plan by grade says itself which grades it serves.
    """
    if facts.is_charter:
        return CHARTER
    grades = ever_served(scenario) if is_by_grade(scenario) else []
    lowest, top = (grades[0], grades[-1]) if grades else (facts.lowest_grade, facts.top_grade)
    return HIGH if lowest >= _LOWEST_OF_HIGH and top >= _TOP_OF_HIGH else ELEMENTARY


def adds_grades(scenario: Scenario) -> bool:
    """Whether a plan is of a school that still adds grades: a higher top grade in Year 2, or a tenth more
    students, as where grades fill up that were empty.
    """
    if is_by_grade(scenario):
        if served(scenario, 2).stop > served(scenario, 1).stop:
            return True
        first, second = project([scenario], only=("enrollment",)).row("enrollment")[1:3]
        return second > 0 and second >= first * (1 + GROWS)
    first, second = (scenario.number("enrollment_year1", t) for t in (1, 2))
    return second * (1 + scenario.number("enrollment_growth", 2)) >= first * (1 + GROWS)


def whose(place: str, scenario: Scenario, facts: Facts = USUAL) -> str:
    """The key of the counts that a plan goes by in a place.

    The place itself where it is unknown (the reader is told by whoever draws), or has one kind of counts.
    """
    kind = GROWING if adds_grades(scenario) else kind_of(facts, scenario)
    return next((s.key for s in SPREADS.values() if (s.place, s.kind) == (place, kind)), place)


def spread_of(place: str) -> Spread:
    """The spread of a place or of one of its kinds of school. KeyError where there is none."""
    if place in SPREADS:
        return SPREADS[place]
    if place not in PLACES:
        raise KeyError(place)
    return next(s for s in SPREADS.values() if s.place == place)


def is_drifting(spread: Spread, scenario: Scenario) -> bool:
    """Whether the middle goes where the counts of a named place went, and not where the plan goes.

    So it is where the plan holds one number of students, with a change a year. A plan that states its years,
    counts by grade or adds grades has said what it expects. Counts without a drift of their own went no one
    way, so they say nothing against the change in the plan.
    """
    if not spread.drift:
        return False
    states_years = isinstance(scenario["enrollment_year1"], tuple) or is_by_grade(scenario)
    return spread.place != UNNAMED and not states_years and not adds_grades(scenario)


def funding_of(spread: Spread, pupils: float) -> tuple[Spread, float]:
    """How funding per student strays beside this enrollment, and the size of the district that decides it.

    Whole districts have money that does not follow every student. A school is paid by a rate, which its own
    students do not move.
    """
    if spread.kind == DISTRICT:
        return next(s for s in FUNDING.values() if (s.place, s.kind) == (spread.place, DISTRICT)), pupils
    return next(s for s in FUNDING.values() if s.kind == SCHOOL), _DISTRICT_SIZE
