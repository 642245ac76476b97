"""Year 1 sizes at which Year 5 covers its costs: one by one, from the fewest to twice the school's own.

The key figure looks only a little around the school's own size, because it is worked out at every place of a
slider (`safe_range.py`). This looks at every size of one plan, and says where it stopped looking: where none
of them holds, at the first 26 in a row that do, or at the most.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np

from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import Scenarios
from model.results.rent import with_rent_held
from model.results.safe_range import own_sizes
from model.results.searches import STEADY, break_even_enrollment, pays_at, shape_of_years

AT_LEAST_ABOVE = 50  # students beyond the own size, where twice a very small school would be next to nothing


@dataclass(frozen=True, slots=True)
class Run:
    """Sizes next to each other, both ends included, at which Year 5 covers its costs, or falls short."""

    first: int
    last: int
    holds: bool

    def __contains__(self, size: int) -> bool:
        return self.first <= size <= self.last


@dataclass(frozen=True, slots=True)
class Sizes:
    """Every size that was looked at, in runs from the smallest to the largest.

    `fewest` and `most` are the sizes that a plan can have at all, in every year of its path.
    """

    own: int
    runs: tuple[Run, ...]
    fewest: int
    most: int

    @property
    def first(self) -> int:
        return self.runs[0].first

    @property
    def last(self) -> int:
        return self.runs[-1].last

    @property
    def around(self) -> Run:
        """The run that the school's own size stands in."""
        return next(run for run in self.runs if self.own in run)

    @property
    def holding(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.holds)

    def goes_on(self, run: Run) -> bool:
        """Whether a run reaches the largest size looked at, while there are larger ones."""
        return run.last == self.last < self.most


def enrollment_sizes(scenario: Scenario) -> Sizes | None:
    """The sizes of one plan; None where students are counted by grade. A yearly path keeps its shape,
    and rent is paid for the plan's own students.
    """
    batch = with_rent_held(Scenarios.of([scenario]))
    if batch.levers["enrollment_from"][0, 0] != "one_number":
        return None
    own, (fewest, most) = int(own_sizes(batch)[0]), _possible(batch)
    sizes, pays = _tried(batch, fewest, min(max(2 * own, own + AT_LEAST_ABOVE), most))
    if not any(pays):
        steady = break_even_enrollment(scenario)
        sizes, pays = _tried(batch, fewest, most if steady is None else steady + STEADY)
    return Sizes(own, tuple(_runs(sizes, pays)), fewest, most)


def _possible(batch: Scenarios) -> tuple[int, int]:
    """The fewest and the most students of Year 1 that leave every year of the path within the bounds."""
    bounds = LEVERS["enrollment_year1"].bounds
    assert bounds is not None
    shape = shape_of_years(batch)[0]
    own = int(own_sizes(batch)[0])
    fewest = int(np.ceil(bounds[0] / shape.min() - 1e-9))
    most = int(np.floor(bounds[1] / shape.max() + 1e-9))
    return min(fewest, own), max(most, own)


def _tried(batch: Scenarios, first: int, last: int) -> tuple[list[int], list[bool]]:
    sizes = np.arange(first, last + 1)
    return sizes.tolist(), pays_at(batch, np.array([0]), sizes[None, :])[0].tolist()


def _runs(sizes: list[int], pays: list[bool]) -> list[Run]:
    found = []
    for holds, run in groupby(zip(sizes, pays, strict=True), key=lambda x: x[1]):
        inside = [size for size, _ in run]
        found.append(Run(inside[0], inside[-1], holds))
    return found
