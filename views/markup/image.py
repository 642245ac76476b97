"""A drawing as the data address of an image, because the page removes drawings from markup."""

from __future__ import annotations

from urllib.parse import quote


def image(svg: str) -> str:
    """An SVG drawing as a data address, for the `src` of an image."""
    return f"data:image/svg+xml,{quote(svg)}"
