"""What happens in a year: a dated decision, a cut, a grant or stipends that end, a fleet that is replaced.

In these years the curves bend for a reason that somebody chose or can foresee.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.book.terms import Array
from model.book.vocabulary import share
from model.evidence import LEVERS, Lever
from model.lines.grades import GRADES, TABLE, year_1_lever
from model.lines.it import WHEN_DUE
from model.lines.worksheet import BOOK, FROM_YEAR_2
from model.plan.by_grade import CHOICE
from model.plan.in_play import idle_under
from model.results.projection import Projection, Scenarios
from model.texts import counted, listed, say
from model.units import amount
from model.years import OPERATING, OPERATING_YEARS

_OF_REVENUE = ("enrollment", "funding")  # panels of levers that move what comes in
_TOLD = ("revenue_cut", "grant_revenue", "one_time_stipends", "devices_bought", "devices_added")
_THAT_END = ("grant_revenue", "one_time_stipends")
_FOLLOWED = ("enrollment", "enrollment_factor", "staffing_pupils", "teachers")
LINES = (*_TOLD, *_FOLLOWED)
_CHOICES = tuple(k for k, x in LEVERS.items() if x.is_choice)
_COUNTS, _TABLE = tuple(map(year_1_lever, range(len(GRADES)))), "table"
_HAIR = 1e-9  # what binary arithmetic may be short of a whole or half one
_Rows = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens in a year 1 to 5; `on_revenue` says which of the two curves it moves first."""

    year: int
    words: str
    on_revenue: bool


def marks(p: Projection, scenarios: slice = slice(None)) -> list[tuple[Mark, ...]]:
    """The marks of each of the given scenarios of a projection that holds `LINES`, by year."""
    chosen = p.scenarios.chosen(scenarios)
    told = {line: p[line][scenarios] for line in _TOLD}
    lines = {line: each.tolist() for line, each in told.items()}
    cut = _differs(told["revenue_cut"]).tolist()
    ends = np.any([_end(told[line]) for line in _THAT_END], axis=0).tolist()
    due = np.broadcast_to(np.isin(chosen.levers["refresh"][:, 0], WHEN_DUE), chosen.count).tolist()
    dated = {
        key: v.tolist()
        for key, v in chosen.levers.items()
        if key != "cut_rate" and v.shape[1] > 1 and (v[:, 2:] != v[:, 1:-1]).any()
    }
    following = _following({line: p[line][scenarios] for line in _FOLLOWED}, chosen, dated)
    # A table of grades is told by its sum, as five numbers of enrollment are: thirteen rows would bury it.
    counts = [k for k in _COUNTS if dated.pop(k, None)]
    pupils = p["enrollment"][scenarios].tolist() if counts else []
    # What all scenarios share stands in one row, and is told once.
    moves = {key: [tuple(_dated(LEVERS[key], row)) for row in rows] for key, rows in dated.items()}
    ways = _ways(chosen) if dated or counts else []
    closed = [idle_under(way) for way in ways]
    found = []
    for i in range(chosen.count):
        aside = closed[i % len(closed)] | {k for k, so in following.items() if so[i]} if dated else ()
        own = [m for key, each in moves.items() if key not in aside for m in each[i % len(each)]]
        if counts and ways[i % len(ways)][CHOICE] == TABLE and not following[_TABLE][i]:
            own += _dated(LEVERS["enrollment_year1"], pupils[i])
        if cut[i] or ends[i] or due[i]:
            rows = {line: each[i] for line, each in lines.items()}
            own += [*_cut(rows["revenue_cut"]), *_ends(rows), *(_replaced(rows) if due[i] else ())]
        found.append(tuple(sorted(own, key=lambda m: m.year)))
    return found


def _differs(rows: Array) -> Array:
    """Which rows are not the same in every year."""
    found: Array = (rows[:, 1:] != rows[:, :-1]).any(axis=1)
    return found


def _end(rows: Array) -> Array:
    """Which rows have a first year without after one with."""
    found: Array = ((rows[:, 2:] == 0) & (rows[:, 1:-1] > 0)).any(axis=1)
    return found


