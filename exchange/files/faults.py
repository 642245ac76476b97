"""What is found while a file is read: faults and remarks with their places, and how a file is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from model.evidence import DATA_VERSION
from model.nearest import did_you_mean
from model.refused import Refused
from model.sentences import MOST, Sentences
from model.texts import counted, quoted, say

MOST_REASONS = MOST


class FileRefused(Refused):
    """A file that cannot be used. `reasons` lists what is wrong with it, each as a sentence: at most fifty,
    and how many more there are.
    """

    def __init__(self, reasons: Iterable[str]) -> None:
        found = reasons if isinstance(reasons, Sentences) else Sentences(reasons)
        self.reasons = found.told("plan_file.more_faults")
        super().__init__("\n".join(self.reasons))


@dataclass(slots=True)
class Found:
    """What was found in one file. `data_version` is the one that the file was made with.

    `left_out` are remarks on what will not be in the plan, with what it says; none of them may be cut.
    `texts` counts numbers that were written as texts, which take longer to read.
    """

    data_version: int = DATA_VERSION
    reasons: Sentences = field(default_factory=Sentences)
    remarks: Sentences = field(default_factory=Sentences)
    left_out: list[str] = field(default_factory=list)
    texts: int = 0

    def or_refuse(self) -> tuple[str, ...]:
        """The remarks. Raises `FileRefused` where there are reasons for it."""
        left_out = tuple(dict.fromkeys(self.left_out))
        if len(left_out) > MOST:
            self.reasons.add(say("plan_file.too_many_left_out", count=counted(len(left_out))))
        if self.reasons:
            raise FileRefused(self.reasons)
        return (*left_out, *(r for r in self.remarks.told("plan_file.more_remarks") if r not in left_out))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: in words ("Plan 1 (Six), note 2"), and the name of the field there."""

    words: str
    field: str
    found: Found

    def fault(self, sentence: str) -> None:
        """Record a fault: the file cannot be used."""
        self.found.reasons.add(say("plan_file.at", place=self.words, message=sentence))

    def remark(self, sentence: str) -> None:
        """Record something that the reader of the file should know."""
        self.found.remarks.add(say("plan_file.at", place=self.words, message=sentence))


def shown(given: object) -> str:
    """A value of a file, for a message that refuses it: as it stands there, cut short."""
    if isinstance(given, str):
        return quoted(given[:60])
    if isinstance(given, bool) or given is None:
        return {True: "true", False: "false", None: "null"}[given]
    if isinstance(given, list):
        return "[…]"
    return "{…}" if isinstance(given, dict) else str(given)[:40]


def check_names(
    given: Mapping[str, object], needed: Collection[str], may: Collection[str], at: Place
) -> None:
    """Record every missing name, and every unknown name with the one that was probably meant."""
    reasons = at.found.reasons
    for name in needed:
        if name not in given:
            reasons.add(say("plan_file.no_field", place=at.words, name=name))
    known = frozenset((*needed, *may))
    unknown = [name for name in given if name not in known]
    for name in unknown[:MOST_REASONS]:
        reasons.add(_unknown(name, (*needed, *may), at.words))
    reasons.count(len(unknown) - MOST_REASONS)


def _unknown(name: str, known: Collection[str], words: str) -> Callable[[], str]:
    def said() -> str:
        hint = did_you_mean(name, known, say("plan_file.take_out"))
        return f"{say('plan_file.unknown_field', place=words, name=quoted(name[:60]))} {hint}"

    return said
