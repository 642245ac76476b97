"""What the study published, and what it did not: findings with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from model.evidence.reading import DATA, Row, refuse, rows_of
from model.evidence.sources import Source, load_sources
from model.texts import declared

FINDING_UNITS = ("schools", "usd", "usd_per_pupil", "share", "positions", "text")
FINDING_STATUSES = ("published", "derived", "not_published")
FINDING_COLUMNS = (
    "key",
    "label",
    "as_published",
    "published_low",
    "published_high",
    "unit",
    "status",
    "source",
    "check",
    "computed",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the study published or left open, and how it is compared with the six illustrative schools.

    A limit of None is open. `computed` names the measure to compare; it is empty where there is none.
    """

    key: str
    english_label: str
    english_as_published: str
    published_low: float | None
    published_high: float | None
    unit: str
    status: str
    source: tuple[str, ...]
    english_check: str
    computed: str

    @property
    def label(self) -> str:
        return declared(f"findings.{self.key}.label", self.english_label)

    @property
    def as_published(self) -> str:
        return declared(f"findings.{self.key}.as_published", self.english_as_published)

    @property
    def check(self) -> str:
        return declared(f"findings.{self.key}.check", self.english_check)


def load_findings(
    path: Path = DATA / "findings.csv", sources: Mapping[str, Source] | None = None
) -> Mapping[str, Finding]:
    """All findings by their key, including those that were not published. Raises `EvidenceError`."""
    known = load_sources() if sources is None else sources
    problems: list[str] = []
    findings = [_finding(row, known) for row in rows_of(path, FINDING_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({f.key: f for f in findings})


def _finding(row: Row, sources: Mapping[str, Source]) -> Finding:
    unit, status = row.word("unit", FINDING_UNITS), row.word("status", FINDING_STATUSES)
    low, high = _limits(row, unit)
    if status == "not_published":
        row.empty("as_published", "it was not published")
    elif status:
        row.text("as_published")
    return Finding(
        key=row.optional("key"),
        english_label=row.text("label"),
        english_as_published=row.optional("as_published"),
        published_low=low,
        published_high=high,
        unit=unit,
        status=status,
        source=row.ids("source", sources),
        english_check=row.text("check"),
        computed=row.optional("computed"),
    )


def _limits(row: Row, unit: str) -> tuple[float | None, float | None]:
    if unit == "text":
        for field in ("published_low", "published_high", "computed"):
            row.empty(field, "a text is not computed")
        return None, None
    if row.optional("published_low") and row.optional("published_high"):
        return row.range("published_low", "published_high") or (None, None)
    if row.optional("published_low"):
        return row.number("published_low"), None
    return None, row.number("published_high")
