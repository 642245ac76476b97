"""What a file of plans is called, how large it may be, and how it is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

FORMAT = "school-sustainability-explorer/plan"
FORMAT_VERSION = 2
FIELDS = ("format", "format_version", "model_version", "data_version", "plans")
RECORD_FIELDS = ("notes", "decisions")
PLAN_FIELDS = ("name", "reason", "preset", "start", "now", "locked", *RECORD_FIELDS)
NOTE_FIELDS = ("on", "year", "text", "stood")
DECISION_FIELDS = ("day", "who", "why", "before", "after", "moves")
MOVE_FIELDS = ("lever", "from", "to", "effect")

MOST_BYTES = 2_000_000
MOST_PLANS = 200
DEEPEST = 8  # brackets within brackets; the five yearly numbers of a decision's move lie eight deep
LONGEST_NAME, LONGEST_REASON = 200, 2_000  # characters
LONGEST_NOTE, LONGEST_STOOD = 500, 200
LONGEST_WHO, LONGEST_WHY = 80, 1_000
MOST_NOTES = MOST_DECISIONS = 100  # of one plan
MOST_RECORD = (
    30_000  # bytes of the notes and decisions of one plan, so that a full shelf still fits into one file
)
MOST_REASONS = 50


class FileRefused(ValueError):  # noqa: N818  # said of the file, not of the program
    """A file that cannot be used. `reasons` holds everything that is wrong with it, each in a sentence."""

    def __init__(self, reasons: Iterable[str]) -> None:
        found = tuple(dict.fromkeys(reasons))
        more = len(found) - MOST_REASONS
        self.reasons = (
            found if more <= 0 else (*found[:MOST_REASONS], f"And {more:,} more faults of this kind.")
        )
        super().__init__("\n".join(self.reasons))


def clean(text: str, longest: int) -> str:
    """A person's text as one line that can be shown and stored: no control characters, half characters, direction marks."""
    line = " ".join("".join(" " if c.isspace() else c for c in text if c.isspace() or _is_shown(c)).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _is_shown(c: str) -> bool:
    turns = "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"
    return unicodedata.category(c) not in ("Cc", "Cs", "Cn") and not turns
