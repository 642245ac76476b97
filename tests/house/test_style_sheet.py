"""The style sheet names its places by whole classes, so that a moving lever does not restyle the page."""

from __future__ import annotations

import re
from pathlib import Path

SHEET = (Path(__file__).resolve().parents[2] / "views/shell/style.css").read_text(encoding="utf-8")


def test_no_rule_reads_a_part_of_a_class():
    """The framework changes classes in every run. Each change would restyle whatever such a rule may fit."""
    assert not re.findall(r"\[class[*^$|~]?=[^\]]*\]", SHEET)


def test_no_rule_looks_for_just_anything_below():
    """With a star in `:has()` each element that comes or goes makes the browser look at all above it."""
    assert not re.findall(r":has\([^()]*\*[^()]*\)", SHEET)
