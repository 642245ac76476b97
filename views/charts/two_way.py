"""The map of two settings: a cell for each pair of settings, the break-even line, the plan outlined."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt
import pyarrow as pa

from model.book.vocabulary import HALF_A_CENT
from model.explain.account import value_in_words
from model.goals.maps import Axis, Map
from model.texts import by_language, say
from model.units import money, money_short
from views.charts.chart_texts import setting_value
from views.charts.frame import by_width, finished, narrow, px, type_size
from views.charts.palette import Palette

# A lever's name: of which axis, how it is set, and where.
_TITLES: tuple[tuple[str, Literal["left", "right"], str], ...] = (
    ("across", "right", "width"),
    ("up", "left", "0"),
)
_HIGH = 25.0  # in type sizes
_FOOT = 1.25  # space for the settings below the cells, in cells
_HEAD = 0.75
# Of the plate below a figure, in the figure's type sizes: its width for each letter, and its height.
_LETTER, _TALL = 0.56, 1.5

_UNSAID = str.maketrans("", "", "$K")  # what figures leave out on a phone


@by_language
def spec(palette: Palette) -> dict[str, Any]:
    """The chart without its rows. Shared: never change it."""
    flat = alt.Scale(nice=False, zero=False, padding=0)
    left = alt.Scale(
        nice=False, zero=False, padding=0, range=[by_width(palette, 4.2, 7), alt.ExprRef("width")]
    )
    x, y = alt.X("x:Q", scale=left, axis=None), alt.Y("y:Q", scale=flat, axis=None)
    cells = alt.Chart(alt.NamedData("cells"))
    tone: Any = (
        alt.when(alt.datum.short)
        .then(alt.value(palette.deficit_fill))
        .otherwise(alt.value(palette.surplus_fill))
    )
    tiles = cells.mark_rect(stroke=palette.background, strokeWidth=2).encode(
        x=x,
        x2="x2:Q",
        y=y,
        y2="y2:Q",
        color=tone,
        description="words:N",
        tooltip=[
            alt.Tooltip("across:N", title=say("charts.tip_across")),
            alt.Tooltip("up:N", title=say("charts.tip_up")),
            alt.Tooltip("told:N", title=say("charts.tip_year5")),
        ],
    )
    # On a phone with long figures every second column has none, as every second setting below has no name.
    brief = "replace(replace(datum.text, '$', ''), 'K', '')"
    crowded = f"datum.longest * {px(palette, 0.45)} > (width - {px(palette, 4.2)}) / datum.columns"
    said = f"({narrow(palette)} ? (datum.odd && {crowded} ? '' : {brief}) : datum.text)"
    middles = cells.transform_calculate(at_x="datum.x + 0.5", at_y="datum.y + 0.5").encode(
        x=alt.X("at_x:Q", scale=left, axis=None), y=alt.Y("at_y:Q", scale=flat, axis=None)
    )
    # The line crosses cells: below each figure a plate of the cell's own color interrupts it.
    letter = by_width(palette, 0.72 * _LETTER, _LETTER, f"length({said}) * {{}}")
    plates = middles.mark_rect(
        width=alt.ExprRef(f"{said} ? {letter.expr} + 4 : 0"),
        height=by_width(palette, 0.72 * _TALL, _TALL),
        aria=False,
    ).encode(color=tone)
    figures = middles.mark_text(fontSize=by_width(palette, 0.72, 1), color=palette.ink, aria=False).encode(
        text=alt.value(alt.ExprRef(said))
    )
    line = (
        alt.Chart(alt.NamedData("line"))
        .mark_rule(color=palette.ink, strokeWidth=palette.size / 5, strokeCap="square", aria=False)
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q")
    )
    plan = (
        alt.Chart(alt.NamedData("plan"))
        .mark_rect(fill=None, stroke=palette.ink, strokeWidth=palette.size / 4, strokeDash=[5, 3], aria=False)
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q")
    )
    names = alt.Chart(alt.NamedData("names"))
    below = (
        names.transform_filter("datum.kind == 'x'")
        .mark_text(color=palette.muted, fontSize=by_width(palette, 0.72, 0.93), aria=False)
        .encode(
            x=x,
            y=y,
            text=alt.when(narrow(palette))
            .then(alt.value(alt.ExprRef("datum.odd ? '' : datum.text")))
            .otherwise(alt.Text("text:N")),
        )
    )
    beside = (
        names.transform_filter("datum.kind == 'y'")
        .mark_text(
            color=palette.muted,
            align="right",
            dx=by_width(palette, -0.9, -0.5),
            fontSize=by_width(palette, 0.8, 0.93),
            aria=False,
        )
        .encode(x=x, y=y, text="text:N")
    )
    titles = [
        names.transform_filter(f"datum.kind == '{kind}'")
        .mark_text(
            color=palette.ink,
            fontWeight=600,
            align=align,
            x=alt.ExprRef(at),
            fontSize=type_size(palette, 0.93),
            aria=False,
        )
        .encode(y=y, text="text:N")
        for kind, align, at in _TITLES
    ]
    layers = [tiles, plan, line, plates, figures, below, beside, *titles]
    built: dict[str, Any] = finished(layers, palette, _HIGH).to_dict()
    return built


def data(found: Map) -> dict[str, pa.Table]:
    """Rows: cells with figures, pieces of the line, the plan's cell, settings and names of the levers."""
    columns = len(found.across.values)
    cells = [_cell(i, j, found) for j in range(len(found.up.values)) for i in range(columns)]
    longest = max((len(str(c["text"]).translate(_UNSAID)) for c in cells), default=0)
    cells = [{**c, "longest": longest, "columns": columns} for c in cells]
    line = [dict(zip(("x", "y", "x2", "y2"), piece, strict=True)) for piece in found.break_even.tolist()]
    i, j = found.across.now, found.up.now
    plan = [] if i is None or j is None else [_square(i, j)]
    return {
        "cells": pa.Table.from_pylist(cells, _CELL),
        "line": pa.Table.from_pylist(line, _SQUARE),
        "plan": pa.Table.from_pylist(plan, _SQUARE),
        "names": pa.Table.from_pylist(_names(found)),
    }


