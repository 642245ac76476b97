"""Tables as columns: what a list gives, the same for CSV and for Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from model.book.terms import Array
from model.lines.worksheet import BOOK
from model.results.projection import GAPS, RESULTS, Projection
from model.results.result_rows import COLUMNS
from model.years import ALL_YEARS, YEARS

_TYPES: Mapping[str, Any] = {"scenario": pa.string(), "preset": pa.string(), "year": pa.int8()}
RESULTS_SCHEMA = pa.schema([(name, _TYPES.get(name, pa.float64())) for name in COLUMNS])


def results_table(p: Projection, names: Sequence[str], presets: Sequence[str]) -> pa.RecordBatch:
    """The results of plans, a row for each plan and year, unrounded; null where a number has no meaning."""
    return results_of({line: p[line] for line in RESULTS.values()}, names, presets)


def results_of(lines: Mapping[str, Array], names: Sequence[str], presets: Sequence[str]) -> pa.RecordBatch:
    """The same of lines by their keys, shape (plan, year)."""
    count = len(names)
    columns = [
        each_year(names),
        each_year(presets),
        pa.array(np.tile(np.arange(YEARS, dtype=np.int8), count)),
        *(_numbers(line, lines[line]) for line in RESULTS.values()),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=RESULTS_SCHEMA)


def each_year(texts: Sequence[str]) -> Any:
    """A text of each plan, in every year."""
    return pa.array(texts, pa.string()).take(pa.array(np.repeat(np.arange(len(texts)), YEARS)))


def _numbers(line: str, values: Array) -> Any:
    rule = BOOK.lines[line]
    blank = np.array([t not in rule.years and (rule.measure or line in GAPS) for t in ALL_YEARS])
    flat = np.ascontiguousarray(values, dtype=float).reshape(-1)
    return pa.array(flat, mask=np.tile(blank, len(values)) if blank.any() else None)


def table_of(schema: pa.Schema, rows: Iterable[Sequence[object]]) -> pa.RecordBatch:
    """A table of rows, each with a cell for every column of the schema."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
