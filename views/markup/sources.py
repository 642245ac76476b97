"""Sources as links, beside the figures that rest on them. Only web addresses become links."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from model.evidence import SOURCES, Lever, Source
from model.texts import say
from views.markup.said import said

NOT_DOCUMENTS = {
    "ASSUME": "numbers.not_assume",
    "CALC": "numbers.not_calc",
    "UNCONF": "numbers.not_confirmed",
}
_STATUSES = {
    "sourced": "numbers.status_sourced",
    "derived": "numbers.status_derived",
    "weak": "numbers.status_weak",
    "assumption": "numbers.status_assumption",
}
_NEXT = Markup("<br>")


def status_name(status: str) -> str:
    """How well a default is known."""
    return say(_STATUSES[status])


def link(text: str, url: str) -> Markup:
    """The text as a link, or as plain text where the address is not one of the web."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        return escape(text)
    return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(url, text)


def cited(source: Source) -> Markup:
    """Title, publisher and year, the title linked."""
    return said(
        "numbers.cited",
        title=link(source.title, source.url),
        publisher=source.publisher,
        year=source.year,
    )


def named(ids: Iterable[str]) -> Markup:
    """Publisher and year of each source, linked: short enough for a table."""
    return _NEXT.join(_short(SOURCES[s]) for s in ids)


def _short(source: Source) -> Markup:
    if source.source_id in NOT_DOCUMENTS:
        return escape(say(NOT_DOCUMENTS[source.source_id]))
    text = say("numbers.source_and_year", publisher=source.publisher, year=source.year)
    return link(text, source.url)


def vouched(lever: Lever) -> Markup:
    """The sources of a default with linked titles, or the word assumption where there is none."""
    found = [cited(SOURCES[s]) for s in lever.source if s not in NOT_DOCUMENTS]
    if lever.status == "assumption":
        if not found:
            return escape(status_name(lever.status))
        return said("numbers.led_by", sources=_NEXT.join(found))
    if found or not lever.source:
        return _NEXT.join(found)
    return escape(say(NOT_DOCUMENTS[lever.source[0]]))
