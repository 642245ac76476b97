"""The register of sources: what each figure rests on, and which inputs use it."""

from __future__ import annotations

from math import ceil

from exchange.workbook.layout import HEAD
from exchange.workbook.page import Page
from model.evidence import LEVERS, SOURCES
from model.texts import say

WIDTHS = (46, 24, 12, 52, 20, 54)  # of the columns B to G


def write_sources(page: Page) -> None:
    page.title(say("workbook.sources"), say("workbook.sources_lead"))
    page.heads(
        A=say("workbook.source"),
        B=say("workbook.source_title"),
        C=say("workbook.publisher"),
        D=say("workbook.source_year"),
        E=say("workbook.address"),
        F=say("workbook.seen_as"),
        G=say("workbook.used_by"),
    )
    row = HEAD
    for source in SOURCES.values():
        row += 1
        page.text(f"A{row}", source.source_id, "muted")
        page.text(f"B{row}", source.title, "wrap")
        page.text(f"C{row}", source.publisher, "wrap")
        page.text(f"D{row}", source.year, "wrap")
        if source.url:
            page.sheet.write_url(f"E{row}", source.url, page.styles("link_wrap"), string=source.url)
        page.text(f"F{row}", source.seen_as, "wrap")
        used = "; ".join(x.label for x in LEVERS.values() if source.source_id in x.source and not x.own)
        page.text(f"G{row}", used, "note")
        texts = (source.title, source.publisher, source.year, source.url, source.seen_as, used)
        page.height(row, max(ceil(len(t) / (w - 2)) for t, w in zip(texts, WIDTHS, strict=True)))
    page.widths(A=11, **dict(zip("BCDEFG", WIDTHS, strict=True)))
    page.freeze()
    page.printed(say("workbook.sources"), area=f"A1:G{row}")
