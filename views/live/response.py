"""The response table of a lever: what the first view shows at every position of it, computed in advance.

While the lever moves the browser looks its position up here. The browser decides nothing and formats nothing:
numbers and texts are those that a rerun would send. No Streamlit here.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from views.shell.signature import of_plan

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
    untested, own = Untested.CHECKING if likely else Untested.OFF, of_plan(plan)
    costs = m.projection["recurring_cost"].tolist()
    texts = [
        {
            **panel.slots(v, likely if likely and signature == own else untested),
            **answer_bar.shapes(v.results, c),
        }
        for v, c, signature in zip(views, costs, m.signatures, strict=True)
    ]
    marks = [v.marks for v in views]
    return Response(
        lever=lever,
        positions=places,
        signatures=m.signatures,
        texts={slot: [t[slot] for t in texts] for slot in texts[0]},
        rows={name: _moving(rows(name, m, space, marks)) for name in names},
        slider=[slider_text(LEVERS[lever], place) for place in places],
    )


def _moving(found: Rows) -> Rows:
    """Without the fields that are the same at every place."""
    return {d: {f: c for f, c in fields.items() if c.shape[0] > 1} for d, fields in found.items()}


def pack(response: Response) -> bytes:
    """The table as the browser's script reads it, compressed.

    [length of the head, 4 bytes, little endian][head, JSON, padded to 8][float64 columns, one after the
    other, each position by row]. Texts are stored once and then by number, because neighboring positions
    often repeat them.
    """
    head = {
        "lever": _json(response.lever),
        "positions": _json(list(response.positions)),
        "signatures": _json(list(response.signatures)),
        "slider": _json(list(response.slider)),
        "texts": held_together(_object({slot: _once(column) for slot, column in response.texts.items()})),
    }
    numbers: list[str] = []
    words: list[str] = []
    body: list[np.ndarray] = []
    begins: dict[int, int] = {}  # by column: fields may share one
    at = 0
    for chart, datasets in response.rows.items():
        for dataset, fields in datasets.items():
            for name, column in fields.items():
                place = _json([chart, dataset, name, column.shape[1]])[1:-1]
                if column.dtype.kind == "f":
                    if id(column) not in begins:
                        body.append(np.ascontiguousarray(column, dtype="<f8"))
                        begins[id(column)] = at
                        at += column.size
                    numbers.append(f"[{place},{begins[id(column)]}]")
                else:
                    words.append(f"[{place},{_once(column.ravel().tolist())}]")
    head |= {"numbers": f"[{','.join(numbers)}]", "words": f"[{','.join(words)}]"}
    text = _object(head).encode()
    text += b" " * (-(len(text) + 4) % 8)
    packer = zlib.compressobj(1)  # part by part: half a megabyte in one piece is fresh memory every time
    head_parts = [packer.compress(part) for part in (struct.pack("<I", len(text)), text)]
    return b"".join([*head_parts, *(packer.compress(column.data) for column in body), packer.flush()])


_json = json.JSONEncoder(separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode


def _object(members: Mapping[str, str]) -> str:
    """An object of JSON whose members are written already."""
    return "{" + ",".join(f"{_json(name)}:{member}" for name, member in members.items()) + "}"


def _once(texts: Sequence[str]) -> str:
    """JSON of the different texts, and of the number of each among them.

    The numbers are tens of thousands in a table, so they are written from a list of their own.
    """
    number = {text: str(i) for i, text in enumerate(dict.fromkeys(texts))}
    return f"[{_json([*number])},[{','.join(map(number.__getitem__, texts))}]]"
