"""Kinds of positions are read off the book: one that is declared there has its limit, its route and its place
among the adults.
"""

from __future__ import annotations

import pytest

from model.book.book import Book
from model.book.family import Family
from model.evidence import LEVERS
from model.goals.limits import KEPT
from model.goals.pupils import MEASURES
from model.lines.positions import DOWN, FEWER, POSITIONS, STAND_INS, positions_of
from model.lines.worksheet import BOOK
from model.routes import positions as routes
from model.texts import say


def book_with(*, nurses: bool) -> Book:
    staff = Family("staff", "Staff")
    if nurses:
        staff.declare(
            "nurse_positions",
            "School nurses",
            "positions",
            ("nurses",),
            lambda nurses: nurses,
            adds_to="adults",
        )
        staff.declare(
            "aides_fte",
            "Aides",
            "positions",
            ("enrollment_year1", "pupils_per_aide"),
            lambda pupils, each: pupils / each,
            adds_to="adults",
        )
    staff.declare("cooks", "Cooks", "positions", ("cooks_hired",), lambda hired: hired, adds_to="adults")
    staff.total("adults", "Adults", "positions", help="All.")
    return Book([staff], {"nurses", "enrollment_year1", "pupils_per_aide", "cooks_hired"})


MADE_UP = {
    "nurses": LEVERS["instructional_coaches"]._replace(key="nurses"),
    "cooks_hired": LEVERS["instructional_coaches"]._replace(key="cooks_hired"),
    "pupils_per_aide": LEVERS["pupils_per_clerk"]._replace(key="pupils_per_aide"),
    "enrollment_year1": LEVERS["enrollment_year1"],
}


def test_a_new_position_needs_no_word_beyond_its_own_line():
    assert list(positions_of(book_with(nurses=False), MADE_UP)) == ["cooks"]
    found = positions_of(book_with(nurses=True), MADE_UP)
    assert list(found) == ["nurse_positions", "aides_fte", "cooks"]
    nurse, aide = found["nurse_positions"], found["aides_fte"]
    assert (nurse.kept, nurse.one, nurse.lever) == (
        say("positions.keep_all", positions="School nurses"),
        "School nurses",
        "nurses",
    )
    assert (nurse.levers, nurse.may_go) == ((("nurses", DOWN),), True)
    # A ratio is given up by raising it; enrollment is nobody's to give up.
    assert (aide.levers, aide.lever) == ((("pupils_per_aide", FEWER),), "")


def test_every_position_of_the_book_has_its_places():
    """A limit that keeps it, a route that gives some of it up (but for the principal), and a place among a
    student's adults.
    """
    counted = {k for k, line in BOOK.lines.items() if line.adds_to == "adults"} - {STAND_INS}
    assert {p.line for p in POSITIONS.values()} == counted
    assert counted <= set(MEASURES["pupils_per_adult"].lines)
    for position in POSITIONS.values():
        kept = KEPT[position.limit]
        assert kept.lines == (position.line,) or kept.levers == (position.lever,)
        assert position.levers, position.key
        assert all(LEVERS[k].kind == "decision" for k, _ in position.levers)
    assert set(POSITIONS) - set(routes.POSITIONS) == {"principal"}


@pytest.mark.parametrize(
    ("key", "limit", "text"),
    [
        ("teacher", "teachers", "positions.kept.teacher"),
        ("coach", "instructional_coaches", "positions.kept.coach"),
        ("principal", "principal", "positions.kept.principal"),
        ("assistant_principal", "assistant_principal", "positions.kept.assistant_principal"),
        ("it_support", "it_support", "positions.kept.technology_support"),
    ],
)
def test_limits_keep_their_names(key, limit, text):
    """They stand in commands that people have written down."""
    assert (POSITIONS[key].limit, POSITIONS[key].kept, KEPT[limit].label) == (limit, say(text), say(text))
