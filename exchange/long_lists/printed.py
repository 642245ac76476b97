"""A table of columns as the lines of a CSV file, byte for byte as `model.results.result_rows` writes them."""

from __future__ import annotations

import csv
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from model.results.result_rows import unrounded

# Between these arrow writes a number as Python does; beyond, each has a form of its own.
_LEAST, _MOST = 1e-4, 1e10
_NEEDS_NO_MARKS = r"^[A-Za-z0-9_. :;()-]+$"


def head(names: list[str]) -> bytes:
    """The first line."""
    out = _Lines()
    csv.writer(out, lineterminator="\n").writerow(names)
    return "".join(out).encode()


def lines(table: pa.RecordBatch) -> bytes:
    """All rows: unrounded numbers, blank for nothing."""
    cells = [_texts(column) for column in table.columns]
    joined = pc.binary_join_element_wise(*cells[:-1], pc.binary_join_element_wise(cells[-1], "\n", ""), ",")
    _, offsets, data = joined.buffers()
    if not len(joined):
        return b""
    return bytes(data[: np.frombuffer(offsets, dtype=np.int32)[len(joined)]])


class _Lines(list[str]):
    """Where a writer of CSV puts its lines, each by itself."""

    write = list.append


def _texts(column: Any) -> Any:
    if pa.types.is_string(column.type):
        return _in_marks(pc.fill_null(column, ""))
    if pa.types.is_integer(column.type):
        return pc.fill_null(pc.cast(column, pa.string()), "")
    numbers = column.to_numpy(zero_copy_only=False) + 0.0  # a zero has no sign in a table
    texts = pc.cast(pa.array(numbers), pa.string())
    size = np.abs(numbers)
    odd = ~(((size >= _LEAST) & (size < _MOST)) | (size == 0)) & column.is_valid().to_numpy(False)
    if odd.any():
        theirs = pa.array([unrounded(x) for x in numbers[odd].tolist()], pa.string())
        texts = pc.replace_with_mask(texts, pa.array(odd), theirs)
    return pc.if_else(column.is_valid(), texts, "")


def _in_marks(column: Any) -> Any:
    """Texts as a writer of CSV puts them, in quotation marks where they need them."""
    plain = pc.match_substring_regex(column, _NEEDS_NO_MARKS)
    if pc.all(plain, min_count=0).as_py():
        return column
    out = _Lines()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows((text, "") for text in column.to_pylist())
    return pa.array([line[:-2] for line in out], pa.string())
