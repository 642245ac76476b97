"""Small terms read out as formulas: the brackets that are needed, and the traps of terms."""

from __future__ import annotations

from inspect import signature

import numpy as np
import pytest

from model.book.readings import SheetReading
from model.book.terms import Name, Term, read
from model.book.vocabulary import (
    at_least,
    before,
    both,
    bought_when_due,
    compounded,
    either,
    grown,
    highest_within,
    in_year,
    lowest_so_far,
    nearest_half,
    not_below_zero,
    renewed,
    running_total,
    share,
    to_the_power,
    up_to_half,
    when,
    whole,
    whole_down,
    whole_up,
)
from tests.looped import looped
from tests.worked.sheet import value

a, b, c, d, t = (Name(n) for n in "abcdt")
YEAR = 3
ALIVE = "IF(b>1,own_2,0)+IF(b>2,own_1,0)+IF(b>3,own_0,0)"


def written(term: Term, year: int = YEAR) -> str:
    """The term as a formula; in the year itself the address is the bare name, in another the year is put to
    it.
    """
    return read(term, SheetReading("own", year, lambda key, y: key if y == year else f"{key}_{y}"))


@looped(
    ("term", "formula"),
    [
        (a - (b - c), "a-(b-c)"),
        (a - b - c, "a-b-c"),
        (a - (b + c), "a-(b+c)"),
        (a / (b * c), "a/(b*c)"),
        (a / b / c, "a/b/c"),
        (a * b / c, "a*b/c"),
        (a * (b / c), "a*(b/c)"),
        ((a + b) * c, "(a+b)*c"),
        (a + b * c, "a+b*c"),
        (a * (b + c) * d, "a*(b+c)*d"),
        (to_the_power(a, b), "a^b"),
        (to_the_power(a + b, 2), "(a+b)^2"),
        (to_the_power(a, b + c), "a^(b+c)"),
        (a * compounded(b, t), "a*(1+b)^(t-1)"),
        (to_the_power(compounded(b - c, t), 2), "((1+b-c)^(t-1))^2"),
        (to_the_power(to_the_power(a, b), c), "(a^b)^c"),
        (to_the_power(a, to_the_power(b, c)), "a^(b^c)"),
        (to_the_power(-a, 2), "(0-a)^2"),
        (a - -b, "a-(0-b)"),
        (-(a + b), "0-(a+b)"),
        (a * -b, "a*(0-b)"),
        (a - (-2), "a-(-2)"),
        (a * -2.5, "a*(-2.5)"),
        ((a > b) * c, "(a>b)*c"),
        ((a == b) == c, "(a=b)=c"),
        (a + b > c * d, "a+b>c*d"),
        (a != "lumpy", 'a<>"lumpy"'),
        (1 - a, "1-a"),
        (2 / a, "2/a"),
        (share(a, b), "IF(ABS(b)<1E-9,0,a/b)"),
        (share(a, b + c), "IF(ABS(b+c)<1E-9,0,a/(b+c))"),
        (share(a, b * c), "IF(ABS(b*c)<1E-9,0,a/(b*c))"),
        (share(a - b, c), "IF(ABS(c)<1E-9,0,(a-b)/c)"),
        (when(a > 0, b + c, -d), "IF(a>0,b+c,0-d)"),
        (when(a > 0, b, c) * d, "IF(a>0,b,c)*d"),
        (at_least(a - b, 0) * c, "MAX(a-b,0)*c"),
        (both(a == 1, either(b, c)), "AND(a=1,OR(b,c))"),
        (before(a), "a_2"),
        (before(a, 2), "a_1"),
        (before(a, 4), "0"),
        (before(before(a)), "a_1"),
        (c - before(a + b), "c-(a_2+b_2)"),
        (before(a - b, 2) * c, "(a_1-b_1)*c"),
        (in_year(a, 1) * b, "a_1*b"),
        (in_year(before(a), 5), "a_4"),
        (running_total(a - b), "own_2+(a-b)"),
        (lowest_so_far(a), "MIN(own_2,a)"),
        (grown(a - b), "own_2*(1+a-b)"),
        (renewed(a, b), "a+IF(b=1,own_2,0)+IF(b=2,own_1,0)+IF(b=3,own_0,0)"),
        (highest_within(a, b), "MAX(IF(b>=1,a_2,0),MAX(IF(b>=2,a_1,0),IF(b>=3,a_0,0)))"),
        (
            bought_when_due(a, c, b),
            # Missing is a less what is within its life. A purchase that old comes back, as far as missing.
            f"MAX(MIN(a-({ALIVE}),MAX(IF(b=1,own_2,0)+IF(b=2,own_1,0)+IF(b=3,own_0,0),a-({ALIVE})-c)),0)",
        ),
    ],
)
def test_brackets_stand_where_they_are_needed_and_nowhere_else(term, formula):
    """The formula that a person would write for the term."""
    assert written(term) == formula


