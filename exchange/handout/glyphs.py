"""Which characters the fonts on paper can show, read from the fonts themselves.

A PDF that screen readers can read may hold no character without a picture, so the typesetter refuses it.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_WINDOWS, _FULL_UNICODE = 3, 10  # the table of a font that holds every character


@cache
def shown_characters() -> frozenset[str]:
    """The characters that every one of our fonts has."""
    found = [_of_font(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))]
    return found[0].intersection(*found[1:])


def _of_font(font: bytes) -> frozenset[str]:
    """The characters of a TrueType font, from the groups of its `cmap` table in format 12."""
    (tables,) = struct.unpack_from(">H", font, 4)
    heads = (struct.unpack_from(">4s4xI", font, 12 + 16 * i) for i in range(tables))
    (at,) = (place for name, place in heads if name == b"cmap")
    (kinds,) = struct.unpack_from(">H", font, at + 2)
    subtables = (struct.unpack_from(">HHI", font, at + 4 + 8 * i) for i in range(kinds))
    (start,) = (at + x for *kind, x in subtables if kind == [_WINDOWS, _FULL_UNICODE])
    (groups,) = struct.unpack_from(">I", font, start + 12)
    ranges = (struct.unpack_from(">II", font, start + 16 + 12 * i) for i in range(groups))
    return frozenset(chr(c) for first, last in ranges for c in range(first, last + 1))
