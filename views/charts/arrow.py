"""Rows of one scenario to Arrow tables, which the page sends as they are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from views.charts.rows import Fields

_TYPES = {"O": pa.string(), "f": pa.float64()}


def column(values: NDArray[Any]) -> pa.Array:
    """One scenario's rows of a field; a value that draws nothing is null."""
    return pa.array(values[0], _TYPES[values.dtype.kind], from_pandas=True)


class Sheet:
    """The shape of one dataset. The fields that never change are converted to Arrow once."""

    def __init__(self, fixed: Fields, moving: Fields) -> None:
        self.names = tuple(moving)
        self.rows = next(iter((moving | fixed).values())).shape[1]
        # Plain floats: 64-bit integers arrive in the browser as a type that does not compare with numbers.
        self._still = [column(np.arange(self.rows, dtype=np.float64)[None, :]), *map(column, fixed.values())]
        kinds = [_TYPES[f.dtype.kind] for f in (*fixed.values(), *moving.values())]
        self._schema = pa.schema(
            list(zip(("sig", "i", *fixed, *moving), (pa.float64(), pa.float64(), *kinds), strict=True))
        )

    def table(self, moving: Fields, sig: pa.Array) -> pa.Table:
        """`sig`: one value, repeated as often as the largest dataset has rows."""
        columns = [column(moving[name]) for name in self.names]
        return pa.Table.from_arrays([sig.slice(0, self.rows), *self._still, *columns], schema=self._schema)
