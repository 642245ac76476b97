"""A chart of plans by a measure of the student's side and the Year 5 result, with the line of the best."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt
import pyarrow as pa

from model.evidence import LEVERS
from model.explain.account import value_in_words
from model.goals.frontier import Frontier
from model.units import money_short, number
from views.charts.frame import by_width, finished, halo, money_axis, px, type_size
from views.charts.palette import Palette

ALT = (
    "Points, one for each mix of settings: across, students in a class or per adult in Year 5, fewer to the left; up, the Year 5 result. A line in"
    " steps joins the mixes that no other beats; a diamond is the plan as it is. The mixes on the line are in the table."
)
_HIGH = 20.0


@cache
def spec(palette: Palette) -> dict[str, Any]:
    """The chart without its rows. Shared: never change it."""
    quiet: dict[str, Any] = {"aria": False, "tooltip": None}
    x = alt.X(
        "students:Q",
        scale=alt.Scale(
            nice=True, zero=False, range=[by_width(palette, 4.5, 5), by_width(palette, 2, 5, "width - {}")]
        ),
        axis=alt.Axis(title=None, domain=False, ticks=False, grid=False, tickCount=6, description="Students"),
    )
    y = alt.Y("usd:Q", scale=alt.Scale(nice=True, zero=True), axis=money_axis())
    zero = (
        alt.Chart(alt.NamedData("plan"))
        .mark_rule(color=palette.ink, strokeWidth=1.5, **quiet)
        .encode(y=alt.YDatum(0))
    )
    points = (
        alt.Chart(alt.NamedData("points"))
        .mark_point(filled=True, size=palette.size * 1.3, color=palette.ghost, opacity=0.45, **quiet)
        .encode(x=x, y=y)
    )
    best = alt.Chart(alt.NamedData("best")).encode(x=x, y=y)
    line = best.mark_line(
        interpolate="step-after", color=palette.revenue, strokeWidth=palette.size / 5, **quiet
    ).encode(order="i:Q")
    ends = best.mark_point(
        filled=True, opacity=1, size=palette.size * 3, color=palette.revenue, aria=True
    ).encode(
        description="words:N",
        tooltip=[
            alt.Tooltip("words:N", title="Mix"),
            alt.Tooltip("told_pupils:N", title="Students"),
            alt.Tooltip("told:N", title="Year 5 result"),
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
        aria=True,
    ).encode(description="words:N", tooltip=[alt.Tooltip("words:N", title="My plan")])
    name = halo(
        plan.encode(text="text:N"),
        palette,
        align="left",
        dx=px(palette, 0.9),
        dy=px(palette, 0.9),
        fontWeight=600,
        fontSize=type_size(palette),
    )
    built: dict[str, Any] = finished([zero, points, line, ends, mark, *name], palette, _HIGH).to_dict()
    return built


def data(found: Frontier) -> dict[str, pa.Table]:
    """Rows: every mix once, those that no other beats, the plan."""
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
    told = f"My plan {money_short(usd[0], plus=True)}"
    plan = [
        {
            "students": pupils[0],
            "usd": float(round(usd[0])),
            "text": told,
            "words": f"{told}, {number(pupils[0], 1)} students",
        }
    ]
    return {
        "points": pa.Table.from_pylist([{"students": a, "usd": b} for a, b in seen]),
        "best": pa.Table.from_pylist(best),
        "plan": pa.Table.from_pylist(plan),
    }


def mix(found: Frontier, point: int) -> str:
    """The settings of a point in words."""
    pairs = zip(found.keys, found.settings[point], strict=True)
    return "; ".join(f"{LEVERS[k].label} {value_in_words(LEVERS[k], v)}" for k, v in pairs)
