"""Text for a terminal: what a stranger wrote into a file or a name cannot steer the reader's terminal.

A control character may clear the screen, rename the window or put words into the prompt; a direction mark
turns the text behind it around. They are printed as what they are (\\x1b, \\u202e), whatever prints them.
"""

from __future__ import annotations

import contextlib
import functools
import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

_STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def as_shown(text: str) -> str:
    """The text with every character that steers a terminal written out; line ends and tabs stay."""
    return _STEERING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class _Shown(io.TextIOWrapper):
    """A stream that takes text and prints it as it is to be seen."""

    def write(self, text: str, /) -> int:
        super().write(as_shown(text))
        return len(text)


def shown(main: Callable[[Sequence[str]], int]) -> Callable[[Sequence[str]], int]:
    """A program whose output is text only. Bytes for a file go past it, see `commands/named_files.py`."""

    @functools.wraps(main)
    def run(argv: Sequence[str]) -> int:
        with _on("stdout"), _on("stderr"):
            return main(argv)

    return run


@contextlib.contextmanager
def _on(name: str) -> Iterator[None]:
    before: TextIO | None = getattr(sys, name)
    if not isinstance(before, io.TextIOWrapper):
        yield
        return
    before.flush()
    over = _Shown(before.buffer, before.encoding, before.errors, None, before.line_buffering, True)
    setattr(sys, name, over)
    try:
        yield
    finally:
        setattr(sys, name, before)
        with contextlib.suppress(OSError, ValueError):  # the program has said by itself that it cannot write
            over.detach()
