"""An SVG that says its title and its numbers to who does not see it."""

from __future__ import annotations

import re
import zlib

from markupsafe import Markup

_HEAD = re.compile(rb"<svg\b[^>]*>")


def titled_svg(made: bytes, title: str, alt: str) -> bytes:
    """The same drawing as one image with a title and a description."""
    head = _HEAD.search(made)
    assert head
    # Several pictures may stand on one page, so each has ids of its own.
    own = f"{zlib.crc32(made + title.encode()):08x}"
    opening = (
        f'{head[0][:-1].decode()} role="img" aria-labelledby="title-{own}" aria-describedby="desc-{own}">'
    )
    said = Markup('<title id="title-{0}">{1}</title><desc id="desc-{0}">{2}</desc>').format(own, title, alt)
    return made[: head.start()] + f"{opening}{said}".encode() + made[head.end() :]
