"""A book worked out by its code: one plan as plain numbers, many in blocks of arrays.

Inside, arrays have the shape (year, plan), so that one step runs along thousands of plans. What comes in and
goes out has the shape (plan, year), as everywhere else: a view of the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from model.book.book import Book
from model.book.compiled.functions import Functions
from model.book.compiled.kinds import Kind, of_array
from model.book.compiled.known import Known
from model.book.compiled.schedule import RESULT, Schedule, scheduled
from model.book.compiled.workspace import BLOCK, Workspace, room, workspace
from model.book.idle_lines import Idle
from model.book.terms import Array
from model.years import YEARS

_MOST_SCHEDULES = 200  # ways of working out a book that are remembered, some 65 kB each
_FEW = 4_096
_NOTHING = np.zeros((1, 1))
_NONE: Mapping[str, Array] = MappingProxyType({})


class _Batch(NamedTuple):
    """On what the way depends in which a batch is worked out: what is asked for, and what moves in it.

    `unusual` are the levers that are not at their defaults, with their kinds and choices, and `lines` those
    that are known.
    """

    asked: tuple[str, ...]
    idle: Idle
    unusual: tuple[tuple[str, Kind, str], ...]
    lines: tuple[tuple[str, Kind], ...]
    years: int


class Compiled:
    """A book that is worked out by the code of its lines.

    For fewer than `few` plans the equations themselves are worked out the first time that something is asked:
    that is quicker, once, than to write the code, and most commands ask once.
    """

    def __init__(self, book: Book, few: int = _FEW) -> None:
        self._book = book
        self._few = few
        self._all = tuple(book.lines)
        self.functions = Functions(book)
        self._schedules: dict[_Batch, Schedule | None] = {}
        self._usual: Mapping[str, Array] = {}
        self._at_usual = Known({}, {})

    def know(self, usual: Mapping[str, Array]) -> None:
        """The arrays that stand for levers at their defaults: where one is met, its number is known."""
        self._book.know(usual)
        self._usual = usual
        kinds = {k: of_array(v, 1) for k, v in usual.items()}
        self._at_usual = Known(kinds, {k: usual[k].item() for k, kind in kinds.items() if kind is Kind.ONE})

    def evaluate(
        self,
        levers: Mapping[str, Array],
        count: int,
        only: Iterable[str] | None = None,
        years: int = YEARS,
        known: Mapping[str, Array] = _NONE,
    ) -> dict[str, Array]:
        """The lines asked for, all of them if none are named, of so many plans.

        `levers` as for `Book.evaluate`. Gives arrays that broadcast to (count, years), and nothing besides
        what was asked for. No zero has a sign, which would depend on how it came about. `known` are lines of
        these very plans that need not be worked out again.
        """
        asked = self._all if only is None else tuple(k for k in dict.fromkeys(only) if k in self._book.lines)
        schedule = self._scheduled(self._batch(levers, count, asked, years, known), count)
        if schedule is None:
            found = self._book.evaluate(levers, asked, years, known)
            return {k: np.atleast_2d(found[k]) + 0.0 for k in asked}
        given = {**levers, **known} if known else levers
        numbers: dict[str, Any] = {k: _plain(given[k]) for k in schedule.shared_given}
        for line in schedule.shared:
            numbers[line.key] = line.call(*[numbers[n] for n in line.names])
        results = _of_many(schedule, numbers, given, count, years) if schedule.moves else {}
        return _gathered(schedule, numbers, results, years)

    def schedule(
        self,
        levers: Mapping[str, Array],
        count: int,
        only: Iterable[str],
        known: Mapping[str, Array] = _NONE,
    ) -> Schedule:
        """How lines of a batch are worked out, of plans of six years."""
        return self._made(self._batch(levers, count, tuple(dict.fromkeys(only)), YEARS, known))

    def _batch(
        self,
        levers: Mapping[str, Array],
        count: int,
        asked: tuple[str, ...],
        years: int,
        known: Mapping[str, Array],
    ) -> _Batch:
        usual = self._usual
        unusual = tuple([(k, *_known(v, count)) for k, v in levers.items() if v is not usual.get(k)])
        lines = tuple([(k, of_array(v, count)) for k, v in known.items()])
        return _Batch(asked, self._book.idle(levers), unusual, lines, years)

    def _scheduled(self, batch: _Batch, count: int) -> Schedule | None:
        """How a batch is worked out; None for a few plans of which that is asked for the first time."""
        if batch not in self._schedules:
            if len(self._schedules) >= _MOST_SCHEDULES:
                self._schedules.clear()
            self._schedules[batch] = None
            if count < self._few:
                return None
        if (found := self._schedules.get(batch)) is None:
            found = self._schedules[batch] = self._made(batch)
        return found

    def _made(self, batch: _Batch) -> Schedule:
        kinds, values = dict(self._at_usual.kinds), dict(self._at_usual.values)
        for key, kind, choice in batch.unusual:
            kinds[key] = kind
            values.pop(key, None)
            if choice:
                values[key] = choice
        kinds.update(batch.lines)
        given = tuple(kinds)
        steps, nothing = self._book.steps(batch.asked, batch.idle)
        kinds.update(dict.fromkeys(nothing, Kind.NOTHING))
        return scheduled(self.functions, steps, Known(kinds, values), given, batch.asked, batch.years)


def _known(values: Array, count: int) -> tuple[Kind, str]:
    """The kind of a lever, and what is chosen where all plans have chosen the same."""
    kind = of_array(values, count)
    return kind, values.item() if kind is Kind.ONE and values.dtype.kind == "U" else ""


def _plain(values: Array) -> Any:
    """What all plans share as plain Python: a number, a word, or a list by year."""
    return values[0].tolist() if values.shape[1] > 1 else values.item()


def _of_many(
    schedule: Schedule, numbers: Mapping[str, Any], given: Mapping[str, Array], count: int, years: int
) -> dict[str, Array]:
    """The lines that differ by plan and are kept, of shape (1 or years, plans)."""
    kept = [m for m in schedule.moving if m.place == RESULT]
    rows, at = room(sum(years if m.full else 1 for m in kept), count), 0
    results: dict[str, Array] = {}
    for m in kept:
        end = at + (years if m.full else 1)
        results[m.key], at = rows[at:end], end
    beside = {
        k: np.array(numbers[k])[:, None] if k in schedule.widened else numbers[k] for k in schedule.beside
    }
    year = np.arange(years, dtype=float)[:, None]
    with workspace() as space:
        for start in range(0, count, BLOCK):
            block = slice(start, min(start + BLOCK, count))
            arrays = {k: np.ascontiguousarray(given[k][block].T) for k in schedule.moving_given}
            _fill(schedule, {**beside, **arrays}, year, block, results, space)
    return results | {x.holds: given[x.holds].T for x in schedule.asked if x.holds in schedule.moving_given}


def _fill(
    schedule: Schedule,
    numbers: dict[str, Any],
    year: Array,
    block: slice,
    results: Mapping[str, Array],
    space: Workspace,
) -> None:
    """Some of the plans, worked out in the arrays of a workspace and written into the results."""
    years, plans = len(year), block.stop - block.start
    fulls = space.full(schedule.full + schedule.full_work, years, plans)
    singles = space.single(schedule.single + schedule.single_work, plans)
    full, single = fulls[schedule.full :], singles[schedule.single :]
    for m in schedule.moving:
        if m.place == RESULT:
            out = results[m.key][:, block]
        else:
            out = fulls[m.place] if m.full else singles[m.place]
        m.call(out, full, single, year, *[numbers[n] for n in m.names])
        if m.place == RESULT:
            np.add(out, 0.0, out=out)
        numbers[m.key] = out


def _gathered(
    schedule: Schedule, numbers: Mapping[str, Any], results: Mapping[str, Array], years: int
) -> dict[str, Array]:
    """The lines asked for, of shape (1 or count, 1 or years)."""
    found: dict[str, Array] = {}
    rows: dict[str, list[float]] = {}
    for line in schedule.asked:
        found[line.key] = _NOTHING
        if line.holds in results:
            found[line.key] = results[line.holds].T
        elif line.value is not None:
            found[line.key] = np.array([[line.value]])
        elif line.kind is not Kind.NOTHING:
            value = numbers[line.holds]
            rows[line.key] = value if isinstance(value, list) else [value] * years
    if rows:
        table = np.array(list(rows.values()), dtype=float) + 0.0
        for at, key in enumerate(rows):
            found[key] = table[at : at + 1]
    return found
