"""Sources: the documents that figures come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from model.evidence.reading import DATA, Row, refuse, rows_of
from model.texts import declared

SOURCE_COLUMNS = ("source_id", "title", "publisher", "year", "url", "seen_as")


class Source(NamedTuple):
    """Where a figure comes from. `url` is empty for an assumption or a derivation."""

    source_id: str
    title: str
    publisher: str
    year: str
    url: str
    english_seen_as: str

    @property
    def seen_as(self) -> str:
        """In which form the document was read."""
        return declared(f"sources.{self.source_id}.seen_as", self.english_seen_as)


def load_sources(path: Path = DATA / "sources.csv") -> Mapping[str, Source]:
    """All sources by their id. Raises `EvidenceError`."""
    problems: list[str] = []
    sources = [_source(row) for row in rows_of(path, SOURCE_COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({s.source_id: s for s in sources})


def _source(row: Row) -> Source:
    url = row.optional("url")
    if url and not re.match(r"https?://", url):
        row.fault("url", f"{url!r} is not a web address", "Begin with https://, or leave it empty.")
    return Source(
        source_id=row.optional("source_id"),
        title=row.text("title"),
        publisher=row.text("publisher"),
        year=row.text("year"),
        url=url,
        english_seen_as=row.text("seen_as"),
    )


def month(row: Row) -> str:
    """The month in which a figure was last looked at."""
    cell = row.text("as_of")
    if cell and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", cell):
        row.fault("as_of", f"{cell!r} is not a month", "Write it as 2026-11.")
    return cell
