"""Whether a message says what is wrong, with which value, and what to do. Judged by its words alone."""

from __future__ import annotations

import re

# What a reader can find: a place in what was handed in, or a name in quotation marks or brackets.
_THING = re.compile(
    r"\b(row|plan|column|note|decision|move|line|byte|file|list|link|address|preset|lever|name|year|scenario|"
    r"browser|notes|more|command|words|output|school|grades?|argument|arguments|option|record|setting)\b"
    r"|“[^”]*”|'[^']*'|\"[^\"]*\"|\([a-z0-9_]+\)|--[a-z]+",
    re.IGNORECASE,
)
# A value that was given, or that none was.
_VALUE = re.compile(
    r"“[^”]*”|'[^']*'|\"[^\"]*\"|\d|\b(null|true|false|a folder|a pipe|a device|none)\b|\[…\]|\{…\}"
    r"|arguments?:\s+\S|option: --\w|\bfile \S+ cannot\b|\b(no|not|empty|missing|nothing|required|expected|neither|both)\b",
    re.IGNORECASE,
)
# Sentences that say what to do begin with one of these.
_TOLD = """
    add ask begin call change check choose clear close copy correct delete fill fix free give keep look make name
    open put read reload remove run save see send set shorten split swap take try type use write
"""
_VERBS = frozenset(_TOLD.split())
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[^a-z])")
_CONDITION = re.compile(r"^if .*, (?=[a-z]+\b)", re.IGNORECASE)


def lacks(message: str) -> list[str]:
    """What the message does not have, of "thing", "value" and "remedy"."""
    sentences = _SENTENCE.split(message.strip())
    last = _CONDITION.sub("", sentences[-1]).split(maxsplit=1)
    remedy = bool(last) and last[0].rstrip(",:").lower() in _VERBS
    said = {"thing": _THING.search(message), "value": _VALUE.search(message), "remedy": remedy}
    return [part for part, there in said.items() if not there]
