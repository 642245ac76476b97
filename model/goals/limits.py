"""Limits: what a plan may not touch on its way to a goal."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.evidence import LEVERS
from model.lines.positions import POSITIONS
from model.nearest import did_you_mean
from model.plan.scenario import Problem, ScenarioError
from model.plan.sides import is_decision
from model.plan.typed_numbers import read_number
from model.texts import quoted, say


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that must not shrink: in no year a line below its present value, no lever below its own.

    A lever that is a choice has to stay as it is.
    """

    key: str
    lines: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        if self.key in _LABELS:
            return say(_LABELS[self.key])
        return next(p.kept for p in POSITIONS.values() if p.limit == self.key)


_LABELS = {"pd": "find_a_fix.keep_pd", "teacher_leaders": "find_a_fix.keep_leaders"}


def _kept() -> Iterable[Kept]:
    pd = tuple(k for k, x in LEVERS.items() if x.panel == "pd" and is_decision(k) and not x.of)
    leaders = (
        "teacher_leaders",
        "leader_supplement",
        "leader_release_share",
        "leader_pay",
        "stipend_source",
    )
    yield Kept("pd", levers=pd)
    yield Kept("teacher_leaders", levers=leaders)
    for position in POSITIONS.values():
        # Where a lever is itself the number of positions, it is checked before anything is computed.
        held = {"levers": (position.lever,)} if position.lever else {"lines": (position.line,)}
        yield Kept(position.limit, **held)


KEPT: Mapping[str, Kept] = MappingProxyType({k.key: k for k in _kept()})
CLASS_SIZE = "class_size"


@dataclass(frozen=True, slots=True)
class Limits:
    """What may not happen on the way.

    Classes above so many students in any year; and what must not shrink, as keys of `KEPT`.
    """

    class_size: float | None = None
    keep: tuple[str, ...] = ()

    def without(self, key: str) -> Limits:
        """The same with one limit lifted."""
        if key == CLASS_SIZE:
            return Limits(None, self.keep)
        return Limits(self.class_size, tuple(k for k in self.keep if k != key))

    @property
    def keys(self) -> tuple[str, ...]:
        return (*((CLASS_SIZE,) if self.class_size is not None else ()), *self.keep)

    @staticmethod
    def parse(texts: Iterable[str]) -> Limits:
        """Limits as they are typed: class_size=28, or a key of `KEPT`.

        Raises `ScenarioError` with everything that is wrong.
        """
        size, keep, problems = None, [], []
        for text in texts:
            key, equals, value = (x.strip() for x in text.partition("="))
            if key == CLASS_SIZE:
                number = _number(value)
                if number is None:
                    problems.append(say("find_a_fix.limit_needs_number", typed=quoted(text[:60])))
                elif size is not None:
                    problems.append(say("find_a_fix.limit_twice"))
                else:
                    size = number
            elif key not in KEPT:
                problems.append(_unknown(key))
            elif equals:
                problems.append(say("find_a_fix.limit_takes_no_value", limit=key))
            elif key not in keep:
                keep.append(key)
        if problems:
            raise ScenarioError([Problem("limit", None, p) for p in problems])
        return Limits(size, tuple(keep))


def _unknown(key: str) -> str:
    known = ", ".join((f"{CLASS_SIZE}=28", *KEPT))
    if hint := did_you_mean(key, (CLASS_SIZE, *KEPT)):
        return say("find_a_fix.limit_unknown", typed=quoted(key[:60]), hint=hint, known=known)
    return say("find_a_fix.limit_unknown_no_hint", typed=quoted(key[:60]), known=known)


def _number(text: str) -> float | None:
    number = read_number(text)
    return number.value if number and math.isfinite(number.value) and number.value > 0 else None


def limit_label(key: str, limits: Limits) -> str:
    """A limit in words."""
    if key == CLASS_SIZE:
        return say("find_a_fix.limit_class_size", size=f"{limits.class_size:g}")
    return KEPT[key].label
