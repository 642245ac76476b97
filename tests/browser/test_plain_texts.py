"""Hostile texts that were made plain, in every place where the framework reads Markdown."""

from __future__ import annotations

import re

import pytest

from tests.hostile_texts import HOSTILE, HUGE
from tools.browser import ROOT, ready, serve

TEXTS = (*HOSTILE, *HUGE)
# In each place: the text that is there, and the nodes that plain text is not drawn of.
DRAWN = """() => [...document.querySelectorAll('[class*="st-key-t"]')].map(place => [
  place.className.match(/st-key-(t\\d+-\\w+)/)[1],
  place.textContent,
  [...place.querySelectorAll('a, img, em, strong, code, pre, table, h1, h2, h3, blockquote, hr, del, ol, '
    + 'input[type=checkbox], .katex, script, iframe, video, style, sup, [role=img], [class*=stMarkdown][style]')]
    .filter(e => !e.closest('[data-testid=stIconMaterial]')).map(e => e.outerHTML.slice(0, 120))])"""


def seen(text: str) -> str:
    """The text as a reader sees it: one line, what cannot be shown taken out or marked."""
    shown = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)
    shown = re.sub(r"[\x00-\x08\x0e-\x1f]", "\N{REPLACEMENT CHARACTER}", shown)
    return " ".join(shown.split())


@pytest.fixture(scope="module")
def texts_url(browser):
    with serve("tests/browser/pages/plain_texts.py", env={"PYTHONPATH": str(ROOT)}) as url:
        yield url


@pytest.mark.parametrize("first", range(0, len(TEXTS), 25))
def test_a_hostile_text_is_shown_as_it_stands(open_app, texts_url, first):
    """Seventy texts in ten places each: the very text, no node but those of plain text, no request away."""
    page = open_app(f"{texts_url}/?first={first}")
    page.get_by_text("drawn", exact=True).wait_for(state="attached")
    ready(page)
    places = page.evaluate(DRAWN)
    assert len(places) == 10 * len(TEXTS[first : first + 25])
    faults = []
    for place, found, foreign in places:
        text = TEXTS[int(place.partition("-")[0][1:])]
        if foreign or seen(text) not in " ".join(found.replace("\u2060", "").split()):
            faults.append((place, text[:80], foreign or found[:200]))
    assert not faults, "\n".join(map(str, faults))
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth + 1")