def _following(
    lines: Mapping[str, Array], scenarios: Scenarios, dated: Mapping[str, object]
) -> Mapping[str, Sequence[bool]]:
    """Which levers of the grades only follow what one number would give, in which scenarios.

    They then differ by year because a school does that is counted in one number, too: nothing happens.
    """
    keys = {"entering_pupils", "retention", "teachers_per_section"} & set(dated)
    if not dated.keys().isdisjoint(_COUNTS):
        keys.add(_TABLE)
    if not keys:
        return {}
    pupils = lines["enrollment"]
    off = pupils - scenarios.levers["enrollment_year1"] * lines["enrollment_factor"]
    more = lines["teachers"] - share(lines["staffing_pupils"], scenarios.levers["pupils_per_teacher"])
    alike = (np.abs(off) <= 0.5 + _HAIR)[:, 1:].all(axis=1).tolist()
    staffed = ((more > -_HAIR) & (more < 0.5))[:, 1:].all(axis=1).tolist()
    return {k: staffed if k == "teachers_per_section" else alike for k in keys}


def _ways(scenarios: Scenarios) -> list[Mapping[str, str]]:
    """The choices of each scenario, or those of all in one row."""
    columns = [scenarios.levers[k][:, 0].tolist() for k in _CHOICES]
    count = max(map(len, columns))
    return [{k: c[i % len(c)] for k, c in zip(_CHOICES, columns, strict=True)} for i in range(count)]


def _dated(lever: Lever, row: Sequence[float]) -> Iterator[Mark]:
    """A value that differs from the year before."""
    first = 3 if lever.key in FROM_YEAR_2 else 2  # Year 1's value of a growth rate is not used
    for year in range(first, OPERATING_YEARS + 1):
        if row[year] != row[year - 1]:
            before, now = (amount(row[t], lever.unit, long=False) for t in (year - 1, year))
            # Five numbers of "Enrollment, Year 1" are the enrollment of every year.
            label = BOOK.lines["enrollment"].label if lever.key == "enrollment_year1" else lever.label
            if before != now:  # else it is less than a reader is shown
                words = say("years.value_changes", setting=label, before=before, now=now)
                yield Mark(year, words, lever.panel in _OF_REVENUE)


def _cut(row: Sequence[float]) -> Iterator[Mark]:
    for year in OPERATING:
        if row[year] == row[year - 1]:
            continue
        before, now = (amount(row[t], LEVERS["cut_rate"].unit, long=False) for t in (year - 1, year))
        if row[year - 1] == 0:
            words = say("years.cut_begins", rate=now)
        elif row[year] == 0:
            words = say("years.cut_ends")
        else:
            words = say("years.cut_changes", before=before, now=now)
        yield Mark(year, words, on_revenue=True)


def _ends(rows: _Rows) -> Iterator[Mark]:
    """The grant cliff and the stipend cliff: the first year without."""
    for line, words, on_revenue in (
        ("grant_revenue", "years.grants_ended", True),
        ("one_time_stipends", "years.stipends_ended", False),
    ):
        for year in OPERATING[1:]:
            if rows[line][year] == 0 < rows[line][year - 1]:
                yield Mark(year, say(words), on_revenue)


def _replaced(rows: _Rows) -> Iterator[Mark]:
    """Devices bought in whole fleets are bought again when their life is over."""
    for year in OPERATING:
        again = rows["devices_bought"][year] - rows["devices_added"][year]
        if again > 0:
            yield Mark(year, say("years.devices_replaced", count=counted(f"{again:,.0f}")), on_revenue=False)


def in_words(found: Sequence[Mark]) -> str:
    """All marks in a line, year by year: "Year 3: grants have ended and Teacher leaders 4 → 6. Year 4: ...".

    Empty without any.
    """
    by_year: dict[int, list[str]] = {}
    for mark in found:
        by_year.setdefault(mark.year, []).append(mark.words)
    return " ".join(
        say("years.what_happens", year=year, events=listed(words)) for year, words in by_year.items()
    )
