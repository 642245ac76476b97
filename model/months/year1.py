"""Month by month through Year 1: does the cash last until the next payment?

A plan's Year 1 lines, spread over July to June by the calendars of `data/timing.csv`. Nothing is added to the
year and nothing taken from it: all that the year brings and costs is paid by the end of June, so the June
balance is the plan's own Year 1 balance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT
from model.evidence import CALENDARS, Calendar
from model.lines.worksheet import BOOK
from model.nearest import did_you_mean
from model.plan.scenario import Problem, ScenarioError
from model.results.projection import Projection
from model.results.statement import NET, totals_of
from model.texts import quoted, say

# By their keys, which programs read.
MONTHS = (
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
)
YEAR = 1
DAYS = 365  # as in the line days_of_expenditure
MOST_LATE = 3  # months; a whole quarter


class Part(NamedTuple):
    """Something that is spread over the months.

    Its line, the flow whose calendar it follows, 1 for money in and -1 for money out, and the lines that are
    taken out of it because they have a calendar of their own.
    """

    line: str
    flow: str
    sign: int
    without: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        known = _KNOWN.get(self.line)
        label = say(known[0]) if known else BOOK.lines[self.line].label
        return say("months.other", line=label) if self.without else label


# Keys of the labels, and flows, of the lines that have them. One-time cost of Year 1 is stipends, so it is
# paid with salaries. Everything else in the statement follows the calendar "other" under its own label.
_KNOWN: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "public_revenue": ("months.public_funding", "revenue"),
        "grant_revenue": ("months.grants", "grants"),
        "personnel": ("months.personnel", "payroll"),
        "one_time_cost": ("months.one_time_stipends", "payroll"),
        "device_cost": ("months.devices", "devices"),
    }
)
_OTHER, _YEAR_END = "other", "year_end"
# No parts of the net position: one is taken out of its surplus, the other was a cost and is still there.
_HANDED_BACK, _SET_ASIDE = "savings_handed_back", "device_money_set_aside"


def _parts() -> dict[str, Part]:
    """All parts of the change in savings: the net position by its totals, yearly cost by its parts, what is
    handed back and what is set aside. All are taken from the book.
    """
    totals = [pair for pair in totals_of(NET) if pair[1] != "recurring_cost"]
    spread = [*totals, *((-1, part) for part in BOOK.parts("recurring_cost"))]
    found: dict[str, Part] = {}
    for sign, line in sorted(spread, key=lambda pair: _place(pair[1])):
        flow = _flow(line)
        apart = tuple(part for part in BOOK.parts(line) if part in _KNOWN)
        for part in apart:
            found[part] = Part(part, _flow(part), sign)
        found[f"{_OTHER}_{line}" if apart else line] = Part(line, flow, sign, apart)
    kept = Part(_SET_ASIDE, _flow("device_cost"), 1)
    return {**found, _HANDED_BACK: Part(_HANDED_BACK, _YEAR_END, -1), _SET_ASIDE: kept}


def _flow(line: str) -> str:
    return _KNOWN[line][1] if line in _KNOWN else _OTHER


def _place(line: str) -> int:
    """Lines with a calendar first, as listed above; the others follow in the order of the book."""
    return list(_KNOWN).index(line) if line in _KNOWN else len(_KNOWN)


PARTS: Mapping[str, Part] = MappingProxyType(_parts())


def calendars(flow: str) -> tuple[Calendar, ...]:
    """The calendars of a flow, its default first."""
    return tuple(c for c in CALENDARS.values() if c.flow == flow)


def _default(flow: str) -> str:
    return calendars(flow)[0].key


CHOSEN = ("revenue", "payroll", "grants", "devices")  # flows with more than one calendar


@dataclass(frozen=True, slots=True)
class Timing:
    """Which calendar each flow follows, and by how many months the first payment of public revenue is late.

    Amounts that fall due in the meantime arrive with it. Raises `ScenarioError` with everything that is
    wrong.
    """

    revenue: str = _default("revenue")
    payroll: str = _default("payroll")
    grants: str = _default("grants")
    devices: str = _default("devices")
    late: int = 0

    def __post_init__(self) -> None:
        problems = [_unknown(flow, self.key(flow)) for flow in CHOSEN if not _fits(flow, self.key(flow))]
        if not 0 <= self.late <= MOST_LATE:
            problems.append(
                Problem("late", self.late, say("months.too_late", months=self.late, most=MOST_LATE))
            )
        if problems:
            raise ScenarioError(problems)

    def key(self, flow: str) -> str:
        """The key of the calendar that a flow follows."""
        return str(getattr(self, flow)) if flow in CHOSEN else _default(flow)

    def shares(self, flow: str) -> Array:
        """The share of the year paid by the end of each month, shape (12,). The last is exactly 1."""
        calendar = CALENDARS[self.key(flow)]
        parts = np.array(calendar.parts)
        if flow == "revenue" and self.late:
            first = int(np.flatnonzero(parts)[0])
            late = min(first + self.late, len(parts) - 1)
            # Amounts due in the meantime arrive with the first payment.
            parts[late] += parts[first:late].sum()
            parts[first:late] = 0
        paid: Array = parts.cumsum() / calendar.of
        return paid


def _fits(flow: str, key: str) -> bool:
    return key in CALENDARS and CALENDARS[key].flow == flow


def _unknown(flow: str, key: str) -> Problem:
    keys = [c.key for c in calendars(flow)]
    hint = did_you_mean(key, keys, say("months.choose_calendar", calendars=", ".join(keys)))
    return Problem(flow, key, say("months.no_calendar", typed=quoted(key), flow=flow, hint=hint))


@dataclass(frozen=True, slots=True)
class Lowest:
    """The month that ends with the least money, the earliest if there are several."""

    month: int  # 0 is July
    balance: float
    days: float | None  # how long the balance would last at the year's cost; None when the year costs nothing


@dataclass(frozen=True, slots=True)
class Months:
    """Year 1 of scenarios, arrays of shape (scenario, month). Money in is positive, money out negative."""

    opening: Array  # (scenario,): the balance at the end of the start-up year
    moved: Mapping[str, Array]  # by the keys of PARTS
    balances: Array  # at the end of each month
    year: Mapping[str, Array]  # by the keys of PARTS: the same for the year, (scenario,)
    cost: Array  # (scenario,): all cost of the year

    def lowest(self, scenario: int = 0) -> Lowest:
        row = self.balances[scenario]
        # Amounts equal to half a cent are equal: differences of binary arithmetic must not choose the month.
        month = int(np.flatnonzero(row <= row.min() + HALF_A_CENT)[0])
        balance, cost = float(row[month]), float(self.cost[scenario])
        return Lowest(month, balance, balance / (cost / DAYS) if cost > HALF_A_CENT else None)

    def below_zero(self, scenario: int = 0) -> tuple[int, ...]:
        """The months that end below zero; 0 is July."""
        return tuple(int(m) for m in np.flatnonzero(self.balances[scenario] < -HALF_A_CENT))

    def used(self, scenario: int = 0) -> Iterator[str]:
        """The keys of PARTS that this year has any money for."""
        return (k for k, x in self.year.items() if abs(x[scenario]) > HALF_A_CENT)


def months(p: Projection, timing: Timing | None = None) -> Months:
    """Year 1 of every scenario of a projection that holds all lines, month by month."""
    timing = timing or Timing()
    year = {k: part.sign * _year1(p, k, part) for k, part in PARTS.items()}
    paid = {k: year[k][:, None] * timing.shares(part.flow) for k, part in PARTS.items()}
    opening = p["fund_balance"][:, YEAR - 1]
    return Months(
        opening=opening,
        moved={k: np.diff(x, axis=1, prepend=0.0) for k, x in paid.items()},
        balances=opening[:, None] + np.sum([*paid.values()], axis=0),
        year=year,
        cost=p["total_cost"][:, YEAR],
    )


def _year1(p: Projection, key: str, part: Part) -> Array:
    line = key.removeprefix(f"{_OTHER}_") if part.without else key
    found = p[line][:, YEAR]
    for taken_out in part.without:
        found = found - p[taken_out][:, YEAR]
    one: Array = found
    return one
