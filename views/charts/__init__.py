"""The charts of the page. A chart is a constant specification plus small tables of rows.

    spec("sustainability", palette)            a Vega-Lite dict, built once per palette, for every plan
    data("sustainability", plan, start, sig)   the tables it draws, under the specification's dataset names
    batch("sustainability", plans, start)      the same rows for many plans at once, for a precomputed table

Draw it with `{**spec(...), "datasets": data(...)}`, `theme=None` and `width="stretch"`. No number ever enters
the specification, so the browser keeps the chart and moves its marks; a computed title would rebuild it.
Every chart listens to the page's element `#live`: see `frame.Live`. Nothing here knows Streamlit, so the same
chart can go to a file or a test.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from views.charts import bar_rows, bars, curve_rows, curves, stack, stack_rows
from views.charts.arrow import Sheet
from views.charts.frame import Live
from views.charts.lean import once
from views.charts.palette import Palette
from views.charts.rows import NOTHING_BESIDE, Batch, Beside, Numbers, Rows

__all__ = ["ALT", "NAMES", "NOTHING_BESIDE", "Batch", "Beside", "Numbers", "Rows", "batch", "data", "spec"]


class Picture(NamedTuple):
    build: Callable[[Palette, Live], Any]
    rows: Callable[[Numbers | Batch, Numbers | None, Beside], Rows]
    fixed: Rows
    alt: str


_PICTURES = {
    "sustainability": Picture(
        curves.sustainability,
        curve_rows.sustainability_rows,
        curve_rows.FIXED[True],
        "Lines for Years 1 to 5: public revenue against recurring cost, the gap between them shaded blue where"
        " money is left over and orange where it is short; start-up money in its own column. Where ranges are shown, a grey"
        " band holds what is left over or short in 8 of 10 futures. Figures in the table.",
    ),
    "result": Picture(
        bars.result,
        bar_rows.result_rows,
        bar_rows.FIXED[bar_rows.RESULT],
        "Bars for Years 1 to 5: public revenue minus recurring cost. Blue bars up are money left over, orange"
        " bars down are a shortfall. Where ranges are shown, a thin line over each bar holds 8 of 10 futures.",
    ),
    "balance": Picture(
        bars.balance,
        bar_rows.balance_rows,
        bar_rows.FIXED[bar_rows.BALANCE],
        "Bars for start-up and Years 1 to 5: cumulative balance at the end of each year. Blue above zero,"
        " orange below. Where ranges are shown, a thin line over each bar holds 8 of 10 futures.",
    ),
    "composition": Picture(
        stack.composition,
        stack_rows.composition_rows,
        stack_rows.FIXED,
        "Stacked bars for Years 1 to 5: what the money pays for, from people at the bottom to one-time cost"
        " on top.",
    ),
    "per_pupil": Picture(
        curves.per_pupil,
        curve_rows.per_pupil_rows,
        curve_rows.FIXED[False],
        "Lines for Years 1 to 5: public revenue per student against recurring cost per student, the gap shaded.",
    ),
}

NAMES = tuple(_PICTURES)

# A constant sentence for readers who do not see the chart. The figures are in the page's table.
ALT = {name: picture.alt for name, picture in _PICTURES.items()}


class _Empty(dict[str, Any]):
    """A plan without money, whatever line is asked for: it shows which datasets and fields a chart has."""

    def __missing__(self, line: str) -> tuple[float, ...]:
        return (0.0,) * 6


@cache
def _sheets(name: str) -> dict[str, Sheet]:
    picture = _PICTURES[name]
    return {
        d: Sheet(picture.fixed.get(d, {}), moving)
        for d, moving in picture.rows(_Empty(), None, NOTHING_BESIDE).items()
    }


_building = Lock()


def spec(name: str, palette: Palette) -> dict[str, Any]:
    """The specification, checked against the Vega-Lite schema once. Shared: never change it."""
    with _building:  # many readers who arrive at once wait for a single build
        return _spec(name, palette)


@cache
def _spec(name: str, palette: Palette) -> dict[str, Any]:
    live = Live(name, {dataset: sheet.names for dataset, sheet in _sheets(name).items()})
    built: dict[str, Any] = _PICTURES[name].build(palette, live).to_dict()
    return once(built)


def batch(
    name: str, plan: Batch | Numbers, start: Numbers | None = None, beside: Beside = NOTHING_BESIDE
) -> Rows:
    """Dataset -> field -> array (scenario, row) for plans given as line -> array (scenario, 6).

    The number of rows never changes. A field of shape (1, row) is the same for every scenario. Money is in
    whole dollars, per student in whole cents; NaN is a row that draws nothing.
    """
    picture = _PICTURES[name]
    return {
        dataset: {**picture.fixed.get(dataset, {}), **fields}
        for dataset, fields in picture.rows(plan, start, beside).items()
    }


def data(
    name: str,
    plan: Numbers,
    start: Numbers | None = None,
    beside: Beside = NOTHING_BESIDE,
    sig: int = 0,
) -> dict[str, pa.Table]:
    """Rows for the chart: the batch of one.

    With `start`, the starting plan is drawn in gray wherever it differs; `beside` holds what the curves draw
    beyond that. `sig` names the plan that the rows belong to; while the page's `#live` element names another
    plan, that one is drawn instead.
    """
    sheets = _sheets(name)
    named = pa.array(np.full(max(sheet.rows for sheet in sheets.values()), sig, dtype=np.float64))
    return {
        d: sheets[d].table(fields, named) for d, fields in _PICTURES[name].rows(plan, start, beside).items()
    }
