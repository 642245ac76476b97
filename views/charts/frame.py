"""What all charts share: style, the year axis, the dollar axis, text that adapts to the width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import altair as alt

from model.texts import say
from model.year_names import year_names
from views.charts.chart_texts import written
from views.charts.palette import Palette

# Below this plot width (in type sizes) labels use their short form and take less space.
NARROW = 33
_ROOM_OF_A_POINT = 0.75  # in type sizes, from the digit before it to the one after it, by the middle of both
TINY = 20  # and below this one, not all years or months have a name


def px(palette: Palette, sizes: float) -> int:
    return round(palette.size * sizes)


def narrow(palette: Palette) -> str:
    return f"width < {px(palette, NARROW)}"


def by_width(palette: Palette, small: float, wide: float, text: str = "{}") -> alt.ExprRef:
    """A pixel expression that takes `small` or `wide` (in type sizes) by the width of the plot."""
    return alt.ExprRef(text.format(f"({narrow(palette)} ? {px(palette, small)} : {px(palette, wide)})"))


def type_size(palette: Palette, factor: float = 1.0) -> alt.ExprRef:
    """Type a little smaller on a phone."""
    return by_width(palette, 0.9 * factor, factor)


def year_axis(palette: Palette, years: range) -> alt.Axis:
    """Years by name; where five names do not fit, those between the first and the last are numbers."""
    some = (
        f"width < {px(palette, _room(year_names(first=1)))} && datum.value > 1 && datum.value < {years[-1]}"
    )
    return axis_of_names(years, f"{some} ? datum.value : {written(year_names())}[datum.value]")


def axis_of_names(values: range, label: str) -> alt.Axis:
    """Names below a picture, one at each value; `label` is the expression that gives it."""
    return alt.Axis(
        values=list(values),
        labelExpr=label,
        title=None,
        grid=False,
        domain=False,
        ticks=False,
        labelOverlap=False,
        labelAngle=0,
        labelPadding=8,
        labelFlush=False,
    )


def _room(names: Sequence[str]) -> float:
    """The plot width (in type sizes) in which these names stand beside each other and do not touch."""
    letter, gap = 0.5, 1
    return max(TINY, len(names) * (letter * max(map(len, names)) + gap))


def money_axis(per_pupil: bool = False, ticks: int = 5) -> alt.Axis:
    """Round dollars. The tick step decides the digits; d3 writes k, readers here expect K."""
    return alt.Axis(
        format="$,.0f" if per_pupil else "$s",
        labelExpr="datum.value == 0 ? '$0' : replace(datum.label, 'k', 'K')",
        # A constant text: the browser's own description names the ends of the scale and is updated late.
        description=say("charts.dollars_per_student") if per_pupil else say("charts.dollars"),
        title=None,
        domain=False,
        ticks=False,
        tickCount=ticks,
    )


class Live:
    """Lets a chart draw numbers that the page provides while a lever moves, before Python has drawn them.

    The value of the chart's element on the page (`heard_at`) is null, or what all charts should show of
    another plan: `{sig, charts: {chart: {dataset: {field: [one value a row]}}}}`. Rows carry `sig`, the plan
    they were computed for, and their number `i`. Rows of the plan that the page names are drawn as they are,
    and so are all rows while it names none: whatever fails there, the rows that Python sent stay. A field
    that is not provided keeps the row's own value. The page sends an `input` event when it has changed the
    value.
    """

    def __init__(self, picture: str, fields: Mapping[str, Sequence[str]]) -> None:
        self._picture, self._fields = picture, fields

    def __call__(self, dataset: str, *layers: alt.Chart) -> alt.LayerChart:
        """Layers over a dataset in which every field `x` that may move has an `x_now`, which is drawn.

        They share one set of rows, so that the browser computes it once.
        """
        held = _held(dataset)
        moves = f"{held} && live.sig != datum.sig"
        calculated = {
            f"{f}_now": f"{moves} && {held}['{f}'] ? {held}['{f}'][datum.i] : datum['{f}']"
            for f in self._fields[dataset]
        }
        layered = cast(alt.LayerChart, alt.layer(*layers, data=alt.NamedData(dataset)))
        return layered.transform_calculate(**calculated)

    def params(self) -> list[alt.Parameter]:
        """What the page says, and what it holds for each dataset: looked up once and not for every row."""
        ours = f"live.charts['{self._picture}']"
        heard = f"#{heard_at(self._picture)}"
        bound = alt.param(name="live", bind=alt.BindDirect(element=heard, event="input"))
        held = [
            alt.param(name=_held(d), expr=f"live && live.charts && {ours} && {ours}['{d}'] || null")
            for d in self._fields
        ]
        sent, given = "data('ends')", _held("ends")
        moved = f"live && {given} && {given}['end'] && length({sent}) && live.sig != {sent}[0].sig"
        ends = [
            alt.param(
                name=end,
                expr=f"{moved} ? {given}['end'][{i}] : length({sent}) ? {sent}[{i}].end : {i}",
            )
            for i, end in enumerate(ENDS)
        ]
        return [bound, *held, *ends]


def heard_at(picture: str) -> str:
    """The id of the page's element that a picture listens to."""
    return f"live-{picture}"


