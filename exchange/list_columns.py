"""The columns of a list by their names: keys of the register or labels of the page, however written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.evidence import LEVERS
from model.nearest import did_you_mean
from model.sentences import Sentences

PRESET, SCENARIO = "preset", "scenario"
_LONGEST = 120  # letters; no name of a column is longer


def plainly(name: str) -> str:
    """A name without capitals, signs and blanks that are of no account: "Enrollment, Year 1"."""
    return " ".join(re.findall(r"[^\W_]+|%", name[:_LONGEST].casefold()))


def _by_plain_name() -> dict[str, str]:
    names = {plainly(k): k for k in (PRESET, SCENARIO, *LEVERS)}
    labels = [plainly(x.label) for x in LEVERS.values()]
    # A label that two levers share names neither of them.
    return {plainly(x.label): k for k, x in LEVERS.items() if labels.count(plainly(x.label)) == 1} | names


_KEYS = _by_plain_name()
_NAMES = (PRESET, SCENARIO, *LEVERS, *(x.label for x in LEVERS.values()))


def known(name: str) -> str | None:
    """The key of the column that a name means."""
    return _KEYS.get(plainly(name))


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
            twice = (
                repr(name[:60]) if name == first else f"{first[:60]!r} and {name[:60]!r}, which is the same,"
            )
            wrong.add(f"The column {twice} is there twice. Keep one.")
        else:
            places[key] = i
    if PRESET not in places:
        wrong.add("There is no column 'preset'. Add one: each scenario starts from a preset.")
    return Columns(places, names, tuple(i for i, name in enumerate(names) if not name))


def _unknown(i: int, name: str) -> str:
    said = f"Column {i + 1:,} is called {name[:60]!r}, which is not a lever."
    if "%" in name and (key := known(name.replace("%", ""))):
        return f"{said} Call it {key}, and write its values with a per cent sign, such as 2.7%."
    return f"{said} {did_you_mean(name, _NAMES, 'Remove it, or name a lever (docs/levers.md).')}"
