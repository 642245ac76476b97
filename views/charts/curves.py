"""Two curves and the gap between them, over five years: the specification. Its rows: `curve_rows.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt

from model.texts import say
from views.charts.chart_texts import expression, written
from views.charts.curve_rows import SMALL, TALL
from views.charts.frame import (
    Live,
    anchors,
    between_the_ends,
    by_width,
    finished,
    halo,
    keyed,
    money_axis,
    narrow,
    px,
    short_or_long,
    type_size,
    year_axis,
)
from views.charts.palette import Palette

# The heads of the tooltips, year by year; the start-up year has one-time money only.
_TIPS = {
    "revenue": "charts.tip_funding",
    "cost": "charts.tip_cost",
    "total": "charts.tip_total",
    "grants": "charts.tip_grants",
    "result": "charts.tip_result",
}
_ONCE = ("total", "grants")


def _x(palette: Palette, startup: bool, field: str = "t") -> alt.X:
    """Years at the left, space for the labels at the right; the start-up year in a column of its own."""
    last = by_width(palette, 5.0, 12.6, "width - {}")
    if startup:
        spots = [by_width(palette, 2.05, 4.2), by_width(palette, 5.4, 10.6), last]
        scale = alt.Scale(domain=[0, 1, 5], range=spots, nice=False, zero=False)
        return alt.X(f"{field}:Q", scale=scale, axis=year_axis(palette, range(6)))
    scale = alt.Scale(domain=[1, 5], range=[by_width(palette, 1.0, 2.2), last], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=year_axis(palette, range(1, 6)))


def _hues(palette: Palette) -> dict[str, str]:
    """Hue by family; the dash distinguishes the variants of a family."""
    return {
        "was_revenue": palette.ghost,
        "was_cost": palette.ghost,
        "assumed_revenue": palette.ghost,
        "assumed_cost": palette.ghost,
        "revenue": palette.revenue,
        "cost": palette.cost,
        "with_grants": palette.revenue,
        "total": palette.total,
        "ghost": palette.muted,
        "note": palette.muted,
    }


def _shade(palette: Palette, x: alt.X, y: Callable[[str], alt.Y]) -> list[alt.Chart]:
    both = alt.Chart().encode(x=x, y=y("cost_now"))
    return [
        both.mark_area(color=color, aria=False).encode(y2=alt.Y2(f"{edge}_now:Q"))
        for color, edge in ((palette.surplus_fill, "over"), (palette.deficit_fill, "under"))
    ]


def _band(palette: Palette, x: alt.X, y: Callable[[str], alt.Y]) -> list[alt.Chart]:
    """Where revenue may lie against this cost: 8 of 10 futures, and within them 5 of 10."""
    ends = (("low", "high", palette.band), ("low_half", "high_half", palette.band_half))
    return [
        alt.Chart()
        .mark_area(color=color, aria=False)
        .encode(x=x, y=y(f"{low}_now"), y2=alt.Y2(f"{high}_now:Q"))
        for low, high, color in ends
    ]


# How the variants of a family are dashed; what is not named here is drawn through.
_DASHES = {
    "was_revenue": (5, 4),
    "was_cost": (5, 4),
    "assumed_revenue": (1.5, 3),
    "assumed_cost": (1.5, 3),
    "with_grants": (2, 4),
    "total": (7, 4),
}


def _line(palette: Palette, x: alt.X, y: alt.Y, wide: float) -> alt.Chart:
    hues = _hues(palette)
    scale = alt.Scale(domain=list(hues), range=[list(_DASHES.get(key, (1, 0))) for key in hues])
    dash = alt.StrokeDash("key:N", scale=scale, legend=None)
    line: alt.Chart = (
        alt.Chart()
        .mark_line(strokeJoin="round", strokeWidth=wide, aria=False)
        .encode(x=x, y=y, color=keyed(hues), strokeDash=dash)
    )
    return line


def _points(palette: Palette, x: alt.X, hover: alt.Parameter) -> alt.Chart:
    """The points of the year under the pointer. A row may hold no value, so their height is an expression."""
    there: Any = {"and": [{"param": hover.name, "empty": False}, "datum.t == floor(datum.t)"]}
    height = "isValid(datum.usd_now) ? scale('y', datum.usd_now) : 0"
    size = f"isValid(datum.usd_now) ? {palette.size * 6} : 0"
    points: alt.Chart = (
        alt.Chart()
        .transform_filter(there)
        .mark_point(filled=True, opacity=1, aria=False)
        .encode(
            x=x,
            color=keyed(_hues(palette)),
            y=alt.value(alt.ExprRef(height)),
            size=alt.value(alt.ExprRef(size)),
        )
    )
    return points


def _texts(palette: Palette, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Notes beside the lines, labels at their ends and the gap: one set of rows, distinguished by role."""

    def by_role(note: str, label: str, gap: str) -> alt.ExprRef:
        return alt.ExprRef(f"datum.role == 'note' ? {note} : datum.role == 'gap' ? {gap} : {label}")

    beside = f"({by_width(palette, 0.45, 0.8).expr})"
    sizes = [f"({type_size(palette, factor).expr})" for factor in (0.93, 1.0, 1.22)]
    return halo(
        alt.Chart().encode(x=x, y=y, color=keyed(_hues(palette), "key_now"), text=short_or_long(palette)),
        palette,
        under="datum.role != 'gap'",
        align="left",
        dx=by_role("3", beside, beside),
        fontSize=by_role(*sizes),
        fontWeight=by_role("400", "600", "700"),
    )


