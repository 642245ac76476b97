"""What name was probably meant: the only place where names are compared by likeness."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from model.texts import either, say

LONGEST = 60  # letters of a word that are compared


def nearest(word: str, known: Iterable[str], most: int = 1) -> list[str]:
    """The known names most like the word, best first; empty where none is like it."""
    # A name of a thousand letters is like none that is known, and comparing it takes as many times longer.
    return difflib.get_close_matches(word[:LONGEST], list(known), most)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "", *, most: int = 1) -> str:
    """ "Did you mean clerk_salary? Write that name.", or `otherwise` where nothing is like the word."""
    close = nearest(word, known, most)
    if not close:
        return otherwise
    if len(close) == 1:
        return say("names.did_you_mean", name=close[0])
    return say("names.did_you_mean_one", names=either(close))