# Places are counted in cells, so half the usual digits are enough for rows that are sent after every move.
_SQUARE = pa.schema([(k, pa.float32()) for k in ("x", "y", "x2", "y2")])
_CELL = pa.schema(
    [
        *_SQUARE,
        *((k, pa.bool_()) for k in ("short", "odd")),
        *((k, pa.int8()) for k in ("longest", "columns")),
        *((k, pa.string()) for k in ("text", "across", "up", "told", "words")),
    ]
)


def _square(i: int, j: int) -> dict[str, float]:
    return {"x": i - 0.5, "y": j - 0.5, "x2": i + 0.5, "y2": j + 0.5}


def _cell(i: int, j: int, found: Map) -> dict[str, Any]:
    usd = float(found.results[j, i])
    across, up = (
        value_in_words(found.across.lever, found.across.values[i]),
        value_in_words(found.up.lever, found.up.values[j]),
    )
    told = money(usd, plus=True)
    text = money_short(usd, plus=True)
    return {
        **_square(i, j),
        "short": usd < -HALF_A_CENT,
        "text": text,
        "odd": _is_odd(i, found.across),
        "across": across,
        "up": up,
        "told": told,
        "words": say(
            "charts.cell_told",
            across=setting_value(found.across.lever, found.across.values[i]),
            up=setting_value(found.up.lever, found.up.values[j]),
            amount=told,
        ),
    }


def _names(found: Map) -> list[dict[str, Any]]:
    high = len(found.up.values)
    rows: list[dict[str, Any]] = []
    for kind, axis in (("x", found.across), ("y", found.up)):
        for i, value in enumerate(axis.values):
            place = (float(i), -0.8) if kind == "x" else (-0.5, float(i))
            rows.append(_name(kind, *place, value_in_words(axis.lever, value), odd=_is_odd(i, axis)))
    across = say("charts.across", setting=found.across.lever.label)
    up = say("charts.up", setting=found.up.lever.label)
    rows.append(_name("across", 0.0, -0.5 - _FOOT * high / 9 - 0.25, across))
    rows.append(_name("up", 0.0, high - 0.5 + _HEAD * high / 9, up))
    return rows


def _is_odd(i: int, axis: Axis) -> bool:
    """Whether a setting is an odd number of steps from the plan's, and gives way where there is no room."""
    return (i - (axis.now or 0)) % 2 == 1


def _name(kind: str, x: float, y: float, text: str, *, odd: bool = False) -> dict[str, Any]:
    return {"kind": kind, "x": x, "y": y, "text": text, "odd": odd}


def table_of(found: Map) -> tuple[list[str], list[list[str]]]:
    """The same figures as a table: head and rows, the highest setting first."""
    corner = say("charts.down_and_across", down=found.up.lever.label, across=found.across.lever.label)
    head = [corner, *_settings(found.across)]
    rows = [
        [name, *(money(x, plus=True) for x in row)]
        for name, row in zip(_settings(found.up), found.results.tolist(), strict=True)
    ]
    return head, rows[::-1]


def _settings(axis: Axis) -> list[str]:
    return [value_in_words(axis.lever, v) for v in axis.values]


def alt_text() -> str:
    """What the map shows, for those who do not see it."""
    return say("charts.alt_map")
