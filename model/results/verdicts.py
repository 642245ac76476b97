"""The verdict of one scenario with its details: first bad year, gap, flags.

The rule is in `model/lines/verdict.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from model.book.vocabulary import HALF_A_CENT
from model.lines.it import WHEN_DUE
from model.lines.verdict import GRANT_LIMIT
from model.results.projection import Projection
from model.years import ALL_YEARS, OPERATING

LAST_YEAR = OPERATING[-1]
FEW_DAYS = 30  # days of spending in the balance; below it Ohio and charter authorizers start to ask


class State(Enum):
    """Three states, as California certifies school budgets."""

    SUSTAINABLE = 2
    AT_RISK = 1
    NOT_SUSTAINABLE = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where devices are bought all at once, every year is tested with their even yearly cost, and the years
    below are those of that test. `is_spread`: it finds other years short than those that the curves show.
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
    short_tested: (
        int | None
    )  # first of the tested years 3 to 5 in which recurring cost exceeds public revenue
    on_grants: bool  # grants are more than 0.5% of year 5's revenue, and all money together covers that year


# What a verdict is made from, in the order in which `_judge` takes it; a projection of these lines is enough.
LINES = (
    "structural_result",
    "result_evenly",
    "fund_balance",
    "days_of_expenditure",
    "one_time_stipends",
    "devices_bought",
    "devices_added",
    "verdict_state",
    "gap_in_teacher_positions",
    "gap_in_beginning_teachers",
    "grant_dependency",
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
    return [
        _judge(result, evenly, balance, days, stipends, bought, added, measures, when_due)
        for result, evenly, balance, days, stipends, bought, added, *measures, when_due in zip(
            *map(rows, LINES),
            np.isin(refresh, WHEN_DUE).tolist(),
            strict=True,
        )
    ]


def _judge(
    result: list[float],
    evenly: list[float],
    balance: list[float],
    days: list[float],
    stipends: list[float],
    bought: list[float],
    added: list[float],
    measures: list[list[float]],
    when_due: bool,
) -> Verdict:
    state, gap, beginners, grants, net = (m[5] for m in measures)
    short = _short(evenly)
    last_short = short[-1] if short else 0
    return Verdict(
        state=State(int(state)),
        is_spread=evenly != result and short != _short(result),
        pays_from=last_short + 1 if last_short < 5 else None,
        first_short=short[0] if short else None,
        first_negative=next((t for t in ALL_YEARS if balance[t] < -HALF_A_CENT), None),
        result_year5=result[5],
        gap_positions=gap,
        gap_beginners=beginners,
        thin_days=next((t for t in OPERATING if days[t] < FEW_DAYS), None),
        cliff_year=3 if any(s > 0 for s in stipends) else None,
        # A purchase beyond growth is one whose life was over.
        refresh_year=next((t for t in OPERATING if when_due and bought[t] > added[t]), None),
        lasting_shortfall=_lasting(short),
        short_tested=next((t for t in short if t >= 3), None),
        on_grants=grants > GRANT_LIMIT and net >= -HALF_A_CENT,
    )


def _short(results: list[float]) -> list[int]:
    return [t for t in OPERATING if results[t] < -HALF_A_CENT]


def _lasting(short: list[int]) -> int | None:
    """The first year of an unbroken run of short years that ends with year 5."""
    year = LAST_YEAR + 1
    while year - 1 in short:
        year -= 1
    return year if year <= LAST_YEAR else None
