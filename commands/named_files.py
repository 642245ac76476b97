"""Files that a command reads and writes: every name of a file that is typed comes through here.

What cannot be used is refused by its kind and size before it is read. What is written goes into a new file
beside the old one, which then takes its name: a full disk, or Ctrl-C, leaves the good file as it was.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from commands.refusals import CannotUse
from model.texts import either, quoted, say

STANDARD_OUTPUT = Path("-")
# Endings that promise a kind of file. A name such as plan.v2 promises nothing.
_KINDS_OF_FILES = {
    *(".pdf", ".htm", ".html", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"),
    *(".pptx", ".ppt", ".odp", ".xlsx", ".xls", ".ods", ".docx", ".doc", ".odt"),
    *(".csv", ".tsv", ".json", ".zip", ".parquet"),
}
_LONGEST_NAME = 300  # characters that are shown of it
_KINDS = (
    (stat.S_ISDIR, "terminal.is_a_folder"),
    (stat.S_ISFIFO, "terminal.is_a_pipe"),
    (stat.S_ISSOCK, "terminal.is_a_socket"),
    (stat.S_ISCHR, "terminal.is_a_device"),
    (stat.S_ISBLK, "terminal.is_a_disk"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file should be: the keys of what is said where it is no file, too large, or has no end.

    Nothing is too large for what is read piece by piece.
    """

    name: str
    too_large: str = ""
    endless: str = ""


PLANS = Wanted("terminal.name_plans", "terminal.plans_too_large", "terminal.plans_endless")
GRADES = Wanted("terminal.name_grades", "terminal.grades_too_large", "terminal.grades_endless")
LIST = Wanted("terminal.name_list")


def content_of(path: Path, most: int, wanted: Wanted) -> bytes:
    """What a file holds, at most so many bytes. Raises `CannotUse`."""
    try:
        # A pipe that nobody writes to would keep a reader waiting for ever, were it not for the flag.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            _refuse_by_kind(path, os.fstat(number), most, wanted)
            with os.fdopen(number, "rb", closefd=False) as file:
                content = file.read(most + 1)  # some files say that they are empty, and are endless
        finally:
            os.close(number)
    except OSError as e:
        raise CannotUse(say("terminal.unreadable", name=_shown(path), fault=e.strerror)) from None
    if len(content) > most:
        raise CannotUse(say(wanted.endless, name=_shown(path), most=f"{most / 1e6:,.0f}"))
    return content


@contextlib.contextmanager
def opened(path: Path, wanted: Wanted) -> Iterator[BinaryIO]:
    """A file of any size, to be read piece by piece. Raises `CannotUse`."""
    try:
        # As above: a pipe must not keep a reader waiting.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as e:
        raise CannotUse(say("terminal.unreadable", name=_shown(path), fault=e.strerror)) from None
    try:
        _refuse_by_kind(path, os.fstat(number), None, wanted)
        with os.fdopen(number, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(number)


def _refuse_by_kind(path: Path, found: os.stat_result, most: int | None, wanted: Wanted) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = next((key for is_one, key in _KINDS if is_one(found.st_mode)), "terminal.is_no_file")
        raise CannotUse(f"{say(kind, name=_shown(path))} {say(wanted.name)}")
    if most is not None and found.st_size > most:
        size = {"size": f"{found.st_size / 1e6:,.1f}", "most": f"{most / 1e6:,.0f}"}
        raise CannotUse(say(wanted.too_large, name=_shown(path), **size))


def _shown(path: Path) -> str:
    """The name as it is, unless something in it would break the line of a message."""
    name = str(path) if str(path).isprintable() else quoted(str(path))
    return (
        name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME // 2]}…{name[-_LONGEST_NAME // 2 :]}"
    )


def add_out(sub: argparse.ArgumentParser) -> None:
    """The option that names the file to write."""
    sub.add_argument("--out", type=Path, metavar="FILE", help=say("terminal.out_help"))


def leave(made: bytes, out: Path | None, *endings: str) -> int:
    """Write to the file, or the same bytes to standard output. Gives 0. Raises `CannotUse`.

    `endings` are those under which programs open it. A name that ends as another kind of file is refused,
    because no program would open it. Any other name is good.
    """
    refuse_ending(out, *endings)
    if out is None or is_standard_output(out):
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return 0
    write(made, out)
    return 0


def refuse_ending(out: Path | None, *endings: str) -> None:
    """Raises `CannotUse` for a name that ends as a kind of file other than these."""
    if out is not None and endings and (given := out.suffix.lower()) in _KINDS_OF_FILES - set(endings):
        told = {"given": quoted(out.name[-60:]), "kind": given, "endings": either(endings)}
        raise CannotUse(say("terminal.other_ending", **told))


def is_standard_output(out: Path) -> bool:
    """Whether the name stands for where standard output goes, as - and /dev/stdout do."""
    if out == STANDARD_OUTPUT:
        return True
    try:
        return os.path.samestat(out.stat(), os.fstat(1))
    except OSError:
        return False


def write(made: bytes, out: Path) -> None:
    """The bytes under this name; whatever goes wrong, what was there before still is. Raises `CannotUse`."""
    with written(out) as number:
        _all(made, number)


@contextlib.contextmanager
def written(out: Path) -> Iterator[int]:
    """The number of an open file that takes this name when the block ends well. Raises `CannotUse`."""
    try:
        there = out.stat() if out.exists() else None
        if there is not None and stat.S_ISDIR(there.st_mode):
            raise CannotUse(say("terminal.folder_unwritable", name=_shown(out)))
        if there is not None and not stat.S_ISREG(there.st_mode):
            with out.open("wb", buffering=0) as device:  # a pipe, say: it holds nothing that could be lost
                yield device.fileno()
            return
        if there is not None and not os.access(out, os.W_OK):
            raise CannotUse(say("terminal.read_only", name=_shown(out)))
        with _beside(Path(os.path.realpath(out)), there) as number:  # a link to a file stays one
            yield number
    except BrokenPipeError:
        raise
    except OSError as e:
        raise CannotUse(say("terminal.unwritable", name=_shown(out), fault=e.strerror)) from None


@contextlib.contextmanager
def _beside(place: Path, there: os.stat_result | None) -> Iterator[int]:
    new = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        # The usual permissions of a new file, or those of the file in whose place it comes.
        number = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            yield number
            if there is not None:
                with contextlib.suppress(OSError, AttributeError):  # not everybody may, not every system can
                    os.chown(new, there.st_uid, there.st_gid)
                new.chmod(stat.S_IMODE(there.st_mode))
            os.fsync(number)
        finally:
            os.close(number)
        new.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    with contextlib.suppress(OSError):  # not every system can
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _all(made: bytes, number: int) -> None:
    rest = memoryview(made)
    while rest:
        rest = rest[os.write(number, rest) :]
