"""Which language a command answers in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from model.texts import LANGUAGES
from model.texts.environment import of_environment


def spoken_by(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of `--lang`, else that of the environment."""
    asked = [
        word.removeprefix("--lang=")
        for before, word in pairwise(("", *argv))
        if before == "--lang" or word.startswith("--lang=")
    ]
    if known := [word for word in asked if word in LANGUAGES]:
        return known[-1]
    return of_environment(environ)
