"""The safe enrollment range: the sizes around a school's own at which Year 5 covers its costs.

There is no single size from which a plan holds, because teachers are hired by half positions: one student
more can tip a year either way. So what is shown is the unbroken run of sizes around the school's own, from
the fewest students that a plan can have up to twice the school's own. Every size of one plan, with those
beyond the run: `enrollment_sizes.py`.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from model.book.terms import Array
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import Scenarios
from model.results.rent import with_rent_held
from model.results.searches import differ_in_size_alone, pays_at, shape_of_years

AT_LEAST_ABOVE = 50  # students beyond the own size, where twice a very small school would be next to nothing
NEAR = 32  # students to either side that are tried at first; most runs end there


class SafeRange(NamedTuple):
    """A run of Year 1 sizes around a school's own. It is open where it reaches the largest size tried."""

    low: int
    high: int
    is_open: bool


class Looked(NamedTuple):
    """The sizes of each scenario that are tried, shape (count,): from `fewest` to `last` of at most `most`.

    `fewest` and `most` are the sizes that a plan can have at all, in every year of its path.
    """

    fewest: Array
    last: Array
    most: Array


def looked_at(batch: Scenarios) -> Looked:
    """Which sizes are tried."""
    bounds = LEVERS["enrollment_year1"].bounds
    assert bounds is not None
    own, shape = own_sizes(batch), shape_of_years(batch)
    fewest = np.minimum(np.ceil(bounds[0] / shape.min(axis=1) - 1e-9).astype(int), own)
    most = np.maximum(np.floor(bounds[1] / shape.max(axis=1) + 1e-9).astype(int), own)
    return Looked(fewest, np.minimum(np.maximum(2 * own, own + AT_LEAST_ABOVE), most), most)


def safe_range(scenario: Scenario) -> SafeRange | None:
    """The range of one plan; None where its own size falls short, or students are counted by grade."""
    return safe_ranges(Scenarios.of([scenario]))[0]


def safe_ranges(batch: Scenarios) -> list[SafeRange | None]:
    """The same for every scenario of a batch. A yearly enrollment path keeps its shape, and rent is paid for
    the plan's own students.
    """
    batch = with_rent_held(batch)
    own, looked = own_sizes(batch), looked_at(batch)
    one_number = np.broadcast_to(batch.levers["enrollment_from"][:, 0] == "one_number", batch.count)
    rows = np.flatnonzero(one_number)
    find = _in_one_line if rows.size > 1 and differ_in_size_alone(batch) else _by_rows
    found: list[SafeRange | None] = [None] * batch.count
    if rows.size:
        rows, low, high = find(batch, rows, own, looked)
        is_open = (high == looked.last[rows]) & (looked.last < looked.most)[rows]
        for row, *run in zip(*(x.tolist() for x in (rows, low, high, is_open)), strict=True):
            found[row] = SafeRange(*run)
    return found


def own_sizes(batch: Scenarios) -> Array:
    """Students of Year 1, in whole students as the enrollment line counts them; shape (count,)."""
    first = np.broadcast_to(batch.levers["enrollment_year1"][:, :1], (batch.count, 1))[:, 0]
    own: Array = np.floor(first + 0.5).astype(int)
    return own


def _in_one_line(batch: Scenarios, rows: Array, own: Array, looked: Looked) -> tuple[Array, Array, Array]:
    """The rows whose own size holds, and the ends of their runs, where the sizes are all that differs: each
    is worked out once for all of them.
    """
    first, last = int(looked.fewest[rows].min()), int(looked.last[rows].max())
    sizes = np.arange(first, last + 1)
    pays = pays_at(batch.chosen(slice(0, 1)), np.array([0]), sizes[None, :])[0]
    rows = rows[pays[own[rows] - first]]
    short = np.concatenate(([first - 1], sizes[~pays], [last + 1]))
    above = np.searchsorted(short, own[rows])
    return rows, short[above - 1] + 1, np.minimum(short[above] - 1, looked.last[rows])


def _by_rows(batch: Scenarios, rows: Array, own: Array, looked: Looked) -> tuple[Array, Array, Array]:
    """The same where each row has sizes of its own: near its own size first, where most runs end."""
    pays = pays_at(batch, rows, own[rows, None] + np.arange(-NEAR, NEAR + 1))
    rows, pays = rows[pays[:, NEAR]], pays[pays[:, NEAR]]
    below = _reach(batch, rows, pays[:, :NEAR][:, ::-1], own, looked.fewest, step=-1)
    above = _reach(batch, rows, pays[:, NEAR + 1 :], own, looked.last, step=1)
    return rows, own[rows] - below, own[rows] + above


def _reach(batch: Scenarios, rows: Array, pays: Array, own: Array, limit: Array, *, step: int) -> Array:
    """How many sizes in a row hold beside the own one of each row, up to the limit. `pays` says it of the
    first of them; where all of these do, twice as many more are tried, and so on.
    """
    most = np.abs(limit - own)[rows]
    found: Array = np.minimum(_unbroken(pays), most)
    goes_on, width = np.flatnonzero((found == pays.shape[1]) & (found < most)), pays.shape[1]
    while goes_on.size:
        width = min(2 * width, int((most - found)[goes_on].max()))
        sizes = (own[rows] + step * found)[goes_on, None] + step * np.arange(1, width + 1)
        more = _unbroken(pays_at(batch, rows[goes_on], sizes))
        found[goes_on] = np.minimum(found[goes_on] + more, most[goes_on])
        goes_on = goes_on[(more == width) & (found < most)[goes_on]]
    return found


def _unbroken(pays: Array) -> Array:
    """How many sizes hold in each line before the first that does not."""
    short = ~pays
    found: Array = np.where(short.any(axis=1), short.argmax(axis=1), pays.shape[1])
    return found
