"""A person's text as one line that can be shown and stored."""

from __future__ import annotations

import unicodedata

from model.texts import say


def clean(text: str, longest: int) -> str:
    """The text without control characters, half characters and direction marks, cut to the given length."""
    line = " ".join("".join(" " if c.isspace() else c for c in text if c.isspace() or _is_shown(c)).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def too_long(key: str, text: str, longest: int) -> list[str]:
    """That a text would be cut, with its length and what fits; nothing where all of it fits.

    `key` is that of the sentence, which is given `size` and `most`.
    """
    size = len(text.strip())
    return [say(key, size=f"{size:,}", most=f"{longest:,}")] if size > longest else []


def _is_shown(c: str) -> bool:
    turns = "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"
    return unicodedata.category(c) not in ("Cc", "Cs", "Cn") and not turns
