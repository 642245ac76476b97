"""A very small spreadsheet: reads a formula as a spreadsheet program does and gives its value.

Python would read some formulas otherwise, so nothing is handed to it: in a sheet the sign of -x^2 belongs to
x, powers go from left to right, and IF works out one branch only. A name such as teachers_3 is an address;
`cells` says what it holds.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

Cells = Mapping[str, Any]
Formula = Callable[[Cells], Any]

TOKEN = re.compile(r'\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|"[^"]*"|[A-Za-z_][A-Za-z_0-9]*|<=|>=|<>|[-+*/^=<>(),])')
# Loosest first; each level goes from left to right.
LEVELS: tuple[dict[str, Callable[[Any, Any], Any]], ...] = (
    {
        "=": operator.eq,
        "<>": operator.ne,
        "<": operator.lt,
        ">": operator.gt,
        "<=": operator.le,
        ">=": operator.ge,
    },
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv},
    {"^": operator.pow},
)
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "AND": lambda *x: all(x),
    "OR": lambda *x: any(x),
    "MAX": max,
    "MIN": min,
    "ABS": abs,
    "INT": math.floor,
    "SUM": lambda *x: sum(x),
    "GESTEP": lambda x, step: 1 if x >= step else 0,
}


def formula(text: str) -> Formula:
    """The formula, ready to be worked out for any cells. SyntaxError when a sheet could not read it."""
    tokens = _tokens(text)
    found = _level(tokens, 0)
    if tokens:
        raise SyntaxError(f"{text}: {tokens[0]!r} is too much")
    return found


def value(text: str, **cells: Any) -> Any:
    """The value of a formula in these cells."""
    return formula(text)(cells)


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(f"{text}: cannot be read from {text[at:]!r}")
        found.append(match[1])
        at = match.end()
    return found


def _level(tokens: list[str], level: int) -> Formula:
    if level == len(LEVELS):
        return _signed(tokens)
    left = _level(tokens, level + 1)
    while tokens and tokens[0] in LEVELS[level]:
        left = _both(LEVELS[level][tokens.pop(0)], left, _level(tokens, level + 1))
    return left


def _both(how: Callable[[Any, Any], Any], left: Formula, right: Formula) -> Formula:
    return lambda cells: how(left(cells), right(cells))


def _signed(tokens: list[str]) -> Formula:
    if tokens and tokens[0] == "-":
        tokens.pop(0)
        what = _signed(tokens)
        return lambda cells: -what(cells)
    return _atom(tokens)


def _atom(tokens: list[str]) -> Formula:
    if not tokens:
        raise SyntaxError("the formula breaks off")
    token = tokens.pop(0)
    if token == "(":
        inside = _level(tokens, 0)
        _expect(tokens, ")")
        return inside
    if token[0] == '"':
        return lambda _: token[1:-1]
    if token[0].isdigit():
        number = float(token)
        return lambda _: number
    if not (token[0].isalpha() or token[0] == "_"):
        raise SyntaxError(f"{token!r} stands where a value should")
    if tokens and tokens[0] == "(":
        return _call(token, tokens)
    return lambda cells: cells[token]


def _call(name: str, tokens: list[str]) -> Formula:
    tokens.pop(0)
    args = [_level(tokens, 0)]
    while tokens and tokens[0] == ",":
        tokens.pop(0)
        args.append(_level(tokens, 0))
    _expect(tokens, ")")
    if name == "IF":
        condition, yes, no = args
        return lambda cells: yes(cells) if condition(cells) else no(cells)
    function = FUNCTIONS[name]
    return lambda cells: function(*(a(cells) for a in args))


def _expect(tokens: list[str], token: str) -> None:
    if not tokens or tokens.pop(0) != token:
        raise SyntaxError(f"{token!r} is missing")