ENDS = ("lowest", "highest")


def _held(dataset: str) -> str:
    return f"held_{dataset}"


def between_the_ends() -> alt.Scale:
    """A scale of dollars between the two ends that a picture's rows have for it."""
    return alt.Scale(domain=[alt.ExprRef(end) for end in ENDS], zero=False, nice=False, padding=0)


def anchors() -> alt.Chart:
    """Nothing that is seen: rows that no mark draws would not come into the picture."""
    points: alt.Chart = alt.Chart().mark_point(opacity=0, size=0, aria=False)
    return points


def keyed(palette_by_key: dict[str, str], field: str = "key") -> alt.Color:
    return alt.Color(
        f"{field}:N",
        scale=alt.Scale(domain=list(palette_by_key), range=list(palette_by_key.values())),
        legend=None,
    )


def short_or_long(palette: Palette) -> Any:
    return (
        alt.when(narrow(palette))
        .then(alt.value(alt.ExprRef("datum.short_now")))
        .otherwise(alt.Text("text_now:N"))
    )


def halo(chart: alt.Chart, palette: Palette, under: str = "", **text: Any) -> list[alt.Chart]:
    """A text twice, first with a thick stroke of background, so that lines do not run through letters.

    `under` says which rows get the stroke; it must not depend on anything that moves. A style sheet could
    paint the stroke below the letters of one text, but the picture as a file has none. It is as wide as a
    point with its room: a line seen above the point of "1.86" would make it "1:86".
    """
    below = chart.transform_filter(under) if under else chart
    stroked = below.mark_text(
        stroke=palette.background,
        strokeWidth=px(palette, _ROOM_OF_A_POINT),
        strokeJoin="round",
        aria=False,
        **text,
    )
    return [stroked, chart.mark_text(aria=False, **text)]


def finished(
    layers: Sequence[alt.Chart | alt.LayerChart], palette: Palette, height: float, live: Live | None = None
) -> alt.LayerChart:
    """One layered chart with our style on itself: a theme would apply to everybody on the server."""
    picture: alt.LayerChart = (
        alt.layer(*layers)
        .add_params(*(live.params() if live else ()))
        .properties(
            height=px(palette, height),
            width="container",
            # The space for labels is recomputed when rows move, as after a run: a chart must not depend on
            # its past.
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding", resize=True),
            padding={"left": 0, "right": 2, "top": 6, "bottom": 2},
        )
        .configure(
            background=palette.background,
            font=palette.font,
            view=alt.ViewConfig(stroke=None),
            axis=alt.AxisConfig(
                labelColor=palette.muted,
                gridColor=palette.grid,
                labelFontSize=type_size(palette),
                labelPadding=6,
                labelLimit=400,
            ),
            text=alt.MarkConfig(fontSize=type_size(palette), color=palette.ink, limit=0),
            # No filter of nulls: it would move a row that reappears behind all others. Lines break at null.
            mark=alt.MarkConfig(invalid="show", tooltip=None),
            line=alt.LineConfig(invalid="break-paths-show-domains"),
        )
    )
    return picture
