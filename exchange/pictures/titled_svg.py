"""An SVG that says its title and its numbers to who does not see it."""

from __future__ import annotations

import re

from markupsafe import Markup

_HEAD = re.compile(rb"<svg\b[^>]*>")


def titled_svg(made: bytes, title: str, alt: str) -> bytes:
    """The same drawing as one image with a title and a description."""
    head = _HEAD.search(made)
    assert head
    opening = head[0][:-1] + b' role="img" aria-labelledby="title" aria-describedby="description">'
    said = Markup('<title id="title">{}</title><desc id="description">{}</desc>').format(title, alt)
    return made[: head.start()] + opening + said.encode() + made[head.end() :]
