"""Terms: what an equation becomes when it writes itself down, and how a written term is read out.

An equation is an ordinary function. Called with arrays, its operators and words compute. Called with terms,
the same operators and words build a tree of terms. The tree is then read out by a `Reading`: as a spreadsheet
formula, in words, or in words with the numbers put in. Each word carries its readings side by side
(`model/book/vocabulary.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from model.book.powers import power
from model.texts import say

Array: TypeAlias = NDArray[Any]
Operand: TypeAlias = "Term | Array | float | str"

# How tightly a written form holds together; a looser form inside a tighter one gets brackets.
CHOICE, COMPARE, ADD, MULTIPLY, POWER, ATOM = range(6)


class Term:
    """A node of a written equation. Python operators on terms build larger terms."""

    __slots__ = ()
    __array_ufunc__ = None  # numpy must hand the operation to us instead of looping over a term
    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        raise TypeError("An equation cannot branch on a term: write when(condition, a, b) instead of if.")

    def __add__(self, other: Operand) -> Term:
        return apply(PLUS, self, other)

    def __radd__(self, other: Operand) -> Term:
        return apply(PLUS, other, self)

    def __sub__(self, other: Operand) -> Term:
        return apply(LESS, self, other)

    def __rsub__(self, other: Operand) -> Term:
        return apply(LESS, other, self)

    def __mul__(self, other: Operand) -> Term:
        return apply(TIMES, self, other)

    def __rmul__(self, other: Operand) -> Term:
        return apply(TIMES, other, self)

    def __truediv__(self, other: Operand) -> Term:
        return apply(OVER, self, other)

    def __rtruediv__(self, other: Operand) -> Term:
        return apply(OVER, other, self)

    def __pow__(self, other: Operand) -> Term:
        raise TypeError("Powers differ from machine to machine: write to_the_power(a, b) instead of a ** b.")

    def __neg__(self) -> Term:
        return apply(NEGATIVE, self)

    def __eq__(self, other: object) -> Term:  # type: ignore[override]
        return apply(EQUALS, self, other)  # type: ignore[arg-type]

    def __ne__(self, other: object) -> Term:  # type: ignore[override]
        return apply(DIFFERS, self, other)  # type: ignore[arg-type]

    def __lt__(self, other: Any) -> Term:
        return apply(BELOW, self, other)

    def __le__(self, other: Any) -> Term:
        return apply(UP_TO, self, other)

    def __gt__(self, other: Any) -> Term:
        return apply(ABOVE, self, other)

    def __ge__(self, other: Any) -> Term:
        return apply(FROM, self, other)


@dataclass(frozen=True, slots=True, eq=False)
class Name(Term):
    """A lever, an earlier line, or `t`, the year number."""

    key: str


@dataclass(frozen=True, slots=True, eq=False)
class Constant(Term):
    """A number or a text that the equation itself holds, such as the 1 in 1 + rate or a choice's name."""

    value: float | str


@dataclass(frozen=True, slots=True, eq=False)
class Apply(Term):
    """A word or an operator with what it is applied to."""

    word: Word
    args: tuple[Term, ...]


class Reading(Protocol):
    """One way of writing out a term, for one year."""

    def name(self, key: str) -> str:
        """How a lever, a line or `t` is written."""

    def constant(self, value: float | str) -> str:
        """How a number or text of the equation is written."""

    def template(self, word: Word) -> Template:
        """Which of the word's forms this reading uses."""

    def in_year(self, year: int) -> Reading:
        """The same reading for another year."""

    @property
    def year(self) -> int:
        """The year being read."""

    @property
    def own(self) -> str:
        """The key of the line being read: words that run along the years refer to their own earlier cell."""


# A function of numpy by its name and what it is given: an argument by its place, a number, another step.
Steps: TypeAlias = "tuple[str | int | float | Steps, ...]"
# A form is a text with {first}, {second} and {third} for the arguments, the key of such a text in a catalog,
# or a function for words that look at other years.
TEXTS = "formulas."
Form: TypeAlias = "str | Callable[[Reading, tuple[Term, ...]], str]"


