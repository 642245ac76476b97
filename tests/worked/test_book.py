"""The book refuses lines that do not hold together, and says everything that is wrong in one go."""

from __future__ import annotations

import numpy as np
import pytest

from model.book.book import Book
from model.book.family import BookError, Family
from model.book.readings import SheetReading
from model.book.terms import read
from model.book.vocabulary import grown, running_total, when
from model.years import ALL_YEARS, START_UP

LEVERS = ("price", "pupils")


def book(declare, levers=LEVERS) -> Book:
    family = Family("trial", "Trial")
    declare(family)
    return Book([family], levers)


def refusal(declare, levers=LEVERS) -> str:
    with pytest.raises(BookError) as refused:
        book(declare, levers)
    return str(refused.value)


def constant(price):
    return price


def test_a_book_computes_its_lines_in_order():
    """Two lines and their total, by hand: 10 students x $3 and x $6, in every operating year."""

    def lines(f: Family) -> None:
        @f.line("One", "usd", adds_to="both")
        def one(pupils, price):
            return pupils * price

        @f.line("Two", "usd", adds_to="both")
        def two(one):
            return one * 2

        f.total("both", "Both", "usd")

    b = book(lines)
    values = b.evaluate({"price": np.array([[3.0]]), "pupils": np.array([[10.0]])})
    assert values["both"].tolist() == [[0, 90, 90, 90, 90, 90]]
    assert b.lines["both"].needs == ("one", "two")
    assert b.totals == {"both"}
    assert b.levers == {"price", "pupils"}


def test_a_line_is_computed_in_its_years_only():
    """Declared for the start-up year, 0 in the others; declared for all years, never masked."""

    def lines(f: Family) -> None:
        f.declare("once", "Once", "usd", ["price"], constant, years=START_UP)
        f.declare("always", "Always", "usd", ["price", "t"], lambda price, t: price + t, years=ALL_YEARS)

    values = book(lines).evaluate({"price": np.array([[3.0]]), "pupils": np.array([[0.0]])})
    assert values["once"].tolist() == [[3, 0, 0, 0, 0, 0]]
    assert values["always"].tolist() == [[3, 4, 5, 6, 7, 8]]


def test_only_what_is_asked_for_is_computed():
    """A line with its parts, and nothing else."""

    def lines(f: Family) -> None:
        f.declare("a", "A", "usd", ["price"], constant)
        f.declare("b", "B", "usd", ["a"], lambda a: a * 2)
        f.declare("c", "C", "usd", ["a"], lambda a: a * 3)

    levers = {"price": np.array([[3.0]]), "pupils": np.array([[0.0]])}
    assert list(book(lines).evaluate(levers, only=["b"])) == ["a", "b"]


def test_what_is_known_is_not_worked_out_again():
    """Another price moves what rests on it and leaves the count: $3 to $4 for 10 students makes $40."""
    asked = []

    def lines(f: Family) -> None:
        def doubled(pupils):
            asked.append(pupils)
            return pupils * 2

        f.declare("desks", "Desks", "count", ["pupils"], doubled)
        f.declare("books", "Books", "usd", ["price", "desks"], lambda price, desks: price * desks / 2)
        f.declare("cost", "Cost", "usd", ["books"], lambda books: books * 1.0)

    b = book(lines)
    levers = {"price": np.array([[3.0]]), "pupils": np.array([[10.0]])}
    before = b.evaluate(levers)
    asked.clear()
    moved = b.resting_on({"price"})
    assert moved == {"books", "cost"}
    known = {k: v for k, v in before.items() if k not in moved}
    after = b.evaluate({**levers, "price": np.array([[4.0]])}, ["cost"], known=known)
    assert after["cost"].tolist() == [[0, 40, 40, 40, 40, 40]]
    assert not asked
    assert book(under_a_choice, ("price", "size")).resting_on({"size"}) == {"part", "sum"}


def test_a_line_declared_twice_is_refused():
    """Two lines of one name: the second would quietly replace the first."""

    def lines(f: Family) -> None:
        f.declare("cost", "Cost", "usd", ["price"], constant)
        f.declare("cost", "Cost again", "usd", ["price"], constant)

    assert "cost is declared twice" in refusal(lines)


def test_a_line_named_like_a_lever_is_refused():
    """Its result would hide the lever from every line below."""
    said = refusal(lambda f: f.declare("price", "Price", "usd", ["pupils"], constant))
    assert "price is the name of a lever too" in said


def test_an_unknown_name_is_refused_with_the_nearest_known_one():
    """A typing error gets a hint, a name like nothing gets none."""
    said = refusal(lambda f: f.declare("cost", "Cost", "usd", ["pupls"], constant))
    assert "cost needs 'pupls'" in said
    assert "did you mean 'pupils'?" in said
    assert "did you mean" not in refusal(lambda f: f.declare("cost", "Cost", "usd", ["zzzz"], constant))


def test_use_before_declaration_is_refused():
    """A line may rest on lines above it only, so a circle cannot be written."""

    def lines(f: Family) -> None:
        f.declare("first", "First", "usd", ["second"], constant)
        f.declare("second", "Second", "usd", ["first"], constant)

    said = refusal(lines)
    assert "first needs 'second', which is neither a lever nor a line above it" in said
    assert "second needs" not in said


def test_a_line_that_needs_itself_is_refused():
    """The shortest circle."""
    assert "loop needs 'loop'" in refusal(lambda f: f.declare("loop", "Loop", "usd", ["loop"], constant))


def test_a_total_of_nothing_is_refused():
    """No line says that it adds to the total."""
    assert "empty is a total, but no line above it" in refusal(lambda f: f.total("empty", "Empty", "usd"))


