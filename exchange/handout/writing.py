"""A template of this folder with its content, as PDF or as pictures, set by Typst.

All content goes in as one JSON string, never as markup, so a name is only ever a text.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from exchange.handout.glyphs import FONTS
from exchange.handout.legible import legible

HERE = Path(__file__).parent
_STANDARD = "ua-1"  # PDF/UA: tags, a language, a title, alternative texts, a picture for every character
_one_at_a_time = Lock()  # a compiler works for one caller at a time


@cache
def _compiler() -> Any:
    # Loaded here: opening the page must not wait for it.
    import typst

    # No font but our own: pages look alike on every computer.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(HERE.parent), font_paths=fonts)


def pdf(template: str, content: dict[str, Any], timestamp: int = 0) -> bytes:
    """A tagged PDF that passes Typst's check of PDF/UA-1. The same content gives the same bytes.

    `template` is a file of this folder; `timestamp` (seconds since 1970) is when the file says it was made.
    """
    return _set(template, content, format="pdf", pdf_standards=[_STANDARD], timestamp=timestamp)[0]


def pictures(
    template: str, content: dict[str, Any], form: Literal["png", "svg"] = "png", pixels: int = 144
) -> list[bytes]:
    """Each page as a picture, `pixels` to an inch for PNG."""
    return _set(template, content, format=form, ppi=float(pixels))


def _set(template: str, content: dict[str, Any], **form: Any) -> list[bytes]:
    data = {"data": json.dumps(legible(content), ensure_ascii=False)}
    with _one_at_a_time:
        made = _compiler().compile(input=str(HERE / template), sys_inputs=data, **form)
    return made if isinstance(made, list) else [made]
