"""JSON from outside: no duplicate names, NaN, deep nesting or huge numbers. All faults are reported.

What it costs is bounded before it is parsed: by its size, then by its depth and the number of its values,
which are counted without making any of them.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from typing import NoReturn

from exchange.files.faults import FileRefused
from exchange.files.limits import DEEPEST, MOST_BYTES, MOST_VALUES
from exchange.kinds_of_files import ENOUGH, binary_kind, marked_up
from exchange.list_text import is_list
from model.sentences import Sentences
from model.texts import quoted, say

# A string, closed or not, so that the search never starts again inside it.
_TEXTS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NOT_A_MARK = bytes(c for c in range(256) if c not in b"[]{},")
_OPENS, _CLOSES = frozenset(b"[{"), frozenset(b"]}")
_MANY_DIGITS = 40


def parse(content: bytes) -> object:
    """What the file holds, as plain Python values. Raises `FileRefused`."""
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 1e6:,.1f}"
        _refuse(say("plan_file.too_large", size=size, most=MOST_BYTES // 1_000_000))
    if kind := binary_kind(content[:ENOUGH]):
        _refuse(_of_another_kind(kind))
    text = _text(content)
    _refuse_what_would_cost(content)
    reasons = Sentences()

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        held = dict(pairs)
        if len(held) < len(pairs):
            doubled = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
            for name in doubled:
                reasons.add(say("plan_file.name_twice", name=quoted(name[:60])))
        return held

    def no_number(word: str) -> float:
        reasons.add(say("plan_file.not_a_number", word=word))
        return math.nan

    try:
        found: object = json.loads(
            text, object_pairs_hook=once, parse_constant=no_number, parse_int=_whole, parse_float=float
        )
    except json.JSONDecodeError as e:
        where = {"line": f"{e.lineno:,}", "column": f"{e.colno:,}"}
        kind = marked_up(text[:ENOUGH]) or (say("file_kind.list") if is_list(text) else "")
        reasons.add(_of_another_kind(kind) if kind else say("plan_file.not_json", fault=e.msg, **where))
        raise FileRefused(reasons) from None
    if reasons:
        raise FileRefused(reasons)
    return found


def _of_another_kind(kind: str) -> str:
    return f"{kind} {say('file_kind.want_plans')}"


def _text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:4]:
        _refuse(say("plan_file.utf16"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        _refuse(say("plan_file.not_utf8", byte=f"{e.start + 1:,}"))
    if not text.strip():
        _refuse(say("plan_file.empty"))
    return text


def _refuse_what_would_cost(content: bytes) -> None:
    """Brackets and commas outside of texts are all that tells how deep and how many."""
    if content.count(b'"') > MOST_VALUES:
        _refuse(say("plan_file.too_many_marks", most=f"{MOST_VALUES:,}"))
    marks = _TEXTS.sub(b"", content).translate(None, _NOT_A_MARK)
    depth = values = 0
    for mark in marks:
        if mark in _OPENS:
            depth += 1
            if depth > DEEPEST:
                _refuse(say("plan_file.too_deep", most=DEEPEST))
        elif mark in _CLOSES:
            depth -= 1
        values += mark not in _CLOSES
        if values > MOST_VALUES:
            _refuse(say("plan_file.too_many_values", most=f"{MOST_VALUES:,}"))


def _whole(digits: str) -> int | float:
    # Python refuses to read thousands of digits as an int. As a float they are out of any lever's bounds,
    # which is reported.
    return int(digits) if len(digits) <= _MANY_DIGITS else float(digits)


def _refuse(*reasons: str) -> NoReturn:
    raise FileRefused(reasons) from None
