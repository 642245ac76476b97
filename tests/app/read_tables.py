"""Tables as the page draws them, cell by cell."""

from __future__ import annotations

import re


def rows(markup: str) -> list[list[str]]:
    """The text of every cell, row by row."""
    return [
        [
            re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip()
            for cell in re.findall(r"<t[dh]\b.*?</t[dh]>", row, re.DOTALL)
        ]
        for row in re.findall(r"<tr.*?</tr>", markup, re.DOTALL)
    ]
