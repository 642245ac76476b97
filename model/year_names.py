"""The years by name, wherever people read them."""

from __future__ import annotations

from collections.abc import Sequence

from model.texts import say
from model.units import year_name
from model.years import YEARS

__all__ = ["span", "year_in_full", "year_name", "year_names"]


def year_in_full(year: int) -> str:
    """The same where there is space to say when start-up is."""
    return year_name(year) if year else say("years.startup_in_full")


def year_names(first: int = 0) -> list[str]:
    """The names of all years from `first` on."""
    return [year_name(t) for t in range(first, YEARS)]


def span(years: Sequence[int]) -> str:
    """A year, or the first and the last of several: "Year 1 to Year 5"."""
    if len(years) == 1:
        return year_in_full(years[0])
    return say("years.span", first=year_in_full(years[0]), last=year_in_full(years[-1]))
