"""Words that look at one year alone: choosing, bounding, rounding, dividing.

Rounding and every clamp is a word of its own with the same meaning in numpy and in a sheet. Numbers such as
450 x 1.1 may be slightly off a whole number in binary arithmetic. A guard of 1e-9 keeps that error from
adding half a position.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from model.book.powers import power
from model.book.terms import (
    ADD,
    ATOM,
    CHOICE,
    COMPARE,
    MULTIPLY,
    POWER,
    TO_THE,
    Reading,
    Template,
    Term,
    Word,
    read,
)
from model.texts import say

GUARD = 1e-9
HALF_A_CENT = 0.005


def word(
    name: str,
    numbers: Any,
    sheet: Any,
    words: Any,
    *,
    binds: int = CHOICE,
    tight: int = ATOM,
    needs: Any = (),
    says: Any = (),
    script: Any = None,
    python: Any = None,
    **kw: Any,
) -> Word:
    # In a sheet most words are functions and need no brackets (`tight`). In words they are phrases
    # (`binds`) whose parts get brackets unless they need none (`says`), so that the order of operations is
    # always clear.
    in_script, in_python = (Template(x) if isinstance(x, str) else x for x in (script, python))
    in_sheet, in_words = Template(sheet, tight, needs), Template(words, binds, says)
    return Word(name, numbers, in_sheet, in_words, script=in_script, python=in_python, **kw)


# --- choosing and bounding ----------------------------------------------------------------------------------


def _when(condition: Any, chosen: Any, otherwise: Any) -> Any:
    # A choice shared by all scenarios is a single yes or no for all years: the arrays need not be combined.
    if getattr(condition, "size", 1) == 1:
        return np.asarray(chosen if condition else otherwise, dtype=float)
    return np.where(condition, chosen, otherwise)


when = word(
    "when",
    _when,
    "IF({first},{second},{third})",
    "formulas.choice",
    says=(CHOICE, COMPARE, COMPARE),
    script=Template("{first}?{second}:{third}", CHOICE, (COMPARE, CHOICE, CHOICE)),
    python=Template("{second} if {first} else {third}", CHOICE, (COMPARE, COMPARE, CHOICE)),
    steps=("when", 0, 1, 2),
)
both = word(
    "both",
    np.logical_and,
    "AND({first},{second})",
    "formulas.both",
    says=(COMPARE, COMPARE),
    script=Template("{first}&&{second}", CHOICE, (COMPARE, COMPARE)),
    python=Template("{first} and {second}", CHOICE, (COMPARE, COMPARE)),
)
either = word(
    "either",
    np.logical_or,
    "OR({first},{second})",
    "formulas.either",
    says=(COMPARE, COMPARE),
    script=Template("{first}||{second}", CHOICE, (COMPARE, COMPARE)),
    python=Template("{first} or {second}", CHOICE, (COMPARE, COMPARE)),
)
at_least = word(
    "at_least",
    np.maximum,
    "MAX({first},{second})",
    "formulas.larger",
    says=(ADD, ADD),
    script="max({first},{second})",
    python="max({first}, {second})",
)
at_most = word(
    "at_most",
    np.minimum,
    "MIN({first},{second})",
    "formulas.smaller",
    says=(ADD, ADD),
    script="min({first},{second})",
    python="min({first}, {second})",
)
not_below_zero = word(
    "not_below_zero",
    lambda x: np.greater_equal(x, -HALF_A_CENT),
    "{first}>=-0.005",
    "formulas.not_below_zero",
    binds=COMPARE,
    tight=COMPARE,
    needs=(ADD,),
    says=(ADD,),
    script=Template("{first}>=-0.005", COMPARE, (ADD,)),
    python=Template("{first} >= -0.005", COMPARE, (ADD,)),
    steps=("greater_equal", 0, -HALF_A_CENT),
)

# --- rounding, for numbers that are never negative ----------------------------------------------------------

whole = word(
    "whole",
    lambda x: np.floor(x + (0.5 + GUARD)),
    "INT({first}+0.5+1E-9)",
    "formulas.whole",
    needs=(ADD,),
    says=(ADD,),
    script="whole({first})",
    python=Template("floor({first} + 0.500000001)", ATOM, (ADD,)),
    steps=("floor", ("add", 0, 0.5 + GUARD)),
)
whole_down = word(
    "whole_down",
    lambda x: np.floor(x + GUARD),
    "INT({first}+1E-9)",
    "formulas.whole_down",
    needs=(ADD,),
    says=(ADD,),
    script="wholeDown({first})",
    python=Template("floor({first} + 1e-09)", ATOM, (ADD,)),
    steps=("floor", ("add", 0, GUARD)),
)
# Without the guard, any excess over a whole number counts as one more, as in the reference figures of the
# device stock. Spreadsheet programs drop a last-digit difference in some functions: LibreOffice also in
# SUM but not in GESTEP; Excel is known to keep it in SUM. Using both functions gives 496 for 450 x 1.1 in
# either program.
whole_up = word(
    "whole_up",
    np.ceil,
    "INT({first})+IF(SUM({first},-INT({first}))>0,1,1-GESTEP(INT({first}),{first}))",
    "formulas.whole_up",
    tight=ADD,
    says=(ADD,),
    script="wholeUp({first})",
    python="ceil({first})",
)
nearest_half = word(
    "nearest_half",
    lambda x: np.floor(x * 2.0 + (0.5 + GUARD)) / 2.0,
    "INT({first}*2+0.5+1E-9)/2",
    "formulas.nearest_half",
    tight=MULTIPLY,
    needs=(MULTIPLY,),
    says=(ADD,),
    script="nearestHalf({first})",
    python=Template("floor({first} * 2.0 + 0.500000001) / 2.0", MULTIPLY, (MULTIPLY,)),
    steps=("divide", ("floor", ("add", ("multiply", 0, 2.0), 0.5 + GUARD)), 2.0),
)
up_to_half = word(
    "up_to_the_next_half",
    lambda x: np.ceil(x * 2.0 - GUARD) / 2.0,
    "-INT(1E-9-{first}*2)/2",
    "formulas.up_to_half",
    tight=ADD,
    needs=(MULTIPLY,),
    says=(ADD,),
    script="upToHalf({first})",
    python=Template("ceil({first} * 2.0 - 1e-09) / 2.0", MULTIPLY, (MULTIPLY,)),
    steps=("divide", ("ceil", ("subtract", ("multiply", 0, 2.0), GUARD)), 2.0),
)


def _share(a: Any, b: Any) -> Any:
    b = np.asarray(b, dtype=float)
    nothing = np.abs(b) < GUARD
    if not nothing.any():
        return np.true_divide(a, b)
    return np.where(nothing, 0.0, np.true_divide(a, np.where(nothing, 1.0, b)))


def _read_share(r: Reading, args: tuple[Term, ...]) -> str:
    part, of = args
    return f"IF(ABS({read(of, r)})<1E-9,0,{read(part, r, MULTIPLY)}/{read(of, r, ATOM)})"


# A tiny divisor counts as zero, so that no result is infinite.
share = Word(
    "share",
    _share,
    Template(_read_share, ATOM),
    Template("{first} \N{DIVISION SIGN} {second}", MULTIPLY, (MULTIPLY, ATOM)),
    script=Template("share({first},{second})"),
    python=Template("share({first}, {second})"),
    steps=("share", 0, 1),
)


# --- growing ----------------------------------------------------------------------------------------------


def _say_compounded(r: Reading, args: tuple[Term, ...]) -> str:
    rate = read(args[0], r, MULTIPLY)
    if r.year < 0:  # read without a year: give the general rule
        return say("formulas.compounded", rate=rate)
    if r.year <= 1:
        return r.constant(1.0)
    factor = say("formulas.factor", rate=rate)
    return say("formulas.to_the_power", first=factor, second=r.constant(r.year - 1.0))


# One rate for all years; a rate that may change by year is a line of its own (`grown`).
compounded = word(
    "compounded",
    lambda rate, t: power(1 + rate, t - 1),
    "(1+{first})^({second}-1)",
    _say_compounded,
    binds=POWER,
    tight=POWER,
    needs=(ADD, ADD),
    script=Template("power(1+{first},{second}-1)", ATOM, (MULTIPLY, ADD)),
    python=Template("power(1.0 + {first}, {second} - 1.0)", ATOM, (MULTIPLY, MULTIPLY)),
    steps=("power", ("add", 1.0, 0), ("subtract", 1, 1.0)),
)
# A power whose exponent is a whole number, such as years.
to_the_power = TO_THE
