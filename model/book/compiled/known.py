"""What is known of levers and lines before they are worked out: their kinds, and the values of some."""

from __future__ import annotations

from model.book.book import YEAR
from model.book.compiled.kinds import Kind
from model.book.terms import Constant, Name, Term

_ZERO = Constant(0.0)


class Known:
    """The kinds of levers and lines; the values of those that are the same in every year of every plan.

    `values` holds numbers and choices that are written into the code, `kinds` everything else. A line that is
    another one is held as its name.
    """

    def __init__(self, kinds: dict[str, Kind], values: dict[str, float | str]) -> None:
        self.kinds, self.values = kinds, values
        self.names: dict[str, str] = {}

    def kind(self, name: str) -> Kind:
        name = self.names.get(name, name)
        if name == YEAR:
            return Kind.YEARS
        return Kind.ONE if name in self.values else self.kinds[name]

    def term(self, name: str) -> Term:
        """What stands for a name in an equation."""
        name = self.names.get(name, name)
        if name in self.values:
            return Constant(self.values[name])
        return _ZERO if name != YEAR and self.kinds[name] is Kind.NOTHING else Name(name)

    def of(self, name: str) -> tuple[str, Kind, float | str | None]:
        """Everything on which the code of a line that needs this name depends: name, kind, value if known."""
        name = self.names.get(name, name)
        return name, self.kind(name), self.values.get(name)
