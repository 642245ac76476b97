"""What is found while a file is read: faults and remarks with their places, and how a file is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from model.evidence import DATA_VERSION
from model.nearest import did_you_mean

MOST_REASONS = 50


class FileRefused(ValueError):  # noqa: N818  # the file is refused; the program has no error
    """A file that cannot be used. `reasons` lists everything wrong with it, each as a sentence."""

    def __init__(self, reasons: Iterable[str]) -> None:
        found = tuple(dict.fromkeys(reasons))
        more = len(found) - MOST_REASONS
        self.reasons = (
            found if more <= 0 else (*found[:MOST_REASONS], f"And {more:,} more faults of this kind.")
        )
        super().__init__("\n".join(self.reasons))


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one file. `data_version` is the one that the file was made with."""

    reasons: list[str]
    remarks: list[str]
    data_version: int = DATA_VERSION


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: in words ("Plan 1 (Six), note 2"), and the name of the field there."""

    words: str
    field: str
    found: Found

    def fault(self, sentence: str) -> None:
        """Record a fault: the file cannot be used."""
        self.found.reasons.append(f"{self.words}: {sentence}")

    def remark(self, sentence: str) -> None:
        """Record something that the reader of the file should know."""
        self.found.remarks.append(f"{self.words}: {sentence}")


def check_names(
    given: Mapping[str, object], needed: Collection[str], may: Collection[str], at: Place
) -> None:
    """Record every missing name, and every unknown name with the one that was probably meant."""
    reasons = at.found.reasons
    reasons.extend(f'{at.words} has no "{name}".' for name in needed if name not in given)
    known = [*needed, *may]
    unknown = [name for name in given if name not in known]
    for name in unknown[:MOST_REASONS]:
        reasons.append(f"{at.words} holds {name[:60]!r}, which is unknown. {_near(name, known)}")
    if len(unknown) > MOST_REASONS:
        reasons.append(f"{at.words} holds {len(unknown) - MOST_REASONS:,} more unknown names.")


def _near(name: str, known: Collection[str]) -> str:
    return did_you_mean(name[:60], known, "Take it out.")
