"""A packed table read as the browser's script reads it."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any, NamedTuple

import numpy as np


class Unpacked(NamedTuple):
    """The head; chart -> dataset -> field -> (position, row), numbers or texts; where each begins."""

    head: dict[str, Any]
    rows: dict[str, dict[str, dict[str, np.ndarray]]]
    begins: dict[tuple[str, str, str], int]  # by chart, dataset and field: of numbers only
    numbers: int  # how many there are in all

    def texts(self, slot: str) -> list[str]:
        texts, each = self.head["texts"][slot]
        return [texts[n] for n in each]


def unpacked(packed: bytes) -> Unpacked:
    raw = zlib.decompress(packed)
    (length,) = struct.unpack_from("<I", raw)
    head = json.loads(raw[4 : 4 + length])
    body = raw[4 + length :]
    count, places = len(body) // 8, len(head["positions"])
    numbers = [struct.unpack("<d", body[at::count])[0] for at in range(count)]
    rows: dict[str, dict[str, dict[str, np.ndarray]]] = {}
    begins = {}
    for chart, datasets in head["fields"].items():
        rows[chart] = {dataset: {} for dataset in datasets}
        for dataset, fields in datasets.items():
            for field, (first, second) in fields.items():
                if isinstance(second, int):
                    begins[chart, dataset, field] = second
                    column = np.array(numbers[second : second + first * places]).reshape(first, places)
                else:
                    each = [n if isinstance(n, list) else [n] * places for n in second]
                    column = np.array([[first[n] for n in row] for row in each], dtype=object)
                rows[chart][dataset][field] = column.T
    return Unpacked(head, rows, begins, count)
