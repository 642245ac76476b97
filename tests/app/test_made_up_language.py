"""In the made-up language every word on the page has accents: one without comes from no catalog."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from model.evidence import SOURCES
from model.plan.scenario import REGISTER_PAGE
from model.texts import say, speaking
from model.texts.catalog import PSEUDO
from model.texts.pseudo import pseudo
from tests.app.read_places import everything
from tests.app.read_screen import cells, of_markdown, texts
from tests.app.screen import open_address
from tests.app.test_words_on_screen import PLANS
from tests.app.worked_session import refusals
from views.trace import register

# A word with a vowel that the language would have given an accent.
PLAIN = re.compile(r"(?<![\w.])[A-Za-z]*[aeiouAEIOU][A-Za-z]+(?!\w|\.\w)")
# What Babel writes between the last two of a list and for a month, and the endings of files.
BABELS = {"and", "or", "Nov"}
NAME = "Elementary school, 450 students"  # of the plan; a reader may change it
CITED = sorted(
    {x for s in SOURCES.values() for x in (s.title, s.publisher, str(s.year))}, key=len, reverse=True
)


def unsaid(lines: list[str], typed: Iterable[str] = (NAME,)) -> dict[str, list[str]]:
    """Texts with words that no catalog said, but names of sources and of the plan, and what was typed."""
    found = {}
    for line in cells(lines):
        text = line
        for name in (*typed, *CITED):
            text = text.replace(name, "")
        words = [w for w in PLAIN.findall(text) if w not in BABELS and w not in SOURCES]
        if words:
            found[line] = words
    return found


@pytest.fixture(scope="module")
def plan():
    query = {**PLANS["with events"], "lang": PSEUDO}
    with speaking(PSEUDO):
        start = texts(open_address(lang=PSEUDO)._tree)
        assert say("start.question") in start
        return {"Start": start, **everything(**query)}


def test_every_word_comes_from_a_catalog(plan):
    """In all places; the history of the model is a document of its own, in English."""
    history = of_markdown(register.changelog())
    found = {name: unsaid([x for x in lines if x not in history]) for name, lines in plan.items()}
    assert {name: x for name, x in found.items() if x} == {}


def test_what_is_refused_or_asked_is_said_in_the_language():
    typed = (NAME, REGISTER_PAGE, "three", "many", "nothing", "example.org", "https", "a=b")
    with speaking(PSEUDO):
        assert unsaid(refusals(lang=PSEUDO), typed) == {}


def test_a_text_outside_the_catalogs_is_found():
    assert unsaid([pseudo("Save this plan."), "450 / 22.5%"]) == {}
    assert unsaid(["Save this plan."]) == {"Save this plan.": ["Save", "this", "plan"]}
    assert unsaid([pseudo("Save {name}.").format(name="Teacher pay")])
