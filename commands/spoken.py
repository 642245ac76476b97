"""Which language a command answers in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from model.texts import LANGUAGES
from model.texts.catalog import KEYS, PSEUDO
from model.texts.language import ENGLISH


def spoken_by(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of `--lang`, else the first of the environment's that has a catalog, else English."""
    asked = [
        word.removeprefix("--lang=")
        for before, word in pairwise(("", *argv))
        if before == "--lang" or word.startswith("--lang=")
    ]
    if known := [word for word in asked if word in LANGUAGES]:
        return known[-1]
    made_up = (PSEUDO, KEYS)
    return next((x for x in _of_environment(environ) if x in LANGUAGES and x not in made_up), ENGLISH)


def _of_environment(environ: Mapping[str, str]) -> Iterator[str]:
    """ "es" for LANGUAGE=es_MX:en or LANG=es_US.UTF-8, in the order in which gettext asks for them."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if given := environ.get(name):
            yield from (
                part.replace("-", "_").partition("_")[0].partition(".")[0] for part in given.split(":")
            )
            if name != "LANGUAGE":
                return
