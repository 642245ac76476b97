"""The words of the product, counted over the pages as they are read: easy, short, one name for one thing.

The targets are those of docs/texts.md; texts that no page of these plans shows are counted in the catalogs
(tests/house/test_plain_words.py).
"""

from __future__ import annotations

from functools import cache

import pytest

from model.evidence import SOURCES
from model.plan.scenario import REGISTER_PAGE
from tests.app.read_places import Read, everything, first_view, parts, usual_example
from tests.app.read_screen import cells, texts
from tests.app.screen import address, open_address
from tests.app.worked_session import refusals, typed_school, worked
from tools.plain_words import better_words, count

FIRST = ("Start", "Settings", "First view", "dialog: ")
GRADE, GRADE_AT_FIRST, MEAN, MOST = 8.0, 6.0, 14.0, 25
# The word that charter schools look for; everywhere else it is savings.
CHARTERS_SAY = "Charter schools call it fund balance."
US = "us_elementary.1"
# Plans in which other things are said than in the example.
PLANS = {
    "short": {
        "from": US,
        "pupils_per_teacher": "12",
        "startup_grants": "100000",
        "enrollment_growth": "-0.03",
    },
    "charter": {"from": "new_start_grows_a_grade_a_year.1"},
    "with events": {
        "from": US,
        "cut_rate": "0.1",
        "cut_years": "2",
        "sustaining_grant": "200000",
        "sustaining_grant_years": "3",
        "salary_growth": "0.03,0.03,0.05,0.05,0.03",
        "refresh": "lumpy",
        "teacher_leaders": "4,4,6,6,6",
        "stipend_source": "one_time",
        "locked": "base_rate_per_pupil.central",
    },
    "by grade": {
        "from": US,
        "enrollment_from": "by_grade",
        "top_grade": "5",
        "entering_pupils": "70",
        **{
            f"grade_{g}_year1": n for g, n in zip("k12345", ("78", "77", "75", "75", "73", "72"), strict=True)
        },
    },
}


@cache
def read() -> Read:
    """Every text that was read, by the place where it stands; each once, in whatever plan."""
    found: dict[str, dict[str, None]] = {}

    def add(shown: Read) -> None:
        for name, lines in shown.items():
            found.setdefault(name, {}).update(dict.fromkeys(map(own, cells(lines))))

    add(usual_example())
    add(everything(**address(typed_school())))
    for query in PLANS.values():
        app = open_address(**query)
        add({**first_view(app), **parts(app)})
        add({"present: answer": texts(open_address(**query, show="present")._tree)})
    add(worked())
    add({"refusals": refusals()})
    return {name: list(lines) for name, lines in found.items()}


def own(text: str) -> str:
    """A text without what others have named: titles of sources, files, the word of charter schools."""
    for foreign in (*(s.title for s in SOURCES.values()), REGISTER_PAGE, CHARTERS_SAY):
        text = text.replace(foreign, "")
    return text


@pytest.fixture(scope="module")
def places():
    return read()


def test_every_place_is_easy_to_read(places):
    hard = {
        name: (round(counted.grade, 1), round(counted.mean, 1))
        for name, lines in places.items()
        for counted in [count(lines)]
        if counted.grade > (GRADE_AT_FIRST if name.startswith(FIRST) else GRADE) or counted.mean > MEAN
    }
    assert hard == {}


def test_no_sentence_is_too_long(places):
    assert {s for lines in places.values() for s in count(lines).longest(MOST)} == set()


def test_no_text_has_a_semicolon(places):
    assert {x for lines in places.values() for x in lines if ";" in x} == set()


def test_one_name_for_one_thing(places):
    assert {x: better_words(x) for lines in places.values() for x in lines if better_words(x)} == {}


def test_what_was_read_is_what_is_there(places):
    """Enough of it, in each of the places, so that a reader that finds nothing is noticed."""
    assert sum(len(count(lines).sentences) for lines in places.values()) > 3_000
