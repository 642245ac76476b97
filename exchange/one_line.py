"""A person's text as one line that can be shown and stored."""

from __future__ import annotations

import unicodedata


def clean(text: str, longest: int) -> str:
    """The text without control characters, half characters and direction marks, cut to the given length."""
    line = " ".join("".join(" " if c.isspace() else c for c in text if c.isspace() or _is_shown(c)).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def too_long(what: str, text: str, longest: int) -> list[str]:
    """That a text would be cut, with its length and what fits; nothing where all of it fits."""
    size = len(text.strip())
    return [f"{what} has {size:,} characters; up to {longest:,} fit. Shorten it."] if size > longest else []


def _is_shown(c: str) -> bool:
    turns = "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"
    return unicodedata.category(c) not in ("Cc", "Cs", "Cn") and not turns
