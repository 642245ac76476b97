"""Every word as Python for one plan and as steps of numpy for many, on numbers where a hair decides."""

from __future__ import annotations

import numpy as np
import pytest

from model.book import vocabulary
from model.book.book import Book
from model.book.columns import column
from model.book.compiled.functions import Functions
from model.book.compiled.functions_of_one import OVER_YEARS
from model.book.compiled.kinds import Kind
from model.book.compiled.known import Known
from model.book.compiled.lowered import steps_of
from model.book.compiled.worked_out import Compiled
from model.book.family import BookError, Family
from model.book.terms import Template, Word
from model.book.vocabulary import when
from model.years import YEARS
from tests.parity.test_script_words import SETTINGS, book, drawn

ALONE = 60


def apart(words: Book, compiled: Compiled, plans: list[dict[str, object]]) -> list[str]:
    """The lines of which the code gives another number than the equations."""
    levers = {k: column([p[k] for p in plans]) for k in SETTINGS}  # type: ignore[misc]
    # What all plans share is one row, as in a batch of scenarios.
    levers = {k: v[:1] if (v == v[:1]).all() else v for k, v in levers.items()}
    found, expected = compiled.evaluate(levers, len(plans)), words.evaluate(levers)
    shape = (len(plans), YEARS)
    return [
        k
        for k in words.lines
        if not np.array_equal(np.broadcast_to(found[k], shape), np.broadcast_to(expected[k], shape))
    ]


def test_every_word_for_many_plans_and_for_one():
    words = book()
    compiled = Compiled(words, few=0)
    assert apart(words, compiled, drawn()) == []
    for plan in drawn()[:ALONE]:
        assert apart(words, compiled, [plan]) == []


@pytest.mark.parametrize("free", SETTINGS)
def test_every_word_where_one_setting_moves(free):
    """Each word is then given numbers of every kind: shared, by year, by plan, by both."""
    words, plans = book(), drawn()
    compiled = Compiled(words, few=0)
    for i in range(3):
        assert apart(words, compiled, [{**plans[i], free: plan[free]} for plan in plans[:40]]) == []


def test_every_word_has_its_forms():
    words = [x for x in vars(vocabulary).values() if isinstance(x, Word)]
    looking_back = {vocabulary.before, vocabulary.in_year, *(w for w in words if w.name in OVER_YEARS)}
    plain = [w for w in words if w not in looking_back]
    assert len(plain) == 14
    assert [w.name for w in plain if w.python is None or not steps_of(w, "line")] == []


@pytest.mark.parametrize("kind", [Kind.ONE, Kind.ALL])
def test_a_word_without_a_form_stops_the_build_by_its_name(kind):
    """The line and the word are named; so is a word in a branch that stands deep inside."""
    wordless = Word("doubled", lambda x: x * 2, Template("{first}*2"), Template("{first} twice"))
    family = Family("trial", "Trial")
    family.declare("twice", "Twice", "usd", ["x"], lambda x: when(x > 1, 1 + wordless(x), 0))
    with pytest.raises(BookError, match=r"twice: .*'doubled'"):
        Functions(Book([family], ["x"])).of("twice", Known({"x": kind}, {}), YEARS)
