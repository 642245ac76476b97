"""The English as it is read stands in one file, so that a change of words or numbers is seen as a whole."""

from __future__ import annotations

import difflib

from tests.app.read_places import GOLDEN, english

MOST_SHOWN = 80  # lines of difference in the message of a failure


def test_the_english_is_that_of_its_file():
    """Where a change is meant, `make english` writes the file anew; its difference is read, too."""
    before, now = GOLDEN.read_text(encoding="utf-8").splitlines(), english().splitlines()
    differ = [*difflib.unified_diff(before, now, "tests/golden/english.txt", "the pages", lineterm="", n=1)]
    shown = "\n".join(x[:300] for x in differ[:MOST_SHOWN])
    assert not differ, f"If this is meant, run `make english` and read its difference.\n{shown}"
