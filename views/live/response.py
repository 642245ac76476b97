"""The response table of a lever: what the first view shows at every position of it, computed in advance.

While the lever moves the browser looks its position up here. The browser decides nothing and formats nothing:
numbers and texts are those that a rerun would send. No Streamlit here.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np

from model.answer.numbers import view_numbers
from model.evidence import LEVERS
from model.plan.plan import Plan
from model.results.rating import Untested
from views.answer import answer_bar, panel
from views.answer.likely import Likely
from views.charts import Rows
from views.levers.slider_text import slider_text
from views.live.batch import moved, rows
from views.markup.plain_text import held_together

MOST = 700  # positions of one table; a lever with more is answered by reruns only


@dataclass(frozen=True, slots=True)
class Response:
    """Positions in the scale of the screen, ascending, and what belongs to each, in the same order."""

    lever: str
    positions: Sequence[float]
    signatures: Sequence[int]
    texts: Mapping[str, Sequence[str]]
    rows: Mapping[str, Mapping[str, Mapping[str, np.ndarray]]]  # chart -> dataset -> field -> (position, row)
    slider: Sequence[str] = ()  # what the lever's slider writes over its thumb


def positions(low: float, high: float, step: float, shown: float) -> list[float]:
    """Every place of a slider: its steps, its end, and its present place if that is off the grid."""
    steps = [round(low + i * step, 10) for i in range(int((high - low) / step + 1e-9) + 1)]
    return sorted({*steps, high, shown})


def respond(
    plan: Plan,
    lever: str,
    places: Sequence[float],
    names: Sequence[str],
    likely: Likely | None = None,
    *,
    compares: bool = False,
) -> Response:
    """The table of a lever for the visible charts. The lever has one value for all years at every place.

    `likely` are the futures of the plan on the screen. Those of the other places are not known, so they are
    neither drawn nor mentioned, but their space is kept. `compares`: the lines of the start are drawn too.
    """
    m = moved(plan, lever, places, compares=compares)
    space = likely.space(len(places)) if likely else {}
    views = view_numbers(m.projection, plan.facts)
    # No place but the plan's own has been tested, so none says more than it is on paper.
    untested = Untested.CHECKING if likely else Untested.OFF
    texts = [
        panel.slots(v, likely if likely and signature == m.own else untested)
        for v, signature in zip(views, m.signatures, strict=True)
    ]
    shapes = answer_bar.shapes_of_all(m.projection["structural_result"], m.projection["recurring_cost"])
    marks = [v.marks for v in views]
    return Response(
        lever=lever,
        positions=places,
        signatures=m.signatures,
        texts={**{slot: [t[slot] for t in texts] for slot in texts[0]}, **shapes},
        rows={name: _moving(found) for name, found in rows(names, m, space, marks).items()},
        slider=[slider_text(LEVERS[lever], place) for place in places],
    )


def _moving(found: Rows) -> Rows:
    """Without the fields that are the same at every place, or have no rows."""
    return {d: {f: c for f, c in fields.items() if c.shape[0] > 1 and c.size} for d, fields in found.items()}


def pack(response: Response) -> bytes:
    """The table as the browser's script reads it, compressed.

    [length of the head, 4 bytes, little endian][head, JSON][all numbers, float64, by their bytes: the first
    of every number, then the second of every number, and so on]. Texts are stored once and then by number. A
    field is kept row by row, each at every position, because neighboring positions are much alike: it has
    [its rows, where its numbers begin], or [its texts, their numbers by row].
    """
    of_all = [
        c for datasets in response.rows.values() for fields in datasets.values() for c in fields.values()
    ]
    columns = {id(c): c for c in of_all if c.dtype.kind == "f"}  # fields may share one
    begins = dict(zip(columns, accumulate(c.size for c in columns.values()), strict=True))

    def field(column: np.ndarray) -> str:
        if id(column) in begins:
            return f"[{column.shape[1]},{begins[id(column)] - column.size}]"
        return _words(column.T.tolist())

    head = {
        "lever": _json(response.lever),
        "positions": _json(list(response.positions)),
        "signatures": _json(list(response.signatures)),
        "slider": _json(list(response.slider)),
        "texts": held_together(_object({slot: _once(column) for slot, column in response.texts.items()})),
        "fields": _object(
            {
                chart: _object(
                    {d: _object({f: field(c) for f, c in fields.items()}) for d, fields in datasets.items()}
                )
                for chart, datasets in response.rows.items()
            }
        ),
    }
    text = _object(head).encode()
    parts = [struct.pack("<I", len(text)) + text, *_by_byte(columns.values())]
    # Each part forgets the one before, or it takes long to keep the past in reach.
    packer = zlib.compressobj(1)
    packed = [x for part in parts for x in (packer.compress(part), packer.flush(zlib.Z_FULL_FLUSH))]
    return b"".join([*packed, packer.flush()])


def _by_byte(columns: Iterable[np.ndarray]) -> np.ndarray:
    """The bytes of all numbers, shape (8, numbers)."""
    numbers = np.concatenate([np.empty(0), *(c.T.ravel() for c in columns)], dtype="<f8")
    return np.ascontiguousarray(numbers.view(np.uint8).reshape(-1, 8).T)


_json = json.JSONEncoder(separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode


def _object(members: Mapping[str, str]) -> str:
    """An object of JSON whose members are written already."""
    return "{" + ",".join(f"{_json(name)}:{member}" for name, member in members.items()) + "}"


def _once(texts: Sequence[str]) -> str:
    """JSON of the different texts, and of the number of each among them.

    The numbers are tens of thousands in a table, so they are written from a list of their own.
    """
    number = _numbered(texts)
    return f"[{_json([*number])},[{','.join(map(number.__getitem__, texts))}]]"


def _words(rows: Sequence[Sequence[str]]) -> str:
    """The same of many rows, each with its numbers, or with the one of a text that is the same everywhere."""
    short = [row[:1] if row.count(row[0]) == len(row) else row for row in rows]
    number = _numbered(chain.from_iterable(short))
    written = [",".join(map(number.__getitem__, row)) for row in short]
    each = [x if len(row) == 1 else f"[{x}]" for x, row in zip(written, short, strict=True)]
    return f"[{_json([*number])},[{','.join(each)}]]"


def _numbered(texts: Iterable[str]) -> dict[str, str]:
    return {text: str(i) for i, text in enumerate(dict.fromkeys(texts))}
