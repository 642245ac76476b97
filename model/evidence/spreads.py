"""By how much counts and money missed a flat projection, by place and kind of school: `data/*_spread.csv`.

Tuned by `tools/calibrate_ranges.py`. Every number is a log change, around what the place itself did in those
years, for a school or district of 500 students.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from model.evidence.reading import DATA, Row, refuse, rows_of
from model.evidence.sources import Source, month
from model.texts import declared, say

KINDS = ELEMENTARY, HIGH, CHARTER, GROWING, DISTRICT, SCHOOL = (
    "elementary",
    "high",
    "charter",
    "growing",  # a school that adds a grade a year
    "district",
    "school",  # any school, where only its district decides
)
UNNAMED = "unnamed"  # the place of a school whose reader has named none
YEARS_STATED = (1, 5)  # the years ahead whose widths a row states
WIDTHS = tuple(f"{side}_{year}" for year in YEARS_STATED for side in ("low80", "low50", "high50", "high80"))
SIZE_POWERS = tuple(f"size_{side}_{year}" for year in YEARS_STATED for side in ("low", "high"))
SPREAD_COLUMNS = (
    "key",
    "place",
    "kind",
    "label",
    "drift",
    *WIDTHS,
    *SIZE_POWERS,
    "tie",
    "counts",
    "horizon",
    "years",
    "as_of",
    "source",
)


class Spread(NamedTuple):
    """How a count, or money per student, departs from a flat projection. `table` is the file of the row.

    `drift` is what the place did in the middle, a year. `widths` are how far the ends of the middle 8 and 5
    of 10 lie below and above that, one and five years ahead, in the order of `WIDTHS`. They are multiplied by
    (students / 500) to the power of minus `size_powers`, below and above the middle, one and five years
    ahead. `tie` is how much money per student changes with each change of students; 0 for counts. All rest on
    `counts` yearly changes; no count reaches further ahead than `horizon` years.
    """

    table: str
    key: str
    place: str
    kind: str
    english_label: str
    drift: float
    widths: tuple[float, ...]
    size_powers: tuple[float, ...]
    tie: float
    counts: int
    horizon: int
    years: str
    as_of: str
    source: tuple[str, ...]

    @property
    def label(self) -> str:
        if self.place == UNNAMED:
            return say("cases.place_unnamed")
        return declared(f"{self.table}.{self.key}.label", self.english_label)


def load_spreads(sources: Mapping[str, Source], path: Path) -> Mapping[str, Spread]:
    """The rows of one file, by key. Raises `EvidenceError`."""
    problems: list[str] = []
    rows = rows_of(path, SPREAD_COLUMNS, problems)
    found = [_spread(path.stem, row, sources) for row in rows]
    for row, spread in zip(rows, found, strict=True):
        if sum((s.place, s.kind) == (spread.place, spread.kind) for s in found) > 1:
            row.fault("kind", f"{spread.place} has two rows of {spread.kind}", "Keep one.")
    if not found and not problems:
        problems.append(f"{path.name}: holds no place. Add a row.")
    refuse(problems)
    return MappingProxyType({s.key: s for s in found})


def _spread(table: str, row: Row, sources: Mapping[str, Source]) -> Spread:
    widths = tuple(row.number_within(name, 0, 3) for name in WIDTHS)
    for year, (low80, low50, high50, high80) in zip(YEARS_STATED, (widths[:4], widths[4:]), strict=True):
        if low50 > low80 or high50 > high80:
            row.fault(f"low50_{year}", "the middle half is wider than the middle 8 of 10", "Swap the two.")
    return Spread(
        table=table,
        key=row.optional("key"),
        place=row.text("place"),
        kind=row.word("kind", KINDS),
        english_label=row.text("label"),
        drift=row.number_within("drift", -0.5, 0.5),
        widths=widths,
        size_powers=tuple(row.number_within(name, 0, 1) for name in SIZE_POWERS),
        tie=row.number_within("tie", -2, 2),
        counts=int(row.number_within("counts", 1, 1e9, whole=True)),
        horizon=int(row.number_within("horizon", 1, 5, whole=True)),
        years=row.text("years"),
        as_of=month(row),
        source=row.ids("source", sources),
    )


def load_enrollment_spreads(
    sources: Mapping[str, Source], path: Path = DATA / "enrollment_spread.csv"
) -> Mapping[str, Spread]:
    """How enrollment departs, by row; the first rows are those of a place that is not named.

    They have the widths of the file's first place, which are the widest, around the plan itself.
    """
    stated = load_spreads(sources, path)
    first = next(iter(stated.values())).place
    unnamed = [
        s._replace(key=f"{UNNAMED}_{s.kind}", place=UNNAMED, drift=0.0)
        for s in stated.values()
        if s.place == first
    ]
    return MappingProxyType({s.key: s for s in unnamed} | dict(stated))


def load_funding_spreads(
    sources: Mapping[str, Source], path: Path = DATA / "funding_spread.csv"
) -> Mapping[str, Spread]:
    """How public funding per student departs: of whole districts, and of the rate that a school is paid.

    Raises `EvidenceError`.
    """
    return load_spreads(sources, path)
