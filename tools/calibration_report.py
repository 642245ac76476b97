"""What the calibration says of each set: its parts by kind of school, tests, tables, rows that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from model.evidence import FUNDING, PROGRESSION, SPREADS, Spread
from model.evidence.spreads import DISTRICT, ELEMENTARY, GROWING, HIGH, SCHOOL, SIZE_POWERS, UNNAMED, WIDTHS
from model.ranges.whose_counts import PLACES
from tools.cohorts_of_counts import cohort_errors, progression
from tools.cover_tables import HEAD, SCORES, rows, table, tested
from tools.enrollment_counts import Counts
from tools.fitted_spread import fit
from tools.held_out import Of, To, around_own_drift, by_period, by_school, by_year
from tools.kinds_of_counts import ALTERNATIVE
from tools.past_errors import SIZES, Missed, chosen, errors, money_errors, tie
from tools.periods_of_counts import middles, row_of
from tools.tied_funding import tied_rows

_SMALL = 300.0  # students; whose first year is told apart
_OTHERWISE = "texas"  # whose districts vary most, for districts of no place of ours
_GOES_ON = {g: p.middle for g, p in PROGRESSION.items()}
_DRIFTS = ("counts", "mean miss around it", "around none")
_TOLD = ("kind", "drift", *WIDTHS, *SIZE_POWERS, "tie", "counts", "horizon", "years")


@dataclass(frozen=True)
class Part:
    """The schools of one kind in one set, with the rows of widths they are held against."""

    name: str
    counts: Counts
    spread: Spread
    is_ours: bool  # whether the place is one of this project

    @cached_property
    def missed(self) -> Missed:
        return errors(self.counts)

    @cached_property
    def grown(self) -> Missed:
        """The misses of its schools that add a grade a year."""
        return cohort_errors(self.counts, _GOES_ON)

    @cached_property
    def tie(self) -> float:
        return round(tie(self.counts), 2)

    @property
    def left_out(self) -> int:
        """How many schools never have a number of students that is held against counts."""
        pupils = self.counts.pupils
        return int((~((pupils >= SIZES[0]) & (pupils <= SIZES[1])).any(axis=1)).sum())

    @property
    def is_empty(self) -> bool:
        """Whether no school has anything to compare."""
        return not (self.missed or self.grown)

    @property
    def has_money(self) -> bool:
        return bool(np.isfinite(self.counts.funding).any())

    @property
    def funding(self) -> Spread:
        """The row of funding per student."""
        own = [s for s in FUNDING.values() if s.kind == DISTRICT and s.place == self.spread.place]
        return own[0] if own else next(s for s in FUNDING.values() if s.kind == SCHOOL)

    @property
    def growing(self) -> Spread:
        return _row_for(self.spread.place, GROWING)

    @property
    def years(self) -> str:
        return f"{self.counts.first_year} to {self.counts.first_year + self.counts.pupils.shape[1] - 1}"


def said_of(part: Part) -> list[str]:
    """How many schools a part has, which of them are left out, and whether anything is left."""
    sizes = f"{SIZES[0]:,.0f} to {SIZES[1]:,.0f} students"
    said = [f"{len(part.counts.pupils):,} schools or districts, by the row {part.spread.key}."]
    if part.left_out:
        said.append(f"{part.left_out:,} left out, with {sizes} in no year.")
    if part.is_empty:
        said.append(f"nothing to test. It takes {sizes}, all grades, and a count one to five years later.")
    return [f"{part.name}: {sentence}" for sentence in said]


def parts_of(name: str, counts: Sequence[Counts], place: str = "") -> list[Part]:
    """The parts of a set. The place is given, or begins the set's name, or is not named."""
    place = place or next((p for p in PLACES if name.startswith(p)), UNNAMED)
    is_ours = place != UNNAMED
    rows_of_kinds = [(c, _row_for(place, c.kind)) for c in counts]
    # What other districts did says nothing of where those of a strange place go.
    return [
        Part(f"{name}, {c.kind}", c, row if is_ours else row._replace(drift=0.0), is_ours)
        for c, row in rows_of_kinds
    ]


def _row_for(place: str, kind: str) -> Spread:
    kind = HIGH if kind == ALTERNATIVE else kind  # which has no row of its own and no better one
    ways = ((place, kind), (place, DISTRICT), (UNNAMED, kind), (_OTHERWISE, kind), (UNNAMED, ELEMENTARY))
    return next(s for way in ways for s in SPREADS.values() if (s.place, s.kind) == way)


