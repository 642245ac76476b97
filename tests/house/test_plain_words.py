"""The words of the product: short sentences, easy words, one name for one thing, in every catalog.

The targets are those of docs/texts.md. What pages show is counted in tests/app/test_words_on_screen.py.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.looped import looped
from tools.plain_words import (
    Counted,
    better_words,
    catalog_texts,
    count,
    filled,
    sentences,
    syllables,
    words,
)

ROOT = Path(__file__).parents[2]
PLACES = catalog_texts()
FIRST_VIEW = (
    "answer",
    "start",
    "settings",
    "dialogs",
)  # read in a hurry, by people who see them for the first time
GRADE, GRADE_AT_FIRST, MEAN, MOST = 8.0, 6.0, 14.0, 25


@looped("place", sorted(PLACES))
def test_a_catalog_is_easy_to_read(place):
    counted = count(PLACES[place])
    assert counted.grade <= (GRADE_AT_FIRST if place in FIRST_VIEW else GRADE), counted.grade
    assert counted.mean <= MEAN
    assert counted.longest(MOST) == []


@looped("place", sorted(PLACES))
def test_no_text_has_a_semicolon(place):
    assert [t for t in PLACES[place] if ";" in t] == []


@looped("place", sorted(PLACES))
def test_one_name_for_one_thing(place):
    assert [(t, better_words(t)) for t in PLACES[place] if better_words(t)] == []


def test_what_counts_as_prose():
    """Seven words that end a sentence; abbreviations and decimals end none."""
    assert sentences("Largest two-year cut it can absorb: 2.3%") == []
    assert sentences("Save this plan.") == []
    assert sentences("We fill in 93 numbers. Check the five that matter most.") == [
        "We fill in 93 numbers.",
        "Check the five that matter most.",
    ]
    assert len(sentences("Year 5 ends with $35,966 left over, or 0.6% of the budget.")) == 1


def test_the_grade_is_that_of_the_formula():
    """7 words of 10 syllables in one sentence: 0.39 x 7 + 11.8 x 10 / 7 - 15.59 = 4.00."""
    counted = count(["The school keeps its money each September."])  # mon-ey, Sep-tem-ber, and five of one
    assert words("It costs $1,200 a year.") == ["It", "costs", "$1,200", "a", "year"]
    assert [syllables(w) for w in ("school", "money", "funding", "2,000")] == [1, 2, 2, 1]
    assert (counted.words, counted.syllables) == (7, 10)
    assert counted.grade == pytest.approx(3.997, abs=0.001)
    assert Counted().grade == Counted().mean == 0


def test_private_words_are_found():
    assert better_words("15.1 pupils per teacher; the twin") == [
        ("pupils", "student"),
        ("twin", "the same school without the program"),
    ]
    assert better_words("15.1 students per teacher") == []
    assert [w for w, _ in better_words("Light gray: 8 of 10. Dark gray: 5 of 10.")] == [
        "Light gray",
        "Dark gray",
    ]
    assert better_words("A gray band") == []
    assert filled("{name} has {count} plans.") == "3 has 3 plans."


# For readers of the product; the other pages are about the program, in the words of CONTRIBUTING.md.
GUIDES = (
    *("README.md", "docs/by-grade.md", "docs/files-and-links.md", "docs/goals.md", "docs/months.md"),
    *("docs/plans.md", "docs/present.md", "docs/ranges.md", "docs/risk.md", "docs/screen.md"),
    *("docs/teacher-leaders.md", "docs/model-changelog.md", "docs/any-laptop.md"),
)
# What charter schools call it, what a count is rounded to, and how far a slider moves.
THEIR_OWN = ("*fund balance*", "a tenth of its length", "nearest tenth")


def _remarks(block: re.Match[str]) -> str:
    """What stands beside the commands of a block."""
    return "\n".join(re.findall(r"(?<=\s)# .*", block[0]))


@looped("guide", GUIDES)
def test_guides_use_the_words_of_the_screen(guide):
    """Code, names of files and addresses keep theirs; what is said beside a command is for readers too."""
    page = re.sub(r"```.*?```", _remarks, (ROOT / guide).read_text(encoding="utf-8"), flags=re.DOTALL)
    prose = re.sub(r"`[^`]*`|\]\([^)]*\)", "", page, flags=re.DOTALL)
    for own in THEIR_OWN:
        prose = prose.replace(own, "")
    assert better_words(prose) == []


def test_the_page_that_the_app_shows_has_no_long_sentence():
    """*What changed in the model* is read on the screen; emphasis is no word of it."""
    page = (ROOT / "docs" / "model-changelog.md").read_text(encoding="utf-8")
    assert count(page.replace("*", "").split("\n\n")).longest(MOST) == []
