"""Settings whose five numbers are each year's own, or Year 1 dollars that grow. A mark says which.

`data/growing.csv` names them with the line of the book they grow with. The mark is a setting of its own, so
it goes into files and links, the workbook and everything else as any setting does. It stands right behind
the setting it belongs to, and is not shown apart from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from model.evidence.levers import Lever, load_levers
from model.evidence.own_lines import load_own_lines
from model.evidence.reading import DATA, Row, near, refuse, rows_of

COLUMNS = ("lever", "grows_with", "choice_labels")
GROWS, AS_TYPED = MEANINGS = ("grows", "as_typed")
SINCE = 8  # the data version from which five numbers are each year's own unless a mark says otherwise
_MARK = "{}_each_year"


class Growing(NamedTuple):
    """A setting that grows. `grows_with` is the line it grows with; empty where its own line does it."""

    lever: str
    mark: str
    grows_with: str
    english_choices: tuple[str, ...]


def load_growing(levers: Mapping[str, Lever], path: Path = DATA / "growing.csv") -> Mapping[str, Growing]:
    """The settings that grow, by their key. Raises `EvidenceError`."""
    problems: list[str] = []
    found = [_growing(row, levers) for row in rows_of(path, COLUMNS, problems)]
    refuse(problems)
    return MappingProxyType({x.lever: x for x in found})


def _growing(row: Row, levers: Mapping[str, Lever]) -> Growing:
    key = row.text("lever")
    if key not in levers:
        row.fault("lever", f"{key!r} is not a setting", near(key, levers, "Take the row out."))
    elif levers[key].is_choice or not levers[key].per_year:
        row.fault("lever", f"{key!r} has one value for all years", "Take the row out.")
    choices = tuple(c.strip() for c in row.text("choice_labels").split("|"))
    if len(set(choices)) != len(MEANINGS):
        row.fault("choice_labels", f"{len(choices)} labels are given", "Give two, as Grows|As typed.")
    return Growing(key, _MARK.format(key), row.optional("grows_with"), choices)


def with_marks(levers: Mapping[str, Lever], growing: Mapping[str, Growing]) -> Mapping[str, Lever]:
    """The settings, each that grows with its mark behind it."""
    found: dict[str, Lever] = {}
    for key, lever in levers.items():
        found[key] = lever
        if key in growing:
            mark = _mark(lever, growing[key])
            found[mark.key] = mark
    return MappingProxyType(found)


def load_register() -> Mapping[str, Lever]:
    """All settings with their marks, as `data/` has them. Raises `EvidenceError`."""
    levers = load_levers()
    return MappingProxyType({**with_marks(levers, load_growing(levers)), **load_own_lines()})


def _mark(lever: Lever, row: Growing) -> Lever:
    return lever._replace(
        key=row.mark,
        unit="choice",
        place="deeper",
        default=GROWS,
        usual=None,
        uncertain=None,
        bounds=None,
        step=None,
        per_year=False,
        choices=MEANINGS,
        english_choices=row.english_choices,
        year_of_money="",
        status="assumption",
        source=("ASSUME",),
        since=SINCE,
        of=lever.key,
    )
