"""How hard a text is to read, and words that have a better one: counted over catalogs and rendered pages.

    python -m tools.plain_words    for each catalog: sentences, words a sentence, grade, the longest sentences

Counted is prose alone: a text of seven words or more that ends a sentence. The grade is that of Flesch and
Kincaid, 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid and others, 1975). It is a
floor, not a proof: it does not see a dropped subject or a private word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from pyphen import Pyphen

from model.texts import keys

LEAST_WORDS = 7  # of a text that counts as prose
# What needs a key or is said elsewhere, and what this product says. Each is looked for as whole words.
BETTER: dict[str, str] = {
    r"pupils?": "student",
    r"levers?": "setting",
    r"verdicts?": "rating",
    r"(?<!possible )futures": "possible futures, then cases",
    r"(stay|stays|stayed|staying) whole": "hold up",
    r"twins?": "the same school without the program",
    r"pinned|pinning|pins?": "hold at plan, check these first",
    r"tenths?": "half, a fifth, a tenth",
    r"at risk": "caution, teaching jobs at stake",
    r"can go first": "could be cut before staff",
    r"shocks?": "event",
    r"stress board": "What if",
    r"structural result": "surplus or shortfall",
    r"recurring costs?": "yearly cost",
    r"public revenue": "public funding",
    r"contact ratio": "share of paid time spent teaching",
    r"class-size triggers?|triggers?": "class-size limit",
    r"fund balance": "savings, beginning balance, ending balance",
    r"money in the bank": "savings",
    r"salary waivers?": "raise (by contract waiver)",
    r"break-even (pupils|students|enrollment)": "safe enrollment range",
    r"sustaining grants?": "ongoing grant",
    r"picture code": "QR code",
    r"lumpy": "all at once",
    r"smoothed": "a part each year",
    r"colou?rs? of the colou?r|colour\w*": "color",
    r"modelled|modelling": "modeled",
    r"per cent": "percent",
    r"dearer": "costlier",
    r"reckon\w*": "worked out",
    r"mend\w*": "fix",
    r"grey": "gray",
    r"(light|dark|pale)(er)? gray": "wide or narrow, as a dark screen turns shades around",
    r"enrolment": "enrollment",
    r"programme": "program",
    r"Y[0-5]": "Year 1",
}
_BETTER = re.compile("|".join(rf"(?P<w{i}>\b(?:{words})\b)" for i, words in enumerate(BETTER)), re.IGNORECASE)
_END = re.compile(r"[.!?][\"”’)]*$")
_BETWEEN = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9$−{])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|No|St|U\.S)\.$")


@dataclass(slots=True)
class Counted:
    """What was counted of some texts."""

    sentences: list[str] = field(default_factory=list)
    words: int = 0
    syllables: int = 0

    @property
    def mean(self) -> float:
        """Words a sentence; 0 without sentences."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """Of Flesch and Kincaid; 0 without sentences."""
        return 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59 if self.sentences else 0.0

    def longest(self, most: int) -> list[str]:
        """Sentences of more than so many words."""
        return [s for s in self.sentences if len(words(s)) > most]


def words(text: str) -> list[str]:
    """Words and numbers of a text."""
    return re.findall(r"[\w$%−'’.,/-]*\w[\w$%'’/-]*", text)


@cache
def syllables(word: str) -> int:
    """One at least; a number is one, as it is looked at and not spelled."""
    bare = re.sub(r"[^A-Za-z]", "", word)
    return 1 if not bare else 1 + len(_hyphens().positions(bare.lower()))


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_US", left=1, right=2)


def sentences(text: str) -> list[str]:
    """The sentences of a text that is prose; none of a label."""
    line = " ".join(text.split())
    if len(words(line)) < LEAST_WORDS or not _END.search(line):
        return []
    found = [""]
    for part in _BETWEEN.split(line):
        glued = found[-1] and _ABBREVIATION.search(found[-1])
        found = [*found[:-1], f"{found[-1]} {part}"] if glued else [*found, part]
    return [s for s in found if s]


def count(texts: Iterable[str]) -> Counted:
    """All prose among the texts."""
    counted = Counted()
    for text in texts:
        for sentence in sentences(text):
            counted.sentences.append(sentence)
            spoken = words(sentence)
            counted.words += len(spoken)
            counted.syllables += sum(map(syllables, spoken))
    return counted


def better_words(text: str) -> list[tuple[str, str]]:
    """Every word that has a better one, with it."""
    ways = list(BETTER.values())
    return [(m[0], ways[int(str(m.lastgroup)[1:])]) for m in _BETTER.finditer(text)]


def filled(text: str) -> str:
    """A message as it is read: each value stands for one word."""
    return re.sub(r"\{[^{}]*\}", "3", text)


def catalog_texts() -> dict[str, list[str]]:
    """By place, every text of the English catalog as it is read."""
    found: dict[str, list[str]] = {}
    for key, forms in keys().items():
        found.setdefault(key.partition(".")[0], []).extend(map(filled, forms))
    return found


def main() -> int:
    """Print the counts."""
    for place, texts in catalog_texts().items():
        counted = count(texts)
        print(
            f"{place:16} {len(counted.sentences):5} sentences, mean {counted.mean:4.1f}, grade {counted.grade:4.1f}"
        )
        for sentence in counted.longest(20):
            print(f"    {len(words(sentence))} words: {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
