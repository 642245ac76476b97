"""In which letters a long file is written, and how many rows it holds: one quick look before it is read.

The rules are those of `list_text.py`, which reads a short file at once. Here a part of the file is held at a
time, so a list may have any length.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from exchange.list_text import NO_TEXT, ListRefused, of_windows, two_byte_letters
from model.texts import say

_PART = 1 << 20  # bytes
_DECODERS: dict[str, Callable[[bytes, str, bool], tuple[str, int]]] = {
    "utf-8-sig": codecs.utf_8_decode,
    "utf-16-le": codecs.utf_16_le_decode,
    "utf-16-be": codecs.utf_16_be_decode,
}


@dataclass(frozen=True, slots=True)
class Letters:
    """How a file is decoded, remarks on that, and the number of its last row, blank ones counted."""

    encoding: str
    remarks: tuple[str, ...]
    last_row: int


def letters_of(file: BinaryIO) -> Letters:
    """Look through a file and go back to its beginning. Raises `ListRefused`."""
    begin = file.read(4)
    encoding = two_byte_letters(begin) or "utf-8-sig"
    if encoding == "utf-16":
        encoding = "utf-16-le" if begin.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        rows = _counted(_decoded(file, encoding))
    except UnicodeDecodeError as e:
        if encoding != "utf-8-sig":
            raise ListRefused(say("list.damaged", byte=f"{e.start + 1:,}")) from None
        return _of_windows(file, e.start)
    finally:
        file.seek(0)
    return Letters(encoding, (), rows)


def _parts(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    return iter(lambda: file.read(_PART), b"")


def _decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The text part by part. `UnicodeDecodeError` counts from the beginning of the file."""
    decode, held, before = _DECODERS[encoding], b"", 0
    for part in _with_end(_parts(file)):
        held += part
        try:
            text, used = decode(held, "strict", not part)
        except UnicodeDecodeError as e:
            at = before + e.start
            raise UnicodeDecodeError(e.encoding, b"", at, at + 1, e.reason) from None
        held, before = held[used:], before + used
        if "\x00" in text:
            raise ListRefused(say("list.zero_bytes"))
        yield text


def _with_end(parts: Iterator[bytes]) -> Iterator[bytes]:
    yield from parts
    yield b""


def _of_windows(file: BinaryIO, at: int) -> Letters:
    """What spreadsheet programs on Windows save as plain "CSV"; `at` is the first byte that says so."""

    def text() -> Iterator[str]:
        for part in _parts(file):
            found = part.decode("cp1252", errors="replace")
            if NO_TEXT.search(found):
                raise ListRefused(say("list.not_utf8", byte=f"{at + 1:,}"))
            yield found

    rows = _counted(text())
    file.seek(0)
    line, left, letter = 1, at, b""
    while left >= 0 and (part := file.read(min(_PART, left) or 1)):
        if left == 0:
            letter = part[:1]
            break
        line, left = line + part.count(b"\n"), left - len(part)
    return Letters("cp1252", (of_windows(line, letter),), rows)


def _counted(parts: Iterator[str]) -> int:
    """How many rows a text has: its ends of lines outside of quotation marks, and what follows the last."""
    rows, quotes, after_return, is_open = 0, 0, False, False
    for text in parts:
        if not text:
            continue
        found = text.encode("utf-8", "surrogatepass")
        if quotes or b'"' in found:
            letters = np.frombuffer(found, dtype=np.uint8)
            inside = (np.cumsum(letters == ord('"')) + quotes) % 2 == 1
            quotes += found.count(b'"')
            found = letters[~inside].tobytes()
        if not found:
            is_open = True
            continue
        rows += found.count(b"\n") + found.count(b"\r") - found.count(b"\r\n")
        rows -= after_return and found.startswith(b"\n")
        after_return = found.endswith(b"\r")
        is_open = not found.endswith((b"\n", b"\r"))
    return rows + is_open
