"""Pages for the board as tests read them."""

from __future__ import annotations

import io
import re
from datetime import date

from pypdf import PdfReader

from exchange.files import Filed
from exchange.handout import board_pdf
from exchange.handout.board_content import board_content
from model.plan.plan import Plan

DAY, BASE = date(2026, 11, 26), "https://plans.example.org/"


def paper(plan: Plan | Filed, **how) -> PdfReader:
    """The page of a plan, with a link."""
    filed = plan if isinstance(plan, Filed) else Filed(plan)
    return PdfReader(io.BytesIO(board_pdf(filed, today=DAY, **{"base": BASE, **how})))


def content(plan: Plan | Filed, **how) -> dict:
    """What the page is set from."""
    filed = plan if isinstance(plan, Filed) else Filed(plan)
    return board_content(filed, today=DAY, **{"base": BASE, **how})


def text(read: PdfReader) -> str:
    return squeezed(" ".join(page.extract_text() for page in read.pages))


def squeezed(said: str) -> str:
    """Without the blanks and places to break, which a PDF may put elsewhere."""
    return re.sub(r"[\s\u200b]+", "", said)
