"""The book of lines: every line of the five-year sheet in worksheet order, each an equation written once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from model.book.family import BookError, Choice, Equation, Family, Line, is_made, unfilled
from model.book.idle_lines import Idle, IdleLines
from model.book.terms import Array, Term
from model.book.vocabulary import when
from model.book.words_across_years import of_years
from model.book.written import written
from model.nearest import nearest
from model.years import ALL_YEARS, YEARS

YEAR = "t"  # the name by which an equation asks for the year number
_T = np.arange(YEARS, dtype=float)
_EVERY_YEAR = set(ALL_YEARS)
_NOTHING = np.zeros((1, 1))
_MOST_PLANS = 500  # ways in which a book has been worked out that it remembers
# A line: its equation with the names it takes, its mask, and its choice. An equation of None is another line.
_Step: TypeAlias = tuple[str, Equation | None, tuple[str, ...], Array | None, Choice | None]


class _Plan(NamedTuple):
    """What is worked out, in order, what is nothing, and what is given, in the order of the worksheet."""

    steps: tuple[_Step, ...]
    nothing: Mapping[str, Array]
    given: tuple[str, ...]


def _sum(*parts: Any) -> Any:
    first, *others = [x for x in parts if x is not _NOTHING] or parts[:1]
    for part in others:
        first = first + part
    return first


class Book:
    """All lines in worksheet order.

    Raises `BookError` for keys used twice, unknown names, use before declaration and totals of nothing.
    """

    def __init__(self, families: Iterable[Family], levers: Collection[str]) -> None:
        worked_out = tuple(families)  # in this order; the worksheet's may differ
        self.families = _stood_together(worked_out)
        self.totals: frozenset[str]
        lines: dict[str, Line] = {}
        problems: list[str] = []
        totals = set()
        for line in (line for family in worked_out for line in family.lines):
            filled = self._filled(line, lines)
            if filled is not line:
                totals.add(line.key)
            problems += self._faults(filled, lines, levers)
            lines[line.key] = filled
        problems += [
            f"{x.key} adds to {x.adds_to!r}, but no total of that name is declared below it."
            for x in lines.values()
            if x.adds_to and (x.adds_to not in totals or x.key not in lines[x.adds_to].needs)
        ]
        if problems:
            raise BookError("The book of lines does not hold together:\n- " + "\n- ".join(problems))
        self.totals = frozenset(totals)
        self._worked_out: Mapping[str, Line] = MappingProxyType(lines)
        self.lines: Mapping[str, Line] = MappingProxyType(
            {x.key: lines[x.key] for family in self.families for x in family.lines}
        )
        self.levers = frozenset(n for x in lines.values() for n in x.needs if n not in lines and n != YEAR)
        self.terms: Mapping[str, Term] = MappingProxyType(written(lines))
        asleep = {x.key: family.asleep for family in worked_out for x in family.lines if family.asleep}
        self._idle_lines = IdleLines(lines.values(), asleep)
        self.masks = {k: self._mask(x) for k, x in lines.items()}
        self._plans: dict[tuple[frozenset[str] | None, Idle], _Plan] = {}
        self._ancestors: dict[frozenset[str], frozenset[str]] = {}
        self._resting: dict[frozenset[str], frozenset[str]] = {}
        self._later: dict[int, Mapping[str, Array]] = {}

    def know(self, usual: Mapping[str, Array]) -> None:
        """The arrays that stand for levers at their defaults: where one is met, no number is looked at."""
        self._idle_lines.know(usual)

    def idle(self, levers: Mapping[str, Array]) -> Idle:
        """Which lines need no work where the levers take these values, each in any of its rows."""
        return self._idle_lines.found(levers)

    @staticmethod
    def _filled(line: Line, above: Mapping[str, Line]) -> Line:
        if line.equation is not unfilled:
            return line
        parts = tuple(k for k, x in above.items() if x.adds_to == line.key)
        return replace(line, needs=parts, equation=_sum)

    @staticmethod
    def _faults(line: Line, above: Mapping[str, Line], levers: Collection[str]) -> list[str]:
        faults = []
        if line.key in above:
            faults.append(f"{line.key} is declared twice ({above[line.key].family} and {line.family}).")
        if line.key == YEAR:
            faults.append(f"{YEAR!r} is the year number; give the line another name.")
        if line.key in levers:
            faults.append(f"{line.key} is the name of a lever too; give the line another name.")
        if line.nothing_without and (faulty := _not_needed(line.nothing_without, line, above)):
            faults.append(f"{line.key} is nothing without {faulty[0]!r}, which it does not need.")
        if line.equation is _sum and not line.needs:
            faults.append(f"{line.key} is a total, but no line above it says adds_to={line.key!r}.")
        for n in line.needs:
            if n not in above and n not in levers and n != YEAR:
                near = nearest(n, {*above, *levers, YEAR})
                hint = f"; did you mean {near[0]!r}?" if near else "."
                faults.append(f"{line.key} needs {n!r}, which is neither a lever nor a line above it{hint}")
        return faults

    def _mask(self, line: Line) -> Array | None:
        """Ones and zeros that set a line to 0 outside its years, or None where nothing has to be set."""
        # The parts of a total are 0 outside their own years, so a total over the same years needs no mask.
        within = set(line.years)
        if within == _EVERY_YEAR:
            return None
        if line.key in self.totals and all(within.issuperset(self.lines[n].years) for n in line.needs):
            return None
        return np.array([float(t in within) for t in ALL_YEARS])

    def _carried(self, years: int) -> Mapping[str, Array]:
        """The masks of the lines for more years than a plan has."""
        if years not in self._later:
            self._later[years] = {
                key: np.concatenate([mask, np.full(years - YEARS, mask[-1])])
                for key, mask in self.masks.items()
                if mask is not None
            }
        return self._later[years]

    def parts(self, key: str) -> tuple[str, ...]:
        """The lines that a total is the sum of, in worksheet order; empty where the line is no total."""
        return self.lines[key].needs if key in self.totals else ()

    def under(self, key: str) -> frozenset[str]:
        """The line and everything that adds up to it, at any depth."""
        return frozenset({key}).union(*(self.under(part) for part in self.parts(key)))

    def spoken(self, key: str, absent: Collection[str] = ()) -> str:
        """The line whose equation explains this one.

        For a total with one part in the same years, besides those that are `absent`, that is the part,
        because "the sum of one" explains nothing. Otherwise it is the line itself.
        """
        parts = [part for part in self.parts(key) if part not in absent]
        if len(parts) == 1 and self.lines[parts[0]].years == self.lines[key].years:
            return self.spoken(parts[0], absent)
        return key

    def with_parts(self, keys: Iterable[str]) -> frozenset[str]:
        """The given lines and every line they rest on."""
        wanted = frozenset(keys)
        if wanted not in self._ancestors:
            found: set[str] = set()
            todo = [k for k in wanted if k in self.lines]
            while todo:
                key = todo.pop()
                if key not in found:
                    found.add(key)
                    todo += [n for n in self.lines[key].needs if n in self.lines]
            self._ancestors[wanted] = frozenset(found)
        return self._ancestors[wanted]

    def levers_of(self, *keys: str) -> frozenset[str]:
        """The levers that the given lines rest on."""
        needed = {n for k in self.with_parts(keys) for n in self.lines[k].needs}
        return self.levers & needed

    def resting_on(self, levers: Collection[str]) -> frozenset[str]:
        """The lines that rest on one of these levers, be it on a choice that one of them makes."""
        moved = frozenset(levers)
        if moved not in self._resting:
            found = set(moved)
            for key, line in self._worked_out.items():
                if not found.isdisjoint(line.needs):
                    found.add(key)
            self._resting[moved] = frozenset(found - moved)
        return self._resting[moved]

    def evaluate(
        self,
        levers: Mapping[str, Array],
        only: Iterable[str] | None = None,
        years: int = YEARS,
        known: Mapping[str, Array] = MappingProxyType({}),
    ) -> dict[str, Array]:
        """Compute the lines for all scenarios at once.

        `levers` holds an array of shape (scenarios or 1, 6 or 1) for every lever. Gives arrays that broadcast
        to (scenarios, 6), for all lines or for `only` those asked for and what they rest on. `known` are
        lines of these very scenarios and years that need not be worked out again.

        With more `years` than a plan has, every equation is carried on. Then numbers by year are given for
        all of these years, and a line goes on if it belongs to Year 5.
        """
        if years == YEARS:
            return self._evaluate(levers, only, None, known)
        with of_years(years):
            return self._evaluate(levers, only, years, known)

    def _evaluate(
        self,
        levers: Mapping[str, Array],
        only: Iterable[str] | None,
        years: int | None,
        known: Mapping[str, Array],
    ) -> dict[str, Array]:
        later = {} if years is None else self._carried(years)
        wanted = None if only is None else self.with_parts(only)
        plan = self._planned(wanted, self._idle_lines.found(levers))
        t = _T if years is None else np.arange(years, dtype=float)
        values: dict[str, Array] = {**levers, **plan.nothing, YEAR: t}
        for key, equation, needs, mask, choice in plan.steps:
            if key in known:
                values[key] = known[key]
            elif equation is None:
                values[key] = values[needs[0]]
            else:
                result = equation(*[values[n] for n in needs])
                if choice is not None and not (made := is_made(choice, levers[choice[0]])).all():
                    result = when(made, result, 0)
                values[key] = result if mask is None else result * (mask if years is None else later[key])
        return {k: values[k] for k in plan.given}

    def steps(self, only: Iterable[str], idle: Idle) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
        """How lines are worked out where some are idle, for whoever works them out in another way.

        All lines that `only` rest on, in order, each with the line or lever that it is the same as (or an
        empty text), and which of them are nothing.
        """
        plan = self._planned(self.with_parts(only), idle)
        steps = tuple((key, needs[0] if equation is None else "") for key, equation, needs, *_ in plan.steps)
        return steps, frozenset(plan.nothing)

    def _planned(self, wanted: frozenset[str] | None, idle: Idle) -> _Plan:
        """How the wanted lines are worked out where some are idle. Thought out once."""
        if (wanted, idle) not in self._plans:
            keys = [k for k in self._worked_out if wanted is None or k in wanted]
            nothing = {k: _NOTHING for k in keys if k in idle.nothing and k not in idle.same}
            steps = tuple(self._step(k, idle) for k in keys if k not in nothing)
            given = tuple(k for k in self.lines if wanted is None or k in wanted)
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            self._plans[wanted, idle] = _Plan(steps, nothing, given)
        return self._plans[wanted, idle]

    def _step(self, key: str, idle: Idle) -> _Step:
        line = self._worked_out[key]
        if line.same_as and key in idle.same:
            return key, None, (line.same_as[0],), None, None
        return key, line.equation, line.arguments, self.masks[key], line.only_if


def _stood_together(families: Iterable[Family]) -> tuple[Family, ...]:
    """The families in the order of the worksheet, those of one key as one."""
    found: dict[str, Family] = {}
    for family in families:
        whole = found.setdefault(family.key, replace(family, lines=[], asleep=()))
        whole.lines += family.lines
    return tuple(sorted(found.values(), key=lambda f: f.stands_last))


def _not_needed(names: Iterable[str], line: Line, above: Mapping[str, Line]) -> list[str]:
    """Those of the names that a line does not rest on at any depth."""
    left, found, todo = dict.fromkeys(names), set[str](), list(line.needs)
    while todo and left:
        key = todo.pop()
        if key not in found:
            found.add(key)
            left.pop(key, None)
            todo += above[key].needs if key in above else ()
    return list(left)
