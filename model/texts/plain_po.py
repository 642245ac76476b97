"""The plain part of a catalog's format, read without Babel: nothing but comments, keys and texts.

Babel's reader takes longer to load than all the words of an answer take to read. Whatever is not plain (a
flag, a context, an entry crossed out, a key twice, a charset of its own) is left to it, so a catalog
means what Babel says it means. `tests/worked/test_plain_catalogs.py` compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"((?:[^"\\]|\\[\\nrt"])*)"')
_COMMENT = re.compile(r"#(?:\.? .*)?")
_ESCAPED = re.compile(r"\\(.)")
_MEANS = {"n": "\n", "r": "\r", "t": "\t"}
_PLURALS = re.compile(r"^Plural-Forms: nplurals=(\d); plural=([^;\n]+);?$", re.MULTILINE)
_CHARSET = re.compile(r"^Content-Type: text/plain; charset=utf-8$", re.MULTILINE | re.IGNORECASE)
_KEY, _MANY, _TEXT = "msgid", "msgid_plural", "msgstr"


class PlainCatalog(NamedTuple):
    """The texts by key, each with its forms, and the rule of plurals as the head of the file has it."""

    texts: Mapping[str, tuple[str, ...]]
    plural: str


def plain_catalog(content: bytes) -> PlainCatalog | None:
    """What a catalog holds, or None where it is not plain."""
    try:
        messages = _messages(content.decode().replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return None
    if messages is None:
        return None
    head, *others = messages
    said = head.get(_TEXT, "")
    plurals = _PLURALS.search(said)
    if head.get(_KEY) != "" or len(head) != 2 or plurals is None or not _CHARSET.search(said):
        return None
    texts: dict[str, tuple[str, ...]] = {}
    for message in others:
        forms = _forms(message, int(plurals[1]))
        if forms is None or message[_KEY] in ("", *texts):
            return None
        texts[message[_KEY]] = forms
    return PlainCatalog(texts, plurals[2])


def _messages(content: str) -> list[dict[str, str]] | None:
    """Each message by its words, the first of them the head."""
    messages: list[dict[str, str]] = [{}]
    word = ""
    for line in content.split("\n"):
        if not line or _COMMENT.fullmatch(line):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        if found[1] == _KEY and messages[-1]:
            messages.append({})
        word = found[1] or word
        if not word or bool(found[1]) == (word in messages[-1]):
            return None  # a word twice, or a line that continues nothing
        messages[-1][word] = messages[-1].get(word, "") + _unescaped(found[2])
    return messages


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANS.get(found[1], found[1]), text) if "\\" in text else text


def _forms(message: Mapping[str, str], plurals: int) -> tuple[str, ...] | None:
    """The forms of a text; None where a word is missing or too many."""
    many = _MANY in message
    words = [f"{_TEXT}[{n}]" for n in range(plurals)] if many else [_TEXT]
    expected = [_KEY, *([_MANY] if many else []), *words]
    return tuple(message[w] for w in words) if list(message) == expected else None
