"""A book worked out by its code: one plan as plain numbers, many in blocks of arrays.

Inside, arrays have the shape (year, plan), so that one step runs along thousands of plans. What comes in and
goes out has the shape (plan, year), as everywhere else: a view of the same numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from model.book.book import YEAR, Book
from model.book.compiled.functions import Functions
from model.book.compiled.kinds import Kind, of_array
from model.book.compiled.schedule import RESULT, Schedule, scheduled
from model.book.compiled.workspace import BLOCK, Workspace, workspace
from model.book.terms import Array
from model.years import YEARS

_MOST_SCHEDULES = 500  # ways of working out a book that are remembered
_NOTHING = np.zeros((1, 1))
_NOTHING.flags.writeable = False
_NONE: Mapping[str, Array] = MappingProxyType({})


class Compiled:
    """A book that is worked out by the code of its lines."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._all = tuple(book.lines)
        self.functions = Functions(book)
        self._schedules: dict[Any, Schedule] = {}
        self._usual: Mapping[str, Array] = {}
        self._usual_kinds: Mapping[str, Kind] = {}

    def know(self, usual: Mapping[str, Array]) -> None:
        """The arrays that stand for levers at their defaults: where one is met, its shape is not looked at."""
        self._book.know(usual)
        self._usual = usual
        self._usual_kinds = {k: of_array(v, 1) for k, v in usual.items()}

    def evaluate(
        self,
        levers: Mapping[str, Array],
        count: int,
        only: Iterable[str] | None = None,
        years: int = YEARS,
        known: Mapping[str, Array] = _NONE,
    ) -> dict[str, Array]:
        """The lines asked for, all of them if none are named, of so many plans.

        As `Book.evaluate`, but nothing is kept besides: arrays that broadcast to (count, years). `known` are
        lines of these very plans that need not be worked out again.
        """
        asked = self._all if only is None else tuple(k for k in dict.fromkeys(only) if k in self._book.lines)
        schedule = self._scheduled(levers, count, asked, years, known)
        given = {**levers, **known} if known else levers
        env: dict[str, Any] = {k: _plain(given[k]) for k in schedule.shared_given}
        for line in schedule.shared:
            env[line.key] = line.call(*[env[n] for n in line.names])
        results: dict[str, Array] = {}
        if schedule.moving or schedule.moving_given:
            self._many(schedule, env, given, count, years, results)
        return _gathered(schedule, env, results)

    def _scheduled(
        self, levers: Mapping[str, Array], count: int, asked: tuple[str, ...], years: int, known: Mapping[str, Array]
    ) -> Schedule:
        idle = self._book.idle(levers)
        unusual = tuple(
            (k, of_array(v, count)) for k, v in levers.items() if v is not self._usual.get(k)
        )
        lines = tuple((k, of_array(v, count)) for k, v in known.items())
        found = (asked, idle, unusual, lines, years)
        if found not in self._schedules:
            if len(self._schedules) >= _MOST_SCHEDULES:
                self._schedules.clear()
            given = {**self._usual_kinds, **dict(unusual), **dict(lines)}
            steps, nothing = self._book.steps(asked, idle)
            self._schedules[found] = scheduled(
                self.functions, steps, given, nothing, asked, years
            )
        return self._schedules[found]

    def _many(
        self, schedule: Schedule, env: dict[str, Any], given: Mapping[str, Array], count: int, years: int,
        results: dict[str, Array],
    ) -> None:
        for key in schedule.widened:
            env[key] = np.array(env[key])[:, None]
        kept = [m for m in schedule.moving if m.place == RESULT]
        room = np.empty((sum(years if m.full else 1 for m in kept), count))
        at = 0
        for m in kept:
            rows = years if m.full else 1
            results[m.key] = room[at : at + rows]
            at += rows
        year = np.arange(years, dtype=float)[:, None]
        with workspace() as space:
            for start in range(0, count, BLOCK):
                block = slice(start, min(start + BLOCK, count))
                _block(schedule, env, given, block, year, results, space)
        for key in schedule.moving_given:
            if key in schedule.asked:
                results[key] = np.transpose(given[key])


def _block(
    schedule: Schedule, env: dict[str, Any], given: Mapping[str, Array], block: slice, year: Array,
    results: Mapping[str, Array], space: Workspace,
) -> None:
    """Some plans, worked out in the arrays of a workspace."""
    years, plans = len(year), block.stop - block.start
    fulls = space.full(schedule.full + schedule.full_work, years, plans)
    singles = space.single(schedule.single + schedule.single_work, plans)
    full, single = fulls[schedule.full :], singles[schedule.single :]
    for key in schedule.moving_given:
        env[key] = np.ascontiguousarray(given[key][block].T)
    for m in schedule.moving:
        if m.place == RESULT:
            out = results[m.key][:, block]
        else:
            out = fulls[m.place] if m.full else singles[m.place]
        m.call(out, full, single, year, *[env[n] for n in m.names])
        env[m.key] = out


def _plain(values: Array) -> Any:
    """What all plans share as plain Python: a number, a word, or a list by year."""
    return values[0].tolist() if values.shape[1] > 1 else values.item()


def _gathered(schedule: Schedule, env: Mapping[str, Any], results: Mapping[str, Array]) -> dict[str, Array]:
    """The lines asked for, of shape (1 or count, 1 or years)."""
    found: dict[str, Array] = {}
    for key in schedule.asked:
        if key in results:
            found[key] = results[key].T
        elif schedule.kinds[key] is Kind.NOTHING:
            found[key] = _NOTHING
        else:
            value = env[key]
            found[key] = value.T if isinstance(value, np.ndarray) else np.array([value] if isinstance(value, list) else [[value]])
    return found
