"""The yearly result of up to four plans: one line each in one chart, or one chart each on the same scale.

Both specifications are constant, as everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import numpy as np
import pyarrow as pa

from model.texts import by_language, say
from model.units import money_short, year_name
from model.years import OPERATING
from views.charts.frame import by_width, finished, halo, keyed, money_axis, px, year_axis
from views.charts.palette import Palette
from views.charts.rows import spread

LETTERS = ("A", "B", "C", "D")  # the keys of the lines; people read the names of the plans
_HIGH, _APART = 16.0, 2.7  # in type sizes; at the end of a line stand a name and an amount
_RIGHT = (7.6, 13.0)  # space for them, on a phone and elsewhere
_HIGH_EACH = 12.0
# At the end of a line: the field, how far from the middle in type sizes, and its weight.
_NAMES: tuple[tuple[str, float, Literal[400, 600]], ...] = (("text", -0.6, 600), ("amount", 0.6, 400))
_DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3])
_ZERO = 0.0
_LINES = pa.schema(
    [(x, pa.string()) for x in ("key", "name")]
    + [
        ("t", pa.float64()),
        ("year", pa.string()),
        ("usd", pa.float64()),
        ("told", pa.string()),
        ("words", pa.string()),
    ]
)


def _hues(palette: Palette) -> dict[str, str]:
    # Hue and dash together: two plans never differ by color alone.
    hues = (palette.revenue, palette.ink, palette.muted, palette.cost)
    return dict(zip(LETTERS, hues, strict=True))


def _x(palette: Palette, right: tuple[float, float]) -> alt.X:
    ends = [by_width(palette, 1.0, 2.2), by_width(palette, *right, "width - {}")]
    scale = alt.Scale(domain=[1, 5], range=ends, nice=False, zero=False)
    return alt.X("t:Q", scale=scale, axis=year_axis(palette, range(1, 6)))


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", scale=alt.Scale(nice=True, zero=True), axis=money_axis())


def _layers(palette: Palette, x: alt.X) -> list[alt.Chart]:
    """Zero, lines and points of the dataset `lines`."""
    rows = alt.Chart(alt.NamedData("lines")).encode(x=x, y=_y("usd"), color=keyed(_hues(palette)))
    dash = alt.StrokeDash("key:N", scale=alt.Scale(domain=list(LETTERS), range=list(_DASHES)), legend=None)
    zero = alt.Chart(alt.NamedData("lines")).mark_rule(color=palette.ink, strokeWidth=1.5, aria=False)
    points = rows.mark_point(filled=True, opacity=1, size=palette.size * 4).encode(
        description="words:N",
        tooltip=[
            alt.Tooltip("name:N", title=say("compare.picture_plan")),
            alt.Tooltip("year:N", title=say("compare.picture_year")),
            alt.Tooltip("told:N", title=say("compare.picture_amount")),
        ],
    )
    return [
        zero.encode(y=alt.YDatum(0)),
        rows.mark_line(strokeWidth=palette.size / 4.7, aria=False).encode(strokeDash=dash),
        points,
    ]


@by_language
def spec(palette: Palette) -> dict[str, Any]:
    """All plans in one chart, without its rows. Shared: never change it."""
    x = _x(palette, _RIGHT)
    ends = alt.Chart(alt.NamedData("ends")).encode(x=x, y=_y("place"), color=keyed(_hues(palette)))
    limit = by_width(palette, _RIGHT[0] - 0.8, _RIGHT[1] - 0.8)
    names = [
        layer
        for field, dy, weight in _NAMES
        for layer in halo(
            ends.encode(text=f"{field}:N"),
            palette,
            align="left",
            dx=px(palette, 0.7),
            dy=px(palette, dy),
            limit=limit,
            fontWeight=weight,
        )
    ]
    built: dict[str, Any] = finished([*_layers(palette, x), *names], palette, _HIGH).to_dict()
    return built


@by_language
def spec_each(palette: Palette) -> dict[str, Any]:
    """One plan's own chart, without its rows. The others are in it in gray, so that all share a scale."""
    x = _x(palette, (1.6, 2.2))
    others = (
        alt.Chart(alt.NamedData("others"))
        .mark_line(color=palette.ghost, strokeWidth=palette.size / 9, aria=False)
        .encode(x=x, y=_y("usd"), detail="key:N")
    )
    name = (
        alt.Chart(alt.NamedData("title"))
        .mark_text(align="left", baseline="top", fontWeight=600, limit=alt.ExprRef("width"), aria=False)
        .encode(x=alt.value(0), y=alt.value(-px(palette, 2.8)), color=keyed(_hues(palette)), text="text:N")
    )
    figures = (
        alt.Chart(alt.NamedData("title"))
        .mark_text(align="left", baseline="top", limit=alt.ExprRef("width"), aria=False)
        .encode(x=alt.value(0), y=alt.value(-px(palette, 1.6)), text="figures:N")
    )
    built: dict[str, Any] = finished(
        [others, *_layers(palette, x), name, figures], palette, _HIGH_EACH
    ).to_dict()
    built["padding"] = {**built["padding"], "top": px(palette, 3.1)}
    return built


def data_each(names: Sequence[str], results: Sequence[Sequence[float]]) -> list[dict[str, pa.Table]]:
    """Rows of each plan's own chart, in the order of the plans."""
    lines = data(names, results)["lines"].to_pylist()
    return [
        {
            "lines": pa.Table.from_pylist([r for r in lines if r["key"] == key], _LINES),
            "others": pa.Table.from_pylist([r for r in lines if r["key"] != key], _LINES),
            "title": pa.Table.from_pylist([{"key": key, "text": name, "figures": _first_and_last(row)}]),
        }
        for key, name, row in zip(LETTERS, names, results, strict=False)
    ]


def _first_and_last(row: Sequence[float]) -> str:
    return say(
        "compare.picture_ends", first=money_short(row[1], plus=True), last=money_short(row[5], plus=True)
    )


def data(names: Sequence[str], results: Sequence[Sequence[float]]) -> dict[str, pa.Table]:
    """Rows of one to four plans: their names, and the structural result of Years 0 to 5 of each."""
    values = np.array(results, dtype=float)[:, 1:]
    keys = LETTERS[: len(values)]
    low, high = min(values.min(), _ZERO), max(values.max(), _ZERO)
    apart = np.array([max(high - low, 1.0) * _APART / _HIGH])
    places = spread(values[None, :, -1], apart, np.array([low]), np.array([max(high, low + 1.0)]))[0]
    lines = [
        {
            "key": key,
            "name": name,
            "t": float(t),
            "year": year_name(t),
            "usd": float(round(usd)),
            "told": money_short(usd, plus=True),
            "words": say(
                "compare.picture_point", plan=name, year=year_name(t), amount=money_short(usd, plus=True)
            ),
        }
        for key, name, row in zip(keys, names, values.tolist(), strict=True)
        for t, usd in zip(OPERATING, row, strict=True)
    ]
    ends = [
        {
            "key": key,
            "t": 5.0,
            "place": float(place),
            "text": name,
            "amount": money_short(usd, plus=True),
        }
        for key, name, place, usd in zip(keys, names, places.tolist(), values[:, -1].tolist(), strict=True)
    ]
    return {"lines": pa.Table.from_pylist(lines, _LINES), "ends": pa.Table.from_pylist(ends)}


def alt_text() -> str:
    """What the chart of all plans shows, for those who do not see it."""
    return say("compare.picture_alt")


def alt_of_one() -> str:
    """What the chart of one plan shows."""
    return say("compare.picture_each_alt")
