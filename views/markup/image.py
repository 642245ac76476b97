"""A drawing as the address of an image: what a page may show where it takes drawings out of markup."""

from __future__ import annotations

from urllib.parse import quote


def image(svg: str) -> str:
    """An SVG drawing as a data address, for the `src` of an image."""
    return f"data:image/svg+xml,{quote(svg)}"
