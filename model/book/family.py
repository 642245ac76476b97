"""Declaring lines: each written once as an equation, gathered in families in worksheet order."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from model.book.terms import Name, Term
from model.book.vocabulary import either, when
from model.texts import declared, own_name
from model.years import OPERATING

Choice = tuple[str, ...]  # a lever that is a choice, and what has to be chosen: one value, or one of several
Amounts = str | tuple[str, ...]  # a lever, or several of which one is enough
SameAs = tuple[str, tuple[str, str]]  # a line or setting, and the choice without which a line is the same

Equation = Callable[..., Any]


class BookError(ValueError):
    """The lines do not make up a valid book. The message lists every problem with its remedy."""


def is_made(choice: Choice, value: Any) -> Any:
    """Whether the value of the choice's lever (a term, an array or one value) is one of those it names."""
    _, first, *others = choice
    made = value == first
    for other in others:
        made = either(made, value == other)
    return made


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet.

    `years` are those the line belongs to; in the others it is 0. `measure` lines (shares, days) are shown
    blank there. `adds_to` names the total this line is part of. `only_if` names a choice without which the
    line is 0. `nothing_without` names the amounts, most often one, without all of which the equation comes to
    0 by itself. `same_as` names a line above that this one is the same as, and the choice without which it
    is. `own` is the number of the line among those that a school names itself.
    """

    key: str
    english_label: str
    unit: str
    needs: tuple[str, ...]
    equation: Equation
    years: tuple[int, ...] = OPERATING
    adds_to: str | None = None
    english_help: str = ""
    measure: bool = False
    family: str = ""
    only_if: Choice | None = None
    nothing_without: tuple[str, ...] = ()
    same_as: SameAs | None = None
    own: int = 0

    @property
    def label(self) -> str:
        if self.own:
            return own_name(self.own)
        return declared(f"lines.{self.key}.label", self.english_label)

    @property
    def help(self) -> str:
        return declared(f"lines.{self.key}.help", self.english_help)

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments of the equation: all that the line depends on, except its `only_if` choice."""
        return self.needs[:-1] if self.only_if and self.needs[-1:] == self.only_if[:1] else self.needs

    def written(self) -> Term:
        """The equation as a term, from which formulas and sentences are made."""
        return self.beside_its_choice(self.under_its_choice())

    def beside_its_choice(self, term: Term) -> Term:
        """What `under_its_choice` gives, with 0 where the line's `only_if` choice is not made."""
        if self.only_if and self.arguments != self.needs:  # a total is the sum of parts that are 0 themselves
            return when(is_made(self.only_if, Name(self.only_if[0])), term, 0)  # type: ignore[no-any-return]
        return term

    def under_its_choice(self) -> Term:
        """The equation as it stands where the line's `only_if` choice is made."""
        term = self.equation(*(Name(n) for n in self.arguments))
        if not isinstance(term, Term):
            raise BookError(f"the equation does not use its arguments, it always gives {term!r}.")
        return term


@dataclass(slots=True)
class Family:
    """A group of lines in worksheet order; one sheet of the workbook, one file in `model/lines/`.

    `only_if` names a choice without which every line of the family is 0; stated here once instead of in every
    equation. Where no scenario of a batch has chosen so, the family is not computed at all.

    `asleep` names choices with which every line is 0, so that one look passes over all of them. Families of
    one key stand together in the worksheet, where the first of them does, or at its end (`stands_last`).
    """

    key: str
    english_label: str
    measure: bool = False
    only_if: Choice | None = None
    asleep: tuple[Choice, ...] = ()
    stands_last: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def label(self) -> str:
        return declared(f"families.{self.key}.label", self.english_label)

    def line(
        self,
        label: str,
        unit: str,
        *,
        years: tuple[int, ...] = OPERATING,
        adds_to: str | None = None,
        only_if: Choice | None = None,
        nothing_without: Amounts = (),
        same_as: SameAs | None = None,
    ) -> Callable[[Equation], Equation]:
        """Declare the decorated function as the line of its name. Its argument names are its dependencies.

        `only_if` names a choice for this line alone. `nothing_without` names a lever, or several: while they
        are 0 in every scenario the line is 0, too, so it is neither worked out nor shown. `same_as` names
        what it is without a choice.
        """

        def declare(equation: Equation) -> Equation:
            needs = tuple(inspect.signature(equation).parameters)
            self.declare(
                equation.__name__,
                label,
                unit,
                needs,
                equation,
                years=years,
                adds_to=adds_to,
                help=_doc(equation),
                only_if=only_if,
                nothing_without=nothing_without,
                same_as=same_as,
            )
            return equation

        return declare

    def declare(
        self,
        key: str,
        label: str,
        unit: str,
        needs: Iterable[str],
        equation: Equation,
        *,
        years: tuple[int, ...] = OPERATING,
        adds_to: str | None = None,
        help: str = "",
        only_if: Choice | None = None,
        nothing_without: Amounts = (),
        same_as: SameAs | None = None,
        own: int = 0,
    ) -> None:
        """Declare a line whose names are made from a table, such as the staff roles."""
        rests_on = tuple(needs)
        choice = only_if or self.only_if
        if choice and equation is not unfilled:
            rests_on += choice[:1]
        line = Line(
            key,
            label,
            unit,
            rests_on,
            equation,
            years,
            adds_to,
            help,
            self.measure,
            self.key,
            choice,
            (nothing_without,) if isinstance(nothing_without, str) else nothing_without,
            same_as,
            own,
        )
        self.lines.append(line)

    def total(
        self, key: str, label: str, unit: str, *, years: tuple[int, ...] = OPERATING, **kw: Any
    ) -> None:
        """Declare the sum of every line that says adds_to=key. Which lines those are, the book finds out."""
        self.declare(key, label, unit, (), unfilled, years=years, **kw)


def unfilled() -> None:
    raise BookError("A total is filled in by the book.")


def _doc(equation: Equation) -> str:
    return " ".join((inspect.getdoc(equation) or "").split())
