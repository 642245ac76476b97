"""The response table of a lever: what the first view shows at every position of it, computed in advance.

While the lever moves the browser looks its position up here. The browser decides nothing and formats nothing:
numbers and texts are those that a rerun would send. No Streamlit here.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.answer.numbers import NEEDED, series_of_all, view_numbers
from model.evidence import LEVERS
from model.plan.by_grade import is_by_grade
from model.plan.each_year import marks_beside
from model.plan.plan import Plan
from model.plan.sides import is_decision
from model.results.counting import under_assumptions
from model.results.projection import Scenarios, project
from model.results.rating import Untested
from views import charts
from views.answer import answer_bar, panel
from views.answer.likely import Likely
from views.charts import Beside
from views.markup.plain_text import held_together
from views.shell.scale import from_screen
from views.shell.signature import of_lever, of_plan

MOST = 700  # positions of one table; a lever with more is answered by reruns only


@dataclass(frozen=True, slots=True)
class Response:
    """Positions in the scale of the screen, ascending, and what belongs to each, in the same order."""

    lever: str
    positions: Sequence[float]
    signatures: Sequence[int]
    texts: Mapping[str, Sequence[str]]
    rows: Mapping[str, Mapping[str, Mapping[str, np.ndarray]]]  # chart -> dataset -> field -> (position, row)


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
    values = [from_screen(LEVERS[lever], x) for x in places]
    # One number in the place of five that were typed for each year is in Year 1 dollars, as on release.
    marks = marks_beside({lever: values[0]}, plan.now) if values else {}
    here = plan.now.changed(marks) if marks else plan.now
    batch = Scenarios.varied(here, **{lever: values})
    p = project(batch, only=NEEDED)
    drawn = {**series_of_all(p), **(likely.space(p.scenarios.count) if likely else {})}
    ghosts = {k: tuple(v[0]) for k, v in series_of_all(project([plan.start], only=NEEDED)).items()}
    rest = of_plan(plan) ^ of_lever(lever, plan.now[lever])
    for mark, meaning in marks.items():
        rest ^= of_lever(mark, plan.now[mark]) ^ of_lever(mark, meaning)
    signatures = [rest ^ of_lever(lever, v) for v in values]
    views = view_numbers(p, plan.facts)
    # No place but the plan's own has been tested, so none says more than it is on paper.
    untested, own = Untested.CHECKING if likely else Untested.OFF, of_plan(plan)
    costs = np.broadcast_to(drawn["recurring_cost"], (len(values), 6)).tolist()
    texts = [
        {
            **panel.slots(v, likely if likely and signature == own else untested),
            **answer_bar.shapes(v.results, c),
        }
        for v, c, signature in zip(views, costs, signatures, strict=True)
    ]
    assumed = _assumed(plan, lever, values) if compares else None
    beside = Beside(assumed, [v.marks for v in views], compares)
    ghosted = [plan.start[lever] != v or _others_differ(plan, lever) for v in values]
    return Response(
        lever=lever,
        positions=places,
        signatures=signatures,
        texts={slot: [t[slot] for t in texts] for slot in texts[0]},
        rows={name: _rows(name, (drawn, ghosts, beside), ghosted) for name in names},
    )


def _assumed(plan: Plan, lever: str, values: Sequence[float]) -> Mapping[str, np.ndarray]:
    """The start under the assumptions of every place: one plan if a decision moves, or one for each."""
    if is_by_grade(plan.now) and not is_by_grade(plan.start):
        # Which assumptions those are depends on the place: how many enter is part of how students are
        # counted.
        moved = [plan.now.changed({lever: v, **marks_beside({lever: v}, plan.now)}) for v in values]
        batch = Scenarios.of([under_assumptions(plan.start, now) for now in moved])
    else:
        base = under_assumptions(plan.start, plan.now)
        marks = marks_beside({lever: values[0]}, plan.now) if values else {}
        moving = base.changed(marks) if marks else base
        batch = Scenarios.of([base]) if is_decision(lever) else Scenarios.varied(moving, **{lever: values})
    lines = ("enrollment", "public_revenue", "recurring_cost")
    p = project(batch, only=lines)
    return {line: p[line] for line in lines}


def _others_differ(plan: Plan, lever: str) -> bool:
    return any(k != lever for k in plan.now.differences(plan.start))


def _rows(
    name: str, pictured: tuple[Mapping[str, np.ndarray], Mapping[str, Any], Beside], ghosted: Sequence[bool]
) -> dict[str, dict[str, np.ndarray]]:
    """Rows with the starting plan in gray, and without it at places where plan and start are the same."""
    drawn, _, beside = pictured
    found = charts.batch(name, *pictured)
    same = np.flatnonzero(~np.array(ghosted))  # one place or none
    if same.size and name in charts.WITH_A_PLACE_FOR_THE_START:
        alone = {line: values[same] for line, values in drawn.items()}
        bare = charts.batch(name, alone, None, Beside(None, [beside.marks[i] for i in same.tolist()]))
        found = {
            dataset: {
                field: _with(column, bare[dataset][field], same, len(ghosted))
                for field, column in fields.items()
            }
            for dataset, fields in found.items()
        }
    return {d: {f: c for f, c in fields.items() if c.shape[0] > 1} for d, fields in found.items()}


def _with(column: np.ndarray, other: np.ndarray, places: np.ndarray, count: int) -> np.ndarray:
    """The column with other rows at some places, or the very column where these are the same."""
    there = column if column.shape[0] == 1 else column[places]
    if (other == there).all():
        return column
    whole = np.broadcast_to(column, (count, column.shape[1])).copy()
    whole[places] = other
    return whole


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
        "texts": _object({slot: _once(column, held_together) for slot, column in response.texts.items()}),
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


_json = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def _object(members: Mapping[str, str]) -> str:
    """An object of JSON whose members are written already."""
    return "{" + ",".join(f"{_json(name)}:{member}" for name, member in members.items()) + "}"


def _once(texts: Sequence[str], shown: Callable[[str], str] = str) -> str:
    """JSON of the different texts as they are shown, and of the number of each among them.

    The numbers are tens of thousands in a table, so they are written from a list of their own.
    """
    number = {text: str(i) for i, text in enumerate(dict.fromkeys(texts))}
    return f"[{_json([*map(shown, number)])},[{','.join(map(number.__getitem__, texts))}]]"
