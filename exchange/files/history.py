"""How older files are brought up to date: one step for each format version, and the levers dropped since.

A step takes the whole file of version n as it was read, and returns it as version n + 1 with a remark for
everything that a reader should know. So there is one reader, for the newest version. A step's input is not
checked yet: it may raise `LookupError`, `TypeError`, `ValueError` or `AttributeError` for a malformed file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from model.texts import say

Document: TypeAlias = dict[str, object]
Step: TypeAlias = Callable[[Document], tuple[Document, list[str]]]


def _what_lies_beside(document: Document) -> tuple[Document, list[str]]:
    """Version 1 had no notes, no decisions and no locks, so there are none, unless somebody wrote them in:
    what stands there all the same is kept and checked like any other, never dropped.
    """
    plans = document["plans"]
    if not isinstance(plans, list):
        raise TypeError(plans)
    none: Document = {"locked": {}, "notes": [], "decisions": []}
    complete = [{**none, **p} if isinstance(p, dict) else p for p in plans]
    added = [
        name
        for name in none
        if any(isinstance(p, dict) and p.get(name, none[name]) != none[name] for p in plans)
    ]
    said = [say("plan_file.newer_field", name=name) for name in added]
    return {**document, "format_version": 2, "plans": complete}, said


# By the version that the step starts from; version 1 is the first one.
STEPS: Mapping[int, Step] = {1: _what_lies_beside}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A lever that no longer exists: the data version that dropped it, and the key of the text that says what
    that means for a plan.
    """

    since: int
    meaning: str


DROPPED: Mapping[str, Dropped] = {}  # by the lever's key
