"""What is found while a file is read: faults and remarks, where they are, and how a file is refused."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from model.evidence import DATA_VERSION

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


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that is found in one file. `data_version` is the one that the file was made with."""

    reasons: list[str]
    remarks: list[str]
    data_version: int = DATA_VERSION


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file one is: in words ("Plan 1 (Six), note 2"), and the name of the field there."""

    words: str
    field: str
    found: Found

    def fault(self, sentence: str) -> None:
        """The file cannot be used for this."""
        self.found.reasons.append(f"{self.words}: {sentence}")

    def remark(self, sentence: str) -> None:
        """The reader of the file should know this."""
        self.found.remarks.append(f"{self.words}: {sentence}")


def check_names(
    given: Mapping[str, object], needed: Collection[str], may: Collection[str], at: Place
) -> None:
    """Every needed name that is missing, and every name that means nothing here, with the one it may have
    been.
    """
    reasons = at.found.reasons
    reasons.extend(f'{at.words} has no "{name}".' for name in needed if name not in given)
    known = [*needed, *may]
    unknown = [name for name in given if name not in known]
    for name in unknown[:MOST_REASONS]:
        reasons.append(f"{at.words} holds {name[:60]!r}, which is unknown. {_near(name, known)}")
    if len(unknown) > MOST_REASONS:
        reasons.append(f"{at.words} holds {len(unknown) - MOST_REASONS:,} more unknown names.")


def _near(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name[:60], known, 1)
    return f"Did you mean {near[0]}?" if near else "Take it out."
