"""Unusable input: the exception for what was typed, and how all faults are reported at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from commands.streams import tell
from model.refused import Refused
from model.sentences import MOST, Sentences
from model.texts import say


class CannotUse(Refused):
    """What was given on the command line cannot be used; each message says why and what to do."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))


One = TypeVar("One")
Other = TypeVar("Other")


def refuse(messages: Iterable[str]) -> None:
    """Raises `CannotUse` with the messages, if there are any."""
    if found := tuple(messages):
        raise CannotUse(*found)


def both(one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """The results of two readers of the input. Raises `CannotUse` with the faults of both, in this order."""
    first, problems = _tried(one)
    second, more = _tried(other)
    refuse((*problems, *more))
    return first[0], second[0]


def _tried(read: Callable[[], One]) -> tuple[list[One], list[str]]:
    try:
        return [read()], []
    except Refused as e:
        return [], [str(e)]


def all_of(e: Exception) -> str:
    """Everything that is wrong, a line for each fault: fifty at most, and how many more there are."""
    lines = str(e).split("\n")
    if len(lines) <= MOST + 1:
        return str(e)
    return "\n".join(Sentences(lines).told("terminal.more_faults"))


def print_remark(message: str) -> None:
    """Tell the user something beside the result: on standard error, so that the result stays clean."""
    tell(say("terminal.note", message=message))