def test_adding_to_a_total_that_is_not_there_is_refused():
    """The part would be left out of every sum."""
    said = refusal(lambda f: f.declare("part", "Part", "usd", ["price"], constant, adds_to="nowhere"))
    assert "part adds to 'nowhere'" in said


def test_adding_to_a_total_declared_above_is_refused():
    """The total was already added up when the part came."""

    def lines(f: Family) -> None:
        f.declare("early", "Early", "usd", ["price"], constant, adds_to="sum")
        f.total("sum", "Sum", "usd")
        f.declare("late", "Late", "usd", ["price"], constant, adds_to="sum")

    said = refusal(lines)
    assert "late adds to 'sum', but no total of that name is declared below it" in said
    assert "early adds to" not in said


def test_adding_to_a_line_that_is_no_total_is_refused():
    """An ordinary line has its own equation, in which the part does not occur."""

    def lines(f: Family) -> None:
        f.declare("part", "Part", "usd", ["price"], constant, adds_to="line")
        f.declare("line", "Line", "usd", ["part"], lambda part: part * 2)

    assert "part adds to 'line', but no total of that name" in refusal(lines)


def test_a_word_along_the_years_must_be_the_whole_line():
    """Inside another word it has no earlier cell of its own to go on from; it needs a line of its own."""
    for nested in (
        lambda price: running_total(price) * 2,
        lambda price: when(price > 0, grown(price), 1),
        lambda price: running_total(running_total(price)),
    ):
        said = refusal(lambda f, e=nested: f.declare("wrong", "Wrong", "usd", ["price"], e))
        assert "wrong: a word that runs along the years must be the whole line" in said
    fine = book(lambda f: f.declare("fine", "Fine", "usd", ["price"], lambda price: running_total(price * 2)))
    assert list(fine.lines) == ["fine"]


def test_an_equation_that_uses_nothing_is_refused():
    """A figure in the code instead of a lever with a source."""
    said = refusal(lambda f: f.declare("fixed", "Fixed", "usd", [], lambda: 5))
    assert "fixed: the equation does not use its arguments, it always gives 5" in said


def test_an_equation_that_branches_is_refused_with_the_remedy():
    """`if` in an equation asks a term for yes or no."""

    def branching(price):
        return price * 2 if price > 0 else price

    said = refusal(lambda f: f.declare("wrong", "Wrong", "usd", ["price"], branching))
    assert "wrong: " in said
    assert "write when(condition, a, b)" in said


def test_every_fault_is_said_at_once():
    """Four faults in four lines, one refusal."""

    def lines(f: Family) -> None:
        f.declare("cost", "Cost", "usd", ["pupls"], constant)
        f.declare("cost", "Cost", "usd", ["price"], constant)
        f.declare("part", "Part", "usd", ["price"], constant, adds_to="nowhere")
        f.total("empty", "Empty", "usd")

    said = refusal(lines)
    for fault in ("did you mean 'pupils'?", "cost is declared twice", "'nowhere'", "empty is a total"):
        assert fault in said


def test_faults_of_the_equations_themselves_are_said_at_once():
    """Two nested along-words and one constant equation are three lines of one refusal."""

    def lines(f: Family) -> None:
        f.declare("one", "One", "usd", ["price"], lambda price: running_total(price) * 2)
        f.declare("two", "Two", "usd", ["price"], lambda price: 1 + grown(price))
        f.declare("three", "Three", "usd", ["price"], lambda price: 3.0)  # noqa: ARG005

    said = refusal(lines)
    for key in ("one:", "two:", "three:"):
        assert key in said


def under_a_choice(f: Family) -> None:
    """One line and its total, that count only where the school is `large`."""
    f.only_if = ("size", "large")
    f.declare("part", "Part", "usd", ["price"], lambda price: price * 2, adds_to="sum")
    f.total("sum", "Sum", "usd")


def test_a_family_under_a_choice_is_nothing_where_it_is_not_chosen():
    """$3 x 2 for the large school, 0 for the small one, in one batch and each alone."""
    b = book(under_a_choice, ("price", "size"))
    assert b.lines["part"].needs == ("price", "size")
    for sizes in (["large", "small"], ["large"], ["small"]):
        levers = {"price": np.array([[3.0]]), "size": np.array(sizes)[:, None]}
        p = b.evaluate(levers)
        for line in ("part", "sum"):
            expected = [[0, *[6.0 if s == "large" else 0.0] * 5] for s in sizes]
            assert (np.broadcast_to(p[line], (len(sizes), 6)) == expected).all(), (line, sizes)


def test_a_family_that_nobody_chose_is_not_worked_out():
    """Its equations are not called at all with numbers; one school that chose it is enough to have them
    called.
    """
    asked = []

    def lines(f: Family) -> None:
        f.only_if = ("size", "large")

        def equation(price):
            asked.append(price)
            return price * 2

        f.declare("part", "Part", "usd", ["price"], equation)

    b = book(lines, ("price", "size"))
    asked.clear()  # the book has it written down once
    for sizes, calls in ((["small", "small"], 0), (["small", "large"], 1)):
        b.evaluate({"price": np.array([[3.0]]), "size": np.array(sizes)[:, None]})
        assert len(asked) == calls


def test_a_choice_stands_in_the_written_form():
    """The sheet asks for the choice in each line; a line not chosen is 0, so the total is a plain sum."""
    b = book(under_a_choice, ("price", "size"))

    sheet = SheetReading("part", 1, lambda key, year: f"{key}{year}")
    assert read(b.terms["part"], sheet) == 'IF(size1="large",price1*2,0)'
    assert read(b.terms["sum"], sheet) == "part1"


def test_a_choice_that_is_no_lever_is_refused():
    assert "part needs 'size', which is neither a lever nor a line above it" in refusal(under_a_choice)
