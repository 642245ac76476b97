"""The verdict of one scenario with its details: first bad year, gap, flags.

The rule is in `model/lines/verdict.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT, share
from model.lines.it import WHEN_DUE
from model.results.projection import Projection
from model.results.short_years import ShortYears
from model.years import OPERATING

Flags = NDArray[np.bool_]  # (scenario, year)
LAST_YEAR = OPERATING[-1]
FIRST_TESTED = 3  # the rating asks of every year from this one on that it covers its costs
FEW_DAYS = 30  # days of spending in the balance; below it Ohio and charter authorizers start to ask


class State(Enum):
    """Three states, as California certifies school budgets."""

    SUSTAINABLE = 2
    AT_RISK = 1
    NOT_SUSTAINABLE = 0


class Tested(NamedTuple):
    """Where the plan falls short as the rating tests it: every position filled, devices at even cost.

    `first_negative` is the first year that ends with savings below zero, 0 the start-up year, by the
    purchases that are made. `on_grants`: grants pay for what public funding leaves open in Year 5, or savings
    last only with grants from Year 3 on.
    """

    first_negative: int | None
    short: ShortYears
    on_grants: bool

    @property
    def falls_short(self) -> bool:
        """Whether one of the tested Years 3 to 5 is short."""
        return any(year >= FIRST_TESTED for year in self.short.years)

    @property
    def first_bad(self) -> int | None:
        """The first year that is short or ends with savings below zero."""
        return min((y for y in (self.short.first, self.first_negative) if y is not None), default=None)


class Verdict(NamedTuple):
    """Years and dollars are the plan's own; what the rating tests is in `tested`. A gap in people is that of
    what it tests in Year 5, because an empty room and the year of a purchase tell nothing about people.

    Where devices are bought all at once, the years that are `short` are those with their even yearly cost.
    `is_spread`: these are other years than those that the curves show.
    """

    state: State
    is_spread: bool
    short: ShortYears  # in which recurring cost exceeds public revenue
    first_negative: int | None  # first year that ends with a balance below zero; 0 is the start-up year
    result_year5: float
    tested_year5: float  # the same as the rating tests it
    gap_positions: float  # in positions of average teachers
    gap_beginners: float  # the same in positions of beginning teachers
    thin_days: int | None  # first year whose balance lasts less than FEW_DAYS days
    cliff_year: int | None  # first year without the stipends that one-time money paid
    refresh_year: int | None  # first year after the start in which devices are bought again, all at once
    saved_on_open: float  # dollars that open positions save in year 5, which the rating leaves out
    has_open: bool  # whether open positions save anything in some year
    tested: Tested

    @property
    def holds_only_open(self) -> bool:
        """Whether the plan's own lines show no fault and the rating does, because positions stand open. So it
        is too where savings run out and a shortfall lasts to Year 5 only as it is tested.
        """
        own = self.short.lasting is None
        told = self.first_negative is not None and self.tested.short.lasting is None
        return self.has_open and self.state is not State.SUSTAINABLE and own and not told

    @property
    def is_apart(self) -> bool:
        """Whether the rating tests another result of Year 5 than the plan's own."""
        return abs(self.tested_year5 - self.result_year5) > HALF_A_CENT


# What a verdict is made from; a projection of these lines is enough.
LINES = (
    "structural_result",
    "result_evenly",
    "fund_balance",
    "days_of_expenditure",
    "one_time_stipends",
    "devices_bought",
    "devices_added",
    "tested_result",
    "savings_when_filled",
    "saved_on_open_positions",
    "verdict_state",
    "sustained",
    "never_negative",
    "stands_without_grants",
    "teacher_position_cost",
    "beginner_position_cost",
    "net_position",
)


def judge(p: Projection, scenario: int = 0) -> Verdict:
    """The verdict of one scenario of a projection that holds `LINES`."""
    return judge_all(p, slice(scenario, scenario + 1))[0]


