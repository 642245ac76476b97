"""The numbers that can carry a note: which there are, what they are called, how they read in a plan."""

from __future__ import annotations

from model.evidence import LEVERS
from model.explain.sentence_numbers import in_full
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.safe_range import safe_range
from model.results.searches import cut_tolerance
from model.texts import say
from model.units import number, percent, year_name
from model.years import YEARS

_SEARCHED_NAMES = {"cut_tolerance": "figures.cut_tolerance", "break_even_enrollment": "figures.safe_range"}
SEARCHED = tuple(_SEARCHED_NAMES)
"""Key figures that no line holds, because they are found by trying."""


def searched_name(key: str) -> str:
    """What a key figure that is found by trying is called."""
    return say(_SEARCHED_NAMES[key])


def is_place(on: str, year: int | None) -> bool:
    """Whether such a number exists."""
    if year is None:
        return on in LEVERS or on in SEARCHED
    return on in BOOK.lines and 0 <= year < YEARS


def place_name(on: str, year: int | None) -> str:
    """What a number is called. Raises `KeyError` where there is none."""
    if year is None:
        return searched_name(on) if on in SEARCHED else LEVERS[on].label
    return say("explain.in_year", line=BOOK.lines[on].label, year=year_name(year))


def stands(now: Scenario, on: str, year: int | None) -> str:
    """The number as it reads in the present plan."""
    if year is not None:
        return in_full(project([now], only=[on]).cell(on, year), BOOK.lines[on].unit)
    if on == "cut_tolerance":
        cut = cut_tolerance(now)
        return say("figures.none") if cut is None else percent(cut)
    if on == "break_even_enrollment":
        safe = safe_range(now)
        if safe is None:
            return say("figures.none")
        return say("figures.range", low=number(safe.low), high=number(safe.high))
    value, lever = now[on], LEVERS[on]
    return lever.said(value, long=not isinstance(value, tuple))
