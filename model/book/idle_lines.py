"""Which lines of a book are nothing in a batch of plans, or the same as another: nobody works them out.

A line is passed over while its choice is not made, its amount is 0 or its family is asleep. Most settings
stand at their default in all plans. Their arrays are known, so it is enough to look which array it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from model.book.family import Choice, Line, is_made
from model.book.terms import Array


class Idle(NamedTuple):
    """What needs no work in a batch: `nothing` are lines that are 0, `same` those that another stands for."""

    nothing: frozenset[str]
    same: frozenset[str]


class IdleLines:
    """Finds the idle lines of a batch. `asleep` holds by line the choices with which its family is asleep."""

    def __init__(self, lines: Iterable[Line], asleep: Mapping[str, tuple[Choice, ...]]) -> None:
        self._lines = {
            x.key: x for x in lines if x.only_if or x.nothing_without or x.same_as or asleep.get(x.key)
        }
        self._asleep = asleep
        self._of: dict[str, list[str]] = {}  # the lines that a lever decides on
        for key, line in self._lines.items():
            choices = [line.only_if, line.same_as[1] if line.same_as else None, *asleep.get(key, ())]
            for lever in {*(c[0] for c in choices if c), *line.nothing_without}:
                self._of.setdefault(lever, []).append(key)
        self._usual: Mapping[str, Array] = MappingProxyType({})
        self._at_usual = Idle(frozenset(), frozenset())

    def know(self, usual: Mapping[str, Array]) -> None:
        """The arrays that stand for levers at their defaults, wherever met. Nothing writes into them."""
        self._usual = MappingProxyType({k: usual[k] for k in self._of})
        self._at_usual = self._looked_at(self._lines, self._usual)

    def found(self, levers: Mapping[str, Array]) -> Idle:
        """The idle lines of a batch with these levers."""
        if not self._usual:
            return self._looked_at(self._lines, levers)
        moved = [k for k, usual in self._usual.items() if levers[k] is not usual]
        if not moved:
            return self._at_usual
        touched = {line for lever in moved for line in self._of[lever]}
        nothing, same = self._looked_at(touched, levers)
        return Idle((self._at_usual.nothing - touched) | nothing, (self._at_usual.same - touched) | same)

    def _looked_at(self, keys: Iterable[str], levers: Mapping[str, Array]) -> Idle:
        made: dict[Choice, tuple[bool, bool]] = {}  # by some plan, by all of them

        def of(choice: Choice) -> tuple[bool, bool]:
            if choice not in made:
                rows = is_made(choice, levers[choice[0]])
                made[choice] = bool(rows.any()), bool(rows.all())
            return made[choice]

        def is_nothing(line: Line) -> bool:
            if line.only_if and not of(line.only_if)[0]:
                return True
            if line.nothing_without and not any(levers[n].any() for n in line.nothing_without):
                return True
            asleep = self._asleep.get(line.key, ())
            return bool(asleep) and all(of(choice)[1] for choice in asleep)

        looked = [self._lines[key] for key in keys]
        return Idle(
            frozenset(x.key for x in looked if is_nothing(x)),
            frozenset(x.key for x in looked if x.same_as and not of(x.same_as[1])[0]),
        )
