"""The text of a list as spreadsheet programs save it: its letters, its separator, its rows.

What reading costs is bounded before it is done: the size of the file, the number of its lines, the length of
a row. The separator is not guessed from how often a character occurs, but taken from a first line `sep=;` or
from the one with which the names of columns are found.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from exchange.kinds_of_files import ENOUGH, binary_kind
from exchange.list_columns import known
from model.texts import either, quoted, say

MOST_BYTES = 20_000_000  # 100,000 rows of two hundred characters
MOST_LINES = 400_000  # with blank lines, and line ends within names
LONGEST_ROW = 200_000  # characters
SEPARATORS = {",": "list.commas", ";": "list.semicolons", "\t": "list.tabs", "|": "list.strokes"}
_LOOKED_AT = 10  # rows among which the header is looked for, below a title
BEGINNING = 100_000  # characters in which those rows stand
_SEP = re.compile(r"\s*\"?sep=(.?)\"?\s*\Z", re.IGNORECASE)
NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]")


class ListRefused(ValueError):  # noqa: N818  # the list is refused; the program has no error
    """A list that cannot be read at all. Each message says why and what to do."""

    def __init__(self, *messages: str) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a list, what parts its cells, and remarks on how it was read."""

    text: str
    separator: str
    remarks: tuple[str, ...] = ()

    @property
    def begins(self) -> str:
        """How its text begins."""
        return self.text[:ENOUGH]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Rows that hold something, with their numbers in a spreadsheet. Raises `ListRefused`."""
        return rows_of(io.StringIO(self.text, newline=""), self.separator)


class Rows(Protocol):
    """Whatever holds the rows of a list."""

    @property
    def begins(self) -> str:
        """How its text begins, where it is one."""
        ...

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Rows that hold something, with their numbers in a spreadsheet. Raises `ListRefused`."""
        ...


def rows_of(text: io.TextIOBase, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Rows of a text that hold something, with their numbers in a spreadsheet. Raises `ListRefused`."""
    lines = _Lines(text, separator)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        lines.length = 0
        try:
            cells = next(reader, None)
        except csv.Error as e:
            raise ListRefused(say("list.not_csv", row=f"{number:,}", fault=e)) from None
        if cells is None:
            return
        if any(cells) and any(c.strip() for c in cells):
            yield number, cells


class _Lines:
    """The lines of a text, until one row takes too many of them."""

    def __init__(self, text: io.TextIOBase, separator: str) -> None:
        self._text = text
        self._nothing = f" {separator}\r\n\t"
        self.length = 0  # of the row so far

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST_ROW + 1)
        if not line:
            raise StopIteration
        if self.length == 0 and not line.strip(self._nothing):
            self._pass_over(line)
            line = "\n"  # a row of nothing but commas is a blank one
        self.length += len(line)
        if self.length > LONGEST_ROW:
            raise _too_long(line)
        return line

    def _pass_over(self, line: str) -> None:
        """The rest of a blank row, however many commas it has."""
        begins = line
        while line and not line.endswith(("\n", "\r")):
            line = self._text.readline(LONGEST_ROW + 1)
            if line.strip(self._nothing):
                raise _too_long(begins)


def _too_long(line: str) -> ListRefused:
    begins = quoted(line[:40].strip())
    return ListRefused(say("list.row_too_long", most=f"{LONGEST_ROW:,}", begins=begins))


def sheet_of(content: bytes) -> Sheet:
    """The sheet in the bytes of a file. Raises `ListRefused`."""
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 1e6:,.0f}"
        raise ListRefused(say("list.too_large", size=size, most=MOST_BYTES // 1_000_000))
    lines = max(content.count(b"\n"), content.count(b"\r"))
    if lines > MOST_LINES:
        raise ListRefused(say("list.too_many_lines", lines=f"{lines:,}", most=f"{MOST_LINES:,}"))
    refuse_binary(content[:ENOUGH])
    text, remarks = _decoded(content)
    if "\x00" in text:
        raise ListRefused(say("list.zero_bytes"))
    begins, separator = separator_of(text)
    return Sheet(text[begins:], separator, remarks)


def refuse_binary(begins: bytes) -> None:
    """Raises `ListRefused` where a file begins as one of another kind does."""
    if kind := binary_kind(begins):
        raise another_kind(kind)


def another_kind(kind: str) -> ListRefused:
    """That a file is of this kind, and what to give instead."""
    return ListRefused(f"{kind} {say('file_kind.want_list')}")


def separator_of(text: str) -> tuple[int, str]:
    """After how many characters the rows of a text begin, and what parts their cells.

    The beginning of a text is enough. Raises `ListRefused`.
    """
    first, end, _ = text.partition("\n")
    if stated := _SEP.match(first.strip("\r")):
        if stated[1] not in SEPARATORS:
            names = either(map(say, SEPARATORS.values()))
            raise ListRefused(say("list.separator", given=quoted(stated[1]), names=names))
        return len(first) + len(end), stated[1]
    return 0, _separator(text)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    if encoding := two_byte_letters(content):
        try:
            return content.decode(encoding).removeprefix("\ufeff"), ()
        except UnicodeDecodeError as e:
            raise ListRefused(say("list.damaged", byte=f"{e.start + 1:,}")) from None
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as e:
        at = e.start
    # What spreadsheet programs on Windows save as plain "CSV".
    text = content.decode("cp1252", errors="replace")
    if NO_TEXT.search(text):
        raise ListRefused(say("list.not_utf8", byte=f"{at + 1:,}"))
    return text, (of_windows(content.count(b"\n", 0, at) + 1, content[at : at + 1]),)


def of_windows(line: int, letter: bytes) -> str:
    """The remark that a file is read in the letters of Windows, and where that was seen."""
    return say("list.windows", line=f"{line:,}", letter=quoted(letter.decode("cp1252")))


def two_byte_letters(content: bytes) -> str:
    """Which UTF-16 the file is written in, with a mark at its beginning or without; or nothing."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if content[1:2] == b"\x00" and content[:1] != b"\x00":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == b"\x00" and content[1:2] not in (b"", b"\x00") else ""


def _separator(text: str) -> str:
    """The separator with which most columns are known; among equals the one that makes most cells."""

    def found(separator: str) -> tuple[int, int]:
        rows = beginning(Sheet(text[:BEGINNING], separator))
        return max((how_many_known(cells), len(cells)) for _, cells in rows) if rows else (0, 0)

    return max(SEPARATORS, key=found)


def beginning(sheet: Rows) -> list[tuple[int, list[str]]]:
    """The first rows, as far as they can be read."""
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in sheet.rows():
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                break
    except ListRefused:
        pass  # said when the whole of it is read
    return rows


def how_many_known(cells: list[str]) -> int:
    """How many cells of a row name a column."""
    return sum(1 for c in cells if known(c))


def is_list(text: str) -> bool:
    """Whether a text is a list, however faulty: one of its first rows names two columns."""
    text = text[:BEGINNING]
    return any(how_many_known(cells) > 1 for _, cells in beginning(Sheet(text, _separator(text))))
