"""Where the money goes: one stacked bar a year, every block named beside the last bar.

Its rows: `stack_rows.py`.
"""

from __future__ import annotations

import altair as alt

from model.texts import say
from views.charts.chart_texts import worded
from views.charts.frame import (
    Live,
    anchors,
    between_the_ends,
    by_width,
    finished,
    keyed,
    money_axis,
    px,
    short_or_long,
    type_size,
    year_axis,
)
from views.charts.palette import Palette
from views.charts.stack_rows import HIGH


def composition(palette: Palette, live: Live) -> alt.LayerChart:
    # Bars as wide as the years allow, so that they neither touch on a phone nor cover the dollar axis.
    thick = f"min({px(palette, 4.4)}, (width - {px(palette, 9.5)}) / 4 * 0.78)"
    spots = [alt.ExprRef(f"{thick} / 2 + {px(palette, 0.4)}"), by_width(palette, 8.0, 12.6, "width - {}")]
    x = alt.X(
        "t:Q",
        scale=alt.Scale(domain=[1, 5], range=spots, nice=False, zero=False),
        axis=year_axis(palette, range(1, 6)),
    )

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=between_the_ends(), axis=money_axis(ticks=3))

    hues = {
        "personnel": palette.people,
        "other_nonpersonnel": palette.nonpersonnel,
        "pd": palette.development,
        "it": palette.technology,
        "one_time_cost": palette.one_time,
        "on-personnel": palette.on_people,
        "on-other_nonpersonnel": palette.on_nonpersonnel,
    }
    said = "format(datum.top_now - datum.usd_now, '$,.0f')", "format(datum.share_now, '.1f') + '%'"
    blocks = (
        alt.Chart()
        .transform_calculate(told=said[0], part=said[1])
        .mark_bar(
            width=alt.ExprRef(thick),
            stroke=palette.background,
            # A block of nothing leaves no thin line.
            strokeWidth=alt.ExprRef("datum.top_now > datum.usd_now ? 1 : 0"),
            cursor="pointer",
        )
        .encode(
            x=x,
            y=y("usd_now"),
            y2="top_now:Q",
            color=keyed(hues),
            description=worded(
                "charts.part_told",
                part="datum.name",
                year="datum.year",
                amount="datum.told",
                share="datum.part",
            ),
            tooltip=[
                alt.Tooltip("year:N", title=say("charts.tip_year")),
                alt.Tooltip("name:N", title=say("charts.tip_part")),
                alt.Tooltip("told:N", title=say("charts.tip_part_cost")),
                alt.Tooltip("part:N", title=say("charts.tip_part_share")),
            ],
        )
    )
    shares = (
        alt.Chart()
        .transform_filter("datum.on != ''")
        .transform_calculate(middle="(datum.usd_now + datum.top_now) / 2")
        # Where a bar is narrower than its share, the names beside the last one say it.
        .mark_text(
            fontSize=type_size(palette, 0.93),
            opacity=alt.ExprRef(f"{thick} < {px(palette, 2)} ? 0 : 1"),
            aria=False,
        )
        .encode(x=x, y=y("middle"), color=keyed(hues, "on"), text="text_now:N")
    )
    beside = alt.Chart().encode(x=alt.XDatum(5), y=y("place_now"))
    squares = beside.mark_square(
        filled=True,
        opacity=1,
        size=alt.ExprRef(f"datum.text_now ? {palette.size * 8} : 0"),
        xOffset=alt.ExprRef(f"{thick} / 2 + {px(palette, 1)}"),
        aria=False,
    ).encode(color=keyed(hues))
    names = beside.mark_text(
        align="left",
        dx=alt.ExprRef(f"{thick} / 2 + {px(palette, 1.7)}"),
        fontWeight=600,
        color=palette.ink,
        aria=False,
    ).encode(text=short_or_long(palette))
    layers = [live("blocks", blocks, shares), live("labels", squares, names), live("ends", anchors())]
    return finished(layers, palette, HIGH, live)
