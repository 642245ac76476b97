"""Which share of a grade goes on to the next one: what is usual by counts, `data/progression.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from model.evidence.reading import DATA, STATUSES, refuse, rows_of
from model.evidence.sources import Source, month

PROGRESSION_COLUMNS = ("grade", "low", "middle", "high", "counts", "years", "status", "source", "as_of")


class Progression(NamedTuple):
    """Students of a grade as shares of those of the grade below a year before, newcomers included.

    Half of the schools lie between `low` and `high`; it rests on `counts` pairs of years.
    """

    grade: int
    low: float
    middle: float
    high: float
    counts: int
    years: str
    source: tuple[str, ...]


def load_progression(
    sources: Mapping[str, Source], path: Path = DATA / "progression.csv"
) -> Mapping[int, Progression]:
    """By grade; a grade without counts has none. Raises `EvidenceError`."""
    problems: list[str] = []
    found = []
    for row in rows_of(path, PROGRESSION_COLUMNS, problems):
        low, middle, high = (row.number_within(name, 0, 2) for name in ("low", "middle", "high"))
        if not low <= middle <= high:
            row.fault("middle", "is not between low and high", "Put the three in order.")
        row.word("status", STATUSES)
        month(row)
        found.append(
            Progression(
                grade=int(row.number_within("grade", 1, 12, whole=True)),
                low=low,
                middle=middle,
                high=high,
                counts=int(row.number_within("counts", 1, 1e9, whole=True)),
                years=row.text("years"),
                source=row.ids("source", sources),
            )
        )
    refuse(problems)
    return MappingProxyType({p.grade: p for p in found})
