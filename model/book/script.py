"""A book as JavaScript: a file computes a plan without us, and equal to numpy to the last bit.

What comes out is the text that defines one function,

    model(levers) -> {line: [six numbers, Years 0 to 5]}

with one line of text for each line of the book, under its key. `levers` holds a value for every setting that
the text reads with `one` or `six`: a number, the name of a choice, or five numbers for Years 1 to 5, of which
Year 0 takes Year 1's. A setting that is missing is an error that names it. Nothing else is prepared outside:
the marks that say what five numbers mean (`..._each_year`) are choices among the levers. `script_levers` in
`model/plan/script_levers.py` gives all of them for a plan, ready for JSON.

With a `plan` and the keys that are `free` only what these move is a formula. All else is the plan's own
numbers, which numpy has worked out, and what is nothing with every value of the free ones is left out. The
free settings are then all that `levers` needs to hold.

With more `years` than a plan has every equation is carried on, as `Book.evaluate` does: the plan's numbers by
year are then given for all of these but the first, and a free setting keeps its last number.

Equal to the last bit means: the same 64 bits, but that a zero may have lost its sign. No line is ever NaN or
without end within the bounds of the settings, nor may one be with others.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, product
from string import ascii_letters
from typing import NamedTuple

import numpy as np

from model.book.book import YEAR, Book
from model.book.columns import Given, column
from model.book.folding import folded
from model.book.free_settings import Setting, idle_whatever_moves
from model.book.script_helpers import HELPERS, helpers_in
from model.book.script_reading import NoScript, ScriptReading, all_years, number
from model.book.terms import Array, Constant, Name, Term, names, read
from model.years import ALL_YEARS, YEARS

_NO_NAMES = Constant(0.0)
_WORDS = "break case catch class const continue debugger default delete do else enum export extends false"
_MORE = "finally for function if import in instanceof let new null return static super switch this throw true"
_STILL = "try typeof var void while with yield await async of arguments eval undefined NaN Infinity Math Array Error"
_TAKEN = (
    frozenset(
        f"{_WORDS} {_MORE} {_STILL} levers lines nothing ends model t key given found settings Object".split()
    )
    | HELPERS.keys()
)
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


def script(
    book: Book,
    levers: Mapping[str, Setting],
    lines: Iterable[str] | None = None,
    plan: Mapping[str, Given] | None = None,
    free: Collection[str] | None = None,
    *,
    short: bool = False,
    years: int = YEARS,
) -> str:
    """The book as JavaScript, or only `lines` and what they rest on.

    `plan` holds a value for every lever, and `free` are those that may still take any other (none, if not
    given). `short` gives every line and setting a name of one or two letters in the text. `years`: so many
    numbers of each line, if not six. Raises `NoScript` for a word or name that cannot be written and
    `KeyError` for a key that is no line or lever.
    """
    asked = list(book.lines if lines is None else dict.fromkeys(lines))
    for key in (*asked, *(free or ())):
        if key not in book.lines and key not in levers:
            raise KeyError(key)
    known = (
        _as_it_is(book, years) if plan is None else _of_plan(book, levers, plan, frozenset(free or ()), years)
    )
    return _Text(book, levers, known, asked, short=short).text()


class _Known(NamedTuple):
    """How far a book is worked out: six numbers by line or lever, and the equations of the other lines."""

    rows: Mapping[str, Array]
    equations: Mapping[str, Term]
    years: int


def _as_it_is(book: Book, years: int) -> _Known:
    return _Known({}, book.terms, years)


def _of_plan(
    book: Book, levers: Mapping[str, Setting], plan: Mapping[str, Given], free: frozenset[str], years: int
) -> _Known:
    """The book where only the free levers move, whatever they are set to."""
    arrays = {k: column([plan[k]]) for k in levers}
    found, moving = book.evaluate(arrays, years=years), book.resting_on(free)
    nothing = idle_whatever_moves(book, levers, arrays, plan, free).nothing
    rows = {k: np.broadcast_to(v[0], years) for k, v in arrays.items() if k not in free}
    equations: dict[str, Term] = {}
    known: dict[str, Term] = {k: _named(k, row) for k, row in rows.items()}
    for key, term in book.terms.items():
        if key in moving and key not in nothing:
            equation = folded(term, lambda name: known.get(name, Name(name)))
            mask = _carried(book.masks[key], years)
            if not isinstance(equation, Constant):
                equations[key] = equation
                known[key] = equation if isinstance(equation, Name) and mask is None else Name(key)
                continue
            assert isinstance(equation.value, float)
            row = np.full(years, equation.value) * (1.0 if mask is None else mask)
        else:
            row = np.broadcast_to(0.0 if key in moving else found[key] + 0.0, (1, years))[0]
        rows[key] = row
        known[key] = _named(key, row)
    return _Known(rows, equations, years)


def _carried(mask: Array | None, years: int) -> Array | None:
    """A line goes on after Year 5 if it belongs to Year 5."""
    return None if mask is None else np.concatenate([mask, np.full(years - YEARS, mask[-1])])


def _named(key: str, row: Array) -> Term:
    """What stands for a known row in equations: the one value of all years, or its name."""
    first, *others = row.tolist()
    return Constant(first) if others.count(first) == len(others) else Name(key)


class _Text:
    """The text of a script: what it needs, its names, and each line as it is written."""

    def __init__(
        self, book: Book, levers: Mapping[str, Setting], known: _Known, asked: Sequence[str], *, short: bool
    ) -> None:
        self._book, self._levers, self._known = book, levers, known
        self._used: set[str] = set()  # by an equation, so that it needs a name
        self._needed = set(asked)
        todo = list(self._needed)
        while todo:
            for name in names(known.equations.get(todo.pop(), _NO_NAMES)):
                self._used.add(name)
                if name not in self._needed:
                    self._needed.add(name)
                    todo.append(name)
        self._needed.discard(YEAR)
        self._local = dict(self._names(short))

    def text(self) -> str:
        """The whole function, with the helpers that it calls."""
        ones = {_mask_name(m): m for k in self._needed if (m := self._book.masks.get(k)) is not None}
        settings = [k for k in self._levers if k in self._needed]
        fixed = [
            f"const {self._local[k]}={_row(self._known.rows[k])};" for k in settings if self._is_fixed(k)
        ]
        read_anew = [k for k in settings if not self._is_fixed(k)]
        values = {k: self._value(k) for k in self._book.terms if k in self._needed}
        years = self._known.years
        carried = ((name, _carried(mask, years)) for name, mask in sorted(ones.items()))
        body = [
            self._declared([*read_anew, *(k for k in values if k in self._used)]),
            "const settings=()=>{",
            *(f"{self._local[k]}={self._setting(k)};" for k in read_anew),
            "};",
            "const lines={",
            *(f"{k}:()=>{f'{self._local[k]}=' if k in self._used else ''}{v}," for k, v in values.items()),
            "};",
        ]
        return "\n".join(
            [
                "const model=(()=>{",
                f"const ends={years},nothing=Object.freeze([{','.join('0' * years)}]);",
                *(f"const {name}={HELPERS[name]};" for name in helpers_in("\n".join(body))),
                *(f"const {name}={_row(mask)};" for name, mask in carried if mask is not None),
                *fixed,
                *body,
                "return given=>{levers=given;settings();const found={};",
                "for(const key in lines)found[key]=lines[key]();return found}})();",
                "",
            ]
        )

    def _is_fixed(self, lever: str) -> bool:
        return lever in self._known.rows

    def _declared(self, keys: Iterable[str]) -> str:
        """All that lines read of each other. Each line stays a function of its own, and all of them are made
        once: a browser works hard on one function of a hundred lines.
        """
        text = ", ".join(["let levers", *(self._local[k] for k in keys)])
        return textwrap.fill(text, 110, break_long_words=False) + ";"

    def _names(self, short: bool) -> Iterator[tuple[str, str]]:
        """What a lever or line is called in the text, which is its key where that can stand."""
        masks = {_mask_name(m) for m in self._book.masks.values() if m is not None}
        taken = _TAKEN | masks
        letters = (
            x for n in count(1) for x in map("".join, product(ascii_letters, repeat=n)) if x not in taken
        )
        for key in (*self._levers, *self._book.terms):
            if not _PLAIN.fullmatch(key):
                raise NoScript(f"{key!r} cannot be a name in JavaScript; name it by letters, digits and _.")
            if key in self._needed:
                yield key, next(letters) if short else f"{key}_" if key in taken else key

    def _setting(self, key: str) -> str:
        return f'{"six" if self._levers[key].per_year else "one"}("{key}")'

    def _value(self, key: str) -> str:
        if key in self._known.rows:
            return _row(self._known.rows[key])
        equation, mask = self._known.equations[key], self._book.masks[key]
        reading = ScriptReading(key, self._written)
        on = "" if mask is None else f",{_mask_name(mask)}"
        if row := all_years(equation, reading):
            return f"within({row}{on})" if on else row
        return f"years(t=>{read(equation, reading)}{on})"

    def _written(self, key: str, at: str) -> str:
        if key == YEAR:
            return at
        one = key in self._levers and not self._is_fixed(key) and not self._levers[key].per_year
        return self._local[key] if one else f"{self._local[key]}[{at}]"


def _mask_name(mask: Array) -> str:
    """`from1` for Years 1 to 5, `in0` for Year 0."""
    years = [t for t in ALL_YEARS if mask[t]]
    last = years == list(range(years[0], YEARS)) if years else False
    return f"from{years[0]}" if last else "in" + "".join(map(str, years))


def _row(row: Array) -> str:
    return f"[{','.join(map(number, row.tolist()))}]" if row.any() else "nothing"