def _years(palette: Palette, x: alt.X, hover: alt.Parameter, startup: bool) -> alt.Chart:
    """The hover rule: always there, visible only under the pointer, and read out year by year."""
    told = {f: f"format(datum.{f}_now, '$,.0f')" for f in _TIPS if startup or f not in _ONCE}
    told["result"] = f"(datum.result_now > 0 ? '+' : '') + {told['result']}"
    year = "datum.year"
    words = expression(
        "charts.year_told", year=year, funding=told["revenue"], cost=told["cost"], result=told["result"]
    )
    if startup:
        once = expression("charts.startup_told", year=year, cost=told["total"], grants=told["grants"])
        words = f"(datum.t == 0 ? {once} : {words}) + (datum.happens_now ? ' ' + datum.happens_now : '')"
        happening = expression("charts.year_happens", year=year, happens="datum.happens_now")
        year = f"datum.happens_now ? {happening} : {year}"
    none = f"datum.t == 0 ? {written(say('charts.none_yet'))} : "
    tips = {f"tip_{f}": text if f in _ONCE else none + text for f, text in told.items()}
    rule: alt.Chart = (
        alt.Chart()
        .transform_calculate(**tips, tip_year=year)
        .mark_rule(strokeWidth=1.5, color=palette.muted, cursor="pointer")
        .encode(
            x=x,
            # On start-up it would run through words.
            opacity=alt.when(hover)
            .then(alt.value(alt.ExprRef("datum.t ? 0.7 : 0.15")))
            .otherwise(alt.value(0)),
            description=alt.value(alt.ExprRef(words)),
            tooltip=[
                alt.Tooltip("tip_year:N", title=say("charts.tip_year")),
                *(alt.Tooltip(f"tip_{f}:N", title=say(_TIPS[f])) for f in told),
            ],
        )
        .add_params(hover)
        .properties(name="hover_rule")
    )
    return rule


def _marks(palette: Palette, x: alt.X, y: alt.Y) -> alt.Chart:
    """A diamond on the curve in each year in which something happens."""
    diamonds: alt.Chart = (
        alt.Chart()
        .mark_point(
            shape="diamond",
            filled=True,
            color=palette.ink,
            stroke=palette.background,
            strokeWidth=1.5,
            opacity=1,
            aria=False,
        )
        .encode(x=x, y=y, size=alt.value(alt.ExprRef(f"datum.seen_now * {palette.size * 9}")))
    )
    return diamonds


def _startup(palette: Palette, x: alt.X) -> list[alt.Chart]:
    """The start-up year holds one-time money only and would compress the scale, so it is a column of text."""
    column = (
        alt.Chart()
        .transform_filter("datum.i == 0")
        .mark_rect(
            color=palette.panel,
            cornerRadius=4,
            x=0,
            x2=by_width(palette, 4.1, 8.4),
            y=0,
            y2=alt.ExprRef("height + 1"),
            aria=False,
        )
    )

    def words(at: str, **text: Any) -> alt.Chart:
        place = alt.ExprRef(f"height / 2 + datum.{at} * {px(palette, 1.3)}")
        spoken: alt.Chart = (
            alt.Chart()
            .mark_text(fontSize=type_size(palette), **text, aria=False)
            .encode(x=x, y=alt.value(place))
        )
        return spoken

    name = alt.when(narrow(palette)).then(alt.value(alt.ExprRef("datum.brief"))).otherwise(alt.Text("name:N"))
    return [
        column,
        words("name_at", fontWeight=400, color=palette.muted).encode(text=name),
        words("text_at", fontWeight=700).encode(color=keyed(_hues(palette)), text="text_now:N"),
    ]


def _curves(palette: Palette, live: Live, startup: bool) -> alt.LayerChart:
    x = _x(palette, startup)
    moving_x = _x(palette, startup, "t_now")

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=between_the_ends(), axis=money_axis(not startup))

    hover = alt.selection_point(
        name="hover",
        fields=["t"],
        encodings=[],
        nearest=True,
        on="pointerover",
        clear="pointerout",
        empty=False,
    )
    layers = [
        *([live("band", *_band(palette, x, y)), live("startup", *_startup(palette, x))] if startup else []),
        live("shade", *_shade(palette, moving_x, y)),
        live("ghosts", _line(palette, x, y("usd_now"), 1.5)),
        live("lines", _line(palette, x, y("usd_now"), palette.size / 4.7), _points(palette, x, hover)),
        *([live("marks", _marks(palette, x, y("usd_now")))] if startup else []),
        live("ends", anchors()),
        live("texts", *_texts(palette, moving_x, y("place_now"))),
        live("years", _years(palette, x, hover, startup)),
    ]
    return finished(layers, palette, TALL if startup else SMALL, live)


def sustainability(palette: Palette, live: Live) -> alt.LayerChart:
    return _curves(palette, live, startup=True)


def per_pupil(palette: Palette, live: Live) -> alt.LayerChart:
    return _curves(palette, live, startup=False)
