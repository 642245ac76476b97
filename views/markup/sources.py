"""Sources as links: a reader of a figure is one click from who says so. Only addresses of the web become links."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from model.evidence import SOURCES, Lever, Source
from views.markup.tables import Html

NOT_DOCUMENTS = {
    "ASSUME": "assumption",
    "CALC": "worked out in this project",
    "UNCONF": "not confirmed in a source",
}


def link(text: str, url: str) -> Html:
    """The text as a link, or as text where the address is none of the web."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        return Html(escape(text))
    return Html(f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(text)}</a>')


def cited(source: Source) -> Html:
    """Title, publisher and year, the title linked."""
    return Html(f"{link(source.title, source.url)}. {escape(source.publisher)}, {escape(source.year)}")


def named(ids: Iterable[str]) -> Html:
    """Publisher and year of each source, linked: short enough for a table."""
    return Html("; ".join(_short(SOURCES[s]) for s in ids))


def _short(source: Source) -> str:
    if source.source_id in NOT_DOCUMENTS:
        return NOT_DOCUMENTS[source.source_id]
    return link(f"{source.publisher}, {source.year}", source.url)


def vouched(lever: Lever) -> Html:
    """Who says so: the sources of a default, titles linked, or the word assumption where there is none."""
    found = [cited(SOURCES[s]) for s in lever.source if s not in NOT_DOCUMENTS]
    if lever.status == "assumption":
        return Html("assumption" + (f", led by {'; '.join(found)}" if found else ""))
    return Html("; ".join(found) or NOT_DOCUMENTS.get(lever.source[0], "") if lever.source else "")
