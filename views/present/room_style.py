"""The style sheet of present mode."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from views.charts.palette import Palette
from views.shell.page_frame import style

_SHEET = Path(__file__).with_name("present.css").read_text(encoding="utf-8")


def room_style(p: Palette) -> Markup:
    """In the room's own colors, whatever theme the browser has."""
    return style(".stApp", p, _SHEET)
