"""What stands before a row of counts: "K", "Grade 6", "6th", "TK", "Total", "Total K-5"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.lines.grades import GRADES

_ONE = re.compile(r"(k|kg|kdg|kinder|kindergarten|0?\d|1[0-2])(?:st|nd|rd|th)?").pattern
_FRONT = re.compile(r"(?:grades?|gr\.?|g)?[\s.:-]*").pattern
_BEHIND = re.compile(r"\s*(?:grade|students?|enrollment)?\.?").pattern
_GRADE = re.compile(rf"{_FRONT}{_ONE}{_BEHIND}", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_FRONT}{_ONE}\s*(?:-|\N{{EN DASH}}|to|through)\s*{_ONE}{_BEHIND}",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:sub-?\s?totals?|totals?|sum|all)\b[\s:,]*", re.IGNORECASE)
_OF_ALL = frozenset(("", "grades", "students", "enrollment", "enrolment", "school", "pupils", "enrolled"))
_TRANSITIONAL = re.compile(r"(?:grade\s*)?(?:tk|utk|transitional\s+k(?:indergarten)?)\.?", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:grade\s*)?(?:pk|pre-?\s?k(?:indergarten)?\s*\d?|pk\s*\d|prek\s*\d?|eck?|nursery)\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a row is of: one grade, a span of grades, or all of them (`grades` is empty)."""

    grades: tuple[int, ...] = ()
    is_total: bool = False
    before_first: bool = False  # transitional kindergarten, which is counted with kindergarten
    before_kindergarten: bool = False


def named(label: str) -> Named | None:
    """What a text before a row says it is of, or None where it says nothing of grades."""
    text = " ".join(label.split()).strip(" :*\"'")
    if _TRANSITIONAL.fullmatch(text):
        return Named((0,), before_first=True)
    if _BEFORE.fullmatch(text):
        return Named((0,), before_kindergarten=True)
    if one := _GRADE.fullmatch(text):
        return Named((_number(one[1]),))
    if found := _SPAN.fullmatch(text):
        return _span(found, is_total=False)
    rest = _TOTAL.sub(" ", text).strip(" ,:()")
    if rest != text or text.casefold() in {"enrollment", "enrolment", "total"}:
        rest = " ".join(rest.casefold().split())
        if found := _SPAN.fullmatch(rest):
            return _span(found, is_total=True)
        if rest in _OF_ALL:
            return Named(is_total=True)
    return None


def _span(found: re.Match[str], *, is_total: bool) -> Named | None:
    low, high = _number(found[1]), _number(found[2])
    return Named(tuple(range(low, high + 1)), is_total) if low < high else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else GRADES.index("k")