@dataclass(frozen=True, slots=True)
class Template:
    """A written form, how tightly it holds together, and how tight each argument has to be."""

    form: Form
    binds: int = ATOM
    needs: tuple[int, ...] = ()

    def filled(self, arguments: Sequence[str]) -> str:
        """The form, which is a text, with its arguments."""
        assert isinstance(self.form, str)
        values = dict(zip(("first", "second", "third"), arguments, strict=False))
        return say(self.form, **values) if self.form.startswith(TEXTS) else self.form.format_map(values)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of the vocabulary with its readings side by side.

    `numbers` computes with arrays whose last axis is the year. `along` marks words that run along the years
    through their own earlier cell; such a word must be the outermost of its line. `script` is JavaScript; a
    word may lack it until a book that uses it is written as such.

    `python` is an expression of Python for one plan in one year, `steps` the same for many plans at once, as
    steps of numpy; where `numbers` is such a step itself, none need be given. A word that looks at other
    years has neither: it is a function of its name in `model/book/compiled/`.
    """

    name: str
    numbers: Callable[..., Any]
    sheet: Template
    words: Template
    along: bool = False
    script: Template | None = None
    python: Template | None = None
    steps: Steps | None = None

    def __call__(self, *args: Operand) -> Any:
        """Compute with arrays and numbers; write down with terms."""
        for a in args:  # a loop and no `any`: thousands of calls stand behind one answer
            if isinstance(a, Term):
                return apply(self, *args)
        return self.numbers(*args)


def apply(word: Word, *args: Operand) -> Term:
    """The word applied to the arguments, as a term.

    Raises `TypeError` for anything that is not a number, text or term.
    """
    return Apply(word, tuple([a if isinstance(a, Term) else _as_term(a) for a in args]))


def _as_term(x: object) -> Term:
    if isinstance(x, bool) or not isinstance(x, int | float | str):
        raise TypeError(f"An equation holds only numbers, texts, levers and lines, not {x!r}.")
    return Constant(x if isinstance(x, str) else float(x))


def read(term: Term, reading: Reading, tightness: int = CHOICE) -> str:
    """Write the term out; brackets where the context holds together more tightly than the form does."""
    if isinstance(term, Name):
        return reading.name(term.key)
    if isinstance(term, Constant):
        text = reading.constant(term.value)
        return f"({text})" if isinstance(term.value, float) and term.value < 0 and tightness > ADD else text
    assert isinstance(term, Apply)
    form = reading.template(term.word)
    if callable(form.form):
        text = form.form(reading, term.args)
    else:
        needs = form.needs or (CHOICE,) * len(term.args)
        text = form.filled([read(a, reading, n) for a, n in zip(term.args, needs, strict=True)])
    return f"({text})" if form.binds < tightness else text


def names(term: Term) -> Iterator[str]:
    """Every name in the term, in reading order, with repeats."""
    if isinstance(term, Name):
        yield term.key
    elif isinstance(term, Apply):
        for a in term.args:
            yield from names(a)


def parts_of(term: Term) -> Iterator[Apply]:
    """Every word in the term with what it is applied to, outermost first."""
    if isinstance(term, Apply):
        yield term
        for a in term.args:
            yield from parts_of(a)


def words_in(term: Term) -> Iterator[Word]:
    """Every word in the term, outermost first."""
    return (part.word for part in parts_of(term))


def _infix(
    name: str, numbers: Callable[..., Any], sheet: str, words: str, script: str, binds: int, python: str = ""
) -> Word:
    """`words` is a sign, which every language writes alike, or the key of a text.

    `python` may be left out where it is the same as in JavaScript.
    """
    # Subtraction and division need a tighter right side; a comparison needs both sides tighter than itself.
    left, right = (binds + 1, binds + 1) if binds == COMPARE else (binds, binds + 1)
    if binds == POWER:
        left, right = ATOM, ATOM
    needs = (left, right)
    return Word(
        name,
        numbers,
        Template(f"{{first}}{sheet}{{second}}", binds, needs),
        Template(words if words.startswith(TEXTS) else f"{{first}} {words} {{second}}", binds, needs),
        script=Template(f"{{first}}{script}{{second}}", binds, needs),
        python=Template(f"{{first}} {python or script} {{second}}", binds, needs),
    )


PLUS = _infix("plus", np.add, "+", "+", "+", ADD)
LESS = _infix("less", np.subtract, "-", "\N{MINUS SIGN}", "-", ADD)
TIMES = _infix("times", np.multiply, "*", "\N{MULTIPLICATION SIGN}", "*", MULTIPLY)
OVER = _infix("over", np.true_divide, "/", "\N{DIVISION SIGN}", "/", MULTIPLY)
# No script has powers that are the same everywhere, so it takes steps of its own as `power` does.
TO_THE = replace(
    _infix("to_the_power", power, "^", "formulas.to_the_power", "", POWER),
    script=Template("power({first},{second})"),
    python=Template("power({first}, {second})"),
    steps=("power", 0, 1),
)
EQUALS = _infix("is", np.equal, "=", "formulas.is_equal", "===", COMPARE, "==")
DIFFERS = _infix("is_not", np.not_equal, "<>", "formulas.is_not", "!==", COMPARE, "!=")
BELOW = _infix("is_below", np.less, "<", "formulas.is_below", "<", COMPARE)
UP_TO = _infix("is_at_most", np.less_equal, "<=", "formulas.is_at_most", "<=", COMPARE)
ABOVE = _infix("is_above", np.greater, ">", "formulas.is_above", ">", COMPARE)
FROM = _infix("is_at_least", np.greater_equal, ">=", "formulas.is_at_least", ">=", COMPARE)
# A spreadsheet reads -x^2 as (-x)^2; 0-x^2 is read as meant.
NEGATIVE = Word(
    "minus",
    np.negative,
    Template("0-{first}", ADD, (MULTIPLY,)),
    Template("\N{MINUS SIGN}{first}", ADD, (MULTIPLY,)),
    script=Template("-{first}", ADD, (MULTIPLY,)),
    python=Template("-{first}", ADD, (MULTIPLY,)),
)
