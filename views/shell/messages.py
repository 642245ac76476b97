"""Messages about the last move, shown once above the answer."""

from __future__ import annotations

from dataclasses import dataclass

from views.shell.session import Slot


@dataclass(frozen=True, slots=True)
class _Said:
    text: str = ""


_said = Slot(_Said)


def say(text: str) -> None:
    """Show a message about the last move."""
    _said.put(_Said(text))


def said() -> str:
    """The message, until the next move."""
    return _said.get().text


def clear() -> None:
    """A move was made: the message about the one before is removed."""
    _said.put(_Said())
