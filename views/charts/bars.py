"""Signed bars: the result of each year, and the balance at each year's end. Their rows: `bar_rows.py`."""

from __future__ import annotations

import altair as alt

from model.texts import say
from views.charts.bar_rows import BALANCE, HIGH, RESULT
from views.charts.chart_texts import worded
from views.charts.frame import Live, anchors, between_the_ends, finished, px, type_size, year_axis
from views.charts.palette import Palette


def _bars(palette: Palette, live: Live, years: range) -> alt.LayerChart:
    x = alt.X(
        "t:Q",
        scale=alt.Scale(domain=[years[0] - 0.5, years[-1] + 0.5], nice=False, zero=False, padding=0),
        axis=year_axis(palette, years),
    )
    as_said = between_the_ends()

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=as_said, axis=None)

    column = f"width / {len(years)}"
    thick = f"min({px(palette, 4.4)}, {column} * 0.62)"
    rows = alt.Chart().encode(x=x)
    down = alt.datum.usd_now < 0
    amount = "format(datum.usd_now, '$,.0f')"
    bars = rows.mark_bar(width=alt.ExprRef(thick), cornerRadiusEnd=2, cursor="pointer").encode(
        y=y("usd_now"),
        y2=alt.Y2Datum(0),
        color=alt.when(down).then(alt.value(palette.deficit)).otherwise(alt.value(palette.surplus)),
        description=worded("charts.bar_told", year="datum.year", amount=amount),
        tooltip=[
            alt.Tooltip("year:N", title=say("charts.tip_year")),
            alt.Tooltip("usd_now:Q", format="$,.0f", title=say("charts.tip_dollars")),
        ],
    )
    start = rows.mark_tick(
        orient="horizontal",
        color=palette.ghost,
        thickness=palette.size / 6,
        size=alt.ExprRef(f"min({px(palette, 5.6)}, {column} * 0.8)"),
        opacity=alt.ExprRef("datum.moved_now"),
        aria=False,
    ).encode(y=y("was_now"))
    # In a row below all bars and lines, so that no line runs through a value or seems to end at it.
    values = rows.mark_text(
        baseline="bottom",
        fontWeight=600,
        fontSize=type_size(palette),
        color=palette.ink,
        y=alt.ExprRef(f"height - {px(palette, 0.1)}"),
        aria=False,
    ).encode(text="text_now:N")
    once = alt.Chart().transform_filter("datum.i == 0")
    zero = once.mark_rule(color=palette.ink, strokeWidth=1.5, aria=False).encode(
        y=alt.YDatum(0, scale=as_said, axis=None)
    )
    note = once.mark_text(
        align="right",
        color=palette.muted,
        fontSize=type_size(palette, 0.93),
        x=alt.ExprRef("width"),
        y=px(palette, 0.4),
        aria=False,
    ).encode(text="note_now:N")
    futures = [
        alt.Chart()
        .mark_rule(color=palette.ink, strokeWidth=wide, opacity=0.55, aria=False)
        .encode(x=x, y=y(f"{low}_now"), y2=alt.Y2(f"{high}_now:Q"))
        for low, high, wide in (("low", "high", 1.5), ("low_half", "high_half", palette.size / 3))
    ]
    # "axis" is given in every layer: Vega-Lite fails when an axis is off in some layers and missing in
    # others.
    layers = [
        live("ends", anchors()),
        live("bars", bars, zero, start),
        live("band", *futures),
        live("bars", values, note),
    ]
    return finished(layers, palette, HIGH, live)


def result(palette: Palette, live: Live) -> alt.LayerChart:
    return _bars(palette, live, RESULT)


def balance(palette: Palette, live: Live) -> alt.LayerChart:
    return _bars(palette, live, BALANCE)
