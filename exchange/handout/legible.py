"""Texts as they can be set: on one line, with places to break, without what no font shows."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from exchange.handout.glyphs import shown_characters

BOX = "\N{WHITE SQUARE}"  # in place of a character that no font of the page has
AS_THEY_ARE = frozenset({"qr", "link", "url", "language", "title_of_file"})  # read by programs, not by people
_GONE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_BREAK = "\N{ZERO WIDTH SPACE}"
_LONG_WORD = re.compile(r"[^\s\u200b]{19,}")


def legible(content: Any) -> Any:
    """The same content with every text made legible, but those at the keys of `AS_THEY_ARE`."""
    if isinstance(content, dict):
        return {k: v if k in AS_THEY_ARE else legible(v) for k, v in content.items()}
    if isinstance(content, list | tuple):
        return [legible(x) for x in content]
    return _text(content) if isinstance(content, str) else content


def _text(text: str) -> str:
    """Control and direction characters go, unknown ones become boxes, long words may break."""
    if text.isascii() and text.isprintable():
        return _breakable(text)
    known = shown_characters()
    composed = unicodedata.normalize("NFC", text)
    kept = (
        " " if c.isspace() and c not in known else c for c in composed if unicodedata.category(c) not in _GONE
    )
    boxed = "".join(c if c in known else _box(c) for c in kept)
    return _breakable(boxed)


def _breakable(text: str) -> str:
    """The text with long words that may break anywhere, so that none runs out of its column."""
    return _LONG_WORD.sub(lambda word: _BREAK.join(word[0]), text)


def _box(c: str) -> str:
    """A mark that only changes the character before it, such as the color of an emoji, is no box."""
    return "" if unicodedata.category(c) in ("Mn", "Me", "Sk") else BOX
