"""The columns of a list by their names: keys of the register or labels of the page, however written.

A list that somebody saved stays good when a label changes or is said in another language: the present labels,
in English and in the language of now, and those of earlier releases (`data/former_labels.csv`) are all read.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from model.evidence import DATA, LEVERS
from model.evidence.own_lines import NAMES
from model.nearest import did_you_mean
from model.plan.scenario import REGISTER_PAGE
from model.sentences import Sentences
from model.texts import by_language, quoted, say, speaking
from model.texts.language import ENGLISH

PRESET, SCENARIO = "preset", "scenario"
_LONGEST = 120  # letters; no name of a column is longer


def plainly(name: str) -> str:
    """A name without capitals, signs and blanks that are of no account: "Enrollment, Year 1"."""
    return " ".join(re.findall(r"[^\W_]+|%", name[:_LONGEST].casefold()))


@by_language
def _by_plain_name() -> Mapping[str, str]:
    """Every name of a column with its key: keys before labels, present labels before former ones."""
    with speaking(ENGLISH):
        english = _one_each((k, x.label) for k, x in LEVERS.items())
    here = _one_each((k, x.label) for k, x in LEVERS.items())
    return former_labels() | english | here | {plainly(k): k for k in (PRESET, SCENARIO, *LEVERS, *NAMES)}


@cache
def former_labels() -> dict[str, str]:
    """The keys of settings by the plain form of the labels that they had in earlier releases."""
    with (DATA / "former_labels.csv").open(encoding="utf-8", newline="") as file:
        return _one_each((row["key"], row["label"]) for row in csv.DictReader(file))


def _one_each(labels: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The key by the plain form of its label. A label that two settings share names neither of them."""
    found = [(plainly(label), key) for key, label in labels]
    often = Counter(name for name, _ in found)
    return {name: key for name, key in found if often[name] == 1}


def known(name: str) -> str | None:
    """The key of the column that a name means."""
    return _by_plain_name().get(plainly(name))


@by_language
def _names() -> tuple[str, ...]:
    return (PRESET, SCENARIO, *LEVERS, *(x.label for x in LEVERS.values()))


@dataclass(frozen=True, slots=True)
class Columns:
    """The header: by key the place of its column, the names as they are written, and the columns without."""

    places: dict[str, int]
    names: tuple[str, ...]
    unnamed: tuple[int, ...]

    def name(self, key: str) -> str:
        """What the file calls a column."""
        return self.names[self.places[key]]


def columns_of(header: Sequence[str], wrong: Sentences) -> Columns:
    """The columns of a header. Records what is wrong with it."""
    names = tuple(h.strip() for h in header)
    places: dict[str, int] = {}
    for i, name in enumerate(names):
        key = known(name) if name else None
        if not name:
            continue
        if key is None:
            wrong.add(lambda i=i, name=name: _unknown(i, name))  # type: ignore[misc]
        elif key in places:
            first = names[places[key]]
            wrong.add(
                say("list.column_twice", name=quoted(name[:60]))
                if name == first
                else say("list.same_column", first=quoted(first[:60]), second=quoted(name[:60]))
            )
        else:
            places[key] = i
    if PRESET not in places:
        wrong.add(say("list.no_preset_column"))
    return Columns(places, names, tuple(i for i, name in enumerate(names) if not name))


def _unknown(i: int, name: str) -> str:
    said = say("list.unknown_column", number=f"{i + 1:,}", name=quoted(name[:60]))
    if "%" in name and (key := known(name.replace("%", ""))):
        return f"{said} {say('list.call_it', key=key)}"
    return f"{said} {did_you_mean(name, _names(), say('list.remove_column', page=REGISTER_PAGE))}"
