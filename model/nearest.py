"""What name was probably meant: the only place where names are compared by likeness."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_COMPARED = 50  # names of one input; a search costs a millisecond, and no more than these are told


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known names most like the word, best first; empty where none is like it."""
    return difflib.get_close_matches(word, list(known), most)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "", *, most: int = 1) -> str:
    """ "Did you mean clerk_salary?", or `otherwise` where nothing is like the word."""
    close = nearest(word, known, most)
    return f"Did you mean {' or '.join(close)}?" if close else otherwise
