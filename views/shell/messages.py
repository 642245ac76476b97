"""What is said once about the last move, above the answer."""

from __future__ import annotations

from dataclasses import dataclass

from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Said:
    text: str = ""


_said = Slot(_Said)


def say(text: str) -> None:
    """Something to tell the reader about the last move."""
    _said.put(_Said(text))


def said() -> str:
    """What there is to tell, until the next move."""
    return _said.get().text


def clear() -> None:
    """A move was made: what was said of the one before is over."""
    _said.put(_Said())
