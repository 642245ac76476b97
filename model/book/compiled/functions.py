"""Lines as functions: written and compiled when first needed, once for each way in which they are needed."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from model.book.book import YEAR, Book
from model.book.compiled import functions_of_many, functions_of_one
from model.book.compiled.kinds import Kind, of_term
from model.book.compiled.numpy_text import numpy_text
from model.book.compiled.python_text import python_text
from model.book.compiled.text import Text
from model.book.family import is_made
from model.book.folding import folded
from model.book.terms import Constant, Name, Term
from model.book.vocabulary import when

_ZERO = Constant(0.0)
_OF_ONE: Mapping[str, Any] = MappingProxyType(
    {
        "__builtins__": {"min": builtins.min, "max": builtins.max},
        **functions_of_one.WITHIN_A_YEAR,
        **functions_of_one.OVER_YEARS,
    }
)
_OF_MANY: Mapping[str, Any] = MappingProxyType(
    {
        "__builtins__": {},
        **{k: getattr(np, k) for k, v in vars(np).items() if isinstance(v, np.ufunc)},
        "copyto": np.copyto,
        "where": np.where,
        "before": functions_of_many.before,
        **functions_of_many.WITHIN_A_YEAR,
        **functions_of_many.OVER_YEARS,
    }
)
_LOOKING_BACK = frozenset(functions_of_many.OVER_YEARS)


@dataclass(frozen=True, slots=True)
class Function:
    """A line that can be called, for one plan or for many. A line that is nothing has no function."""

    text: Text
    call: Callable[..., Any]

    @property
    def of_many(self) -> bool:
        return self.text.kind >= Kind.PLANS


class Functions:
    """The functions of a book's lines."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._equations: dict[str, Term] = {}
        self._made: dict[tuple[str, tuple[Kind, ...], int, str], Function | None] = {}
        self._compiled: dict[str, Callable[..., Any]] = {}

    def of(self, key: str, kinds: Mapping[str, Kind], years: int, same_as: str = "") -> Function | None:
        """The function of a line by the kinds of all that it rests on; None where the line is nothing.

        `same_as` is the line or lever that it is the same as in this batch.
        """
        needs = (same_as,) if same_as else self._book.lines[key].needs
        pattern = tuple(Kind.YEARS if n == YEAR else kinds[n] for n in needs)
        found = (key, pattern, years, same_as)
        if found not in self._made:
            text = self.text(key, kinds, years, same_as)
            self._made[found] = None if text is None else Function(text, self._call(key, text))
        return self._made[found]

    def text(self, key: str, kinds: Mapping[str, Kind], years: int, same_as: str = "") -> Text | None:
        """The text of a line's function. Raises `BookError` for a word that cannot be written as code."""

        def known(name: str) -> Term:
            return _ZERO if name != YEAR and kinds[name] is Kind.NOTHING else Name(name)

        def kind(name: str) -> Kind:
            return Kind.YEARS if name == YEAR else kinds[name]

        line, mask = self._book.lines[key], None if same_as else self._book.masks[key]
        term = folded(Name(same_as) if same_as else self._equation(key), known)
        if isinstance(term, Constant) and not term.value:
            return None
        if line.only_if and not same_as and kinds[line.only_if[0]] is Kind.PLANS:
            term = when(is_made(line.only_if, Name(line.only_if[0])), term, 0)
        if of_term(term, kind, _LOOKING_BACK) < Kind.PLANS:
            return python_text(key, term, kinds, mask, years)
        return numpy_text(key, term, kinds, mask, years)

    def _equation(self, key: str) -> Term:
        if key not in self._equations:
            self._equations[key] = self._book.lines[key].under_its_choice()
        return self._equations[key]

    def _call(self, key: str, text: Text) -> Callable[..., Any]:
        if text.source not in self._compiled:
            names = dict(_OF_MANY if text.kind >= Kind.PLANS else _OF_ONE)
            exec(compile(text.source, f"<the line {key}>", "exec"), names)  # noqa: S102  # our own text
            self._compiled[text.source] = names[key]
        return self._compiled[text.source]
