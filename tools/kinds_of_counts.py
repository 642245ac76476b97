"""What files of counts say of schools: which kind they are, and whether they keep their grades."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from model.evidence.spreads import CHARTER, DISTRICT, ELEMENTARY, HIGH

ALTERNATIVE = "alternative"  # for students who left another school; no row was tuned on these
KIND_COLUMNS = ("kind", "network", "school_type", "grades")
_STATED = (ELEMENTARY, HIGH, CHARTER, DISTRICT, ALTERNATIVE)
KINDS = (*_STATED, "regular")  # a regular school is no charter and no alternative one: nothing is said by it
# Chicago runs its alternative schools as a network of this name.
_IS_ALTERNATIVE = re.compile(r"(?<!non-)\balternative|^\s*options\b")
_SPAN = re.compile(r"\b(PK|K|\d{1,2})(?:\s*[-\N{EN DASH}]\s*(K|\d{1,2}))?\b")
_HIGH = frozenset(range(9, 13))
_SAID, _ALTERNATIVE, _CHARTER, _BY_GRADES, _USUAL = range(5)  # what counts for more stands first


def is_known(kind: str) -> bool:
    """Whether a cell of the column `kind` is empty or a word of `KINDS`."""
    return kind.strip().lower() in ("", *KINDS)


@dataclass(slots=True)
class Kinds:
    """The kinds of schools, row by row. One that `kind` states counts for more than a network or grades."""

    found: dict[str, tuple[int, str]] = field(default_factory=dict)
    lists: dict[str, dict[int, frozenset[int]]] = field(default_factory=dict)

    def note(self, school: str, usual: str, row: Mapping[str, str], year: int | None) -> None:
        """What a row says of a school, by `KIND_COLUMNS`. `usual` is what the schools of its file are; `year`
        is None in a row of many years.
        """
        said, grades = row["kind"].strip().lower(), _grades(row["grades"])
        if grades and year is not None:
            self.lists.setdefault(school, {})[year] = grades
        networks = [row[name].lower() for name in ("network", "school_type")]
        if said in _STATED:
            new = (_SAID, said)
        elif any(map(_IS_ALTERNATIVE.search, networks)):
            new = (_ALTERNATIVE, ALTERNATIVE)
        elif "charter" in "".join(networks):
            new = (_CHARTER, CHARTER)
        elif above := grades - {0}:
            new = (_BY_GRADES, HIGH if min(above) >= 7 and max(above) >= 10 else ELEMENTARY)
        else:
            new = (_USUAL, usual)
        before = self.found.get(school)
        if before is None or new[0] < before[0] or new[0] == before[0] < _BY_GRADES:
            self.found[school] = new

    def of(self, school: str, otherwise: str) -> str:
        """The kind of a school: `otherwise` where no row says it, and what is usual where that is empty."""
        rank, kind = self.found[school]
        return otherwise if rank == _USUAL and otherwise else kind

    def keeps_its_grades(self, school: str, year: int) -> bool:
        """Whether all lists of its grades are the same, with 9 to 12 in them where one of these is. A year
        before the first list is not told of, and gives True.
        """
        lists = self.lists.get(school, {})
        if not lists or year < min(lists):
            return True
        found = set(lists.values())
        return len(found) == 1 and all(not x & _HIGH or x >= _HIGH for x in found)


def _grades(text: str) -> frozenset[int]:
    """The grades of a list as `K,1,2,3` or `K-3`, kindergarten 0; earlier ones say nothing."""
    found: set[int] = set()
    for first, last in _SPAN.findall(text.upper()):
        found |= set(range(_place(first), _place(last or first) + 1))
    return frozenset(g for g in found if 0 <= g < 13)


def _place(mark: str) -> int:
    return int(mark) if mark.isdigit() else 0 if mark == "K" else -1
