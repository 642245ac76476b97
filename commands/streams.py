"""Where a command prints, whatever that is: a terminal, a pipe, a full disk, or nothing at all."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import NoReturn


class _Closed(io.TextIOBase):
    """In place of standard output that was closed (`>&-`), where print would lose everything in silence."""

    @property
    def buffer(self) -> _Closed:
        return self

    def write(self, _text: object) -> NoReturn:
        raise OSError(errno.EBADF, "standard output is closed")


def prepare() -> None:
    """Call before anything is printed."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:  # print would take standard output instead
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another alphabet has no true minus sign; it gets an escape code instead of an
            # error.
            stream.reconfigure(errors="backslashreplace")


class Printed:
    """Standard output for text that was encoded already, block by block; it comes out as `print` puts it."""

    def write(self, content: bytes, /) -> int:
        """Text in UTF-8. What holds nothing but plain letters goes past the stream, which is quicker."""
        plain = os.linesep == "\n" and not content.translate(None, _PLAIN)
        if plain and _takes_plain_letters(sys.stdout):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content.decode("utf-8", "surrogatepass"))
        return len(content)

    def flush(self) -> None:
        """Let the reader have it."""
        sys.stdout.flush()


_PLAIN = bytes((*b"\t\n", *range(ord(" "), 0x7F)))  # letters that mean the same in every alphabet in use


def _takes_plain_letters(stream: object) -> bool:
    return isinstance(stream, io.TextIOWrapper) and "plain".encode(stream.encoding) == b"plain"


def tell(message: str) -> None:
    """A message on standard error. Where that cannot be written to, nobody is there to be told."""
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:
        _forget(sys.stderr)


def give_up_output() -> None:
    """Let go of what is still to be written, which Python would try again, and complain of, at exit."""
    _forget(sys.stdout)


def _forget(stream: object) -> None:
    if not isinstance(stream, io.TextIOWrapper):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