def judge_all(p: Projection, scenarios: slice = slice(None)) -> list[Verdict]:
    """The verdicts of many scenarios, each question asked of all of them at once."""
    line = {key: p[key][scenarios] for key in LINES}
    of_year5 = {key: values[:, LAST_YEAR] for key, values in line.items()}
    result, evenly = line["structural_result"], line["result_evenly"]
    short, short_as_shown = _short(evenly), _short(result)
    refresh = np.broadcast_to(p.scenarios.levers["refresh"][:, 0], p.scenarios.count)[scenarios]
    # A purchase beyond growth is one whose life was over.
    bought_again = np.isin(refresh, WHEN_DUE)[:, None] & (line["devices_bought"] > line["devices_added"])
    on_stipends: Flags = np.any(line["one_time_stipends"] > 0, axis=1)
    has_open: Flags = np.any(line["saved_on_open_positions"] > HALF_A_CENT, axis=1)
    lacking = np.maximum(-of_year5["tested_result"], 0)
    columns = {
        "state": [_STATES[x] for x in of_year5["verdict_state"].tolist()],
        "is_spread": (_apart(evenly, result) & _apart(short, short_as_shown)).tolist(),
        "short": _years(short),
        "first_negative": _first(line["fund_balance"] < -HALF_A_CENT, 0),
        "result_year5": of_year5["structural_result"].tolist(),
        "tested_year5": of_year5["tested_result"].tolist(),
        "gap_positions": share(lacking, of_year5["teacher_position_cost"]).tolist(),
        "gap_beginners": share(lacking, of_year5["beginner_position_cost"]).tolist(),
        "thin_days": _first(line["days_of_expenditure"][:, 1:] < FEW_DAYS, 1),
        "cliff_year": [3 if some else None for some in on_stipends.tolist()],
        "refresh_year": _first(bought_again[:, 1:], 1),
        "saved_on_open": of_year5["saved_on_open_positions"].tolist(),
        "has_open": has_open.tolist(),
        "tested": _tested(line["savings_when_filled"], _short(line["tested_result"]), of_year5),
    }
    in_order = (columns[key] for key in Verdict._fields)
    return [Verdict(*row) for row in zip(*in_order, strict=True)]


_STATES = {float(state.value): state for state in State}


def _tested(savings: Array, short: Flags, of_year5: Mapping[str, Array]) -> list[Tested]:
    all_money = of_year5["net_position"] - of_year5["structural_result"] + of_year5["tested_result"]
    alone = of_year5["stands_without_grants"] != 0
    needed = (of_year5["sustained"] != 0) & (of_year5["never_negative"] != 0) & ~alone
    on_grants = needed | (short[:, -1] & (all_money >= -HALF_A_CENT))
    columns = (
        _first(savings < -HALF_A_CENT, 0),
        _years(short),
        on_grants.tolist(),
    )
    return [Tested(*row) for row in zip(*columns, strict=True)]


def _short(result: Array) -> Flags:
    """In which of Years 1 to 5 costs are not covered."""
    short: Flags = result[:, 1:] < -HALF_A_CENT
    return short


def _apart(one: Array | Flags, other: Array | Flags) -> Array:
    """Which scenarios differ in some year."""
    found: Array = np.any(np.not_equal(one, other), axis=1)
    return found


def _first(true: Flags, year: int) -> list[int | None]:
    """The first year in which it is true of each scenario; `year` is that of the first column."""
    found = np.where(true.any(axis=1), true.argmax(axis=1) + year, -1).tolist()
    return [x if x >= 0 else None for x in found]


_ALL = [ShortYears(tuple(t for t in OPERATING if code >> t & 1)) for code in range(0, 2 << LAST_YEAR, 2)]


def _years(short: Flags) -> list[ShortYears]:
    """The short years of each scenario."""
    codes = short @ (1 << np.arange(len(OPERATING)))
    return [_ALL[code] for code in codes.tolist()]
