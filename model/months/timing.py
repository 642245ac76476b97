"""When money comes and goes within a year: which calendar each flow follows, and what comes late.

Public funding may follow twelve shares of one's own in place of a calendar. They are read here, and refused
unless they add up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from model.book.terms import Array
from model.evidence import CALENDARS, Calendar
from model.nearest import did_you_mean
from model.plan.payment_times import PaymentTimes
from model.plan.scenario import Problem, ScenarioError
from model.plan.typed_numbers import read_number
from model.texts import counted, quoted, say
from model.units import number

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
MOST_LATE = 3  # months; a whole quarter
OWN = "own"  # in place of a calendar of public funding: twelve shares of one's own
CHOSEN = ("revenue", "payroll", "grants", "devices")  # flows with more than one calendar
JULY = "july"  # a flow without a calendar: all of it is there when the year begins
NEW_STUDENTS = "new_students"  # money for those beyond last year's, where it comes later than the rest
_ALMOST = 1e-6  # what fractions written as decimals may miss a whole by
LONGEST = 400  # characters of twelve shares


def calendars(flow: str) -> tuple[Calendar, ...]:
    """The calendars of a flow, its default first."""
    return tuple(c for c in CALENDARS.values() if c.flow == flow)


def _default(flow: str) -> str:
    return calendars(flow)[0].key


@dataclass(frozen=True, slots=True)
class Timing:
    """Which calendar each flow follows, and by how many months the first payment of public revenue is late.

    Amounts that fall due in the meantime arrive with it. `own` are twelve shares of the year for public
    revenue, July first, which take the place of its calendar. With `growth_late` money for students beyond
    those of the year before follows the calendar of new students. Raises `ScenarioError` with everything
    that is wrong.
    """

    revenue: str = _default("revenue")
    payroll: str = _default("payroll")
    grants: str = _default("grants")
    devices: str = _default("devices")
    late: int = 0
    own: tuple[float, ...] = ()
    growth_late: bool = False

    def __post_init__(self) -> None:
        problems = [_unknown(flow, self.key(flow)) for flow in CHOSEN if not _fits(flow, self.key(flow))]
        if not 0 <= self.late <= MOST_LATE:
            problems.append(
                Problem("late", self.late, say("months.too_late", months=self.late, most=MOST_LATE))
            )
        if self.own and (fault := _fault_of_shares(self.own)):
            problems.append(Problem(OWN, self.own, fault))
        if problems:
            raise ScenarioError(problems)

    def key(self, flow: str) -> str:
        """The key of the calendar that a flow follows."""
        return str(getattr(self, flow)) if flow in CHOSEN else _default(flow)

    def shares(self, flow: str) -> Array:
        """The share of the year paid by the end of each month, shape (12,). The last is exactly 1."""
        if flow == JULY:
            return np.ones(len(MONTHS))
        own = self.own if flow == "revenue" else ()
        calendar = CALENDARS[self.key(flow)]
        parts = np.array(own or calendar.parts)
        if flow == "revenue" and self.late:
            first = int(np.flatnonzero(parts)[0])
            late = min(first + self.late, len(parts) - 1)
            # Amounts due in the meantime arrive with the first payment.
            parts[late] += parts[first:late].sum()
            parts[first:late] = 0
        paid: Array = parts.cumsum() / (parts.sum() if own else calendar.of)
        return paid


def timing_of(chosen: PaymentTimes) -> tuple[Timing, str]:
    """What was chosen, and what is wrong with twelve shares that were typed: the usual calendar stands in.

    Raises `ScenarioError` with everything else that is wrong.
    """
    usual = Timing()
    keys = {flow: chosen.calendar(flow, usual.key(flow)) for flow in CHOSEN}
    own: tuple[float, ...] = ()
    fault = ""
    if keys["revenue"] == OWN:
        keys["revenue"] = usual.revenue
        try:
            own = shares_of(chosen.shares) if chosen.shares.strip() else ()
        except ScenarioError as e:
            fault = e.problems[0].message
    return Timing(**keys, late=chosen.late, own=own, growth_late=chosen.new_students_late), fault


def shares_of(text: str) -> tuple[float, ...]:
    """Twelve shares as people type them: per cents, parts of 1, or fractions such as 1/6, July first.

    They are read as per cents unless they add up to 1. Raises `ScenarioError` for what is no number, for
    another count and, with the sum, for shares that do not add up.
    """
    words = _words(text[:LONGEST])
    read = [_share(w) for w in words]
    wrong = [w for w, x in zip(words, read, strict=True) if x is None]
    if wrong or len(words) != len(MONTHS):
        fault = (
            say("months.share_no_number", typed=quoted(wrong[0]))
            if wrong
            else say("months.not_twelve", count=counted(len(words)))
        )
        raise ScenarioError([Problem(OWN, text, fault)])
    given = [x for x in read if x is not None]
    in_percent = sum(given) > 2 and not any("/" in w or "%" in w for w in words)
    shares = tuple(float(x / 100 if in_percent else x) for x in given)
    if fault := _fault_of_shares(shares):
        raise ScenarioError([Problem(OWN, text, fault)])
    return shares


def _words(text: str) -> list[str]:
    apart = ";" if ";" in text else None if re.search(r"\S\s+\S", text) and "," not in text else ","
    if apart == "," and len(text.split(",")) != len(MONTHS) and len(text.split()) == len(MONTHS):
        apart = None  # decimal commas between spaces
    return [w for w in (x.strip() for x in text.split(apart)) if w]


def _share(word: str) -> Fraction | None:
    parts = [_exact(x) for x in word.partition("/")[::2]] if "/" in word else [_exact(word), Fraction(1)]
    above, below = parts
    return None if above is None or below is None or below <= 0 else above / below


def _exact(word: str) -> Fraction | None:
    """A number as it is; None for what is no number, or too large to be one."""
    found = read_number(word)
    return None if found is None or not math.isfinite(found.value) else Fraction(found.value)


def _fault_of_shares(shares: Sequence[float]) -> str:
    if len(shares) != len(MONTHS):
        return say("months.not_twelve", count=counted(len(shares)))
    if min(shares) < 0:
        return say("months.share_below_zero")
    total = sum(shares)
    if abs(total - 1) <= _ALMOST:
        return ""
    return say("months.shares_do_not_add_up", total=_percent(total))


def _percent(share: float) -> str:
    """With as many digits as tell it from 100%."""
    digits = next((d for d in range(5) if abs(round(share * 100, d) - share * 100) < 1e-9), 4)
    return f"{number(share * 100, digits)}%"


def _fits(flow: str, key: str) -> bool:
    return key in CALENDARS and CALENDARS[key].flow == flow


def _unknown(flow: str, key: str) -> Problem:
    keys = [c.key for c in calendars(flow)]
    hint = did_you_mean(key, keys, say("months.choose_calendar", calendars=", ".join(keys)))
    return Problem(flow, key, say("months.no_calendar", typed=quoted(key), flow=flow, hint=hint))
