"""How the results come about, read off the equations: in a book of its own, and for the lines of this
product.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from model.book.book import Book
from model.book.family import Family
from model.lines.worksheet import BOOK
from model.results import statement
from model.results.projection import project
from model.results.statement import NET, RESULT, made_of, totals_of
from model.years import ALL_YEARS, START_UP
from tests.worked.school import PLAIN


def test_the_results_of_this_product():
    assert made_of(RESULT) == ((1, "public_revenue"), (-1, "recurring_cost"))
    assert made_of(NET) == ((1, RESULT), (1, "grant_revenue"), (-1, "one_time_cost"))
    assert made_of("grant_revenue") == ((1, "private_revenue"), (1, "one_time_revenue"))
    assert [line for _, line in made_of("pd")] == ["pd_programs", "pd_substitutes"]
    parts = Counter(line.adds_to for line in BOOK.lines.values())
    alone = [total for total in BOOK.totals if parts[total] == 1]
    assert all(made_of(total) == () for total in alone)  # one part says the same again
    assert made_of("enrollment") == ()
    assert sorted(totals_of(NET)) == [
        (-1, "one_time_cost"),
        (-1, "recurring_cost"),
        (1, "grant_revenue"),
        (1, "public_revenue"),
    ]


def test_what_is_no_sum_is_refused():
    with pytest.raises(ValueError, match="sum of lines"):
        totals_of("operating_margin")


def book_of(*, fees: bool) -> Book:
    money = Family("money", "Money")
    money.declare(
        "by_count", "By count", "usd_per_year", ("pupils",), lambda pupils: pupils * 10, adds_to="public"
    )
    if fees:
        money.declare(
            "fees", "Fees", "usd_per_year", ("pupils",), lambda pupils: pupils * 2, adds_to="public"
        )
    money.total("public", "Public", "usd_per_year", adds_to="income", help="Public money.")
    money.declare("gift", "Gift", "usd", ("given",), lambda given: given, years=START_UP, adds_to="once")
    money.total("once", "Once", "usd_per_year", years=ALL_YEARS, adds_to="income", help="Given once.")
    money.total("income", "Income", "usd_per_year", years=ALL_YEARS, help="All of it.")
    return Book([money], {"pupils", "given"})


def test_a_new_revenue_line_is_one_declaration():
    """10 dollars and, with the fees, 2 more for each of 100 students; 500 given in the start-up year."""
    levers = {"pupils": np.array([[100.0]]), "given": np.array([[500.0]])}
    without, with_fees = book_of(fees=False), book_of(fees=True)
    assert without.evaluate(levers)["income"].tolist() == [[500, 1000, 1000, 1000, 1000, 1000]]
    assert with_fees.evaluate(levers)["income"].tolist() == [[500, 1200, 1200, 1200, 1200, 1200]]
    assert with_fees.under("income") == {"income", "public", "by_count", "fees", "once", "gift"}
    assert (without.parts("public"), without.parts("by_count")) == (("by_count",), ())
    # A total of one part in the same years is told by that part; of two, or in other years, by itself.
    assert [without.spoken(k) for k in ("public", "once", "income")] == ["by_count", "once", "income"]
    assert with_fees.spoken("public") == "public"


def test_grants_by_their_parts():
    """$30,000 before the start, then $8,000 a year for three years: what is given once apart from what comes
    every year.
    """
    changes = {"startup_grants": 30_000, "sustaining_grant": 8_000, "sustaining_grant_years": 3}
    p = project([PLAIN.changed(changes)])
    assert p.row("one_time_revenue") == [30_000, 0, 0, 0, 0, 0]
    assert p.row("private_revenue") == [0, 8_000, 8_000, 8_000, 0, 0]
    assert p.row("grant_revenue") == [30_000, 8_000, 8_000, 8_000, 0, 0]
    assert p.row("total_revenue")[0] == 30_000


def test_the_statement_does_not_depend_on_names(monkeypatch):
    """A third kind of revenue added to the net position's totals is in the statement without a word in it."""
    public = BOOK.lines["total_revenue"].needs
    monkeypatch.setattr(
        type(BOOK), "parts", lambda _, key: (*public, "management_fee") if key == "total_revenue" else ()
    )
    made_of.cache_clear()
    try:
        assert (1, "management_fee") in statement.made_of(NET)
    finally:
        made_of.cache_clear()
