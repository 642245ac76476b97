"""What a journey is: the steps of one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a reader does; `verb` is what the visitor can do, `of` the key of a widget."""

    verb: str
    of: str = ""
    given: tuple[Any, ...] = ()

    def __str__(self) -> str:
        return " ".join((self.verb, self.of, *map(repr, self.given))).rstrip()


@dataclass(frozen=True, slots=True)
class Journey:
    """Steps of one reader after the page is opened at an address."""

    name: str
    query: str
    steps: tuple[Step, ...]
    dark: bool = False
