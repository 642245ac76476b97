"""Pages for the board as tests read them: what stands on them, and how much room the picture has."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import typst
from pypdf import PdfReader

from exchange.files import Filed
from exchange.handout import board_pdf
from exchange.handout.board_content import board_content
from exchange.handout.legible import legible
from exchange.handout.writing import HERE
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


def picture_height(held: dict) -> float:
    """Millimeters that are left to the curves, as the template has worked them out."""
    found = typst.query(
        str(HERE / "board.typ"),
        "<picture-height>",
        field="value",
        one=True,
        root=str(HERE),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(legible(held))},
    )
    return float(json.loads(found))
