"""A reader with a calculator: works out an English sentence of arithmetic, and knows nothing of the model.

    "450 × $11,600 × 1.027"                             ->  5360940.0
    "(the larger of 0 − (−$35) and 0) ÷ $70"            ->  0.5
    "450 ÷ 15.1, rounded up to the next half"           ->  30.0
    "$340,000 if Year 1 is 0, otherwise $90,000"        ->  90000.0

A hair of 1e-9 is forgiven when rounding, as everywhere in the model, but for devices, which are rounded up as
they are. Divided by nothing counts as 0.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

HAIR = 1e-9
HALF_A_CENT = 0.005
MINUS, TIMES, OVER = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}", "\N{DIVISION SIGN}"

ROUNDED: dict[str, Callable[[float], float]] = {
    ", rounded to a whole number": lambda x: math.floor(x + 0.5 + HAIR),
    ", rounded down to a whole number": lambda x: math.floor(x + HAIR),
    ", rounded up to a whole number": math.ceil,
    ", rounded to the nearest half": lambda x: math.floor(x * 2 + 0.5 + HAIR) / 2,
    ", rounded up to the next half": lambda x: math.ceil(x * 2 - HAIR) / 2,
}
COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "is at least": lambda a, b: a >= b,
    "is at most": lambda a, b: a <= b,
    "is below": lambda a, b: a < b,
    "is above": lambda a, b: a > b,
    "is not": lambda a, b: a != b,
    "is": lambda a, b: a == b,
}
NOT_BELOW_ZERO = "is not below zero (to the cent)"
WORDS = (
    *ROUNDED,
    NOT_BELOW_ZERO,
    *COMPARED,
    "the larger of",
    "the smaller of",
    "to the power",
    ", otherwise",
    "if",
    "and",
    "or",
)
SIGNS = ("(", ")", "+", MINUS, TIMES, OVER)
NUMBER = r"Year \d|\$?\d+(?:,\d{3})*(?:\.\d+)?(?:e-?\d+)?%?(?!\w)"
TOKEN = re.compile(
    r"\s*("
    + "|".join(re.escape(w) + r"\b" for w in WORDS if w != NOT_BELOW_ZERO)
    + f"|{NUMBER}|“[^”]*”|"
    + "|".join(re.escape(s) for s in SIGNS)
    + ")"
)


def value(sentence: str) -> float | str:
    """What the sentence comes to. SyntaxError where it cannot be read in one way."""
    tokens = _tokens(sentence)
    found = _phrase(tokens)
    if tokens:
        raise SyntaxError(f"{sentence}: {tokens[0]!r} is too much")
    return float(found) if isinstance(found, bool | int) else found


def _tokens(sentence: str) -> list[str]:
    found, at = [], 0
    while sentence[at:].strip():
        start = at + len(sentence[at:]) - len(sentence[at:].lstrip())
        if sentence.startswith(NOT_BELOW_ZERO, start):
            found.append(NOT_BELOW_ZERO)
            at = start + len(NOT_BELOW_ZERO)
            continue
        hit = TOKEN.match(sentence, at)
        if not hit:
            raise SyntaxError(f"{sentence}: cannot read {sentence[at : at + 30]!r}")
        found.append(hit[1])
        at = hit.end()
    return found


def _take(tokens: list[str], *wanted: str) -> str | None:
    return tokens.pop(0) if tokens and tokens[0] in wanted else None


def _need(tokens: list[str], wanted: str) -> None:
    if not _take(tokens, wanted):
        raise SyntaxError(f"{wanted!r} should stand before {tokens[:3]}")


def _phrase(tokens: list[str]) -> Any:
    """A sum, rounded or not; or one of two, by a condition."""
    first = _condition(tokens)
    if rounding := _take(tokens, *ROUNDED):
        return ROUNDED[rounding](first)
    if _take(tokens, "if"):
        holds = _condition(tokens)
        _need(tokens, ", otherwise")
        other = _comparison(tokens)
        return first if holds else other
    return first


def _condition(tokens: list[str]) -> Any:
    """One comparison, or two joined by "and" or "or": more would need brackets to be read in one way."""
    first = _comparison(tokens)
    joined = _take(tokens, "and", "or")
    if not joined:
        return first
    second = _comparison(tokens)
    return (first and second) if joined == "and" else (first or second)


def _comparison(tokens: list[str]) -> Any:
    first = _sum(tokens)
    if _take(tokens, NOT_BELOW_ZERO):
        return first >= -HALF_A_CENT
    if word := _take(tokens, *COMPARED):
        return COMPARED[word](first, _sum(tokens))
    return first


def _sum(tokens: list[str]) -> Any:
    total = _product(tokens)
    while sign := _take(tokens, "+", MINUS):
        other = _product(tokens)
        total = total + other if sign == "+" else total - other
    return total


def _power(tokens: list[str]) -> Any:
    base = _atom(tokens)
    return base ** _atom(tokens) if _take(tokens, "to the power") else base


def _product(tokens: list[str]) -> Any:
    total = _power(tokens)
    while sign := _take(tokens, TIMES, OVER):
        other = _power(tokens)
        total = total * other if sign == TIMES else 0.0 if abs(other) < HAIR else total / other
    return total


def _atom(tokens: list[str]) -> Any:
    if not tokens:
        raise SyntaxError("the sentence breaks off")
    if _take(tokens, "("):
        inside = _phrase(tokens)
        _need(tokens, ")")
        return inside
    if _take(tokens, MINUS):
        return -_atom(tokens)
    if chosen := _take(tokens, "the larger of", "the smaller of"):
        first = _sum(tokens)
        _need(tokens, "and")
        second = _sum(tokens)
        return max(first, second) if chosen == "the larger of" else min(first, second)
    return _literal(tokens.pop(0))


def _literal(token: str) -> float | str:
    if token.startswith("“"):
        return token
    if not re.fullmatch(NUMBER, token):
        raise SyntaxError(f"{token!r} is no number")
    body = token.removeprefix("Year ").removeprefix("$").replace(",", "")
    return float(f"{body[:-1]}e-2") if body.endswith("%") else float(body)
