"""JSON from outside: no duplicate names, NaN, deep nesting or huge numbers. All faults are reported."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import NoReturn

from exchange.files.faults import FileRefused
from exchange.files.limits import DEEPEST, MOST_BYTES

# A string (closed or not, so that the search never starts again inside it), or a bracket.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_MANY_DIGITS = 40


def parse(content: bytes) -> object:
    """What the file holds, as plain Python values. Raises `FileRefused`."""
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 1e6:,.1f} MB"
        _refuse(f"The file is {size} large; a file of plans has at most {MOST_BYTES // 1_000_000} MB.")
    text = _text(content)
    if _is_too_deep(text):
        _refuse(f"The file nests brackets more than {DEEPEST} deep. A file of plans does not.")
    reasons: list[str] = []

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        held = dict(pairs)
        if len(held) < len(pairs):
            doubled = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
            reasons.extend(f"The name {n[:60]!r} stands twice in one place. Keep one." for n in doubled)
        return held

    def no_number(word: str) -> float:
        reasons.append(f"The file holds {word}, which is not a number. Write digits.")
        return math.nan

    try:
        found: object = json.loads(
            text, object_pairs_hook=once, parse_constant=no_number, parse_int=_whole, parse_float=float
        )
    except json.JSONDecodeError as e:
        _refuse(*reasons, f"The file is not JSON: line {e.lineno}, column {e.colno}: {e.msg}.")
    if reasons:
        raise FileRefused(reasons)
    return found


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:4]:
        _refuse("The file is written in UTF-16 or is no text at all. Save it as UTF-8 and try again.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        _refuse(f"The file is not UTF-8 text (byte {e.start + 1:,}). Save it as UTF-8 and try again.")
    if not text.strip():
        _refuse("The file is empty.")
    return text


def _is_too_deep(text: str) -> bool:
    depth = 0
    for token in _TOKEN.finditer(text):
        c = token[0][0]
        if c in "[{":
            depth += 1
            if depth > DEEPEST:
                return True
        elif c != '"':
            depth -= 1
    return False


def _whole(digits: str) -> int | float:
    # Python refuses to read thousands of digits as an int. As a float they are out of any lever's bounds,
    # which is reported.
    return int(digits) if len(digits) <= _MANY_DIGITS else float(digits)


def _refuse(*reasons: str) -> NoReturn:
    raise FileRefused(reasons) from None
