"""Long reading in pieces: after each one, others may go on.

What is read knows nothing of who waits. Whoever starts the reading says what happens between two pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


def _nothing() -> None:
    """Nobody waits: a program in a shell, a test."""


_between: ContextVar[Callable[[], None]] = ContextVar("between", default=_nothing)


@contextmanager
def taken(between: Callable[[], None]) -> Iterator[None]:
    """Within the block, call this after each piece of reading."""
    before = _between.set(between)
    try:
        yield
    finally:
        _between.reset(before)


def piece_done() -> None:
    """A piece is read, such as a plan of a file. Called by what reads many."""
    _between.get()()