CELLS = {"a": 7.0, "b": 3.0, "c": 2.0, "d": 5.0}


def called(equation, **given):
    """An equation asks by the names of its arguments."""
    return equation(*(given[name] for name in signature(equation).parameters))


@looped(
    ("equation", "by_hand"),
    [
        (lambda a, b, c, d: a - (b - c) - d, 1),
        (lambda a, b, c, d: a / (b * c) * d, 7 / 6 * 5),
        (lambda c: -to_the_power(c, 2), -4),
        (lambda c, d: -to_the_power(c, 2) * d, -20),
        (lambda a, c: a - to_the_power(c, 2), 3),
        (lambda c: to_the_power(-c, 2), 4),
        (lambda a, b, c: -(a * to_the_power(b, c)), -63),
        (lambda b, c: to_the_power(b, to_the_power(c, 2)), 81),
        (lambda b, c: to_the_power(to_the_power(b, c), c), 81),
        (lambda a, b, c: share(a + b, c - 2), 0),
        (lambda a, b, c, d: share(a + b, c + d), 10 / 7),
        (lambda a, b: up_to_half(share(a, b)), 2.5),
        (lambda a, b, d: up_to_half(a / d + b / d), 2),
        (lambda a, b, d: up_to_half(a / d + b / d + 0.01), 2.5),
        (lambda a, c: to_the_power(up_to_half(a), c), 49),
        (lambda a: 10 - up_to_half(a - 0.75), 3.5),
        (lambda b: nearest_half(b / 4), 1),
        (lambda b: nearest_half(b / 4 - 0.01), 0.5),
        (lambda a, b: 10 / nearest_half(a - b), 2.5),
        (lambda a, c: whole(a / c), 4),
        (lambda a, c, d: whole(a / c - 0.01) * d, 15),
        (lambda a, c: whole_down(a / c) + whole_up(a / c), 7),
        (lambda a, c, d: whole_up(a - c) * d, 25),
        (lambda a, b, d: not_below_zero(b - a + 4) * d, 5),
        (lambda a, b, d: not_below_zero(b - a) * d, 0),
        (lambda a, b, c, d: when(a - b > c, a - b, c) * d, 20),
        (lambda a, b: a * -2 - -b, -11),
    ],
)
def test_a_formula_gives_what_the_equation_gives(equation, by_hand):
    """The equation with numbers, and the formula worked out as a sheet does, both give the value by hand."""
    assert float(called(equation, **CELLS)) == pytest.approx(by_hand, abs=1e-12)
    formula = written(called(equation, a=a, b=b, c=c, d=d))
    assert float(value(formula, **CELLS)) == pytest.approx(by_hand, abs=1e-12), formula


@looped("guarded", [whole, whole_down, nearest_half, up_to_half])
@looped("step", [2.0, 2.25, 2.5, 2.75, 3.0])
def test_a_hair_decides_nothing_in_any_reading(guarded, step):
    """1e-12 below or above a step gives the same as the step itself, in numbers and in the sheet."""
    exactly = float(guarded(step))
    for hair in (-1e-12, 1e-12):
        assert float(guarded(step + hair)) == exactly
        assert value(written(guarded(a)), a=step + hair) == exactly
    assert value(written(guarded(a)), a=step) == exactly


@looped(
    ("below", "by_hand"),
    [(0.0, 0), (-0.0, 0), (5e-324, 0), (-1e-10, 0), (1e-9, 3e9), (-4.0, -0.75)],
)
def test_a_share_of_nothing_is_nothing(below, by_hand):
    """3 over nothing, or over less than a billionth of either sign, is 0 and not infinite; else it is the
    quotient.
    """
    assert float(share(3.0, below)) == pytest.approx(by_hand)
    assert value(written(share(a, b)), a=3.0, b=below) == pytest.approx(by_hand)
    many = share(np.array([3.0, 3.0]), np.array([below, 2.0]))
    assert many.tolist() == pytest.approx([by_hand, 1.5])


