"""Where the results of a long list go, block by block, so that what is written so far is always whole."""

from __future__ import annotations

import io
from typing import Any, Protocol

_GROUP = 60_000  # rows that a Parquet file holds together: a quarter of a second's work, some 10 MB


class Bytes(Protocol):
    """A file, or whatever else takes bytes."""

    def write(self, content: bytes, /) -> int:
        """Take them."""

    def flush(self) -> None:
        """Hand on what was taken."""


class Sink(Protocol):
    """Takes blocks in order. Nothing is written where none comes."""

    def write(self, content: bytes) -> None:
        """The next block."""

    def close(self) -> None:
        """Whatever the file needs at its end."""


class Text:
    """Blocks of text, one behind the other, with what stands before, between and after them."""

    def __init__(self, file: Bytes, before: bytes = b"", between: bytes = b"", after: bytes = b"") -> None:
        self._file, self._next, self._between, self._after = file, before, between, after
        self._is_begun = False

    def write(self, content: bytes) -> None:
        """The next block."""
        self._file.write(self._next + content)
        self._file.flush()
        self._next, self._is_begun = self._between, True

    def close(self) -> None:
        """What stands after the blocks, if there were any."""
        if self._is_begun:
            self._file.write(self._after)
            self._file.flush()


class Json(Text):
    """Lists of JSON as one list."""

    def __init__(self, file: Bytes) -> None:
        super().__init__(file, b"[\n", b",\n", b"\n]\n")

    def write(self, content: bytes) -> None:
        """The next block, a list of its own."""
        super().write(content.removeprefix(b"[\n").removesuffix(b"\n]\n"))


class Parquet:
    """Tables as groups of rows of a Parquet file, small and quick to read (zstd)."""

    def __init__(self, file: Bytes, schema: Any) -> None:
        self._file, self._schema = file, schema
        self._writer: Any = None
        self._held: list[Any] = []
        self._rows = 0

    def write(self, content: bytes) -> None:
        """The next block, as `work.as_bytes` gives it."""
        import pyarrow as pa

        table = pa.ipc.open_stream(io.BytesIO(content)).read_all()
        self._held.append(table)
        self._rows += table.num_rows
        if self._rows >= _GROUP:
            self._flush()

    def close(self) -> None:
        """The last group of rows, and the list of all of them that makes the file one."""
        self._flush()
        if self._writer is not None:
            self._writer.close()

    def _flush(self) -> None:
        import pyarrow as pa
        from pyarrow import parquet

        if not self._held:
            return
        if self._writer is None:
            self._writer = parquet.ParquetWriter(self._file, self._schema, compression="zstd")
        self._writer.write_table(pa.concat_tables(self._held).combine_chunks(), row_group_size=self._rows)
        self._held, self._rows = [], 0
