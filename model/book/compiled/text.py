"""What both readings of a line give: the text of one function, and what has to be known to call it."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterable
from typing import NamedTuple

from model.book.compiled.kinds import Kind


class Text(NamedTuple):
    """One line as a function. `names` are what it is called with, in order, and `kind` is what it gives.

    `full` and `single` are how many arrays it needs to work in: of every year, and of one number a plan.
    """

    source: str
    names: tuple[str, ...]
    kind: Kind
    full: int = 0
    single: int = 0


def local_names(keys: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """How levers and lines are called in a text: by their keys, unless the language needs the word itself."""
    return {k: f"{k}_" if k in taken or keyword.iskeyword(k) else k for k in keys}
