"""Sentences about what came in: each once, at most fifty, and a count of the others.

Whoever finds a fault may hand over how its sentence is made. Beyond fifty none is made, so that a hostile
input costs no search for the nearest name that nobody will read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from model.texts import counted, say

MOST = 50


class Sentences:
    """What was found, in order."""

    def __init__(self, found: Iterable[str] = ()) -> None:
        self._said: dict[str, None] = {}
        self._more = 0
        for sentence in found:
            self.add(sentence)

    def add(self, sentence: str | Callable[[], str]) -> None:
        """One more: a sentence, or how to make it."""
        if len(self._said) >= MOST:
            self._more += not (isinstance(sentence, str) and sentence in self._said)
        else:
            self._said[sentence if isinstance(sentence, str) else sentence()] = None

    def count(self, more: int) -> None:
        """So many more that nobody will put into words."""
        self._more += max(more, 0)

    @property
    def room(self) -> int:
        """How many more will be said."""
        return MOST - len(self._said)

    @property
    def more(self) -> int:
        """How many there are beyond those that are said."""
        return self._more

    def __len__(self) -> int:
        return len(self._said) + self._more

    def __iter__(self) -> Iterator[str]:
        return iter(self._said)

    def told(self, the_others: str) -> tuple[str, ...]:
        """All of them. `the_others` is the key of the last sentence, which says the `count` of the rest."""
        more = (say(the_others, count=counted(self._more)),) if self._more else ()
        return (*self._said, *more)
