"""The safe enrollment range: the sizes around a school's own at which Year 5 covers its costs.

There is no single size from which a plan holds, because teachers are hired by half positions: one student
more can tip a year either way. So what is shown is the unbroken run of sizes around the school's own.
Every size of one plan: `enrollment_sizes.py`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.book.terms import Array
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import Scenarios
from model.results.rent import with_rent_held
from model.results.searches import differ_in_size_alone, pays_at

LOOK = 0.1  # of the school's own size, to either side, within the next two
LEAST, MOST = 25, 50  # students to either side


class SafeRange(NamedTuple):
    """A run of Year 1 sizes around a school's own. An end is open where the search ended before the run."""

    low: int
    high: int
    low_open: bool
    high_open: bool


def reach_of(own: Array) -> Array:
    """How many students to either side are looked at."""
    found: Array = np.clip(np.rint(own * LOOK), LEAST, MOST).astype(int)
    return found


def safe_range(scenario: Scenario) -> SafeRange | None:
    """The range of one plan; None where its own size falls short, or students are counted by grade."""
    return safe_ranges(Scenarios.of([scenario]))[0]


def safe_ranges(batch: Scenarios) -> list[SafeRange | None]:
    """The same for every scenario of a batch. A yearly enrollment path keeps its shape, and rent is paid for
    the plan's own students.
    """
    batch = with_rent_held(batch)
    own = own_sizes(batch)
    around = reach_of(own)
    widest = int(around.max(initial=0))
    sizes = own[:, None] + np.arange(-widest, widest + 1)
    looked = np.abs(sizes - own[:, None]) <= around[:, None]
    pays = np.asarray(_pays(batch, sizes) & looked)
    by_grade = np.broadcast_to(batch.levers["enrollment_from"][:, 0] != "one_number", batch.count)
    return _runs(pays, own, around, by_grade)


def own_sizes(batch: Scenarios) -> Array:
    """Students of Year 1, in whole students as the enrollment line counts them; shape (count,)."""
    first = np.broadcast_to(batch.levers["enrollment_year1"][:, :1], (batch.count, 1))[:, 0]
    own: Array = np.floor(first + 0.5).astype(int)
    return own


def _smallest() -> int:
    bounds = LEVERS["enrollment_year1"].bounds
    assert bounds is not None
    return int(np.ceil(bounds[0]))


def _pays(batch: Scenarios, sizes: Array) -> Array:
    """Whether Year 5 covers its costs, shape of `sizes`. What the sizes have in common is worked out once."""
    if batch.count > 1 and differ_in_size_alone(batch):
        smallest = int(sizes.min())
        everything = np.arange(smallest, int(sizes.max()) + 1)
        if everything.size < sizes.size:
            once = pays_at(batch.chosen(slice(0, 1)), np.array([0]), everything[None, :])[0]
            found: Array = once[sizes - smallest]
            return found
    return pays_at(batch, np.arange(batch.count), sizes)


def _runs(pays: Array, own: Array, reach: Array, by_grade: Array) -> list[SafeRange | None]:
    """The unbroken run around the middle of every line of sizes; None where the middle itself falls short."""
    middle = pays.shape[1] // 2
    below, above = _unbroken(pays[:, :middle][:, ::-1]), _unbroken(pays[:, middle + 1 :])
    low, high = own - below, own + above
    low_open = (below >= reach) & (low > _smallest())
    columns = (low, high, low_open, above >= reach)
    holds = pays[:, middle] & ~by_grade
    return [
        SafeRange(*ends) if so else None
        for so, *ends in zip(holds.tolist(), *(x.tolist() for x in columns), strict=True)
    ]


def _unbroken(pays: Array) -> Array:
    """How many sizes hold in each line before the first that does not."""
    short = ~pays
    found: Array = np.where(short.any(axis=1), short.argmax(axis=1), pays.shape[1])
    return found
