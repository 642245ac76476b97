"""The numbers that can carry a note: which there are, what they are called, how they read in a plan."""

from __future__ import annotations

from model.evidence import LEVERS
from model.explain.sentence_numbers import in_full
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import project
from model.results.searches import break_even_enrollment, cut_tolerance
from model.units import number, percent
from model.years import YEARS

SEARCHED = {"cut_tolerance": "Cut it survives", "break_even_enrollment": "Break-even students"}
"""Key figures that no line holds, because they are found by trying."""


def is_place(on: str, year: int | None) -> bool:
    """Whether such a number exists."""
    if year is None:
        return on in LEVERS or on in SEARCHED
    return on in BOOK.lines and 0 <= year < YEARS


def place_name(on: str, year: int | None) -> str:
    """What a number is called. Raises `KeyError` where there is none."""
    if year is None:
        return SEARCHED[on] if on in SEARCHED else LEVERS[on].label
    return f"{BOOK.lines[on].label}, {'Start-up' if year == 0 else f'Year {year}'}"


def stands(now: Scenario, on: str, year: int | None) -> str:
    """The number as it reads in the present plan."""
    if year is not None:
        return in_full(project([now], only=[on]).cell(on, year), BOOK.lines[on].unit)
    if on == "cut_tolerance":
        cut = cut_tolerance(now)
        return "none" if cut is None else percent(cut)
    if on == "break_even_enrollment":
        pupils = break_even_enrollment(now)
        return "none" if pupils is None else number(pupils)
    value, lever = now[on], LEVERS[on]
    return lever.said(value, long=not isinstance(value, tuple))
