"""Two plans line by line: how each line of the result differs, in cents that add up to the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from model.book.terms import Array
from model.explain.ledger import whole_dollars
from model.lines.own_used import kinds_of, not_used
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results.projection import Projection, project
from model.results.statement import NET, RESULT, made_of
from model.texts import say
from model.units import money, percent

_SAME = 1e-12  # of a sum: how far binary arithmetic may put equal numbers apart
_SAID_ABOVE = ("balance_change",)  # the net position, and in the start-up year the opening balance


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the statement for both plans, in whole cents over the given years.

    `sign` is what the line does to the result: 1 for revenue and results, -1 for cost. `before` and `after`
    are rounded each by itself, as everywhere. `difference` keeps the line's own direction (a cost that rises
    has a difference above 0) and is rounded so that the differences of the parts add up to that of their row.
    It may be a cent away from `after - before`.
    """

    line: str
    sign: int
    before: int
    after: int
    difference: int
    parts: tuple[Row, ...] = ()

    @property
    def label(self) -> str:
        return BOOK.lines[self.line].label

    @property
    def effect(self) -> int:
        """What the difference does to the result: a cost that rises lowers it."""
        return self.sign * self.difference

    @property
    def share(self) -> float | None:
        """The difference as a share of `before`; None when that is zero."""
        return self.difference / abs(self.before) if self.before else None

    def leaves(self) -> Iterator[Row]:
        """The lines that no other line here is part of, in worksheet order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def find(self, line: str) -> Row:
        """The row of a line at or below this one. KeyError when there is none."""
        for row in self.every():
            if row.line == line:
                return row
        raise KeyError(line)

    def every(self) -> Iterator[Row]:
        """The row and all rows below it."""
        yield self
        for part in self.parts:
            yield from part.every()


@dataclass(frozen=True, slots=True)
class Beside:
    """A line outside the statement that differs in a year: students, positions, rates, shares, balances."""

    line: str
    year: int
    before: float
    after: float


def variance(one: Scenario, other: Scenario, years: Sequence[int] = (5,)) -> Row:
    """The net position of both plans, summed over the years, down to lines. `ValueError` without years."""
    return variances([(one, other)], years)[0]


def variances(pairs: Sequence[tuple[Scenario, Scenario]], years: Sequence[int] = (5,)) -> list[Row]:
    """The same of many pairs of plans, worked out in one go."""
    if not years:
        raise ValueError("A variance needs at least one year.")
    p = project([plan for pair in pairs for plan in pair])
    sums = _Sums(p, years)
    return [_of_pair(sums.of(i), one, other) for i, (one, other) in enumerate(pairs)]


class _Sums:
    """The lines of many pairs in cents, summed over the years: each worked out when it is first asked for."""

    def __init__(self, p: Projection, years: Sequence[int]) -> None:
        self._p, self._years = p, list(years)
        self._known: dict[str, Array] = {}

    def of(self, pair: int) -> _PairSums:
        """Those of one pair."""

        def cents(line: str) -> Array:
            if line not in self._known:
                self._known[line] = self._p[line][:, self._years].sum(axis=1) * 100
            found: Array = self._known[line][2 * pair : 2 * pair + 2]
            return found

        return cents


_PairSums: TypeAlias = Callable[[str], Array]  # cents of both plans


def _of_pair(cents: _PairSums, one: Scenario, other: Scenario) -> Row:
    before, after = (round(x) for x in cents(NET))
    absent = not_used(kinds_of(one.values)) & not_used(kinds_of(other.values))
    return _row(cents, NET, 1, after - before, absent)


def _row(cents: _PairSums, line: str, sign: int, difference: int, absent: frozenset[str]) -> Row:
    parts = made_of(line, absent)
    apart = [s * float(cents(key) @ (-1, 1)) for s, key in parts]
    # Only lines that differ take part in the rounding: a line that is equal in both plans never shows a cent.
    moved = [i for i, x in enumerate(apart) if abs(x) > _SAME * (1 + float(abs(cents(parts[i][1])).max()))]
    whole = dict(zip(moved, whole_dollars([apart[i] for i in moved], difference), strict=True))
    rows = tuple(
        # A cost below a cost keeps its sign; below a result it is subtracted.
        _row(cents, key, sign * s, s * whole.get(i, 0), absent)
        for i, (s, key) in enumerate(parts)
    )
    before, after = (round(x) for x in cents(line))
    return Row(line, sign, before, after, difference, rows)


def biggest_first(root: Row) -> list[Row]:
    """The single lines that differ, largest effect first."""
    return sorted((r for r in root.leaves() if r.difference), key=lambda r: -abs(r.effect))


def beside(one: Scenario, other: Scenario, year: int) -> list[Beside]:
    """Every line outside the statement that differs in that year, in worksheet order."""
    p = project([one, other])
    told = {NET, RESULT, *_SAID_ABOVE}.union(*(BOOK.under(n) for n in BOOK.lines[NET].needs))
    return [
        Beside(key, year, p.cell(key, year, 0), p.cell(key, year, 1))
        for key, line in BOOK.lines.items()
        if key not in told and year in line.years and _differs(p, key, year)
    ]


def _differs(p: Projection, key: str, year: int) -> bool:
    before, after = p.cell(key, year, 0), p.cell(key, year, 1)
    return abs(after - before) > 1e-9 * max(1.0, abs(before))


def figures(r: Row) -> list[str]:
    """Before, after, difference, per cent, and the effect on the result, written for people."""
    return [
        money(r.before / 100, cents=True),
        money(r.after / 100, cents=True),
        money(r.difference / 100, plus=True, cents=True),
        _per_cent(r),
        money(r.effect / 100, plus=True, cents=True),
    ]


def _per_cent(r: Row) -> str:
    if not r.difference:
        return "\N{EN DASH}"
    if r.share is None:
        return say("explain.new")
    return f"{'+' if r.share > 0 else ''}{percent(r.share)}"
