"""What the book passes over comes to the same as when every number is looked at."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from model.book.book import Book
from model.evidence import LEVERS
from model.lines.worksheet import BOOK, FAMILIES
from model.results.projection import Scenarios
from tests.strategies import scenarios

# The same lines in a book that knows no array, so that each setting is read.
READING = Book(FAMILIES, LEVERS)


@settings(max_examples=60, deadline=None)
@given(st.lists(scenarios(every=True), min_size=1, max_size=4))
def test_a_book_that_knows_the_defaults_gives_the_same_numbers(plans):
    """Plans alike and apart, every line and year, to the last bit."""
    levers = Scenarios.of(plans).levers
    known, read = BOOK.evaluate(levers), READING.evaluate({k: v.copy() for k, v in levers.items()})
    assert list(known) == list(read) == list(BOOK.lines)
    for line, values in known.items():
        assert np.array_equal(*np.broadcast_arrays(values, read[line]), equal_nan=True), line
