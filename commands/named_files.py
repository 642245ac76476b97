"""Files that a command reads and writes, with the message for a place that cannot be read or written."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from commands.refusals import CannotUse


def content_of(path: Path) -> bytes:
    """What a file holds. Raises `CannotUse`."""
    try:
        return path.read_bytes()
    except OSError as e:
        raise CannotUse(f"The file {path} cannot be read: {e.strerror}. Check its name and place.") from None


def add_out(sub: argparse.ArgumentParser) -> None:
    """The option that names the file to write."""
    sub.add_argument("--out", type=Path, metavar="FILE", help="the file to write; without it, it is printed")


def leave(made: bytes, out: Path | None) -> int:
    """Write to the file, or the same bytes to standard output. Gives 0. Raises `CannotUse`."""
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return 0
    try:
        out.write_bytes(made)
    except OSError as e:
        raise CannotUse(
            f"The file {out} cannot be written: {e.strerror}. Check its name and place."
        ) from None
    return 0
