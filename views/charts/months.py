"""The balance at the end of each month of Year 1; the lowest is outlined and named.

The specification is constant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pyarrow as pa

from model.months.months_in_words import month_name
from model.texts import by_language, say
from model.units import money, money_short
from views.charts.chart_texts import written
from views.charts.frame import TINY, axis_of_names, finished, halo, money_axis, narrow, px, type_size
from views.charts.palette import Palette

_HIGH = 15.0  # in type sizes
_MARGIN = 0.14  # of the span, beyond the bars, for their labels


@by_language
def spec(palette: Palette) -> dict[str, Any]:
    """The chart without its rows. Shared: never change it."""
    names = written([month_name(i, short=True) for i in range(12)])
    x = alt.X(
        "t:Q",
        scale=alt.Scale(domain=[-0.5, 11.5], nice=False, zero=False, padding=0),
        axis=axis_of_names(
            range(12), f"width < {px(palette, TINY)} && datum.value % 2 ? '' : {names}[datum.value]"
        ),
    )

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=alt.Scale(nice=False, zero=True), axis=money_axis())

    rows = alt.Chart(alt.NamedData("months")).encode(x=x)
    invisible = rows.mark_point(opacity=0, size=0, aria=False).encode(y=y("end"))
    below = alt.datum.usd < 0
    bars = rows.mark_bar(
        width=alt.ExprRef(f"min({px(palette, 3.6)}, width / 12 * 0.7)"),
        cornerRadiusEnd=2,
        stroke=palette.ink,
        strokeWidth=alt.ExprRef(f"datum.lowest ? {palette.size / 6} : 0"),
    ).encode(
        y=y("usd"),
        y2=alt.Y2Datum(0),
        color=alt.when(below).then(alt.value(palette.deficit)).otherwise(alt.value(palette.surplus)),
        description="words:N",
        tooltip=[
            alt.Tooltip("month:N", title=say("charts.tip_month")),
            alt.Tooltip("told:N", title=say("charts.tip_balance")),
        ],
    )
    zero = rows.mark_rule(color=palette.ink, strokeWidth=1.5, aria=False).encode(y=alt.YDatum(0))
    labels = halo(
        rows.encode(
            y=y("usd"),
            # Twelve labels do not fit on a phone: there only the lowest month is named.
            text=alt.when(f"{narrow(palette)} && !datum.lowest")
            .then(alt.value(""))
            .otherwise(alt.Text("text:N")),
        ),
        palette,
        fontWeight=alt.ExprRef("datum.lowest ? 700 : 400"),
        fontSize=type_size(palette, 0.93),
        color=palette.ink,
        dy=alt.ExprRef(f"(datum.usd < 0 ? -1 : 1) * {px(palette, -0.85)}"),
    )
    built: dict[str, Any] = finished([invisible, bars, zero, *labels], palette, _HIGH).to_dict()
    return built


def data(balances: Sequence[float], lowest: int) -> dict[str, pa.Table]:
    """Rows of one plan: its balance at the end of July to June, and the number of the lowest month."""
    low, high = min(*balances, 0.0), max(*balances, 0.0)
    margin = max(high - low, 1.0) * _MARGIN
    ends = (low - margin if low < 0 else low, high + margin)
    rows = [
        {
            "t": float(t),
            "month": name,
            "usd": float(round(usd)),
            "end": float(round(ends[t % 2])),
            "lowest": t == lowest,
            "text": money_short(usd),
            "told": money(usd),
            "words": _told(name, money(usd), t == lowest),
        }
        for t, (name, usd) in enumerate(zip(map(month_name, range(12)), balances, strict=True))
    ]
    return {"months": pa.Table.from_pylist(rows)}


def _told(name: str, amount: str, is_lowest: bool) -> str:
    if is_lowest:
        return say("charts.month_lowest", month=name, amount=amount)
    return say("charts.month_told", month=name, amount=amount)


def alt_text() -> str:
    """What the chart shows, for those who do not see it."""
    return say("charts.alt_months")
