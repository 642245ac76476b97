"""The facts of a school that are not levers: its kind, and which grades it serves."""

from __future__ import annotations

from typing import NamedTuple

from model.evidence.schools import SCHOOL_KINDS
from model.plan.named_presets import find_preset
from model.texts import either, quoted, say

LOWEST, TOP = 0, 12  # kindergarten to grade 12


class Facts(NamedTuple):
    """The kind of a school (`district` or `charter`), its lowest and its highest grade; 0 is kindergarten."""

    kind: str
    lowest_grade: int
    top_grade: int

    @property
    def is_charter(self) -> bool:
        """Charter schools hold a fund balance and count days of cash; district schools have carryover."""
        return self.kind == "charter"


USUAL = Facts("district", LOWEST, TOP)  # where nothing is known


def of_preset(name: str) -> Facts:
    """The facts of a preset's school, by its key or by key and version. KeyError for an unknown preset."""
    preset = find_preset(name)
    if preset is None:
        raise KeyError(name)
    return Facts("charter" if preset.family == "charter" else "district", *(preset.grades or (LOWEST, TOP)))


def faults(kind: object, lowest: object, top: object) -> list[str]:
    """What is wrong with facts that come from outside, in sentences."""
    found = []
    if not isinstance(kind, str) or kind not in SCHOOL_KINDS:
        given = quoted(str(kind)[:40])
        found.append(say("values.kind_of_school", given=given, kinds=either(SCHOOL_KINDS)))
    ends = [x for x in (lowest, top) if isinstance(x, int) and not isinstance(x, bool) and LOWEST <= x <= TOP]
    if len(ends) < 2:
        held = {"lowest": str(lowest)[:20], "top": str(top)[:20]}
        found.append(say("values.grades_served", **held, least=LOWEST, most=TOP))
    elif ends[0] > ends[1]:
        found.append(say("values.grades_turned", lowest=ends[0], top=ends[1]))
    return found
