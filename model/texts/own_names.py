"""What a school calls its own lines, for the labels of lines and settings.

The names are those of the plan that is spoken of: a command and a download state it, and a page is asked,
because its callbacks and parts run without its top. Where nobody has stated a plan, a line is called by its
number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

Names: TypeAlias = tuple[tuple[int, str], ...]  # of those that have one, by their number

_stated: ContextVar[Names | None] = ContextVar("own_names", default=None)
_ask: list[Callable[[], Names]] = []


def own_names() -> Names:
    """The names of now."""
    stated = _stated.get()
    if stated is not None:
        return stated
    return _ask[0]() if _ask else ()


def ask_for_own_names(how: Callable[[], Names]) -> None:
    """How a page finds out whose names are meant."""
    _ask[:] = [how]


def name_lines(names: Names) -> None:
    """From here on these are the names, until the block ends that stated others."""
    _stated.set(names)


@contextmanager
def naming(names: Names) -> Iterator[None]:
    """Within the block these are the names."""
    before = _stated.set(names)
    try:
        yield
    finally:
        _stated.reset(before)
