"""What 2,000 futures of a plan come to: bands by year, how many hold up, when the others get into trouble.

A future *holds up* when its verdict is "sustainable": it pays its own way in Years 3 to 5, its balance is
never below zero, and grants are at most 0.5% of its Year 5 revenue. The rule of `model/lines/verdict.py` is
applied to each future.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.plan.scenario import Scenario
from model.ranges.chances import held_up
from model.ranges.draws import FUTURES
from model.ranges.futures import futures
from model.ranges.reactions import WATCHED, reacting
from model.ranges.whose_counts import PLACE
from model.results.projection import Projection, project, project_beside, project_with_parts
from model.results.rating import Chance
from model.texts import say

LINES = ("public_revenue", "recurring_cost", "structural_result", "fund_balance")
QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)
_ONLY = (*LINES, "verdict_state")


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """`bands`: line -> array (quantile, 6), dollars, for `QUANTILES`. Counts are futures out of 2,000.

    `first_negative` counts the futures by the first year that ends with a balance below zero, start-up to
    Year 5; those that never do are `solvent`. `result5` holds every future's structural result in Year 5, in
    the order of the draws, so that plans can be compared. `reacted` counts those that hold up when the school
    reacts from the year after it first falls short; None where no reaction is asked for. `is_partial`: some
    sources were held.
    """

    bands: Mapping[str, Array]
    whole: int
    solvent: int
    pays_year5: int
    first_negative: tuple[int, ...]
    result5: Array
    reacted: int | None = None
    is_partial: bool = False

    @property
    def chance(self) -> Chance:
        """The share of the futures in which the plan holds up."""
        return Chance(self.whole / FUTURES, self.is_partial)


def ranges(
    scenario: Scenario,
    pins: Collection[str] = (),
    place: str = PLACE,
    reactions: Collection[str] = (),
) -> Ranges:
    """The ranges of a plan. Raises `ScenarioError` for a source, a place or a reaction that is not known."""
    drawn = futures(scenario, pins, place)
    p = project_with_parts(drawn, (*_ONLY, *WATCHED)) if reactions else project(drawn, _ONLY)
    reacted = reacting(scenario, drawn, p, reactions) if reactions else None
    balance, result = p["fund_balance"], p["structural_result"][:, 5]
    first = _first_negative(balance)
    return Ranges(
        bands=_bands(p),
        whole=held_up(p),
        solvent=FUTURES - sum(first),
        pays_year5=int((result >= -HALF_A_CENT).sum()),
        first_negative=first,
        result5=result,
        is_partial=bool(pins),
        reacted=None if reacted is None else held_up(project_beside(reacted, p, ("verdict_state",))),
    )


def _first_negative(balance: Array) -> tuple[int, ...]:
    """In how many futures each year is the first that ends below zero."""
    below = (balance < -HALF_A_CENT).T
    by_then = np.count_nonzero(np.logical_or.accumulate(below, axis=0), axis=1)
    return tuple(np.diff(by_then, prepend=0).tolist())


def _bands(p: Projection) -> Mapping[str, Array]:
    """By line, of shape (quantile, year)."""
    rows = np.concatenate([p[line].T for line in LINES])
    rows.sort(axis=1)  # which is quicker than to look for each quantile in numbers without order
    found = np.quantile(rows, QUANTILES, axis=1, overwrite_input=True)
    return MappingProxyType(dict(zip(LINES, np.split(found, len(LINES), axis=1), strict=True)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans compared future by future, with the same draws.

    In how many futures the Year 5 result of the plan is above, below or equal to the other's, and the middle
    8 of 10 of the difference, in dollars.
    """

    above: int
    below: int
    equal: int
    low: float
    middle: float
    high: float


def compared(plan: Ranges, other: Ranges) -> Comparison:
    """The plan beside another one that was drawn with the same pins and place."""
    apart = plan.result5 - other.result5
    above, below = (int(x.sum()) for x in (apart > HALF_A_CENT, apart < -HALF_A_CENT))
    low, middle, high = (float(x) for x in np.quantile(apart, (0.1, 0.5, 0.9)))
    return Comparison(above, below, FUTURES - above - below, low, middle, high)


def chance(count: int) -> str:
    """A count of cases in words: to the nearest tenth, "nearly all" and "hardly any" beyond 19 in 20.

    Never certain, because 2,000 cases do not cover everything.
    """
    share = count / FUTURES
    if share > 0.95:
        return say("cases.nearly_all")
    if share < 0.05:
        return say("cases.hardly_any")
    return say("cases.about", cases=tenths(share))


def tenths(share: float) -> int:
    """A share of 0 to 1 to the nearest tenth, 1 to 9; none and all have words of their own."""
    return min(max(int(share * 10 + 0.5), 1), 9)
