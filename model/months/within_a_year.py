"""Month by month through a year: does the cash last until the next payment?

A plan's lines of one year, spread over July to June by the calendars of `data/timing.csv`. Nothing is added
to the year and nothing taken from it: all that the year brings and costs is paid by the end of June, but for
aid that is paid a year later, so the June balance is the plan's own cash at the end of the year.

A loan is there in July. Aid that is held back is taken from the last payments of the year, and that of the
year before comes in July. The line of credit is drawn at the end of a month as far as cash is short, up to
its limit, and paid back as soon as there is money.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT, share
from model.lines.worksheet import BOOK
from model.months.timing import JULY, NEW_STUDENTS, Timing
from model.results.projection import Projection
from model.results.statement import NET, totals_of
from model.texts import say
from model.years import OPERATING

YEAR = 1  # the year that is looked at first
DAYS = 365  # as in the line days_of_expenditure


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
        if self.line in _BESIDE:
            return say(_BESIDE[self.line])
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
# Cash that is no part of the year's result. Keys of PARTS, and of their labels.
LOAN, HELD_BACK, OF_LAST_YEAR, CREDIT = "loan_money", "aid_held_back", "aid_of_last_year", "line_of_credit"
_BESIDE = {
    LOAN: "months.loan_money",
    HELD_BACK: "months.aid_held_back",
    OF_LAST_YEAR: "months.aid_of_last_year",
    CREDIT: "months.line_of_credit",
}


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
    beside = {key: Part(key, JULY, 1) for key in _BESIDE}
    return {**found, _HANDED_BACK: Part(_HANDED_BACK, _YEAR_END, -1), _SET_ASIDE: kept, **beside}


def _flow(line: str) -> str:
    return _KNOWN[line][1] if line in _KNOWN else _OTHER


def _place(line: str) -> int:
    """Lines with a calendar first, as listed above; the others follow in the order of the book."""
    return list(_KNOWN).index(line) if line in _KNOWN else len(_KNOWN)


PARTS: Mapping[str, Part] = MappingProxyType(_parts())


@dataclass(frozen=True, slots=True)
class Lowest:
    """The month that ends with the least money, the earliest if there are several."""

    month: int  # 0 is July
    balance: float
    days: float | None  # how long the balance would last at the year's cost; None when the year costs nothing


@dataclass(frozen=True, slots=True)
class Months:
    """A year of scenarios, arrays of shape (scenario, month). Money in is positive, money out negative."""

    of_year: int  # 1 to 5
    opening: Array  # (scenario,): cash at the end of the year before
    moved: Mapping[str, Array]  # by the keys of PARTS
    balances: Array  # cash at the end of each month
    year: Mapping[str, Array]  # by the keys of PARTS: the same for the year, (scenario,)
    cost: Array  # (scenario,): all cost of the year
    drawn: Array  # owed on the line of credit at the end of each month
    interest: Array  # (scenario, 2): on the line, by what is owed each month, and as the plan counts it

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
        """The keys of PARTS that this year moves any money for, be it only for a while."""
        moved = ((k, x[scenario], self.moved[k][scenario]) for k, x in self.year.items())
        return (k for k, x, by_month in moved if max(abs(x), np.abs(by_month).max()) > HALF_A_CENT)


def months(p: Projection, timing: Timing | None = None, year: int = YEAR) -> Months:
    """A year of every scenario of a projection that holds all lines, month by month."""
    timing = timing or Timing()
    whole = {k: part.sign * _of_year(p, k, part, year) for k, part in PARTS.items() if k not in _BESIDE}
    paid = {k: whole[k][:, None] * timing.shares(PARTS[k].flow) for k in whole}
    arrived = _public_funding(p, timing, year)
    paid["public_revenue"] = whole["public_revenue"][:, None] * arrived
    whole |= {
        LOAN: p["loan_money"][:, year],
        HELD_BACK: -p["aid_owed"][:, year],
        OF_LAST_YEAR: p["aid_owed"][:, year - 1],
        CREDIT: p["credit_owed"][:, year] - p["credit_owed"][:, year - 1],
    }
    in_july = timing.shares(JULY)
    paid |= {k: whole[k][:, None] * in_july for k in (LOAN, OF_LAST_YEAR)}
    paid[HELD_BACK] = -_held_back(p, arrived, year)
    opening, owed = p["cash"][:, year - 1], p["credit_owed"][:, year - 1]
    before = (opening - owed)[:, None] + np.sum([*paid.values()], axis=0)
    drawn = np.clip(-before, 0, p.scenarios.levers["credit_limit"])
    paid[CREDIT] = drawn - owed[:, None]
    rate = np.broadcast_to(p.scenarios.levers["credit_rate"][:, 0], owed.shape)
    return Months(
        of_year=year,
        opening=opening,
        moved={k: np.diff(paid[k], axis=1, prepend=0.0) for k in PARTS},
        balances=before + drawn,
        year={k: whole[k] for k in PARTS},
        cost=p["total_cost"][:, year],
        drawn=drawn,
        interest=np.stack([rate * drawn.mean(axis=1), rate * owed], axis=1),
    )


def of_all_years(p: Projection, timing: Timing | None = None) -> tuple[Months, ...]:
    """The five years month by month."""
    return tuple(months(p, timing, year) for year in OPERATING)


def lowest_of(found: tuple[Months, ...], scenario: int = 0) -> Months:
    """The year with the lowest month, the earliest if there are several."""
    least = min(m.lowest(scenario).balance for m in found)
    return next(m for m in found if m.lowest(scenario).balance <= least + HALF_A_CENT)


def _public_funding(p: Projection, timing: Timing, year: int) -> Array:
    """The share of the year's public funding that is due by the end of each month, (scenario, month)."""
    due = timing.shares("revenue")[None, :]
    if not timing.growth_late or year == YEAR:
        return due
    students = p["funded_pupils"]
    new = np.maximum(share(students[:, year] - students[:, year - 1], students[:, year]), 0)[:, None]
    found: Array = due * (1 - new) + timing.shares(NEW_STUDENTS)[None, :] * new
    return found


def _held_back(p: Projection, due: Array, year: int) -> Array:
    """What is held back of the payments due so far: the last of the year, up to all that is paid later."""
    revenue, owed = p["public_revenue"][:, year, None], p["aid_owed"][:, year, None]
    found: Array = np.maximum(revenue * due - (revenue - owed), 0)
    return found


def _of_year(p: Projection, key: str, part: Part, year: int) -> Array:
    line = key.removeprefix(f"{_OTHER}_") if part.without else key
    found = p[line][:, year]
    for taken_out in part.without:
        found = found - p[taken_out][:, year]
    one: Array = found
    return one
