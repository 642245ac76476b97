"""What has to be done to work out some lines: which functions, in which order, and in which arrays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from model.book.compiled.functions import Function, Functions
from model.book.compiled.kinds import Kind
from model.book.compiled.known import Known
from model.book.terms import Constant, Name

RESULT = -1  # the place of a line that is asked for: it is written where it stays


class Shared(NamedTuple):
    """A line that all plans share."""

    key: str
    call: Callable[..., Any]
    names: tuple[str, ...]
    source: str


class Moving(NamedTuple):
    """A line that differs by plan, and in which of the arrays to work in it is written."""

    key: str
    call: Callable[..., Any]
    names: tuple[str, ...]
    source: str
    full: bool
    place: int


class Asked(NamedTuple):
    """A line that is asked for, the line or lever whose numbers it has, or the one number that it is."""

    key: str
    holds: str
    kind: Kind
    value: float | str | None


class Schedule(NamedTuple):
    """The lines in order, what is read of the levers, and what has to be kept.

    `full` and `single` are how many arrays the lines take, `work` how many the functions work in besides.
    `given` are the levers, and lines that are known, by name: those that all plans share and the others.
    """

    shared: tuple[Shared, ...]
    moving: tuple[Moving, ...]
    shared_given: tuple[str, ...]
    moving_given: tuple[str, ...]
    beside: frozenset[str]  # shared, and needed for what differs by plan
    widened: frozenset[str]  # of these what differs by year
    asked: tuple[Asked, ...]
    full: int
    single: int
    full_work: int
    single_work: int

    @property
    def moves(self) -> bool:
        """Whether anything differs by plan."""
        return bool(self.moving or self.moving_given)


def scheduled(
    functions: Functions,
    steps: Collection[tuple[str, str]],
    known: Known,
    given: Collection[str],
    asked: tuple[str, ...],
    years: int,
) -> Schedule:
    """The schedule of some lines.

    `steps` are the lines in the order in which they are worked out, each with the line or lever that it is
    the same as, or an empty text. `given` are all levers, and lines that need not be worked out; what is
    `known` of them grows by what is found out of the lines.
    """
    found: dict[str, Function] = {}
    for key, same_as in steps:
        if key in given:
            continue
        function = functions.of(key, known, years, same_as)
        if isinstance(function, Function):
            found[key], known.kinds[key] = function, function.text.kind
        elif isinstance(function, Name):
            known.names[key] = function.key
        else:
            assert isinstance(function, Constant)
            known.values[key] = function.value
    stands = {k: known.names.get(k, k) for k in asked}
    needed = _needed(found, [k for k in stands.values() if k in found])
    found = {k: f for k, f in found.items() if k in needed}
    kept = set(stands.values())
    moving, full, single = _placed({k: f for k, f in found.items() if f.of_many}, kept)
    read = {n for f in found.values() for n in f.text.names} | kept
    beside = {n for f in found.values() if f.of_many for n in f.text.names}
    return Schedule(
        shared=tuple(
            Shared(k, f.call, f.text.names, f.text.source) for k, f in found.items() if not f.of_many
        ),
        moving=moving,
        shared_given=tuple(k for k in given if k in read and known.kind(k) < Kind.PLANS),
        moving_given=tuple(k for k in given if k in read and known.kind(k) >= Kind.PLANS),
        beside=frozenset(k for k in beside if known.kind(k) < Kind.PLANS),
        widened=frozenset(k for k in beside if known.kind(k) is Kind.YEARS),
        asked=tuple(Asked(k, x, known.kind(x), known.values.get(x)) for k, x in stands.items()),
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
        moving.append(Moving(key, function.call, function.text.names, function.text.source, is_full, place))
        for n in function.text.names:
            if last[n] == key and places.get(n, RESULT) != RESULT:
                free[found[n].text.kind is Kind.ALL].append(places[n])
    return tuple(moving), made[True], made[False]
