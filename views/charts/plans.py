"""The yearly result of up to four plans, one line each, named at its end. Its specification is constant, as everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import altair as alt
import numpy as np
import pyarrow as pa

from model.units import money_short
from views.charts.frame import by_width, finished, keyed, money_axis, px, year_axis
from views.charts.rows import YEARS, spread
from views.palette import Palette

LETTERS = ("A", "B", "C", "D")
ALT = "Lines for Years 1 to 5: public revenue minus recurring cost of each plan, with its letter at the end of its line."
_HIGH, _APART = 16.0, 1.5  # in type sizes
_DASHES = ([1, 0], [7, 4], [2, 3], [9, 3, 2, 3])
_ZERO = 0.0


@cache
def spec(palette: Palette) -> dict[str, Any]:
    """The picture without its rows. Shared: never change it."""
    hues = dict(
        zip(LETTERS, (palette.revenue, palette.ink, palette.muted, palette.cost), strict=True)
    )  # hue and dash together: two plans never differ by colour alone
    x = alt.X(
        "t:Q",
        scale=alt.Scale(
            domain=[1, 5],
            range=[by_width(palette, 1.0, 2.2), by_width(palette, 5.6, 9.0, "width - {}")],
            nice=False,
            zero=False,
        ),
        axis=year_axis(palette, range(1, 6)),
    )

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=alt.Scale(nice=True, zero=True), axis=money_axis())

    rows = alt.Chart(alt.NamedData("lines")).encode(x=x, y=y("usd"), color=keyed(hues))
    dash = alt.StrokeDash("key:N", scale=alt.Scale(domain=list(LETTERS), range=list(_DASHES)), legend=None)
    lines = rows.mark_line(strokeWidth=palette.size / 4.7, aria=False, tooltip=None).encode(strokeDash=dash)
    points = rows.mark_point(filled=True, opacity=1, size=palette.size * 4, aria=True).encode(
        description="words:N",
        tooltip=[
            alt.Tooltip("name:N", title="Plan"),
            alt.Tooltip("year:N", title="Year"),
            alt.Tooltip("told:N", title="Left over or short"),
        ],
    )
    zero = (
        alt.Chart(alt.NamedData("lines"))
        .mark_rule(color=palette.ink, strokeWidth=1.5, aria=False, tooltip=None)
        .encode(y=alt.YDatum(0))
    )
    names = (
        alt.Chart(alt.NamedData("ends"))
        .mark_text(align="left", dx=px(palette, 0.7), fontWeight=600, aria=False, tooltip=None)
        .encode(x=x, y=y("place"), color=keyed(hues), text="text:N")
    )
    built: dict[str, Any] = finished([zero, lines, points, names], palette, _HIGH).to_dict()
    return built


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
            "name": f"{key}: {name}",
            "t": float(t),
            "year": f"Year {t}",
            "usd": float(round(usd)),
            "told": money_short(usd, plus=True),
            "words": f"{key}, Year {t}: {money_short(usd, plus=True)}",
        }
        for key, name, row in zip(keys, names, values.tolist(), strict=True)
        for t, usd in zip(YEARS, row, strict=True)
    ]
    ends = [
        {"key": key, "t": 5.0, "place": float(place), "text": f"{key}  {money_short(usd, plus=True)}"}
        for key, place, usd in zip(keys, places.tolist(), values[:, -1].tolist(), strict=True)
    ]
    return {"lines": pa.Table.from_pylist(lines), "ends": pa.Table.from_pylist(ends)}
