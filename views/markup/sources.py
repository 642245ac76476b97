"""Sources as links, beside the figures that rest on them. Only web addresses become links."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from model.evidence import SOURCES, Lever, Source

NOT_DOCUMENTS = {
    "ASSUME": "assumption",
    "CALC": "worked out in this project",
    "UNCONF": "not confirmed in a source",
}
_AND = Markup("; ")


def link(text: str, url: str) -> Markup:
    """The text as a link, or as plain text where the address is not one of the web."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        return escape(text)
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(url, text)


def cited(source: Source) -> Markup:
    """Title, publisher and year, the title linked."""
    return Markup("{}. {}, {}").format(link(source.title, source.url), source.publisher, source.year)


def named(ids: Iterable[str]) -> Markup:
    """Publisher and year of each source, linked: short enough for a table."""
    return _AND.join(_short(SOURCES[s]) for s in ids)


def _short(source: Source) -> Markup:
    if source.source_id in NOT_DOCUMENTS:
        return escape(NOT_DOCUMENTS[source.source_id])
    return link(f"{source.publisher}, {source.year}", source.url)


def vouched(lever: Lever) -> Markup:
    """The sources of a default with linked titles, or the word assumption where there is none."""
    found = [cited(SOURCES[s]) for s in lever.source if s not in NOT_DOCUMENTS]
    if lever.status == "assumption":
        return Markup("assumption, led by {}").format(_AND.join(found)) if found else Markup("assumption")
    return _AND.join(found) or escape(NOT_DOCUMENTS.get(lever.source[0], "") if lever.source else "")
