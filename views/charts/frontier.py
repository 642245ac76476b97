"""A chart of plans by a measure of the student's side and the Year 5 result, with the line of the best."""

from __future__ import annotations

from typing import Any

import altair as alt
import pyarrow as pa

from model.evidence import LEVERS
from model.goals.frontier import Frontier
from model.texts import by_language, counted, listed, say
from model.units import money_short, number
from views.charts.chart_texts import setting_value
from views.charts.frame import by_width, finished, halo, money_axis, px, type_size
from views.charts.palette import Palette

_HIGH = 20.0
# The name of the axis of each measure.
_AXES = {
    "class_size": "charts.axis_students_in_class",
    "pupils_per_adult": "charts.axis_students_per_adult",
}


@by_language
def spec(palette: Palette) -> dict[str, Any]:
    """The chart without its rows. Shared: never change it."""
    x = alt.X(
        "students:Q",
        scale=alt.Scale(
            nice=True, zero=False, range=[by_width(palette, 4.5, 5), by_width(palette, 2, 5, "width - {}")]
        ),
        axis=alt.Axis(
            title=None, domain=False, ticks=False, grid=False, tickCount=6, description=say("charts.students")
        ),
    )
    y = alt.Y("usd:Q", scale=alt.Scale(nice=True, zero=True), axis=money_axis())
    zero = (
        alt.Chart(alt.NamedData("plan"))
        .mark_rule(color=palette.ink, strokeWidth=1.5, aria=False)
        .encode(y=alt.YDatum(0))
    )
    points = (
        alt.Chart(alt.NamedData("points"))
        .mark_point(filled=True, size=palette.size * 1.3, color=palette.ghost, opacity=0.45, aria=False)
        .encode(x=x, y=y)
    )
    best = alt.Chart(alt.NamedData("best")).encode(x=x, y=y)
    line = best.mark_line(
        interpolate="step-after", color=palette.revenue, strokeWidth=palette.size / 5, aria=False
    ).encode(order="i:Q")
    ends = best.mark_point(filled=True, opacity=1, size=palette.size * 3, color=palette.revenue).encode(
        description="words:N",
        tooltip=[
            alt.Tooltip("words:N", title=say("charts.tip_mix")),
            alt.Tooltip("told_pupils:N", title=say("charts.tip_students")),
            alt.Tooltip("told:N", title=say("charts.tip_year5")),
        ],
    )
    plan = alt.Chart(alt.NamedData("plan")).encode(x=x, y=y)
    mark = plan.mark_point(
        shape="diamond",
        filled=True,
        opacity=1,
        size=palette.size * 12,
        color=palette.cost,
        stroke=palette.background,
        strokeWidth=2,
    ).encode(description="words:N", tooltip=[alt.Tooltip("words:N", title=say("charts.tip_plan"))])
    name = halo(
        plan.encode(text="text:N"),
        palette,
        align="left",
        dx=px(palette, 0.9),
        dy=px(palette, 0.9),
        fontWeight=600,
        fontSize=type_size(palette),
    )
    layers = [zero, points, line, ends, mark, *name, *_axis_names(palette)]
    built: dict[str, Any] = finished(layers, palette, _HIGH).to_dict()
    built["padding"] = {**built["padding"], "top": px(palette, 1.9), "bottom": px(palette, 1.6)}
    return built


def _axis_names(palette: Palette) -> list[alt.Chart]:
    """What lies across and up, on the picture itself: which measure it is comes with the rows."""
    how: dict[str, Any] = {"fontWeight": 600, "fontSize": type_size(palette, 0.93), "color": palette.ink}
    rows = alt.Chart(alt.NamedData("axes"))
    return [
        rows.mark_text(align="left", baseline="bottom", aria=False, **how).encode(
            x=alt.value(0), y=alt.value(-px(palette, 0.6)), text="up:N"
        ),
        rows.mark_text(align="right", baseline="top", aria=False, **how).encode(
            x=alt.value(alt.ExprRef("width")),
            y=alt.value(alt.ExprRef(f"height + {px(palette, 1.7)}")),
            text="across:N",
        ),
    ]


def data(found: Frontier, measure: str) -> dict[str, pa.Table]:
    """Rows: every mix once, those that no other beats, the plan, the names of the axes."""
    pupils, usd = found.measure.tolist(), found.result.tolist()
    seen = sorted({(round(a, 6), float(round(b))) for a, b in zip(pupils, usd, strict=True)})
    best = [
        {
            "i": float(n),
            "students": pupils[i],
            "usd": float(round(usd[i])),
            "words": mix(found, i),
            "told_pupils": number(pupils[i], 1),
            "told": money_short(usd[i], plus=True),
        }
        for n, i in enumerate(found.best.tolist())
    ]
    amount, students = money_short(usd[0], plus=True), number(pupils[0], 1)
    plan = [
        {
            "students": pupils[0],
            "usd": float(round(usd[0])),
            "text": say("charts.plan_amount", amount=amount),
            "words": say("charts.plan_told", amount=amount, count=counted(students)),
        }
    ]
    return {
        "points": pa.Table.from_pylist([{"students": a, "usd": b} for a, b in seen]),
        "best": pa.Table.from_pylist(best),
        "plan": pa.Table.from_pylist(plan),
        "axes": pa.Table.from_pylist([{"across": say(_AXES[measure]), "up": say("charts.axis_result")}]),
    }


def mix(found: Frontier, point: int) -> str:
    """The settings of a point as a list."""
    pairs = zip(found.keys, found.settings[point], strict=True)
    return listed(setting_value(LEVERS[k], v) for k, v in pairs)


def alt_text() -> str:
    """What the chart shows, for those who do not see it."""
    return say("charts.alt_frontier")
