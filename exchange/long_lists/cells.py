"""A block of rows as columns of numbers, where their meaning is beyond doubt.

Taken here are plain numbers within their bounds, and whatever `read_value` reads as one number or choice
without anything to say. All else (five numbers, own lines, what can be read in two ways, what is wrong) is
left to the reader of single rows, so that what a text means is said in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exchange.list_columns import PRESET, SCENARIO, Columns
from exchange.scenario_list import preset_of
from model.book.terms import Array
from model.evidence import LEVERS, Lever
from model.plan.scenario import Scenario
from model.plan.typed_values import read_value
from model.results.projection import Scenarios

# Digits with at most a decimal point. "11.600" is not among them, because it can be read in two ways.
_PLAIN = r"^-?(?:\d{1,15}|\d{1,15}\.(?:\d{1,2}|\d{4,15})|0\.\d{3}|\d{4,15}\.\d{3})$"


@dataclass(frozen=True, slots=True)
class Clear:
    """The rows of a block whose meaning is beyond doubt, in order.

    `rows` are their places in the block, `which` the place of each one's preset among `bases`, `given` the
    value of each setting that any of them states, shape (rows,), and `stated` which of them do.
    """

    rows: Array
    presets: Sequence[str]
    bases: Sequence[Scenario]
    which: Array
    given: Mapping[str, Array]
    stated: Mapping[str, Array]

    def starts(self) -> Scenarios:
        """What the rows start from."""
        of_each = Scenarios.of(self.bases).levers
        levers = {k: v if len(v) == 1 else v[self.which] for k, v in of_each.items()}
        return Scenarios(levers, len(self.rows))

    def plans(self, starts: Scenarios) -> Scenarios:
        """The rows themselves."""
        changed = {
            k: np.where(self.stated[k][:, None], v[:, None], starts.levers[k]) for k, v in self.given.items()
        }
        return starts.replaced(**changed)

    def moved(self, starts: Scenarios) -> dict[str, Array]:
        """By setting the rows in which it is another than at the start, shape (rows,)."""
        return {k: self.stated[k] & (v != starts.levers[k][:, 0]) for k, v in self.given.items()}


def clear_rows(columns: Columns, rows: Sequence[Sequence[str]]) -> Clear:
    """What of a block can be read column by column."""
    width = len(columns.names)
    cells = list(zip_longest(*rows, fillvalue=""))[:width]
    cells += [("",) * len(rows)] * (width - len(cells))
    good = np.fromiter((len(row) <= width or not _any(row[width:]) for row in rows), bool, len(rows))
    for i in columns.unnamed:
        good &= _trimmed(cells[i])[1]
    presets, which = _numbered(cells[columns.places[PRESET]], good)
    bases = [Scenario.preset(p) for p in presets]
    given: dict[str, Array] = {}
    stated: dict[str, Array] = {}
    for key, i in columns.places.items():
        if key in (PRESET, SCENARIO):
            continue
        texts, blank = _trimmed(cells[i])
        if blank.all():
            continue
        if key not in LEVERS or LEVERS[key].own:  # names and settings of own lines
            good &= blank
            continue
        values, is_read = _values(LEVERS[key], texts, blank)
        good &= blank | is_read
        given[key], stated[key] = values, is_read
    if any(isinstance(v, tuple) for base in bases for v in base.values.values()) or any(
        base.own_lines for base in bases
    ):
        good[:] = False
    at = np.flatnonzero(good)
    return Clear(
        at,
        presets,
        bases,
        which[at],
        {k: v[at] for k, v in given.items()},
        {k: v[at] for k, v in stated.items()},
    )


def _any(cells: Iterable[str]) -> bool:
    return any(c.strip() for c in cells)


def _trimmed(cells: Sequence[str]) -> tuple[Any, Array]:
    """The cells without blanks around them, and which are empty."""
    try:
        texts = pc.utf8_trim_whitespace(pa.array(cells, pa.string()))
    except UnicodeEncodeError:  # half a letter, which no column of text can hold
        texts = pa.array([c.encode("utf-8", "replace").decode().strip() for c in cells], pa.string())
    return texts, np.asarray(pc.equal(texts, "").to_numpy(zero_copy_only=False), dtype=bool)


def _numbered(cells: Sequence[str], good: Array) -> tuple[list[str], Array]:
    """The presets that rows start from, and which it is for each; rows without one are no longer good."""
    named = {text: preset_of(text.strip()) for text in dict.fromkeys(cells)}
    places = {name: i for i, name in enumerate(dict.fromkeys(filter(None, named.values())))}
    which = np.fromiter((places.get(named[c], -1) for c in cells), np.intp, len(cells))
    good &= which >= 0
    return list(places), which


def _values(lever: Lever, texts: Any, blank: Array) -> tuple[Array, Array]:
    """The value in each cell, and in which cells one could be read."""
    if lever.is_choice:
        read = _one_by_one(lever, texts, ~blank)
        is_read = np.fromiter((x is not None for x in read), bool, len(read))
        return np.array([lever.default if x is None else x for x in read]), is_read
    plain = pc.match_substring_regex(texts, _PLAIN)
    values = np.asarray(
        pc.cast(pc.if_else(plain, texts, pa.scalar("nan")), pa.float64()).to_numpy(zero_copy_only=False)
    ).copy()
    is_read = np.asarray(plain.to_numpy(zero_copy_only=False), dtype=bool) & _within(lever, values)
    others = ~is_read & ~blank & np.isnan(values)
    if others.any():
        read = _one_by_one(lever, texts, others)
        found = np.fromiter((x is not None for x in read), bool, len(read))
        values[found] = [x for x in read if x is not None]
        is_read |= found
    return values, is_read


def _within(lever: Lever, values: Array) -> Array:
    """Which numbers are possible; `check` says of the others why they are not."""
    assert lever.bounds is not None
    low, high = lever.bounds
    good: Array = (values >= low) & (values <= high)
    good &= ~((values > 0) & (values < lever.least_above_zero))
    if lever.is_whole:
        good &= values == np.floor(values)
    return good


def _one_by_one(lever: Lever, texts: Any, wanted: Array) -> list[float | str | None]:
    """The values of the wanted cells, each text read once; None for all that something is to be said of."""
    cells = texts.to_pylist()
    known: dict[str, float | str | None] = {}
    found: list[float | str | None] = []
    for text, is_wanted in zip(cells, wanted.tolist(), strict=True):
        if is_wanted and text not in known:
            known[text] = _read(lever, text)
        found.append(known[text] if is_wanted else None)
    return found


def _read(lever: Lever, text: str) -> float | str | None:
    read = read_value(lever, text)
    if read.problems or read.remarks or read.question or isinstance(read.value, tuple):
        return None
    return read.value
