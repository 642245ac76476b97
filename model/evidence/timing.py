"""When money comes and goes within a year: calendars from July to June, each a row of `data/timing.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from model.evidence.reading import DATA, STATUSES, Row, refuse, rows_of
from model.evidence.sources import Source, load_sources
from model.texts import declared
from model.units import plain

FLOWS = ("revenue", "new_students", "payroll", "grants", "devices", "other", "year_end")
MONTH_COLUMNS = ("jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar", "apr", "may", "jun")
TIMING_COLUMNS = ("key", "flow", "label", *MONTH_COLUMNS, "of", "note", "status", "source")
MOST_PARTS = 1000


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a year's money is spread over its months, July to June.

    Twelve whole parts of the `of` that make up a year: a twelfth has no exact decimal, 1 of 12 has.
    """

    key: str
    flow: str
    english_label: str
    parts: tuple[int, ...]
    of: int
    english_note: str
    status: str
    source: tuple[str, ...]

    @property
    def label(self) -> str:
        return declared(f"timing.{self.key}.label", self.english_label)

    @property
    def note(self) -> str:
        return declared(f"timing.{self.key}.note", self.english_note)


def load_timing(
    path: Path = DATA / "timing.csv", sources: Mapping[str, Source] | None = None
) -> Mapping[str, Calendar]:
    """All calendars by their key; the first of each flow is its default. Raises `EvidenceError`."""
    known = load_sources() if sources is None else sources
    problems: list[str] = []
    calendars = [_calendar(row, known) for row in rows_of(path, TIMING_COLUMNS, problems)]
    without = [flow for flow in FLOWS if flow not in {c.flow for c in calendars}]
    if not problems:
        problems += [f"{path.name}: no calendar says when {flow} is paid. Add a row." for flow in without]
    refuse(problems)
    return MappingProxyType({c.key: c for c in calendars})


def _calendar(row: Row, sources: Mapping[str, Source]) -> Calendar:
    before = len(row.problems)
    parts = tuple(int(row.number_within(m, 0, MOST_PARTS, whole=True)) for m in MONTH_COLUMNS)
    of = int(row.number_within("of", 1, MOST_PARTS * len(parts), whole=True))
    if len(row.problems) == before and sum(parts) != of:
        row.fault(
            "of", f"the twelve months add up to {sum(parts)} and not to {plain(of)}", "Make them agree."
        )
    return Calendar(
        key=row.optional("key"),
        flow=row.word("flow", FLOWS),
        english_label=row.text("label"),
        parts=parts,
        of=of,
        english_note=row.text("note"),
        status=row.word("status", STATUSES),
        source=row.ids("source", sources),
    )
