"""The language of whoever starts a program in a shell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from model.texts.catalog import KEYS, LANGUAGES, PSEUDO
from model.texts.language import ENGLISH


def of_environment(environ: Mapping[str, str]) -> str:
    """The first language that the environment names and that has a catalog, else English."""
    translated = [x for x in LANGUAGES if x not in (PSEUDO, KEYS)]
    return next((x for x in _named(environ) if x in translated), ENGLISH)


def _named(environ: Mapping[str, str]) -> Iterator[str]:
    """ "es" for LANGUAGE=es_MX:en or LANG=es_US.UTF-8, in the order in which gettext asks for them."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if given := environ.get(name):
            yield from (x.replace("-", "_").partition("_")[0].partition(".")[0] for x in given.split(":"))
            if name != "LANGUAGE":
                return
