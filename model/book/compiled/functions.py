"""Lines as functions: written and compiled when first needed, once for each way in which they are needed."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from model.book.book import Book
from model.book.compiled import functions_of_many, functions_of_one
from model.book.compiled.kinds import Kind, of_term
from model.book.compiled.known import Known
from model.book.compiled.numpy_text import numpy_text
from model.book.compiled.python_text import python_text
from model.book.compiled.text import Text
from model.book.family import BookError, is_made
from model.book.folding import folded
from model.book.terms import Constant, Name, Term
from model.book.vocabulary import when

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
        **functions_of_many.FILLING,
    }
)
_MOST = 20_000  # functions that are kept, some 3 kB each
_LOOKING_BACK = frozenset(functions_of_many.OVER_YEARS)
OF_NUMPY = _OF_MANY.keys() - functions_of_many.FILLING.keys()


class Function(NamedTuple):
    """A line that can be called, for one plan or for many."""

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
        self._made: dict[Any, Function | Term] = {}
        self._compiled: dict[str, Callable[..., Any]] = {}

    def of(self, key: str, known: Known, years: int, same_as: str = "") -> Function | Term:
        """The function of a line by what is known of all that it rests on.

        Where nothing has to be worked out it is a term: the number that the line is in every year and plan,
        or the name of what it is the same as. `same_as` is a line or lever that it is said to be the same as.
        """
        needs = (same_as,) if same_as else self._book.lines[key].needs
        found = (key, tuple(map(known.of, needs)), years, same_as)
        made = self._made.get(found)
        if made is None:
            if len(self._made) >= _MOST:  # other threads go on with what they have
                self._made, self._compiled = {}, {}
            made = self._made[found] = self._make(key, known, years, same_as)
        return made

    def _make(self, key: str, known: Known, years: int, same_as: str) -> Function | Term:
        term = self._term(key, known, same_as)
        if isinstance(term, Constant | Name) and self._is_whole(key, term, same_as):
            return term
        text = self._text(key, term, known, years)
        return Function(text, self._call(key, text))

    def _term(self, key: str, known: Known, same_as: str) -> Term:
        if same_as:
            return known.term(same_as)
        line = self._book.lines[key]
        term = folded(self._equation(key), known.term)
        if line.only_if is None or (isinstance(term, Constant) and not term.value):
            return term
        choice = Name(line.only_if[0])
        # A choice that is known is made: of a line without it, it is known that it is nothing.
        return term if choice.key in known.values else when(is_made(line.only_if, choice), term, 0)

    def _is_whole(self, key: str, term: Constant | Name, same_as: str) -> bool:
        """Whether a line is just this number or other line in its own years and outside of them."""
        mask = self._book.masks[key]
        if mask is None or same_as or (isinstance(term, Constant) and not term.value):
            return True
        other = self._book.masks.get(term.key) if isinstance(term, Name) else None
        return other is not None and bool((other <= mask).all())

    def _text(self, key: str, term: Term, known: Known, years: int) -> Text:
        mask = self._book.masks[key]
        if of_term(term, known.kind, _LOOKING_BACK) < Kind.PLANS:
            return python_text(key, term, known.kind, mask, years)
        return numpy_text(key, term, known.kind, mask, years)

    def _equation(self, key: str) -> Term:
        if key not in self._equations:
            self._equations[key] = self._book.lines[key].under_its_choice()
        return self._equations[key]

    def _call(self, key: str, text: Text) -> Callable[..., Any]:
        call = self._compiled.get(text.source)
        if call is None:
            names = dict(_OF_MANY if text.kind >= Kind.PLANS else _OF_ONE)
            if key in names:
                raise BookError(f"{key} is the name of a function too; give the line another name.")
            exec(compile(text.source, f"<the line {key}>", "exec"), names)  # noqa: S102  # our own text
            call = self._compiled[text.source] = names[key]
        return call
