"""A line as plain Python for one plan: a function of numbers and of lists, one number for each year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from model.book.book import YEAR
from model.book.compiled.functions_of_one import OVER_YEARS, WITHIN_A_YEAR
from model.book.compiled.kinds import Kind, of_term
from model.book.compiled.text import Text, local_names
from model.book.family import BookError
from model.book.terms import ATOM, Apply, Array, Constant, Name, Reading, Template, Term, Word, names, read
from model.book.vocabulary import before, count_of_years, in_year

_ROWS = frozenset(OVER_YEARS)
_TAKEN = frozenset({*OVER_YEARS, *WITHIN_A_YEAR, "min", "max", "row", "value"})


@dataclass(frozen=True, slots=True)
class _InYear:
    """An expression for one year. `kept` holds the rows that were worked out before, by their text."""

    own: str
    year: int
    years: int
    written: Callable[[str, int], str]
    kinds: Callable[[str], Kind]
    kept: dict[str, str]

    def name(self, key: str) -> str:
        return f"{self.year}.0" if key == YEAR else self.written(key, self.year)

    def constant(self, value: float | str) -> str:
        return repr(value)

    def in_year(self, year: int) -> _InYear:
        return replace(self, year=year)

    def template(self, word: Word) -> Template:
        if word.python is not None:
            return word.python
        if word is before:
            return Template(_before)
        if word is in_year:
            return Template(_in_year)
        return Template(_in_row(word))

    def row(self, term: Term) -> str:
        """The list of a term's numbers in every year."""
        if isinstance(term, Name) and self.kinds(term.key) is Kind.YEARS and term.key != YEAR:
            return self.written(term.key, -1)
        return f"[{', '.join(read(term, self.in_year(t)) for t in range(self.years))}]"

    def row_of(self, word: Word, args: tuple[Term, ...]) -> str:
        """The call that gives a word's numbers in every year. `BookError` where there is no such function."""
        if word.name not in _ROWS:
            raise BookError(f"{self.own}: the word {word.name!r} cannot be read as Python; give it a form.")
        return f"{word.name}({', '.join(map(self.row, args))})"


def _before(r: Reading, args: tuple[Term, ...]) -> str:
    years = count_of_years(args)
    return read(args[0], r.in_year(r.year - years), ATOM) if r.year >= years else "0.0"


def _in_year(r: Reading, args: tuple[Term, ...]) -> str:
    return read(args[0], r.in_year(count_of_years(args)), ATOM)


def _in_row(word: Word) -> Callable[[Reading, tuple[Term, ...]], str]:
    def form(r: Reading, args: tuple[Term, ...]) -> str:
        assert isinstance(r, _InYear)
        row = r.kept.setdefault(r.row_of(word, args), f"row_{len(r.kept) + 1}")
        return f"{row}[{r.year}]"

    return form


def python_text(key: str, term: Term, kind: Callable[[str], Kind], mask: Array | None, years: int) -> Text:
    """The function of a line, by what is known of its names.

    It gives a list of `years` numbers, or one number where that is the same in every year. Outside its years
    a line is 0 and nothing is worked out. Raises `BookError` for a word that cannot be written.
    """
    used = tuple(dict.fromkeys(n for n in names(term) if n != YEAR))
    local = local_names(used, _TAKEN)

    def written(name: str, year: int) -> str:
        return f"{local[name]}[{year}]" if kind(name) is Kind.YEARS and year >= 0 else local[name]

    reading = _InYear(key, 0, years, written, kind, {})
    made = of_term(term, kind, _ROWS)
    within = [True] * years if mask is None else [bool(mask[min(t, len(mask) - 1)]) for t in range(years)]
    body, given = _body(term, reading, made, within)
    result = Kind.ONE if made is Kind.ONE and all(within) else Kind.YEARS
    source = "\n".join(
        [f"def {key}({', '.join(local.values())}):", *(f"    {x}" for x in body), f"    return {given}"]
    )
    return Text(source, used, result)


def _body(term: Term, reading: _InYear, made: Kind, within: list[bool]) -> tuple[list[str], str]:
    """What is worked out first, and what is given back."""
    if made is Kind.ONE:
        value = read(term, reading)
        if all(within):
            return [], value
        if isinstance(term, Name | Constant):
            return [], f"[{', '.join(value if inside else '0.0' for inside in within)}]"
        return [f"value = {value}"], f"[{', '.join('value' if inside else '0.0' for inside in within)}]"
    if isinstance(term, Apply) and term.word.python is None and term.word not in (before, in_year):
        row = reading.row_of(term.word, term.args)
        if all(within):
            return _kept(reading), row
        return [
            *_kept(reading),
            f"row = {row}",
        ], f"[{', '.join(f'row[{t}]' if inside else '0.0' for t, inside in enumerate(within))}]"
    cells = [read(term, reading.in_year(t)) if inside else "0.0" for t, inside in enumerate(within)]
    return _kept(reading), f"[{', '.join(cells)}]"


def _kept(reading: _InYear) -> list[str]:
    return [f"{name} = {row}" for row, name in reading.kept.items()]
