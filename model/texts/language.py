"""Whose language is spoken: by the run of a page, a command, a download.

A page states it at the top of each run. Callbacks and fragments run without the top of the page, so whoever
serves pages registers how to ask (`ask_for_language`). A download is made in a thread that belongs to nobody:
its maker is bound to the language when its button is drawn (`in_this_language`). There is no language of the
process: two readers of one server would speak in each other's.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from model.texts.own_names import naming, own_names

P = ParamSpec("P")
R = TypeVar("R")
ENGLISH = "en"
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_ask: list[Callable[[], str]] = []


def language() -> str:
    """The language of whoever reads what is said now."""
    spoken = _spoken.get()
    if spoken is None:
        spoken = _ask[0]() if _ask else ENGLISH
        _spoken.set(spoken)
    return spoken


def speak(spoken: str) -> None:
    """From here on in this thread."""
    _spoken.set(spoken)


def ask_for_language(how: Callable[[], str]) -> None:
    """How a thread that nobody told finds out; it is asked once a thread."""
    _ask[:] = [how]


@contextmanager
def speaking(spoken: str) -> Iterator[None]:
    """Within the block."""
    before = _spoken.set(spoken)
    try:
        yield
    finally:
        _spoken.reset(before)


def in_this_language(make: Callable[P, R]) -> Callable[P, R]:
    """`make`, to be called later in a thread of its own, in the language of now and with its own names."""
    spoken, names = language(), own_names()

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        with speaking(spoken), naming(names):
            return make(*args, **kwargs)

    return made


def by_language(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what `make` returns, as `functools.cache` does, each language apart: for what holds words.

    What is kept is for everybody, so it knows no school's own names.
    """
    kept: dict[Hashable, R] = {}

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (language(), args, tuple(sorted(kwargs.items())))
        if key not in kept:
            with naming(()):
                kept[key] = make(*args, **kwargs)
        return kept[key]

    return made
