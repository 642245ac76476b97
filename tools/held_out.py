"""Rows tested on what they were not fitted on: other schools, later years, other periods of years."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from model.evidence import Spread
from tools.enrollment_counts import Counts
from tools.fitted_spread import fit
from tools.past_errors import SPARSE, Missed, before, errors, since
from tools.periods_of_counts import outside, periods, row_of, within

Test = tuple[Missed, Spread, Missed]  # errors, a row fitted without them, a record without them
Of = Callable[[Counts], Missed]
To = Callable[[Missed, Spread], Spread]  # the row that fits errors best


def by_school(counts: Counts, like: Spread, of: Of, to: To = fit) -> list[Test]:
    """Each half of the schools, with the row and the record of the other half."""
    halves = [of(counts.half(0)), of(counts.half(1))]
    try:
        return [(mine, to(other, like), other) for mine, other in (halves, halves[::-1])]
    except ValueError:
        return []


def by_year(counts: Counts, like: Spread, of: Of, to: To = fit, year: int = 0) -> list[Test]:
    """Projections made from a year on, with what was known then: the second half of the years if it is 0."""
    missed = of(counts)
    years = sorted({int(y) for e in missed.values() for y in np.unique(e.made)})
    if len(years) < 3:
        return []
    begins = year or years[(len(years) + 1) // 2]
    known = before(missed, begins)
    try:
        return [(since(missed, begins, SPARSE), to(known, like), known)]
    except ValueError:
        return []


def by_period(counts: Counts, like: Spread, of: Of, to: To = fit) -> list[tuple[str, Test]]:
    """Each period of years under its name, with the row and the record of the others."""
    missed = of(counts)
    found = []
    for first, last in periods(missed) if missed else ():
        others = outside(missed, (first, last))
        try:
            found.append((f"{first} to {last}", (within(missed, (first, last)), to(others, like), others)))
        except ValueError:
            continue
    return found


def around_own_drift(counts: Counts, like: Spread, year: int = 0) -> list[Test]:
    """The rows of a place that is not named, around what the set's own place did in the years before."""
    tests = by_year(counts, like, errors, row_of, year)
    return [(mine, like._replace(drift=fitted.drift), known) for mine, fitted, known in tests]
