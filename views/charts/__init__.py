"""The charts of the page. A chart is a constant specification plus small tables of rows.

    spec("sustainability", palette)            a Vega-Lite dict, built once per palette and language
    data("sustainability", plan, start, sig)   the tables it draws, under the specification's dataset names
    batch("sustainability", plans, start)      the same rows for many plans at once, for a precomputed table

Draw it with `{**spec(...), "datasets": data(...)}`, `theme=None` and `width="stretch"`. No number ever enters
the specification, so the browser keeps the chart and moves its marks; a computed title would rebuild it.
Every chart listens to an element of its own in the page's `#live`: see `frame.Live`. Nothing here knows
Streamlit, so the same chart can go to a file or a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from model.texts import by_language, say
from views.charts import bar_rows, bars, curve_rows, curves, stack, stack_rows
from views.charts.arrow import Sheet
from views.charts.frame import Live
from views.charts.lean import once, styled
from views.charts.palette import Palette
from views.charts.rows import NOTHING_BESIDE, Batch, Beside, Numbers, Rows, around

__all__ = [
    "NAMES",
    "NOTHING_BESIDE",
    "Batch",
    "Beside",
    "Numbers",
    "Rows",
    "alt",
    "batch",
    "data",
    "moving",
    "of_futures",
    "spec",
]


class Picture(NamedTuple):
    build: Callable[[Palette, Live], Any]
    rows: Callable[[Numbers | Batch, Numbers | None, Beside], Rows]
    fixed: Callable[[bool], Rows]  # what is the same for every plan that compares with its start, or does not
    alt: str  # the key of the sentence for readers who do not see the chart


_PICTURES = {
    "sustainability": Picture(
        curves.sustainability,
        curve_rows.sustainability_rows,
        partial(curve_rows.fixed_rows, True),
        "charts.alt_sustainability",
    ),
    "result": Picture(
        bars.result,
        bar_rows.result_rows,
        lambda _: bar_rows.fixed_rows(bar_rows.RESULT),
        "charts.alt_result",
    ),
    "balance": Picture(
        bars.balance,
        bar_rows.balance_rows,
        lambda _: bar_rows.fixed_rows(bar_rows.BALANCE),
        "charts.alt_balance",
    ),
    "composition": Picture(
        stack.composition,
        stack_rows.composition_rows,
        lambda _: stack_rows.fixed_rows(),
        "charts.alt_composition",
    ),
    "per_pupil": Picture(
        curves.per_pupil,
        curve_rows.per_pupil_rows,
        partial(curve_rows.fixed_rows, False),
        "charts.alt_per_pupil",
    ),
}

NAMES = tuple(_PICTURES)


def alt(name: str) -> str:
    """A constant sentence for readers who do not see the chart. The figures are in the page's table."""
    return say(_PICTURES[name].alt)


_FAR = (-2e6, -1e6, 1e6, 5e6)  # dollars from a plan: no chart of a plan without money is drawn so far


class _Empty(dict[str, Any]):
    """A plan without money, whatever line is asked for: it shows which datasets and fields a chart has."""

    def __missing__(self, line: str) -> tuple[float, ...]:
        return (0.0,) * 6


@by_language
def _fixed(name: str, compares: bool) -> Rows:
    return _PICTURES[name].fixed(compares)


@by_language
def _sheets(name: str, compares: bool) -> dict[str, Sheet]:
    return {
        d: Sheet(_fixed(name, compares).get(d, {}), fields)
        for d, fields in _PICTURES[name].rows(_Empty(), None, Beside(compares=compares)).items()
    }


_building = Lock()


def spec(name: str, palette: Palette) -> dict[str, Any]:
    """The specification, checked against the Vega-Lite schema once. Shared: never change it."""
    with _building:  # many readers who arrive at once wait for a single build
        return _spec(name, palette)


@by_language
def _spec(name: str, palette: Palette) -> dict[str, Any]:
    live = Live(name, moving(name))
    built: dict[str, Any] = _PICTURES[name].build(palette, live).to_dict()
    return styled(once(built))


def batch(
    name: str, plan: Batch | Numbers, start: Numbers | None = None, beside: Beside = NOTHING_BESIDE
) -> Rows:
    """Dataset -> field -> array (scenario, row) for plans given as line -> array (scenario, 6).

    The number of rows is the same for all plans whose `beside` compares alike. A field of shape (1, row) is
    the same for every scenario. Money is in whole dollars, per student in whole cents. NaN is a row that
    draws nothing.
    """
    return {
        dataset: {**_fixed(name, beside.compares).get(dataset, {}), **fields}
        for dataset, fields in _PICTURES[name].rows(plan, start, beside).items()
    }


def moving(name: str) -> Mapping[str, tuple[str, ...]]:
    """Dataset -> the fields that a plan decides; all others are the same for every plan."""
    return {dataset: sheet.names for dataset, sheet in _sheets(name, False).items()}


@cache
def of_futures(name: str, lines: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Dataset -> the fields that move with the futures of `lines`; all others are the plan's alone.

    Found by drawing a plan without money twice, without futures and with some that lie far off.
    """
    draw = _PICTURES[name].rows
    ends = {end: (far,) * 6 for line in lines for end, far in zip(around(line), _FAR, strict=True)}
    bare, wide = (draw(plan, None, NOTHING_BESIDE) for plan in (_Empty(), _Empty(ends)))
    found = {
        d: tuple(f for f, column in fields.items() if not _same(column, bare[d][f]))
        for d, fields in wide.items()
    }
    return {d: fields for d, fields in found.items() if fields}


def _same(a: NDArray[Any], b: NDArray[Any]) -> bool:
    return np.array_equal(a, b, equal_nan=a.dtype.kind == "f")


def data(
    name: str,
    plan: Numbers,
    start: Numbers | None = None,
    beside: Beside = NOTHING_BESIDE,
    sig: int = 0,
) -> dict[str, pa.Table]:
    """Rows for the chart: the batch of one.

    With `start`, the starting plan is drawn in gray wherever it differs; `beside` holds what the curves draw
    beyond that. `sig` names the plan that the rows belong to; while the chart's element in `#live` names
    another plan, that one is drawn instead.
    """
    sheets = _sheets(name, beside.compares)
    named = pa.array(np.full(max(sheet.rows for sheet in sheets.values()), sig, dtype=np.float64))
    return {
        d: sheets[d].table(fields, named) for d, fields in _PICTURES[name].rows(plan, start, beside).items()
    }