@looped(
    ("word", "x", "by_hand"),
    [
        (whole, 2.5, 3),
        (whole, 2.49, 2),
        (whole_down, 2.99, 2),
        (whole_up, 2.01, 3),
        (whole_up, 2.0, 2),
        (nearest_half, 2.25, 2.5),
        (nearest_half, 2.24, 2),
        (nearest_half, 2.75, 3),
        (up_to_half, 2.5, 2.5),
        (up_to_half, 2.51, 3),
        (up_to_half, 2.01, 2.5),
        (up_to_half, 0.0, 0),
    ],
)
def test_each_rounding_by_hand(word, x, by_hand):
    """Halves go up, never to the even number."""
    assert float(word(x)) == by_hand
    assert value(written(word(a)), a=x) == by_hand


def test_words_along_the_years_by_hand():
    """Six years of numbers: totals, the lowest, growth from year 2, the year before."""
    years = np.array([5.0, -2.0, 3.0, -4.0, 1.0, 0.5])
    assert running_total(years).tolist() == [5, 3, 6, 2, 3, 3.5]
    assert lowest_so_far(years).tolist() == [5, -2, -2, -4, -4, -4]
    assert before(years).tolist() == [0, 5, -2, 3, -4, 1]
    assert before(years, 3).tolist() == [0, 0, 0, 5, -2, 3]
    assert in_year(years, 3).tolist() == [-4]
    assert grown(np.array([9.0, 9.0, 1.0, 0.0, 2.0, -0.5])).tolist() == [1, 1, 2, 2, 6, 3]
    assert years.tolist() == [5, -2, 3, -4, 1, 0.5]  # a word leaves what it is given as it is


def test_the_first_year_has_no_year_before():
    """In the start-up year an along-word begins with its argument, and the year before is 0."""
    assert written(running_total(a), 0) == "a"
    assert written(lowest_so_far(a), 0) == "a"
    assert written(grown(a), 0) == written(grown(a), 1) == "1"
    assert written(renewed(a, b), 0) == "a"
    assert written(bought_when_due(a, c, b), 0) == "MAX(a_1-c,0)"
    assert written(highest_within(a, b), 0) == "0"
    assert written(before(a) + b, 0) == "0+b"


# --- the traps ----------------------------------------------------------------------------------------------


def test_comparing_a_term_makes_a_term():
    """t == 0 is a term to be read out; were it False, the start-up year would be lost without a word."""
    assert isinstance(t == 0, Term)
    assert isinstance(t != 0, Term)
    assert written(when(t == 0, a, b)) == "IF(t=0,a,b)"
    assert written(when(0 == t, a, b)) == "IF(t=0,a,b)"  # noqa: SIM300
    assert written(when(2 >= t, a, b)) == "IF(t<=2,a,b)"  # noqa: SIM300


def test_branching_on_a_term_is_refused_with_the_remedy():
    """`if`, `and`, `not` and a chained comparison ask a term for yes or no; the message names when(...)."""
    with pytest.raises(TypeError, match=r"write when\(condition, a, b\)"):
        bool(t == 0)
    for branching in (lambda: a and b, lambda: not a, lambda: 0 < t < 3, lambda: max(a, b)):
        with pytest.raises(TypeError, match="when"):
            branching()


def test_a_numpy_array_does_not_loop_over_a_term():
    """An array beside a term is refused, whichever side it stands on; it never becomes an array of terms."""
    array = np.array([1.0, 2.0])
    for mixed in (
        lambda: array + a,
        lambda: a + array,
        lambda: array * a,
        lambda: array > a,
        lambda: np.maximum(array, a),
        lambda: at_least(array, a),
        lambda: when(a > 0, array, b),
    ):
        with pytest.raises(TypeError):
            mixed()


def test_a_numpy_number_is_a_number():
    """A single float64 counts as the number it is, on either side."""
    assert written(np.float64(2.0) * a) == "2*a"
    assert written(a * np.float64(2.0)) == "a*2"


@looped("foreign", [True, None, [1], {}, 1j])
def test_only_numbers_and_texts_go_into_a_term(foreign):
    """Anything else is refused by name, True too: it would read as 1."""
    with pytest.raises(TypeError, match="holds only numbers"):
        a + foreign
