"""What the study published and what has happened to schools: findings and shocks, with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from model.evidence.levers import Source, load_sources
from model.evidence.reading import DATA, OPERATING_YEARS, STATUSES, Row, plain, refuse, rows_of

FINDING_UNITS = ("schools", "usd", "usd_per_pupil", "share", "positions", "text")
FINDING_STATUSES = ("published", "derived", "not_published")
SHOCK_COLUMNS = (
    "key",
    "label",
    "year",
    "what_happened",
    "first_year",
    "cut_rate",
    "cut_years",
    "enrollment_change",
    "private_revenue_change",
    "note",
    "status",
    "source",
)
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
    """What the study published, or did not, and how it is held against the six illustrative schools.

    A limit that is None is open. `computed` names the measure to compare; it is empty where there is none.
    """

    key: str
    label: str
    as_published: str
    published_low: float | None
    published_high: float | None
    unit: str
    status: str
    source: tuple[str, ...]
    check: str
    computed: str


@dataclass(frozen=True, slots=True)
class Shock:
    """Something that happened to schools, written as what it does to a plan.

    Changes are shares: -0.04 is four of a hundred fewer. Pupils once lost stay away. First year 0 is the
    start-up year.
    """

    key: str
    label: str
    year: str
    what_happened: str
    first_year: int
    cut_rate: float
    cut_years: int
    enrollment_change: float
    private_revenue_change: float
    note: str
    status: str
    source: tuple[str, ...]


def load_stress(
    path: Path = DATA / "stress.csv", sources: Mapping[str, Source] | None = None
) -> Mapping[str, Shock]:
    """All shocks by their key. Raises `EvidenceError`."""
    known = load_sources() if sources is None else sources
    problems: list[str] = []
    shocks = [_shock(row, known) for row in rows_of(path, SHOCK_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({s.key: s for s in shocks})


def _shock(row: Row, sources: Mapping[str, Source]) -> Shock:
    shock = Shock(
        key=row.optional("key"),
        label=row.text("label"),
        year=row.optional("year"),
        what_happened=row.text("what_happened"),
        first_year=int(row.number_within("first_year", 0, OPERATING_YEARS, whole=True)),
        cut_rate=row.number_within("cut_rate", 0, 1),
        cut_years=int(row.number_within("cut_years", 0, OPERATING_YEARS, whole=True)),
        enrollment_change=row.number_within("enrollment_change", -1, 1),
        private_revenue_change=row.number_within("private_revenue_change", -1, 1),
        note=row.text("note"),
        status=row.word("status", STATUSES),
        source=row.ids("source", sources),
    )
    if bool(shock.cut_rate) != bool(shock.cut_years):
        what = f"{shock.cut_years} years with a cut of {plain(shock.cut_rate)}"
        row.fault("cut_years", what, "Give both, or zero for both.")
    if not (shock.cut_rate or shock.enrollment_change or shock.private_revenue_change):
        row.fault("cut_rate", "the shock changes nothing", "Give it an effect.")
    return shock


def load_findings(
    path: Path = DATA / "findings.csv", sources: Mapping[str, Source] | None = None
) -> Mapping[str, Finding]:
    """All published findings by their key, those that were not published included. Raises `EvidenceError`."""
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
        label=row.text("label"),
        as_published=row.optional("as_published"),
        published_low=low,
        published_high=high,
        unit=unit,
        status=status,
        source=row.ids("source", sources),
        check=row.text("check"),
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
