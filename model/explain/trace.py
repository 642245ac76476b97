"""Explain a number: the rule in words, the same with numbers, and its parts down to the levers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.book.book import YEAR
from model.book.branches import open_names, without
from model.book.one_cell import worked_out
from model.book.terms import parts_of
from model.book.vocabulary import GUARD, share, whole_up
from model.evidence import LEVERS, SOURCES, Lever, Source
from model.evidence.growing import AS_TYPED
from model.explain.readings import (
    absent_of,
    as_chosen,
    cell_value,
    cells_of,
    choices_of,
    in_numbers,
    in_words,
    lever_value,
    stands_for,
    unit_of,
)
from model.lines.worksheet import BOOK
from model.nearest import did_you_mean
from model.results.projection import Projection
from model.texts import quoted, say
from model.units import amount


@dataclass(frozen=True, slots=True)
class LeverFact:
    """A lever at the end of an explanation: its value, default, usual range and sources."""

    lever: Lever
    value: float | str
    sources: tuple[Source, ...]

    @property
    def evidence(self) -> str:
        """Where the default comes from, in a few words; "assumption" where it has no source."""
        if self.lever.status == "assumption":
            return say("explain.assumption")
        return say(
            "explain.evidence", status=self.lever.status, sources=" / ".join(map(_named, self.sources))
        )


def _named(s: Source) -> str:
    if s.url:
        return say("explain.source_at", title=s.title, publisher=s.publisher, year=s.year, address=s.url)
    return say("explain.source", title=s.title, publisher=s.publisher, year=s.year)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One cell: what it is, how it is computed, and the cells and levers it depends on.

    `applies` is false where the line has no meaning in the year; its value is then 0 and depends on nothing.
    `remarks` say what a reader who works the sentence out needs to know.
    """

    key: str
    label: str
    unit: str
    year: int
    value: float
    help: str
    rule: str
    numbers: str
    parts: tuple[Explanation, ...]
    levers: tuple[LeverFact, ...]
    applies: bool = True
    remarks: tuple[str, ...] = ()

    @property
    def amount(self) -> str:
        return amount(self.value, self.unit)


def find_line(key: str) -> str:
    """The key itself, if it is a line. KeyError with the nearest names otherwise."""
    if key in BOOK.lines:
        return key
    hint = did_you_mean(key, BOOK.lines, say("explain.see_lines"), most=3)
    raise KeyError(say("explain.no_line", typed=quoted(key[:60]), hint=hint))


def explain(
    projection: Projection, line: str, year: int, scenario: int = 0, depth: int | None = None
) -> Explanation:
    """The explanation of one cell, down to the levers or `depth` levels down.

    A line's own cell of an earlier year is named but not explained again: it is computed in the same way.
    """
    found: dict[tuple[str, int, int | None], Explanation] = {}

    def tell(key: str, year: int, depth: int | None) -> Explanation:
        if (key, year, depth) not in found:
            below = None if depth is None else depth - 1
            found[key, year, depth] = _cell(
                projection, key, year, scenario, None if depth == 0 else lambda k, y: tell(k, y, below)
            )
        return found[key, year, depth]

    return tell(find_line(line), year, depth)


def _cell(
    projection: Projection,
    key: str,
    year: int,
    scenario: int,
    tell: Callable[[str, int], Explanation] | None,
) -> Explanation:
    """One cell; its parts come from `tell`, or are left out."""
    line, absent = BOOK.lines[key], absent_of(projection, scenario, key)
    own = BOOK.spoken(key, absent)
    applies = year in line.years
    # A branch that a choice closes has no effect.
    choices = choices_of(projection, scenario)
    inside = {own, *open_names(without(BOOK.terms[own], absent), choices)} - {YEAR, *absent}
    named = ((stands_for(k, choices), y) for k, y in cells_of(key, year, absent) if k in inside)
    # That numbers mean what they most often mean is not told.
    told = (c for c in named if c[0] not in choices or not LEVERS[c[0]].of or choices[c[0]] == AS_TYPED)
    cells = list(dict.fromkeys(told)) if applies else []
    below = [(k, y) for k, y in cells if k in BOOK.lines and y in BOOK.lines[k].years] if tell else []
    return Explanation(
        key=key,
        label=line.label,
        unit=line.unit,
        year=year,
        value=projection.cell(key, year, scenario),
        help=line.help,
        rule=in_words(key, choices, absent),
        numbers=in_numbers(projection, key, year, scenario) if applies else "",
        parts=tuple(
            _cell(projection, k, y, scenario, None) if k == own or not tell else tell(k, y) for k, y in below
        ),
        levers=tuple(fact(projection, k, y, scenario) for k, y in cells if k not in BOOK.lines),
        applies=applies,
        remarks=tuple(_remarks(projection, key, year, scenario)) if applies else (),
    )


def _remarks(projection: Projection, key: str, year: int, scenario: int) -> Iterator[str]:
    """What a reader needs to know who works the sentence out on paper or with a calculator."""
    absent = absent_of(projection, scenario)
    spoken = BOOK.spoken(key, absent)
    if any(unit_of(k) == "yes_no" for k in (key, *BOOK.lines[spoken].needs)):
        yield say("explain.yes_is_1")

    def value(k: str, y: int) -> float | str:
        return cell_value(projection, k, y, scenario)

    cell = projection.cell(key, year, scenario)
    for part in parts_of(as_chosen(spoken, choices_of(projection, scenario), absent)):
        if part.word is share and abs(float(worked_out(part.args[1], key, year, value))) < GUARD:
            yield say("explain.divided_by_nothing")
        elif part.word is whole_up and float(worked_out(part.args[0], key, year, value)) < cell - 1 + GUARD:
            yield say("explain.a_hair_more")


def fact(projection: Projection, key: str, year: int, scenario: int = 0) -> LeverFact:
    """A lever with its value in that year and its sources."""
    lever = LEVERS[key]
    return LeverFact(
        lever, lever_value(projection, key, year, scenario), tuple(SOURCES[s] for s in lever.source)
    )


def all_levers(explanation: Explanation) -> Iterator[LeverFact]:
    """Every lever under an explanation, each once, in order of appearance."""
    seen: set[str] = set()
    todo = [explanation]
    while todo:
        e = todo.pop(0)
        for f in e.levers:
            if f.lever.key not in seen:
                seen.add(f.lever.key)
                yield f
        todo += e.parts
