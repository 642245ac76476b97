"""By which standards others judge a school's money: authorizers, finance officers. `data/standards.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from model.evidence.reading import DATA, STATUSES, refuse, rows_of
from model.evidence.sources import Source
from model.texts import declared

STANDARD_COLUMNS = ("key", "label", "note", "asked_of", "least", "rising", "unit", "status", "source")
ASKED_OF = ("all", "charter")
UNITS = ("usd", "share", "days", "ratio")


@dataclass(frozen=True, slots=True)
class Standard:
    """A test of every year. `least` passes it, and so does `rising` where the year is better than the last.

    Both are in `unit`: dollars a year, a share, or days.
    """

    key: str
    english_label: str
    english_note: str
    asked_of: str
    least: float
    rising: float
    unit: str
    status: str
    source: tuple[str, ...]

    @property
    def label(self) -> str:
        return declared(f"standards.{self.key}.label", self.english_label)

    @property
    def note(self) -> str:
        """What passes it."""
        return declared(f"standards.{self.key}.note", self.english_note)


def load_standards(
    sources: Mapping[str, Source], path: Path = DATA / "standards.csv"
) -> Mapping[str, Standard]:
    """All standards by their key, in the order of the file. Raises `EvidenceError`."""
    problems: list[str] = []
    found = []
    for row in rows_of(path, STANDARD_COLUMNS, problems):
        least, rising = (row.number_within(name, -1, 366) for name in ("least", "rising"))
        if rising > least:
            row.fault("rising", "is above `least`", "A rising value may be lower, never higher.")
        found.append(
            Standard(
                key=row.text("key"),
                english_label=row.text("label"),
                english_note=row.text("note"),
                asked_of=row.word("asked_of", ASKED_OF),
                least=least,
                rising=rising,
                unit=row.word("unit", UNITS),
                status=row.word("status", STATUSES),
                source=row.ids("source", sources),
            )
        )
    refuse(problems)
    return MappingProxyType({s.key: s for s in found})
