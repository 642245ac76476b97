"""Answers that need a search. Each evaluates whole grids in one call, so steps and rounding do no harm."""

from __future__ import annotations

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project
from model.results.rent import with_rent_held

STEADY = 25  # sizes above the break-even that must hold too: one student more can add half a position
RUN = STEADY + 1
PIECE = 24  # coarse sizes examined together; the usual answer is in the first piece
CUT_STEP = 0.001
# As the rating asks: every position filled, devices at their even yearly cost.
_COVERS, _SAVINGS = "tested_result", "savings_when_filled"
_DECISIVE = BOOK.levers_of(_COVERS) - {"enrollment_year1"}


def break_even_enrollment(scenario: Scenario) -> int | None:
    """The smallest year-1 enrollment from which year 5 pays its own way, and at the next 25 sizes too.

    A yearly enrollment path keeps its shape, and rent is paid for the plan's own students. None when no size
    within the bounds does it, and when students are counted by grade: then the grades set the enrollment, and
    the cost of a student depends on the grade.
    """
    found = break_even(Scenarios.of([scenario]))[0]
    return None if np.isnan(found) else int(found)


def break_even(batch: Scenarios) -> Array:
    """The same for every scenario of a batch, shape (count,); NaN where there is none.

    Of any 26 sizes in a row exactly one is a multiple of 26. So only those are tried first; where one holds,
    the stretch of 26 that begins at the answer must lie around it. That makes the search exact and short.
    """
    bounds = LEVERS["enrollment_year1"].bounds
    assert bounds is not None
    smallest, largest = int(np.ceil(bounds[0])), int(np.floor(bounds[1]))
    batch = with_rent_held(batch)
    if batch.count > 1 and differ_in_size_alone(batch):
        return np.repeat(break_even(batch.chosen(slice(0, 1))), batch.count)
    answer = np.full(batch.count, np.nan)
    one_number = np.broadcast_to(batch.levers["enrollment_from"][:, 0] == "one_number", batch.count)
    open_rows = np.flatnonzero(one_number)
    coarse = np.arange(-(-smallest // RUN) * RUN, largest + 1, RUN)
    for begin in range(0, coarse.size if open_rows.size else 0, PIECE):
        sizes = coarse[begin : begin + PIECE]
        holds = pays_at(batch, open_rows, np.broadcast_to(sizes, (open_rows.size, sizes.size)))
        open_rows, answer = _look_around(batch, open_rows, sizes, holds, answer, smallest, largest)
        if not open_rows.size:
            break
    return answer


def differ_in_size_alone(batch: Scenarios) -> bool:
    """Whether scenarios differ only in what a search over sizes sets, or in what does not move Year 5."""
    apart = any(len(batch.levers[k]) > 1 for k in _DECISIVE)
    return not apart and batch.levers["enrollment_year1"].shape[1] == 1


def _look_around(
    batch: Scenarios, rows: Array, sizes: Array, holds: Array, answer: Array, smallest: int, largest: int
) -> tuple[Array, Array]:
    """Settle the rows whose answer lies around one of these coarse sizes. Returns the rows still open."""
    open_rows = rows
    holds = holds.copy()
    while open_rows.size and holds.any():
        hit = holds.any(axis=1)
        first = holds[hit].argmax(axis=1)
        around = sizes[first][:, None] + np.arange(-STEADY, STEADY + 1)
        inside = (around >= smallest) & (around <= largest)
        pays = pays_at(batch, open_rows[hit], np.clip(around, smallest, largest)) & inside
        windows: Array = np.lib.stride_tricks.sliding_window_view(pays, RUN, axis=1)
        steady: Array = np.asarray(windows.all(axis=2))
        settled = steady.any(axis=1)
        answer[open_rows[hit][settled]] = around[settled, steady[settled].argmax(axis=1)]
        # Not here: the next coarse size that holds is tried, until none is left.
        left = holds[hit]
        left[np.arange(first.size), first] = False
        holds[hit] = left
        keep = np.ones(open_rows.size, dtype=bool)
        keep[np.flatnonzero(hit)[settled]] = False
        open_rows, holds = open_rows[keep], holds[keep]
    return open_rows, answer


def pays_at(batch: Scenarios, rows: Array, sizes: Array) -> Array:
    """Whether year 5 covers its costs at each Year 1 size, shape (rows, sizes); no at an impossible size.

    All positions count as filled, and devices with their even yearly cost. A yearly enrollment path keeps its
    shape.
    """
    many = batch.repeated(rows, sizes.shape[1])
    shape = shape_of_years(many)
    bounds = LEVERS["enrollment_year1"].bounds
    assert bounds is not None
    enrollment = sizes.reshape(-1, 1) * shape
    possible = ((enrollment >= bounds[0]) & (enrollment <= bounds[1])).all(axis=1)
    p = project(many.replaced(enrollment_year1=enrollment), only=(_COVERS,))
    pays = (p[_COVERS][:, 5] >= -HALF_A_CENT) & possible
    return pays.reshape(sizes.shape)


def shape_of_years(batch: Scenarios) -> Array:
    """The enrollment path as multiples of Year 1, shape (count or 1, 6 or 1); 1 where it is one number."""
    path = batch.levers["enrollment_year1"]
    shape: Array = path / path[:, :1]
    return shape


def cut_tolerance(scenario: Scenario, years: int = 2, first_year: int = 2) -> float | None:
    """The largest cut of public revenue for `years` years that leaves every balance at zero or above.

    A share from 0 to 1 in steps of a tenth of a per cent, in place of any cut the scenario holds. None when a
    balance is below zero even without a cut.
    """
    found = cuts_survived(Scenarios.of([scenario]), years, first_year)[0]
    return None if np.isnan(found) else float(found)


def cuts_survived(batch: Scenarios, years: int = 2, first_year: int = 2) -> Array:
    """The same for every scenario of a batch, shape (count,); NaN where none.

    Every balance is a linear function of the cut (nothing in the book rounds dollars), so two points give it
    exactly. Where a part of a surplus is handed back, or a line of credit costs interest once it is drawn, it
    is not, but it still only falls with the cut: then the steps are halved until one is left.
    """
    if (batch.levers["savings_kept"] < 1).any() or (batch.levers["credit_limit"] > 0).any():
        return _cuts_by_halves(batch, years, first_year)
    twice = batch.repeated(np.arange(batch.count), 2)
    rates = np.resize([0.0, 1.0], twice.count)[:, None]  # without a cut, with all gone, and so on
    window = _window(years, first_year)
    p = project(twice.replaced(**window, cut_rate=rates), only=(_SAVINGS,))
    balances = p[_SAVINGS].reshape(batch.count, 2, -1)
    without, all_gone = balances[:, 0], balances[:, 1]
    fall = without - all_gone
    with np.errstate(divide="ignore", invalid="ignore"):
        limit = np.where(fall > 0, (without + HALF_A_CENT) / fall, np.inf).min(axis=1)
    steps = np.floor(np.minimum(limit, 1.0) / CUT_STEP + 1e-6)
    survives = (without >= -HALF_A_CENT).all(axis=1)
    return np.where(survives, np.round(steps * CUT_STEP, 3), np.nan)


def _window(years: int, first_year: int) -> dict[str, Array]:
    """The cut that is tried: it comes back at once, whatever the plan says of a cut of its own."""
    numbers = {"cut_first_year": float(first_year), "cut_years": float(years)}
    return {k: np.array([[v]]) for k, v in numbers.items()} | {"cut_comes_back": np.array([["at_once"]])}


def _cuts_by_halves(batch: Scenarios, years: int, first_year: int) -> Array:
    window = _window(years, first_year)

    def survives(steps: Array) -> Array:
        cut = batch.replaced(**window, cut_rate=(steps * CUT_STEP)[:, None])
        lowest = project(cut, only=(_SAVINGS,))[_SAVINGS].min(axis=1)
        found: Array = lowest >= -HALF_A_CENT
        return found

    low: Array = np.zeros(batch.count, dtype=int)
    high: Array = np.full(batch.count, round(1 / CUT_STEP) + 1)
    while (high - low > 1).any():
        middle: Array = (low + high) // 2
        holds = survives(middle)
        low, high = np.where(holds, middle, low), np.where(holds, high, middle)
    found: Array = np.where(survives(np.zeros(batch.count)), np.round(low * CUT_STEP, 3), np.nan)
    return found
