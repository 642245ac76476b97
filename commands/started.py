"""What is typed to start the programs. It stands in their usage, help and remedies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_STARTER = ContextVar("_STARTER", default="python -m")


def typed(program: str) -> str:
    """A program as it is typed here: "python -m model", or "school-explorer model" where it is installed."""
    return f"{_STARTER.get()} {program}"


@contextmanager
def called(starter: str) -> Iterator[None]:
    """While the block lasts, programs are typed with this in front."""
    before = _STARTER.set(starter)
    try:
        yield
    finally:
        _STARTER.reset(before)
