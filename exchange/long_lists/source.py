"""The rows of a list in a file of any length, CSV or Parquet, as they are needed."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

from exchange.kinds_of_files import ENOUGH, PARQUET
from exchange.list_columns import Columns
from exchange.list_text import (
    BEGINNING,
    ListRefused,
    Rows,
    beginning,
    how_many_known,
    refuse_binary,
    rows_of,
    separator_of,
)
from exchange.long_lists.letters import letters_of
from exchange.scenario_list import header_of
from model import forms
from model.texts import say

BLOCK = 2_000  # rows worked out in one go: more win nothing, and cost memory
_PARQUET = forms.ending_of(forms.PARQUET)
_OF_TEXT = (
    forms.ending_of(forms.CSV),
    ".tsv",
    ".txt",
    forms.ending_of(forms.JSON),
)  # endings that promise a text


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows in order: their numbers in a spreadsheet and their cells."""

    numbers: list[int]
    rows: list[list[str]]


@dataclass(slots=True)
class Source:
    """A list that was opened: its columns, remarks on it as a whole, and the numbers of the row that names
    the columns and of the last one.

    `fault` is said where reading ended before the end of the file. `is_read`: there are no more blocks.
    """

    columns: Columns
    remarks: Sequence[str]
    header_row: int
    last_row: int
    _rows: Iterator[tuple[int, list[str]]]
    fault: str = ""
    is_read: bool = False

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """The rows below the header, so many at a time. Where reading fails, `fault` says why.

        Raises `ListRefused` where that is before the first block is full: then nothing was made of any row.
        """
        is_first = True
        while not self.is_read:
            found: list[tuple[int, list[str]]] = []
            try:
                found.extend(islice(self._rows, size))
                self.is_read = len(found) < size
            except (ListRefused, OSError) as e:
                if is_first:
                    raise
                self.fault, self.is_read = fault_of(e), True
            if found:
                yield Block([n for n, _ in found], [cells for _, cells in found])
            elif is_first:
                self.fault = say("list.no_rows")
            is_first = False


def fault_of(e: ListRefused | OSError) -> str:
    """Why a list cannot be read, or not to its end."""
    return say("list.reading_failed", fault=e.strerror or e) if isinstance(e, OSError) else str(e)


def opened(file: BinaryIO, ending: str = "") -> Source:
    """The list in a file whose name ends so. What is in it says what it is, and where its name says
    otherwise, that is told.

    Raises `ListRefused` with everything that is wrong with the list as a whole.
    """
    ending = ending.lower()
    begins, ends = _both_ends(file)
    if PARQUET in (begins[:4], ends if ending == _PARQUET else b""):
        other = ending in _OF_TEXT and say("file_kind.parquet_with_other_ending", ending=ending)
        return _source(_ParquetFile(file), other or "")
    refuse_binary(begins)
    if ending != _PARQUET or not begins:
        return _source(_TextFile(file))
    return _called_parquet(file)


def _called_parquet(file: BinaryIO) -> Source:
    """A list of text whose name promises Parquet: what is wrong with it is told where it names a column."""
    refused = ListRefused(say("file_kind.no_parquet"))
    try:
        sheet = _TextFile(file)
    except ListRefused:
        raise refused from None
    try:
        return _source(sheet, say("file_kind.text_called_parquet"))
    except ListRefused as e:
        names_one = any(how_many_known(cells) for _, cells in beginning(sheet))
        raise ListRefused(*refused.messages, *(e.messages if names_one else ())) from None


def _both_ends(file: BinaryIO) -> tuple[bytes, bytes]:
    """How a file begins, and its last bytes."""
    begins = file.read(ENOUGH)
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - len(PARQUET)))
    ends = file.read(len(PARQUET))
    file.seek(0)
    return begins, ends


def _source(sheet: _TextFile | _ParquetFile, remark: str = "") -> Source:
    header = header_of(sheet)
    rows = (row for row in sheet.rows() if row[0] > header.row)
    remarks = (*([remark] if remark else ()), *sheet.remarks, *header.above)
    return Source(header.columns, remarks, header.row, sheet.last_row, rows)


class _TextFile(Rows):
    """A file of text, whatever parts its cells."""

    def __init__(self, file: BinaryIO) -> None:
        found = letters_of(file)
        self._file, self._encoding = file, found.encoding
        text = self._text().read(BEGINNING)
        self._beginning = text[:ENOUGH]
        self._begins, self._separator = separator_of(text)
        self.remarks, self.last_row = found.remarks, found.last_row - bool(self._begins)

    @property
    def begins(self) -> str:
        """How its text begins."""
        return self._beginning

    def _text(self) -> io.TextIOBase:
        self._file.seek(0)
        text = io.TextIOWrapper(_Kept(self._file), self._encoding, errors="replace", newline="")
        if self._encoding.startswith("utf-16") and (first := text.read(1)) != "\ufeff":
            self._file.seek(0)
            return io.TextIOWrapper(_Kept(self._file), self._encoding, newline="") if first else text
        return text

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        text = self._text()
        text.read(self._begins)
        return rows_of(text, self._separator)


class _Kept(io.BufferedReader):
    """A file that stays open when the reader of its text is gone."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)  # type: ignore[arg-type]

    def close(self) -> None:
        """Whoever has opened the file closes it."""


class _ParquetFile(Rows):
    """A table of Parquet, its cells as the text that a person would type for them.

    Rows are numbered as a spreadsheet shows them, below the names of the columns.
    """

    def __init__(self, file: BinaryIO) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        self.remarks: tuple[str, ...] = ()
        try:
            self._file = parquet.ParquetFile(file)
        except (pa.ArrowException, OSError) as e:
            raise ListRefused(say("list.not_parquet", fault=_one_line(e))) from None
        self.last_row = self._file.metadata.num_rows + 1

    @property
    def begins(self) -> str:
        """Nothing, because it is no text."""
        return ""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        import pyarrow as pa

        yield 1, list(map(str, self._file.schema_arrow.names))
        number = 1
        try:
            for batch in self._file.iter_batches(batch_size=BLOCK):
                for cells in zip(*(_typed(c) for c in batch.columns), strict=True):
                    number += 1
                    if any(c.strip() for c in cells):
                        yield number, list(cells)
        except (pa.ArrowException, OSError) as e:
            fault = _one_line(e)
            raise ListRefused(say("list.parquet_ends", row=f"{number:,}", fault=fault)) from None


def _one_line(e: Exception) -> str:
    return " ".join(str(e).split())[:200]


def _typed(column: Any) -> list[str]:
    """The cells of a column as text that means them and nothing else."""
    return [_text_of(value) for value in column.to_pylist()]


def _text_of(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        text = repr(value)
        # "11.600" can be read in two ways, and a number of a table in one: it has a digit more.
        return f"{text}0" if len(text.rpartition(".")[2]) == 3 else text
    if isinstance(value, list | tuple):
        return "; ".join(map(_text_of, value))
    return str(value)
