"""The facts of a school that are no lever: what kind of school it is, and which grades it serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.evidence import PRESETS
from model.evidence.schools import SCHOOL_KINDS

LOWEST, TOP = 0, 12  # kindergarten to grade 12
# The grades that the presets are named for.
_GRADES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "us_elementary": (0, 5),
        "us_middle": (6, 8),
        "us_high": (9, 12),
        "chicago_underenrolled_high_school": (9, 12),
        "chicago_neighborhood_k8": (0, 8),
        "chicago_selective_high_school": (9, 12),
        "chicago_large_k8": (0, 8),
        "new_start_grows_a_grade_a_year": (5, 8),
        "chicago_charter_k8": (0, 8),
    }
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What kind of school it is (`district` or `charter`) and its lowest and highest grade; 0 is
    kindergarten.
    """

    kind: str
    lowest_grade: int
    top_grade: int

    @property
    def is_charter(self) -> bool:
        """Charter schools hold a fund balance and count days of cash; district schools have carryover."""
        return self.kind == "charter"


USUAL = Facts("district", LOWEST, TOP)  # where nothing is known


def of_preset(key: str) -> Facts:
    """The facts of a preset's school. KeyError for an unknown preset."""
    kind = "charter" if PRESETS[key].family == "charter" else "district"
    return Facts(kind, *_GRADES[key])


def faults(kind: object, lowest: object, top: object) -> list[str]:
    """What is wrong with facts that a stranger gives, in sentences."""
    found = []
    if not isinstance(kind, str) or kind not in SCHOOL_KINDS:
        found.append(f"the kind of school is {str(kind)[:40]!r}; it can be {' or '.join(SCHOOL_KINDS)}.")
    ends = [x for x in (lowest, top) if isinstance(x, int) and not isinstance(x, bool) and LOWEST <= x <= TOP]
    if len(ends) < 2:
        found.append(f"the grades served are not two whole numbers from {LOWEST} to {TOP}.")
    elif ends[0] > ends[1]:
        found.append(f"the lowest grade, {ends[0]}, is above the highest, {ends[1]}.")
    return found
