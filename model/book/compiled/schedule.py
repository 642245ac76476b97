"""What has to be done to work out some lines: which functions, in which order, and in which arrays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from model.book.compiled.functions import Function, Functions
from model.book.compiled.kinds import Kind

RESULT = -1  # the place of a line that is asked for: it is written where it stays


@dataclass(frozen=True, slots=True)
class Shared:
    """A line that all plans share."""

    key: str
    call: Callable[..., Any]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moving:
    """A line that differs by plan, and in which of the arrays to work in it is written."""

    key: str
    call: Callable[..., Any]
    names: tuple[str, ...]
    full: bool
    place: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """The lines in order, what is read of the levers, and what has to be kept.

    `full` and `single` are how many arrays the lines take, `work` how many the functions work in besides.
    `given` are the levers, and lines that are known, by name: those that all plans share and the others.
    """

    shared: tuple[Shared, ...]
    moving: tuple[Moving, ...]
    kinds: Mapping[str, Kind]
    shared_given: tuple[str, ...]
    moving_given: tuple[str, ...]
    widened: tuple[str, ...]  # by year, shared, and needed beside what differs by plan
    nothing: tuple[str, ...]
    asked: tuple[str, ...]
    full: int
    single: int
    full_work: int
    single_work: int


def scheduled(
    functions: Functions,
    steps: Collection[tuple[str, str]],
    given: Mapping[str, Kind],
    nothing: Collection[str],
    asked: tuple[str, ...],
    years: int,
) -> Schedule:
    """The schedule of some lines.

    `steps` are the lines in the order in which they are worked out, each with the line or lever that it is the
    same as, or an empty text. `given` holds the kinds of all levers and of lines that are known.
    """
    kinds = {**given, **dict.fromkeys(nothing, Kind.NOTHING)}
    found: dict[str, Function] = {}
    for key, same_as in steps:
        if key in given:
            continue
        function = functions.of(key, kinds, years, same_as)
        if function is None:
            kinds[key] = Kind.NOTHING
        else:
            found[key], kinds[key] = function, function.text.kind
    needed = _needed(found, [k for k in asked if k in found])
    found = {k: f for k, f in found.items() if k in needed}
    moving, full, single = _placed({k: f for k, f in found.items() if f.of_many}, asked)
    shared = tuple(Shared(k, f.call, f.text.names) for k, f in found.items() if not f.of_many)
    read = {n for f in found.values() for n in f.text.names} | set(asked)
    beside = {n for f in found.values() if f.of_many for n in f.text.names}
    return Schedule(
        shared=shared,
        moving=moving,
        kinds=kinds,
        shared_given=tuple(k for k in given if k in read and Kind.NOTHING < kinds[k] < Kind.PLANS),
        moving_given=tuple(k for k in given if k in read and kinds[k] >= Kind.PLANS),
        widened=tuple(k for k in beside if kinds[k] is Kind.YEARS),
        nothing=tuple(k for k in asked if kinds[k] is Kind.NOTHING),
        asked=asked,
        full=full,
        single=single,
        full_work=max((f.text.full for f in found.values()), default=0),
        single_work=max((f.text.single for f in found.values()), default=0),
    )


def _needed(found: Mapping[str, Function], asked: Collection[str]) -> set[str]:
    """What is asked for and what that still rests on, once it is known which lines are nothing."""
    needed, todo = set[str](), list(asked)
    while todo:
        key = todo.pop()
        if key not in needed:
            needed.add(key)
            todo += [n for n in found[key].text.names if n in found]
    return needed


def _placed(found: Mapping[str, Function], asked: Collection[str]) -> tuple[tuple[Moving, ...], int, int]:
    """Every moving line with its place, which is free again after the last line that needs it."""
    last = {n: key for key, f in found.items() for n in f.text.names}
    free: dict[bool, list[int]] = {True: [], False: []}
    made = {True: 0, False: 0}
    places: dict[str, int] = {}
    moving = []
    for key, function in found.items():
        is_full = function.text.kind is Kind.ALL
        if key in asked:
            place = RESULT
        elif free[is_full]:
            place = free[is_full].pop()
        else:
            place, made[is_full] = made[is_full], made[is_full] + 1
        places[key] = place
        moving.append(Moving(key, function.call, function.text.names, is_full, place))
        for n in function.text.names:
            if last[n] == key and places.get(n, RESULT) != RESULT:
                free[found[n].text.kind is Kind.ALL].append(places[n])
    return tuple(moving), made[True], made[False]
