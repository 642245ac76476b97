"""What stands before a row of counts: "K", "Grade 6", "6th", "TK", "Total", "Total K-5"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.lines.grades import GRADES

_KINDERGARTEN = ("k", "kg", "kdg", "kinder", "kindergarten")
_ONE = rf"(?P<{{0}}>{'|'.join(_KINDERGARTEN)}|0?\d|1[0-2])(?:st|nd|rd|th)?"
_FRONT = r"(?:grades?|gr\.?|g)?[\s.:-]*"
_AFTER = ("grade", "students?", "enrollment")
_BEHIND = rf"\s*(?:{'|'.join(_AFTER)})?\.?"
_GRADE = re.compile(rf"{_FRONT}{_ONE.format('one')}{_BEHIND}", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_FRONT}{_ONE.format('low')}\s*(?:-|\N{{EN DASH}}|to|through)\s*{_ONE.format('high')}{_BEHIND}",
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
        return Named((_number(one["one"]),))
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
    low, high = _number(found["low"]), _number(found["high"])
    return Named(tuple(range(low, high + 1)), is_total) if low < high else None


def _number(text: str) -> int:
    return int(text) if text.isdigit() else GRADES.index("k")
