"""Texts that stand where a thing is declared: labels and help of settings and lines, stories, sources.

English stands beside the declaration, because it is part of it. A language brings its own in
`data/texts/LANGUAGE/declared.po`, by table, row and column.
"""

from __future__ import annotations

from model.texts.catalog import KEYS, PSEUDO, place, say
from model.texts.language import ENGLISH, language
from model.texts.own_names import own_names
from model.texts.pseudo import pseudo


def declared(key: str, english: str) -> str:
    """The text of a declaration, such as `declared("levers.teacher_salary.label", "Teacher salary")`."""
    spoken = language()
    if spoken == ENGLISH or not english:
        return english
    if spoken == PSEUDO:
        return pseudo(english)
    if spoken == KEYS:
        return f"declared.{key}"
    return place(spoken, "declared").texts.get(f"declared.{key}", (english,))[0]


def own_name(number: int) -> str:
    """What an own line is called: by the school's own name for it, or "Own line 3"."""
    return dict(own_names()).get(number) or say("own_lines.without_name", number=number)
