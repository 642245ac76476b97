"""The verdict of one scenario with its details: first bad year, gap, flags.

The rule is in `model/lines/verdict.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

import numpy as np

from model.book.vocabulary import HALF_A_CENT
from model.lines.it import WHEN_DUE
from model.results.projection import Projection
from model.years import ALL_YEARS, OPERATING

LAST_YEAR = OPERATING[-1]
FEW_DAYS = 30  # days of spending in the balance; below it Ohio and charter authorizers start to ask


class State(Enum):
    """Three states, as California certifies school budgets."""

    SUSTAINABLE = 2
    AT_RISK = 1
    NOT_SUSTAINABLE = 0


class Tested(NamedTuple):
    """Where the plan falls short as the rating tests it: every position filled, devices at even cost.

    `first_negative` is the first year that ends with savings below zero, 0 the start-up year;
    `lasting_shortfall` the first year of the shortfall that lasts to Year 5; `short_tested` the first of the
    tested Years 3 to 5 that is short. `on_grants`: grants pay for what public funding leaves open in Year 5,
    or savings last only with grants from Year 3 on.
    """

    first_negative: int | None
    lasting_shortfall: int | None
    short_tested: int | None
    on_grants: bool


class Verdict(NamedTuple):
    """Years and dollars are the plan's own; what the rating tests is in `tested`.

    Where devices are bought all at once, the years that fall short are those with their even yearly cost.
    `is_spread`: these are other years than those that the curves show.
    """

    state: State
    is_spread: bool
    pays_from: int | None  # first year from which every year to the fifth pays its own way
    first_short: int | None  # first year in which recurring cost exceeds public revenue
    first_negative: int | None  # first year that ends with a balance below zero; 0 is the start-up year
    result_year5: float
    gap_positions: float
    gap_beginners: float  # the same gap in positions of beginning teachers
    thin_days: int | None  # first year whose balance lasts less than FEW_DAYS days
    cliff_year: int | None  # first year without the stipends that one-time money paid
    refresh_year: int | None  # first year after the start in which devices are bought again, all at once
    lasting_shortfall: int | None  # first year of the shortfall that lasts to year 5
    saved_on_open: float  # dollars that open positions save in year 5, which the rating leaves out
    has_open: bool  # whether open positions save anything in some year
    tested: Tested

    @property
    def holds_only_open(self) -> bool:
        """Whether the plan's own lines show no fault and the rating does, because positions stand open."""
        own = self.pays_from is not None and self.first_negative is None
        return self.has_open and self.state is not State.SUSTAINABLE and own


# What a verdict is made from, in the order in which `_judge` takes it; a projection of these lines is enough.
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
    "gap_in_teacher_positions",
    "gap_in_beginning_teachers",
    "net_position",
)


def judge(p: Projection, scenario: int = 0) -> Verdict:
    """The verdict of one scenario of a projection that holds `LINES`."""
    return judge_all(p, slice(scenario, scenario + 1))[0]


def judge_all(p: Projection, scenarios: slice = slice(None)) -> list[Verdict]:
    """The verdicts of many scenarios. Arrays become lists once: plain numbers are quicker one by one."""

    def rows(line: str) -> list[list[float]]:
        found: list[list[float]] = p[line][scenarios].tolist()
        return found

    refresh = np.broadcast_to(p.scenarios.levers["refresh"][:, 0], p.scenarios.count)[scenarios]
    of_each = zip(*map(rows, LINES), strict=True)
    return [
        _judge(dict(zip(LINES, lines, strict=True)), due)
        for lines, due in zip(of_each, np.isin(refresh, WHEN_DUE).tolist(), strict=True)
    ]


def _judge(line: Mapping[str, list[float]], when_due: bool) -> Verdict:
    result, evenly = line["structural_result"], line["result_evenly"]
    balance, saved = line["fund_balance"], line["saved_on_open_positions"]
    short = _short(evenly)
    last_short = short[-1] if short else 0
    return Verdict(
        state=State(int(line["verdict_state"][LAST_YEAR])),
        is_spread=evenly != result and short != _short(result),
        pays_from=last_short + 1 if last_short < 5 else None,
        first_short=short[0] if short else None,
        first_negative=_first_negative(balance),
        result_year5=result[LAST_YEAR],
        gap_positions=line["gap_in_teacher_positions"][LAST_YEAR],
        gap_beginners=line["gap_in_beginning_teachers"][LAST_YEAR],
        thin_days=next((t for t in OPERATING if line["days_of_expenditure"][t] < FEW_DAYS), None),
        cliff_year=3 if any(s > 0 for s in line["one_time_stipends"]) else None,
        # A purchase beyond growth is one whose life was over.
        refresh_year=next(
            (t for t in OPERATING if when_due and line["devices_bought"][t] > line["devices_added"][t]), None
        ),
        lasting_shortfall=_lasting(short),
        saved_on_open=saved[LAST_YEAR],
        has_open=any(s > HALF_A_CENT for s in saved),
        tested=_tested(line, _short(line["tested_result"])),
    )


def _tested(line: Mapping[str, list[float]], short: list[int]) -> Tested:
    of_year5 = {key: line[key][LAST_YEAR] for key in ("net_position", "structural_result", "tested_result")}
    all_money = of_year5["net_position"] - of_year5["structural_result"] + of_year5["tested_result"]
    needed_later = (
        line["sustained"][LAST_YEAR]
        and line["never_negative"][LAST_YEAR]
        and not line["stands_without_grants"][LAST_YEAR]
    )
    return Tested(
        first_negative=_first_negative(line["savings_when_filled"]),
        lasting_shortfall=_lasting(short),
        short_tested=next((t for t in short if t >= 3), None),
        on_grants=bool(needed_later or (LAST_YEAR in short and all_money >= -HALF_A_CENT)),
    )


def _short(result: list[float]) -> list[int]:
    return [t for t in OPERATING if result[t] < -HALF_A_CENT]


def _first_negative(balance: list[float]) -> int | None:
    return next((t for t in ALL_YEARS if balance[t] < -HALF_A_CENT), None)


def _lasting(short: list[int]) -> int | None:
    """The first year of an unbroken run of short years that ends with year 5."""
    year = LAST_YEAR + 1
    while year - 1 in short:
        year -= 1
    return year if year <= LAST_YEAR else None
