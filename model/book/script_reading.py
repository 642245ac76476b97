"""The reading of an equation as JavaScript, for one year that is called `t` or is a plain number.

What a word means there stands beside its other forms, and what its helper does in
`model/book/script_helpers.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from model.book.terms import Apply, Reading, Template, Term, Word, read

T = "t"


class NoScript(ValueError):  # noqa: N818  # what was asked for cannot be written; no code has failed
    """A book cannot be written as JavaScript. The message names the line and the word or number."""


@dataclass(frozen=True, slots=True)
class ScriptReading:
    """JavaScript for one year. `written(key, at)` is a lever, a line or the year number in the year `at`."""

    own: str
    written: Callable[[str, str], str]
    at: str = T
    year: int = -1

    def name(self, key: str) -> str:
        return self.written(key, self.at)

    def constant(self, value: float | str) -> str:
        return json.dumps(value) if isinstance(value, str) else number(value)

    def template(self, word: Word) -> Template:
        if word.script is None:
            raise NoScript(f"{self.own}: the word {word.name!r} has no form in JavaScript; give it one.")
        return word.script

    def in_year(self, year: int) -> ScriptReading:
        return replace(self, at=str(year))

    def in_any_year(self, term: Term) -> str:
        """A function that gives the term in the year asked for."""
        return f"{T}=>{read(term, replace(self, at=T))}"


class _Row:
    """A word that goes along the years, worked out by a helper that gives all of them at once.

    Its arguments are functions of the year.
    """

    def __init__(self, helper: str) -> None:
        self.helper = helper

    def of_all_years(self, r: ScriptReading, args: tuple[Term, ...]) -> str:
        return f"{self.helper}({','.join(map(r.in_any_year, args))})"

    def __call__(self, r: Reading, args: tuple[Term, ...]) -> str:
        assert isinstance(r, ScriptReading)
        return f"{self.of_all_years(r, args)}[{r.at}]"


def row(helper: str) -> Template:
    """The form of a word whose helper gives six numbers at once."""
    return Template(_Row(helper))


def all_years(term: Term, r: ScriptReading) -> str:
    """JavaScript for the six numbers of a term, if its outermost word gives them at once; else empty."""
    if isinstance(term, Apply) and isinstance(form := r.template(term.word).form, _Row):
        return form.of_all_years(r, term.args)
    return ""


def number(value: float) -> str:
    """The shortest text that both languages read as this very number."""
    if not math.isfinite(value):
        raise NoScript(f"{value} is no number that a script could hold.")
    if value == math.floor(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(value).replace("0.", ".", 1) if abs(value) < 1 and "e" not in repr(value) else repr(value)
