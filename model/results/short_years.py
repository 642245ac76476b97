"""Which of Years 1 to 5 are short, and how a sentence names all of them.

A plan may be short in some years, cover its costs again, and be short once more. Who tells only the shortfall
that lasts hides the others.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from model.texts import listed
from model.units import year_name
from model.years import OPERATING

FIRST, LAST = OPERATING[0], OPERATING[-1]


class Shape(Enum):
    """How short years lie, which decides what a sentence about them says."""

    NONE = "none"
    BEFORE = "before"  # from Year 1 to a year before Year 5, and none after it
    SOME = "some"  # other years before Year 5
    ALWAYS = "always"
    FROM = "from"  # from a later year to Year 5
    AND_FROM = "and_from"  # some, and after a year that is none of them from another to Year 5


class ShortYears(NamedTuple):
    """The years of Years 1 to 5 in which costs are not covered, in order."""

    years: tuple[int, ...] = ()

    @property
    def first(self) -> int | None:
        return self.years[0] if self.years else None

    @property
    def pays_from(self) -> int | None:
        """The first year from which every year to the fifth covers its costs."""
        after = self.years[-1] + 1 if self.years else FIRST
        return after if after <= LAST else None

    @property
    def lasting(self) -> int | None:
        """The first year of the shortfall that lasts to Year 5."""
        year = LAST + 1
        while year - 1 in self.years:
            year -= 1
        return year if year <= LAST else None

    @property
    def passing(self) -> tuple[int, ...]:
        """Those before the shortfall that lasts; all of them where none does."""
        lasting = self.lasting
        return self.years if lasting is None else self.years[: lasting - LAST - 1]

    @property
    def shape(self) -> Shape:
        if self.lasting is not None:
            if self.passing:
                return Shape.AND_FROM
            return Shape.ALWAYS if self.lasting == FIRST else Shape.FROM
        if not self.years:
            return Shape.NONE
        return Shape.BEFORE if self.years == OPERATING[: len(self.years)] else Shape.SOME

    @property
    def named(self) -> dict[str, object]:
        """The values of a message: `years` are the passing ones, from `year` on it is as in Year 5."""
        year = self.pays_from if self.lasting is None else self.lasting
        return {"year": year, "years": listed(map(year_name, self.passing)) if self.passing else ""}
