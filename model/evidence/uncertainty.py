"""What is uncertain about a plan: each source, and how the sources move together.

How wide a source is stands with its levers in the register (`uncertain_low` and `uncertain_high`: 8 of 10
futures lie between them). Enrollment and funding are tuned on records: see `spreads.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from model.evidence.levers import Lever
from model.evidence.reading import DATA, STATUSES, Row, near, refuse, rows_of
from model.evidence.sources import Source, month
from model.texts import declared

# A level is off by one share for all years, `EACH_YEAR` by a share of its own in every year.
ENROLLMENT, PER_STUDENT, GROWTH, LEVEL, EACH_YEAR = SHAPES = (
    "enrollment",
    "per_student",
    "growth",
    "level",
    "each_year",
)
UNCERTAINTY_COLUMNS = (
    "key",
    "label",
    "levers",
    "shape",
    "yearly",
    "status",
    "source",
    "as_of",
    "distribution",
)
CORRELATION_COLUMNS = ("key", "first", "second", "correlation", "status", "source", "why")


class Uncertainty(NamedTuple):
    """A source of uncertainty.

    `low` and `high` hold 8 of 10 futures: in shares of the plan's value for a level, in points (shares a
    year) for a growth rate; both 0 for what is tuned on records. `yearly` is added to a growth rate in each
    year by itself.
    """

    key: str
    english_label: str
    levers: tuple[str, ...]
    shape: str
    low: float
    high: float
    yearly: float
    status: str
    source: tuple[str, ...]
    as_of: str
    english_distribution: str

    @property
    def label(self) -> str:
        return declared(f"uncertainty.{self.key}.label", self.english_label)

    @property
    def distribution(self) -> str:
        return declared(f"uncertainty.{self.key}.distribution", self.english_distribution)


class Correlation(NamedTuple):
    """How far the lasting parts of two sources move together, from -1 to 1."""

    key: str
    first: str
    second: str
    correlation: float
    status: str
    source: tuple[str, ...]
    english_why: str

    @property
    def why(self) -> str:
        return declared(f"correlations.{self.key}.why", self.english_why)


def load_uncertainty(
    levers: Mapping[str, Lever], sources: Mapping[str, Source], path: Path = DATA / "uncertainty.csv"
) -> Mapping[str, Uncertainty]:
    """All sources of uncertainty by their key. Raises `EvidenceError`."""
    problems: list[str] = []
    found = [_uncertainty(row, levers, sources) for row in rows_of(path, UNCERTAINTY_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({u.key: u for u in found})


def _uncertainty(row: Row, levers: Mapping[str, Lever], sources: Mapping[str, Source]) -> Uncertainty:
    shape = row.word("shape", SHAPES)
    names = tuple(row.text("levers").split("+"))
    for name in names:
        if name not in levers or levers[name].is_choice:
            row.fault("levers", f"{name!r} is no lever with a number", near(name, levers, "See levers.csv."))
    low, high = _ends(row, levers.get(names[0]), shape)
    return Uncertainty(
        key=row.optional("key"),
        english_label=row.text("label"),
        levers=names,
        shape=shape,
        low=low,
        high=high,
        yearly=row.number_within("yearly", 0, 1),
        status=row.word("status", STATUSES),
        source=row.ids("source", sources),
        as_of=month(row),
        english_distribution=row.text("distribution"),
    )


def _ends(row: Row, lever: Lever | None, shape: str) -> tuple[float, float]:
    """How far the source's first lever may lie below and above its default, from its row in the register."""
    if lever is None or lever.uncertain is None or shape in (ENROLLMENT, PER_STUDENT):
        return 0.0, 0.0
    assert isinstance(lever.default, float)
    below, above = (x - lever.default for x in lever.uncertain)
    if shape == GROWTH:
        return below, above
    if lever.default == 0:
        row.fault(
            "levers", f"the default of {lever.key} is 0", "A level needs a default that shares refer to."
        )
        return 0.0, 0.0
    return below / lever.default, above / lever.default


def load_correlations(
    uncertain: Mapping[str, Uncertainty],
    sources: Mapping[str, Source],
    path: Path = DATA / "correlations.csv",
) -> Mapping[str, Correlation]:
    """All correlations by their key; every other one is zero. Raises `EvidenceError`."""
    problems: list[str] = []
    keys = [u.key for u in uncertain.values() if u.shape in (GROWTH, PER_STUDENT)]
    rows = rows_of(path, CORRELATION_COLUMNS, problems)
    found = [
        Correlation(
            key=row.optional("key"),
            first=row.word("first", keys),
            second=row.word("second", keys),
            correlation=row.number_within("correlation", -1, 1),
            status=row.word("status", STATUSES),
            source=row.ids("source", sources),
            english_why=row.text("why"),
        )
        for row in rows
    ]
    pairs = [frozenset((c.first, c.second)) for c in found]
    for row, pair in zip(rows, pairs, strict=True):
        if len(pair) < 2 or pairs.count(pair) > 1:
            row.fault("second", "the pair stands twice or is one and the same", "Name each pair once.")
    refuse(problems)
    try:
        np.linalg.cholesky(correlation_matrix(keys, found))
    except np.linalg.LinAlgError:
        refuse([f"{path.name}: the correlations contradict each other. Bring them nearer to 0."])
    return MappingProxyType({c.key: c for c in found})


def correlation_matrix(keys: Sequence[str], found: Sequence[Correlation]) -> np.ndarray:
    """A correlation matrix: ones on the diagonal, the stated correlations, zero elsewhere."""
    matrix = np.eye(len(keys))
    for c in found:
        i, j = keys.index(c.first), keys.index(c.second)
        matrix[i, j] = matrix[j, i] = c.correlation
    return matrix
