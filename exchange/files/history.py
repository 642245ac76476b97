"""What became of older files: one step for each format version, and the levers that a later version dropped.

A step takes the whole file as it was read, of version n, and gives it as version n + 1 with a remark for
everything that a reader should know. One reader reads the newest version; there are no others to keep alive.
What a step meets is not yet checked: it may raise LookupError, TypeError, ValueError or AttributeError for a
file that is not what it should be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Document: TypeAlias = dict[str, object]
Step: TypeAlias = Callable[[Document], tuple[Document, list[str]]]


def _what_lies_beside(document: Document) -> tuple[Document, list[str]]:
    """Version 1 knew no notes, no decisions and no locks: there are none."""
    plans = document["plans"]
    if not isinstance(plans, list):
        raise TypeError(plans)
    complete = [
        {**p, "locked": {}, "notes": [], "decisions": []} if isinstance(p, dict) else p for p in plans
    ]
    return {**document, "format_version": 2, "plans": complete}, []


# By the version that the step starts from; version 1 is the first one.
STEPS: Mapping[int, Step] = {1: _what_lies_beside}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A lever that is no more: the data version that dropped it, and what that means for a plan, in a
    sentence.
    """

    since: int
    meaning: str


DROPPED: Mapping[str, Dropped] = {}  # by the lever's key
