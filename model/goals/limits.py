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


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that must not shrink: in no year a line below its present value, no lever below its own.

    A lever that is a choice has to stay as it is.
    """

    key: str
    label: str
    lines: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()


def _kept() -> Iterable[Kept]:
    pd = tuple(k for k, x in LEVERS.items() if x.panel == "pd" and is_decision(k))
    leaders = (
        "teacher_leaders",
        "leader_supplement",
        "leader_release_share",
        "leader_pay",
        "stipend_source",
    )
    yield Kept("pd", "No cut in PD", levers=pd)
    yield Kept("teacher_leaders", "Keep teacher leaders", levers=leaders)
    for position in POSITIONS.values():
        # Where a lever is itself the number of positions, it is checked before anything is computed.
        held = {"levers": (position.lever,)} if position.lever else {"lines": (position.line,)}
        yield Kept(position.limit, position.kept, **held)


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
                    problems.append(f"Limit {text[:60]!r}: write class_size=28, with a number above 0.")
                elif size is not None:
                    problems.append("The limit class_size is given twice. Keep one.")
                else:
                    size = number
            elif key not in KEPT:
                hint = did_you_mean(key, (CLASS_SIZE, *KEPT))
                known = ", ".join((f"{CLASS_SIZE}=28", *KEPT))
                said = f"There is no limit called {key[:60]!r}. {hint} Choose from: {known}."
                problems.append(said.replace("  ", " "))
            elif equals:
                problems.append(f"The limit {key} takes no value. Write {key} alone.")
            elif key not in keep:
                keep.append(key)
        if problems:
            raise ScenarioError([Problem("limit", None, p) for p in problems])
        return Limits(size, tuple(keep))


def _number(text: str) -> float | None:
    number = read_number(text)
    return number.value if number and math.isfinite(number.value) and number.value > 0 else None


def limit_label(key: str, limits: Limits) -> str:
    """A limit in words."""
    return f"Classes of {limits.class_size:g} at most" if key == CLASS_SIZE else KEPT[key].label
