"""Numbers as people, spreadsheets and this product write them.

"$11,600", "11 600", "11'600", "4.9M", "2.7 %", "2,9", "(202,270)", "202,270-" and "−$202,270" are all read
here, for the command line, lists, links, files and fields alike. No library is used because none of those we
know says when a text can be read in two ways; they pick one. Here "11.600" gives both readings, and whoever
asked decides by what the number is for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 60  # characters; no number that a person types is longer

_SPACES = " \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
_MINUS = "-\N{MINUS SIGN}\N{EN DASH}\N{FIGURE DASH}\N{NON-BREAKING HYPHEN}\N{FULLWIDTH HYPHEN-MINUS}"
_UNSEEN = "\N{WORD JOINER}"  # this product's own amounts have it behind a minus sign
_DOLLARS = re.compile(r"(?i)us\s?\$|\$|usd\b")
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6}
_SCALE = re.compile(r"(?i)(?<=[\d.,])\s*(k|thousand|mn|million|m)$")
_PERCENT = re.compile(r"(?i)\s*(%|percent|per cent)$")
_EXPONENT = re.compile(r"(?i)^(\d+\.?\d*|\.\d+)e[+-]?\d{1,3}$")
_DIGITS = re.compile(rf"^[.,]?\d+(?:[.,{_SPACES}{_APOSTROPHES}]\d+)*[.,]?$")
_PARTS = re.compile(rf"([.,{_SPACES}{_APOSTROPHES}])")


class Typed(NamedTuple):
    """A number that was read.

    `other` is the number that the same text means where comma and point change places, if it means one there
    ("11.600" is 11.6 here and 11,600 there). `is_percent` says whether a per cent sign stood behind it; the
    value is then already a share. `turned` says that the comma was the decimal mark, which is unusual here
    and is told.
    """

    value: float
    other: float | None = None
    is_percent: bool = False
    turned: bool = False


def read_number(text: str) -> Typed | None:
    """The number, or None where the text is no number. Never guesses a digit, never raises."""
    body = text.replace(_UNSEEN, "").strip().strip(_SPACES)
    if not body or len(body) > LONGEST:
        return None
    body, negative = _without_sign(body)
    body, is_percent = _without(_PERCENT, body)
    body, later_minus = _without_trailing_minus(body)
    if negative and later_minus:
        return None
    if not is_percent and later_minus:  # "2.7 %-" and "2.7-%" are both seen
        body, is_percent = _without(_PERCENT, body)
    zeros = -2 if is_percent else 0
    if scale := _SCALE.search(body):
        body, zeros = body[: scale.start()], zeros + _SCALES[scale[1].lower()]
    sign = "-" if negative or later_minus else ""
    if _EXPONENT.fullmatch(body):
        mantissa, exponent = re.split("[eE]", body)
        return Typed(float(f"{sign}{mantissa}e{int(exponent) + zeros}"), is_percent=is_percent)
    found = _digits(body)
    if found is None:
        return None
    digits, other, turned = found
    # Written into the text and read once: 14.4% is the number that 0.144 is, to the last binary digit.
    value = float(f"{sign}{digits}e{zeros}")
    return Typed(value, None if other is None else float(f"{sign}{other}e{zeros}"), is_percent, turned)


def _without_sign(body: str) -> tuple[str, bool]:
    """The text without brackets, sign and dollar sign in front, and whether it is below zero."""
    negative = signed = dollars = False
    if (mark := _DOLLARS.match(body)) and body[mark.end() :].lstrip(_SPACES).startswith("("):
        dollars, body = True, body[mark.end() :].lstrip(_SPACES)
    if body.startswith("(") and body.endswith(")"):  # as accountants write what is below zero
        body, negative = body[1:-1].strip(_SPACES), True
    while body:
        if body[0] in _MINUS + "+" and not signed and not (negative and body[0] != "+"):
            negative, signed = negative or body[0] in _MINUS, True
            body = body[1:].lstrip(_SPACES)
        elif not dollars and (mark := _DOLLARS.match(body)):
            dollars, body = True, body[mark.end() :].lstrip(_SPACES)
        else:
            break
    if not dollars and (mark := re.search(r"(?i)\s*(us\$|\$|usd)$", body)):
        body = body[: mark.start()]
    return body, negative


def _without_trailing_minus(body: str) -> tuple[str, bool]:
    """As ledgers print what is below zero: "202,270-"."""
    if len(body) > 1 and body[-1] in _MINUS:
        return body[:-1].rstrip(_SPACES), True
    return body, False


def _without(ending: re.Pattern[str], body: str) -> tuple[str, bool]:
    found = ending.search(body)
    return (body[: found.start()].rstrip(_SPACES), True) if found else (body, False)


def _digits(body: str) -> tuple[str, str | None, bool] | None:
    """Plain digits with a decimal point, the other way to read them, and whether the comma was the mark."""
    if not body.isascii() and not all(c.isascii() or c in _SPACES + _APOSTROPHES for c in body):
        return None  # digits of other scripts are not typed on purpose
    if not _DIGITS.fullmatch(body):
        return None
    tokens = _PARTS.split(body)
    groups, marks = tokens[0::2], tokens[1::2]
    kinds = list(dict.fromkeys("'" if m in _APOSTROPHES else " " if m in _SPACES else m for m in marks))
    if not marks:
        return body, None, False
    last = marks[-1]
    if last in ".," and marks.count(last) == 1:
        return _with_one_mark(groups, kinds, last)
    # The last mark parts thousands: then it is the only one, and every group behind it has three digits.
    if len(kinds) != 1 or not _are_thousands(groups):
        return None
    return "".join(groups), None, False


def _with_one_mark(groups: list[str], kinds: list[str], last: str) -> tuple[str, str | None, bool] | None:
    whole, part = groups[:-1], groups[-1]
    if len(kinds) > 2 or (len(whole) > 1 and not _are_thousands(whole)):
        return None
    head = "".join(whole) or "0"
    as_decimal = f"{head}.{part or '0'}"
    if len(kinds) == 2:  # another mark parts the thousands, so this one is the decimal mark
        return as_decimal, None, last == ","
    could_be_thousands = len(part) == 3 and 1 <= len(head) <= 3 and groups[0] != "" and head[0] != "0"
    if last == ".":
        return as_decimal, head + part if could_be_thousands else None, False
    if could_be_thousands:
        return head + part, as_decimal, False
    return as_decimal, None, True


def _are_thousands(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and groups[0] != "" and all(len(g) == 3 for g in groups[1:])
