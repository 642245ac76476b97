"""Texts of the catalog whose values are cells: the text as a formula that joins its pieces."""

from __future__ import annotations

from string import Formatter

from model.texts import template


def concatenated(key: str, /, **formulas: str) -> str:
    """The text of `key` as a formula, without its equals sign; each value is a formula too.

    '${left} is left over.' with left="FIXED(B2,0)" is '"$"&FIXED(B2,0)&" is left over."'.
    """
    pieces = []
    for text, name, _, _ in Formatter().parse(template(key, **formulas)):
        if text:
            doubled = text.replace('"', '""')
            pieces.append(f'"{doubled}"')
        if name is not None:
            pieces.append(formulas[name])
    return "&".join(pieces)