def report(parts: Sequence[Part], year: int = 0) -> list[str]:
    """The tables, each under its title; those without a row are left out.

    Later years are those from `year` on, or the second half of each set's years.
    """
    own = [r for p in parts for r in tested(p.name, [(p.missed, p.spread, p.missed)])]
    first = [r for p in parts for r in rows(p.name, _small(p.missed), p.spread)]
    grown = [r for p in parts for r in rows(p.name, p.grown, p.growing)]
    paid = [
        r
        for p in parts
        if p.has_money
        for r in rows(f"{p.name} ({p.funding.key})", money_errors(p.counts, p.funding.tie), p.funding)
    ]
    tables: list[tuple[str, tuple[str, ...], list[list[str]]]] = [
        ("By the rows of this project", (*HEAD, *SCORES), own),
        (f"Schools below {_SMALL:g} students, first year, by the rows of this project", HEAD, first),
        ("Schools that add a grade a year, around their cohorts, by the rows of this project", HEAD, grown),
    ]
    before_it = f"the years before {year}" if year else "the years before"
    others = [r for p in parts for r in tested(p.name, by_school(p.counts, p.spread, errors, row_of))]
    later = [r for p in parts for r in tested(p.name, by_year(p.counts, p.spread, errors, row_of, year))]
    apart = [r for p in parts for r in _apart(p)]
    tables += [
        ("By rows fitted on the other schools", (*HEAD, *SCORES), others),
        (f"By rows fitted on {before_it}", (*HEAD, *SCORES), later),
        ("By rows fitted on the other periods", (*HEAD, *SCORES), apart),
        ("Drifts known before a period, in per cent of the students", _DRIFTS, _drifts(parts)),
    ]
    strange = [
        r for p in parts if not p.is_ours for r in tested(p.name, around_own_drift(p.counts, p.spread, year))
    ]
    title = "By the rows of this project, around what the place did in the years before"
    tables.append((title, (*HEAD, *SCORES), strange))
    tied = [
        r
        for p in parts
        if p.has_money and p.is_ours and p.counts.kind == DISTRICT
        for r in tied_rows(p.name, money_errors(p.counts), p.spread.key)
    ]
    tables.append(("Funding per student, as the futures of a plan there have it", HEAD, tied))
    tables.append(("Funding per student, without its tie, by the rows of this project", HEAD, paid))
    for without, way in (("the other schools", by_school), (before_it, partial(by_year, year=year))):
        found = [r for p in parts if p.has_money for r in tested(p.name, way(p.counts, p.funding, _money(p)))]
        title = f"Funding per student, without its tie, by rows fitted on {without}"
        tables.append((title, (*HEAD, *SCORES), found))
    return [f"{title}:\n\n{table(('set', *head), found)}" for title, head, found in tables if found]


def _small(missed: Missed) -> Missed:
    """The first year of small schools."""
    return chosen(missed, lambda h, e: (e.pupils < _SMALL) & (h == 1))


def _apart(part: Part) -> list[list[str]]:
    """All periods of a part together, then each."""
    found = by_period(part.counts, part.spread, errors, row_of)
    each = [r for name, test in found for r in tested(f"{part.name}, {name}", [test])]
    return tested(part.name, [test for _, test in found]) + each if len(found) > 1 else []


def _drifts(parts: Sequence[Part]) -> list[list[str]]:
    found = [(p.name, middles(p.missed)) for p in parts]
    return [
        [name, f"{m.counts:,}", f"{100 * m.with_drift:.2f}", f"{100 * m.without:.2f}"]
        for name, m in found
        if m
    ]


def _money(part: Part) -> Of:
    return lambda counts: money_errors(counts, part.tie)


def fitted(part: Part) -> list[Spread]:
    """The rows that fit a part best: of students, of schools that grow, of money with its tie and without."""
    around_plan = partial(fit, drift=0.0)  # a school that grows has said its own path
    tries: list[tuple[Missed, Spread, To]] = [
        (part.missed, part.spread, row_of),
        (part.grown, part.growing, around_plan),
    ]
    if part.has_money:
        tries.append((money_errors(part.counts, part.tie), part.funding._replace(tie=part.tie), fit))
        alone = part.funding._replace(kind=SCHOOL, tie=0.0)
        tries.append((money_errors(part.counts), alone, fit))
    found = []
    for missed, like, to in tries:
        try:
            found.append(to(missed, like)._replace(years=part.years))
        except ValueError:
            continue
    return found


def as_text(part: Part) -> str:
    """The rows that fit a part, and which share of each grade goes on, in the words of the data files."""
    said = [f"{part.name}:"]
    for spread in fitted(part):
        cells = {name: getattr(spread, name, "") for name in _TOLD}
        cells |= dict(zip(WIDTHS, spread.widths, strict=True))
        cells |= dict(zip(SIZE_POWERS, spread.size_powers, strict=True))
        said.append("  " + ", ".join(f"{name} {cell}" for name, cell in cells.items()))
    for grade, levels in progression(part.counts).items():
        low, middle, high = levels[1:4]
        said.append(f"  goes on to grade {grade}: low {low:.2f}, middle {middle:.2f}, high {high:.2f}")
    return "\n".join(said)
