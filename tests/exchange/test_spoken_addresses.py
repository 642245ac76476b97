"""The language in an address: beside the plan, part of no plan and of no check figure."""

from __future__ import annotations

from dataclasses import replace

from exchange import address, link
from exchange.showing import Showing
from model.plan.plan import from_preset
from model.texts import listed, quoted, say
from tests.first_versions import first_version
from tests.looped import looped

HOME = first_version("us_elementary")
PLAN = from_preset(HOME).changed({"teacher_leaders": 6})
LINK = link.address_of(PLAN, "https://explorer.example.org/")


def opened(query: str) -> address.Opened:
    return link.opened(f"https://explorer.example.org/?{query}")


@looped("spoken", ["qps", "keys", "en"])
def test_a_known_language_is_taken_and_moves_nothing(spoken):
    """The same plan without a word, and the address of the page repeats the language unless it is English."""
    found = opened(f"from={HOME}&teacher_leaders=6&lang={spoken}")
    assert (found.plan, found.problems, found.remarks) == (PLAN, (), ())
    assert found.showing == Showing(language=spoken)
    written = address.write(found.plan, found.showing)
    assert written.pop("lang", "en") == spoken
    assert written == address.write(PLAN)


@looped("given", ["xx", "", "ES-mx", "<b>", "q" * 5_000])
def test_an_unknown_language_is_told_and_english_spoken(given):
    found = opened(f"lang={given}&from={HOME}&teacher_leaders=6")
    assert found.problems == (say("link.choose", name="lang", given=quoted(given[:60]), choices="en"),)
    assert found.plan == PLAN
    assert found.showing == Showing()


def test_two_languages_are_none():
    (problem,) = opened(f"from={HOME}&lang=qps&lang=keys").problems
    assert problem == say(
        "link.doubled", name="lang", count=2, values=listed([quoted("qps"), quoted("keys")])
    )


@looped("carried", [f"{LINK}&lang=qps", LINK.replace("?", "?lang=qps&"), f"({LINK}&lang=qps)."])
def test_a_link_fits_its_check_figure_in_any_language(carried):
    """Whoever sends a link may add the language of its reader; what was sent is the same."""
    found = link.opened(carried)
    assert (found.plan, found.problems, found.showing.language) == (PLAN, (), "qps")
    assert link.opened(carried.replace("=6", "=7")).problems != ()


def test_a_link_carries_the_language_outside_of_its_figure():
    shown = replace(Showing(), language="keys")
    made = link.address_of(PLAN, "https://explorer.example.org/", shown)
    assert made == f"{LINK}&lang=keys"
    assert link.opened(made).showing == shown
