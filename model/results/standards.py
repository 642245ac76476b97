"""A plan held against the standards by which others judge a school's money, `data/standards.csv`.

Authorizers and finance officers look at each year by itself and at what it is beside the year before. What a
standard asks for stands in its row; here is how a plan is measured, by what the rating tests. Debts to assets
and the current ratio need a balance sheet, which a plan has not. Debt service cover is asked of a plan that
borrows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import HALF_A_CENT, share
from model.evidence import STANDARDS, Standard
from model.plan.scenario import Scenario
from model.results.as_tested import LINES, AsTested, as_tested
from model.results.projection import Projection, project
from model.years import OPERATING

DAYS = 365
TOGETHER = 3  # years of a margin
DEBT_COVER = "debt_cover"  # asked only where something is borrowed


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Scenarios held against a standard, each of shape (scenarios, 6).

    `values` in the standard's unit; `spare` in dollars, negative where the year misses it; `is_met`; and
    `is_judged`, whether the year can be judged at all.
    """

    values: Array
    spare: Array
    is_met: Array
    is_judged: Array


@dataclass(frozen=True, slots=True)
class Judged:
    """One plan held against one standard. By year 1 to 5; None in a year that cannot be judged."""

    standard: Standard
    values: tuple[float | None, ...]
    spare: tuple[float | None, ...]
    met: tuple[bool | None, ...]

    @property
    def is_met(self) -> bool:
        """In every year that can be judged."""
        return all(x is not False for x in self.met)

    @property
    def is_judged(self) -> bool:
        """In at least one year: debt service cover is not where nothing is due."""
        return any(x is not None for x in self.met)

    @property
    def missed(self) -> list[int]:
        """The years that miss it."""
        return [t for t, x in zip(OPERATING, self.met, strict=True) if x is False]

    @property
    def met_from(self) -> int | None:
        """The first year from which it is met to Year 5; None where Year 5 misses it."""
        last = max(self.missed, default=0)
        return last + 1 if last < OPERATING[-1] else None


_ALWAYS = np.array([False, *(True for _ in OPERATING)])


def _by_dollars(values: Array, spare: Array) -> Measured:
    return Measured(values, spare, spare >= -HALF_A_CENT, np.broadcast_to(_ALWAYS, values.shape))


def _balance(m: AsTested, s: Standard) -> Measured:
    return _by_dollars(m.result, m.result - s.least)


def _reserve(m: AsTested, s: Standard) -> Measured:
    return _by_dollars(share(m.savings, m.spent), m.savings - s.least * m.spent)


def _days_cash(m: AsTested, s: Standard) -> Measured:
    """Year 1 is held against the balance before opening, in days of Year 1's own spending. Aid that is not
    paid yet is no cash, nor is what is borrowed.
    """
    balance, spent = m.savings - m.aid_owed, m.spent / DAYS
    days = share(balance, spent)
    days[:, 0] = 0
    earlier = np.concatenate([np.zeros_like(days[:, :1]), days[:, :-1]], axis=1)
    earlier[:, 1] = share(balance[:, 0], spent[:, 1])
    full = balance - s.least * spent
    rising = np.minimum(balance - s.rising * spent, (days - earlier) * spent)
    spare = np.where(days > earlier, np.maximum(full, rising), full)
    return _by_dollars(days, spare)


def _margin(m: AsTested, s: Standard) -> Measured:
    """Of three years together, so from Year 3 on. Exactly $0 is not above it."""
    net, revenue = _of_three(m.net), _of_three(m.revenue)
    yearly = share(m.net, m.revenue)
    better = yearly > np.concatenate([yearly[:, :1], yearly[:, :-1]], axis=1)
    is_rising = better & (m.net > HALF_A_CENT)
    spare = np.where(is_rising, net - s.rising * revenue, net - s.least * revenue)
    judged = np.broadcast_to(np.arange(net.shape[1]) >= TOGETHER, net.shape)
    return Measured(share(net, revenue), spare, spare > HALF_A_CENT, judged)


def _debt_cover(m: AsTested, s: Standard) -> Measured:
    """In years in which debt service is due: what is there to pay it, against so many times what is due."""
    due = m.debt_service
    there = m.net + due
    judged = due > HALF_A_CENT
    judged[:, 0] = False
    spare = np.where(judged, there - s.least * due, 0.0)
    return Measured(share(there, due), spare, spare >= -HALF_A_CENT, judged)


def _of_three(line: Array) -> Array:
    """The sum of a year and the two before it, start-up left out."""
    total = np.cumsum(line[:, 1:], axis=1)
    three = total.copy()
    three[:, TOGETHER:] -= total[:, :-TOGETHER]
    found: Array = np.concatenate([np.zeros_like(line[:, :1]), three], axis=1)
    return found


MEASURES: Mapping[str, Callable[[AsTested, Standard], Measured]] = MappingProxyType(
    {
        "balance": _balance,
        "reserve": _reserve,
        "days_cash": _days_cash,
        "margin": _margin,
        DEBT_COVER: _debt_cover,
    }
)


def measured(key: str, p: Projection) -> Measured:
    """A projection that holds `LINES`, held against a standard. Raises `KeyError` for one that is not
    measured on a plan.
    """
    return MEASURES[key](as_tested(p), STANDARDS[key])


def borrows(plan: Scenario) -> bool:
    """Whether a plan has a loan or a line of credit."""
    return any(plan[k] for k in ("loan_1", "loan_2", "credit_limit"))


def measures(plan: Scenario) -> list[str]:
    """The standards by which a plan can be judged."""
    return [k for k in MEASURES if k != DEBT_COVER or borrows(plan)]


def asked_of(is_charter: bool, plan: Scenario) -> list[str]:
    """The standards by which a school of that kind is judged on its plan."""
    return [k for k in measures(plan) if is_charter or STANDARDS[k].asked_of == "all"]


def judged(plan: Scenario, keys: Sequence[str]) -> list[Judged]:
    """A plan held against some standards."""
    p = project([plan], only=LINES)
    found = []
    for key in keys:
        m = measured(key, p)
        rows = [x[0].tolist() for x in (m.values, m.spare, m.is_met)]
        kept = [[x if j else None for x, j in zip(row, m.is_judged[0].tolist(), strict=True)] for row in rows]
        values, spare, met = (tuple(row[1:]) for row in kept)
        found.append(Judged(STANDARDS[key], values, spare, met))
    return found


def enrollment_kept(planned: Array, drawn: Array) -> Array:
    """In which share of the cases a year has the planned students, to the share the standard asks for.

    `planned` of shape (6,), `drawn` of shape (cases, 6); gives one share a year, shape (6,).
    """
    held: Array = (drawn >= planned * STANDARDS["enrollment"].least - HALF_A_CENT).mean(axis=0)
    return held
