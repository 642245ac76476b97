"""A small book as JavaScript: what is written, what is left out, and what cannot be written."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from model.book import vocabulary
from model.book.book import Book
from model.book.family import Family
from model.book.script import script
from model.book.script_reading import NoScript, number
from model.book.terms import Template, Word
from model.book.vocabulary import running_total, when
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.plan.script_levers import script_levers
from model.years import ALL_YEARS
from tests.first_versions import first_version


@dataclass(frozen=True)
class Setting:
    choices: tuple[str, ...] = ()
    per_year: bool = True


LEVER = {
    "price": Setting(),
    "pupils": Setting(),
    "life": Setting(per_year=False),
    "rented": Setting(("yes", "no"), per_year=False),
    "rent": Setting(),
}
PLAN = {"price": 3.0, "pupils": (1.0, 2.0, 2.0, 2.0, 2.0), "life": 4.0, "rented": "no", "rent": 0.0}


def book(**changed: object) -> Book:
    f = Family("trial", "Trial")

    @f.line("Bought", "usd", adds_to="cost")
    def bought(pupils, price):
        return pupils * price

    @f.line("Rent", "usd", adds_to="cost", nothing_without="rent")
    def rented_space(rent, pupils):
        return rent * pupils

    @f.line("Owned space", "usd", adds_to="cost", only_if=("rented", "no"))
    def owned_space(life, price):
        return price / life

    f.total("cost", "Cost", "usd")

    @f.line("All so far", "usd", years=ALL_YEARS)
    def so_far(cost):
        return running_total(cost)

    for key, equation in changed.items():
        f.declare(key, key, "usd", ["price"], equation)
    return Book([f], LEVER)


def lines_of(text: str) -> list[str]:
    """What is written of settings and lines, between the helpers and the end."""
    lines = text.splitlines()
    is_first = (x.startswith(("let ", "const pupils=")) for x in lines)
    return lines[list(is_first).index(True) : -2]


def test_a_line_of_text_for_each_line_of_the_book():
    """Settings first, then the lines in their order, each under its key."""
    assert lines_of(script(book(), LEVER)) == [
        "let levers, price, pupils, life, rented, rent, bought, rented_space, owned_space, cost;",
        "const settings=()=>{",
        'price=six("price");',
        'pupils=six("pupils");',
        'life=one("life");',
        'rented=one("rented");',
        'rent=six("rent");',
        "};",
        "const lines={",
        "bought:()=>bought=years(t=>pupils[t]*price[t],from1),",
        "rented_space:()=>rented_space=years(t=>rent[t]*pupils[t],from1),",
        'owned_space:()=>owned_space=years(t=>rented==="no"?price[t]/life:0,from1),',
        "cost:()=>cost=years(t=>bought[t]+rented_space[t]+owned_space[t]),",
        "so_far:()=>runningTotal(t=>cost[t]),",
        "};",
    ]


def test_of_a_plan_only_what_is_free_is_a_formula():
    """Owned space is 3/4 a year whatever the students are; the rent is nothing."""
    assert lines_of(script(book(), LEVER, ["cost", "rented_space"], PLAN, ["pupils"])) == [
        "let levers, pupils, bought, owned_space;",
        "const settings=()=>{",
        'pupils=six("pupils");',
        "};",
        "const lines={",
        "bought:()=>bought=years(t=>pupils[t]*3,from1),",
        "rented_space:()=>nothing,",
        "owned_space:()=>owned_space=[0,.75,.75,.75,.75,.75],",
        "cost:()=>years(t=>bought[t]+owned_space[t]),",
        "};",
    ]


def test_what_a_free_setting_can_wake_is_not_left_out():
    """A rent of nothing, and a choice that is not made: both may come."""
    text = script(book(), LEVER, ["cost"], PLAN, ["rent", "rented"])
    assert "years(t=>rent[t]*pupils[t],from1)" in text
    assert 'rented==="no"?.75:0' in text
    assert "const pupils=[1,1,2,2,2,2];" in text


def test_a_plan_of_which_nothing_is_free_is_its_numbers():
    """By hand: 3 and then 6 for students, .75 for space."""
    assert lines_of(script(book(), LEVER, ["cost"], PLAN)) == [
        "let levers;",
        "const settings=()=>{",
        "};",
        "const lines={",
        "cost:()=>[0,3.75,6.75,6.75,6.75,6.75],",
        "};",
    ]


def test_a_word_without_a_form_stops_the_build_by_its_name():
    """The line and the word are named; so is a word in a branch that stands deep inside."""
    wordless = Word("doubled", lambda x: x * 2, Template("{first}*2"), Template("{first} twice"))
    trial = book(twice=lambda price: when(price > 1, 1 + wordless(price), 0))
    with pytest.raises(NoScript, match=r"twice: .*'doubled'"):
        script(trial, LEVER)
    assert script(trial, LEVER, ["cost"])  # which has no need of it


def test_every_word_has_a_form():
    """Those of the vocabulary and the signs of equations."""
    words = [x for x in vars(vocabulary).values() if isinstance(x, Word)]
    assert len(words) >= 20
    assert [w.name for w in words if w.script is None] == []


def test_what_is_no_name_or_number_is_refused():
    f = Family("trial", "Trial")
    f.declare("per cent", "Per cent", "usd", ["price"], lambda price: price * 1)
    with pytest.raises(NoScript, match="per cent"):
        script(Book([f], LEVER), LEVER)
    with pytest.raises(NoScript):
        number(float("inf"))
    with pytest.raises(KeyError, match="cots"):
        script(book(), LEVER, ["cots"])
    with pytest.raises(KeyError, match="pirce"):
        script(book(), LEVER, None, PLAN, ["pirce"])


def test_a_name_that_javascript_keeps_for_itself_gets_another():
    f = Family("trial", "Trial")
    f.declare("new", "New", "usd", ["price"], lambda price: price * 1)
    f.declare("share", "Share", "usd", ["new"], lambda new: new * 2)
    text = script(Book([f], LEVER), LEVER)
    assert "new:()=>new_=years(" in text
    assert "share:()=>years(t=>new_[t]*2,from1)," in text


def test_numbers_are_read_back_as_they_are():
    told = {
        0.1: ".1",
        -0.25: "-.25",
        1e-9: "1e-09",
        450.0: "450",
        -3.0: "-3",
        1e22: "1e+22",
        10.05: "10.05",
        0.0: "0",
    }
    assert {x: number(x) for x in told} == told
    assert all(float(text) == x for x, text in told.items())


def test_a_plan_is_handed_over_whole():
    """Every setting that the book asks for, five numbers as five, choices by name."""
    plan = Scenario.preset(first_version("us_elementary")).changed(enrollment_year1=(400, 401, 402, 403, 404))
    levers = script_levers(plan)
    assert levers.keys() == LEVERS.keys() >= BOOK.levers
    assert levers["enrollment_year1"] == [400, 401, 402, 403, 404]
    assert levers["refresh"] == plan["refresh"]
