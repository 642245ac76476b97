"""How far each lever moves the Year 5 result: bars from the plan's result, with its break-even setting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pyarrow as pa

from model.goals.influence import Influence
from model.goals.ways_in_words import break_even, ends
from model.texts import by_language, say
from model.units import money_short
from views.charts.frame import by_width, finished, halo, px, type_size
from views.charts.palette import Palette

MOST = 10  # bars; the table below has every lever
# Texts beside a bar: at which sign of the change, how they are set, on which side, and the room there.
_SIDES: tuple[tuple[str, Literal["left", "right"], int, str], ...] = (
    ("<", "right", -1, "scale('x', datum.usd)"),
    (">", "left", 1, "width - scale('x', datum.usd)"),
)
_STEP = 3.6  # height of a lever, in type sizes: a name that may take two lines, and its bar
_LETTER = 0.55  # the width of a letter of a name, at most on average, and the height of its line
_LINE = 1.05
_UP = 0.3  # how far above the middle of the row its only or last line stands


@by_language
def spec(palette: Palette, levers: int) -> dict[str, Any]:
    """The chart of so many levers without its rows. Shared: never change it."""
    x = alt.X(
        "usd:Q",
        scale=alt.Scale(
            nice=False, zero=True, range=[by_width(palette, 4.4, 6), by_width(palette, 4.4, 6, "width - {}")]
        ),
        axis=_axis(),
    )
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    rows = alt.Chart(alt.NamedData("ends")).encode(y=y)
    low = px(palette, 1.05)
    bars = rows.mark_bar(height=px(palette, 1.25), yOffset=low, cornerRadiusEnd=2).encode(
        x=x,
        x2="base:Q",
        color=alt.when(alt.datum.change < 0)
        .then(alt.value(palette.deficit))
        .otherwise(alt.value(palette.surplus)),
        description="words:N",
        tooltip=[
            alt.Tooltip("name:N", title=say("charts.tip_setting")),
            alt.Tooltip("text:N", title=say("charts.tip_at")),
            alt.Tooltip("told:N", title=say("charts.tip_year5")),
        ],
    )
    settings = [
        layer
        for sign, align, dx, room in _SIDES
        for layer in halo(
            rows.transform_filter(f"datum.change {sign} 0").encode(x=x, text="text:N"),
            palette,
            align=align,
            dx=dx * px(palette, 0.4),
            dy=low,
            color=palette.muted,
            limit=alt.ExprRef(f"{room} - {px(palette, 0.4)}"),  # a long one is cut; the table has it whole
            fontSize=type_size(palette, 0.93),
        )
    ]
    lines = alt.Chart(alt.NamedData("lines"))
    rules = [
        lines.transform_filter(f"datum.kind == '{kind}'")
        .mark_rule(color=color, strokeWidth=wide, strokeDash=dash, aria=False)
        .encode(x=x)
        for kind, color, wide, dash in (
            ("zero", palette.muted, 1.5, [4, 3]),
            ("plan", palette.ink, 2, [1, 0]),
        )
    ]
    names_of = alt.Chart(alt.NamedData("levers")).encode(y=y)
    marks = (
        names_of.transform_filter("datum.turns")
        .mark_point(
            shape="diamond",
            filled=True,
            size=palette.size * 5,
            color=palette.ink,
            stroke=palette.background,
            strokeWidth=1.5,
            opacity=1,
            yOffset=low,
            aria=False,
        )
        .encode(x=alt.XDatum(0, type="quantitative"))  # no field: it may be that no lever turns
    )
    # Where a name and its break-even do not fit side by side, the break-even stands below the name.
    size = f"({type_size(palette).expr})"
    is_long = f"(datum.even && length(datum.text) * {_LETTER} * {size} > width)"
    wide = f"max({is_long} ? 0 : length(datum.text), length(datum.setting), length(datum.even)) * {_LETTER}"
    # Below each name a plate of background interrupts the lines.
    plates = names_of.mark_rect(
        x=0,
        x2=alt.ExprRef(f"min(width, {wide} * {size})"),
        height=alt.ExprRef(f"({is_long} ? 2.65 : 1.6) * {size}"),
        yOffset=alt.ExprRef(f"{-_UP} * {size} - ({is_long} ? {_LINE / 2} * {size} : 0)"),
        color=palette.background,
        aria=False,
    )
    names = names_of.mark_text(
        align="left",
        x=0,
        dy=alt.ExprRef(f"{-_UP} * {size} - ({is_long} ? {_LINE} * {size} : 0)"),
        lineBreak="\n",
        lineHeight=alt.ExprRef(f"{_LINE} * {size}"),
        limit=alt.ExprRef("width"),
        fontWeight=600,
        fontSize=type_size(palette),
        aria=False,
    ).encode(text=alt.value(alt.ExprRef(f"{is_long} ? datum.setting + '\\n' + datum.even : datum.text")))
    layers = [*rules, plates, bars, marks, *settings, names]
    built: dict[str, Any] = finished(layers, palette, _STEP * max(levers, 1)).to_dict()
    return built


def _axis() -> alt.Axis:
    return alt.Axis(
        orient="top",
        format="$s",
        labelExpr="datum.value == 0 ? '$0' : replace(datum.label, 'k', 'K')",
        description=say("charts.dollars"),
        title=None,
        domain=False,
        ticks=False,
        tickCount=5,
        labelFlush=False,
        labelOverlap=True,
    )


def shown_of(found: Sequence[Influence]) -> list[Influence]:
    """The levers that are drawn: those that move the result at all, at most ten."""
    return [i for i in found if i.swing.size >= 0.5][:MOST]


def data(result: float, found: Sequence[Influence]) -> dict[str, pa.Table]:
    """Rows of the drawn levers: the plan's result in dollars, and what each lever does to it."""
    shown = shown_of(found)
    bars, levers = [], []
    for row, i in enumerate(shown):
        name, said = i.swing.lever.label, break_even(i)
        text = say("charts.setting_even", setting=name, even=said) if said else name
        levers.append({"row": row, "text": text, "setting": name, "even": said, "turns": bool(said)})
        longest: dict[bool, float] = {}
        for _, change in ends(i):
            side = change > 0
            longest[side] = max(longest.get(side, 0.0), abs(change))
        for text, change in ends(i):
            told = money_short(result + change, plus=True)
            # Both ends on one side: the longer bar is named, the shorter one is in the table.
            is_named = abs(change) == longest[change > 0]
            bars.append(
                {
                    "row": row,
                    "name": name,
                    "usd": round(result + change),
                    "base": round(result),
                    "change": float(change),
                    "text": text if is_named else "",
                    "told": told,
                    "words": say("charts.moves_told", setting=name, value=text, amount=told),
                }
            )
    lines = [
        {"kind": "zero", "usd": 0.0},
        {"kind": "plan", "usd": round(result)},
    ]
    return {
        "ends": pa.Table.from_pylist(bars, _BARS),
        "levers": pa.Table.from_pylist(levers, _LEVERS),
        "lines": pa.Table.from_pylist(lines, _LINES),
    }


_TEXT, _NUMBER = pa.string(), pa.float64()
_BARS = pa.schema(
    [("row", pa.int64()), ("name", _TEXT), ("usd", _NUMBER), ("base", _NUMBER), ("change", _NUMBER)]
    + [(k, _TEXT) for k in ("text", "told", "words")]
)
_LEVERS = pa.schema(
    [("row", pa.int64()), *((k, _TEXT) for k in ("text", "setting", "even")), ("turns", pa.bool_())]
)
_LINES = pa.schema([("kind", _TEXT), ("usd", _NUMBER)])


def title(found: Sequence[Influence]) -> str:
    """What the chart shows, in one line."""
    if not found or found[0].swing.size < 0.5:
        return say("charts.nothing_moves")
    first = found[0].swing
    spread = [change for _, change in first.ends] + [0.0]
    amount = money_short(max(spread) - min(spread))
    return say("charts.matters_most", setting=first.lever.label, amount=amount)


def alt_text() -> str:
    """What the chart shows, for those who do not see it."""
    return say("charts.alt_tornado")
