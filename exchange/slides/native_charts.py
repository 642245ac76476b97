"""Charts that stay charts: whoever has the slides opens a chart's data and changes it.

No chart has a legend: a line is named at its end, and columns carry their values. Each chart says its numbers
in words too, for those who do not see it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exchange.slides.chart_xml import from_edge_to_edge, labels_of, name_and_value, plot_within, value_alone
from exchange.slides.inks import COST, DEFICIT, GRID, MUTED, REVENUE, SURPLUS
from exchange.slides.lettering import Box, emu, rgb
from exchange.slides.number_forms import form_of, form_of_axis

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.slide import Slide

_TYPE, _NAMED = 16.0, 18.0  # points: axes; names and values
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LEAST = 0.04  # of the height in dollars: a scale is no narrower, so that a small gap looks small
_LINES = Box(0.115, 0.03, 0.635, 0.86)  # the plot within its chart, in parts of it
_TWO_LINES = 2.5  # type sizes that a name and its value take


@dataclass(frozen=True, slots=True)
class Called:
    """What a chart is called where slides are edited, and what it shows in words."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line or a row of columns: its name and its dollars of Years 1 to 5."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis and how far its lines are apart, in dollars."""

    low: float
    high: float
    step: float


def scale_of(values: Sequence[float]) -> Scale:
    """Round ends around the values, with three to five lines between them."""
    low, high = min(values), max(values)
    spare = max((max(_LEAST * max(abs(low), abs(high)), 100.0) - (high - low)) / 2, 0.0)
    raw = (high - low + 2 * spare) / 3
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(k * size for k in _STEPS if k * size >= raw * (1 - 1e-9))
    return Scale(math.floor((low - spare) / step) * step, math.ceil((high + spare) / step) * step, step)


def add_lines(
    slide: Slide, at: Box, years: Sequence[str], funding: Drawn, cost: Drawn, called: Called
) -> None:
    """Public funding and yearly cost as two lines, each named at its last point, with its last value."""
    from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE

    chart = _added(slide, at, XL_CHART_TYPE.LINE_MARKERS, years, (funding, cost), called)
    scale = scale_of([*funding.values, *cost.values])
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.tick_labels.number_format = form_of_axis(scale.step, scale.high)
    axis.tick_labels.number_format_is_linked = False  # else it takes no form at all, not even the data's
    axis.format.line.fill.background()
    axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    plot_within(chart, _LINES)
    from_edge_to_edge(chart)
    gap = (funding.values[-1] - cost.values[-1]) / (scale.high - scale.low) * _LINES.high
    # The names at the ends move apart until neither covers the other; the upper one goes up.
    push = max(_TWO_LINES * _NAMED / at.high - abs(gap), 0.0) / 2
    shifts = (-push, push) if gap >= 0 else (push, -push)
    for series, color in zip(chart.plots[0].series, (REVENUE, COST), strict=True):
        series.smooth = False
        series.format.line.width, series.format.line.color.rgb = emu(4.5), rgb(color)
        marker = series.marker
        marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 9
        for part in (marker.format.fill, marker.format.line.fill):
            part.solid()
            part.fore_color.rgb = rgb(color)
        last = series.points[len(series.values) - 1].data_label
        last.font.size, last.font.bold, last.font.color.rgb = emu(_NAMED), True, rgb(color)
    for label, drawn, shift in zip(labels_of(chart), (funding, cost), shifts, strict=True):
        name_and_value(label, form_of(drawn.values[-1]), shift)


def add_columns(slide: Slide, at: Box, years: Sequence[str], drawn: Drawn, called: Called) -> None:
    """What is left over (up, blue) or short (down, orange) in each year, each column with its value.

    The plot takes the whole width, so that the columns can stand over those of a table.
    """
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION

    chart = _added(slide, at, XL_CHART_TYPE.COLUMN_CLUSTERED, years, (drawn,), called)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    low, high = min(*drawn.values, 0.0), max(*drawn.values, 0.0)
    reach = max(high - low, 1_000.0)
    # Beyond the columns is room for their values, and below them for the names of the years.
    room = 1.8 * _NAMED / at.high * reach
    chart.value_axis.minimum_scale = low - (room if low < 0 else 0.0)
    chart.value_axis.maximum_scale = high + (room if high > 0 else 0.0)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    plot_within(chart, Box(0.0, 0.02, 1.0, 0.96))
    plot = chart.plots[0]
    plot.gap_width = 60
    series = plot.series[0]
    series.invert_if_negative = False
    for i, x in enumerate(series.values):
        point = series.points[i]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb(DEFICIT if round(x) < 0 else SURPLUS)
        label = point.data_label
        label.font.size, label.font.bold = emu(_NAMED), True
        label.font.color.rgb = rgb(COST if round(x) < 0 else REVENUE)
        label.position = XL_LABEL_POSITION.OUTSIDE_END
    for one, x in zip(labels_of(chart), drawn.values, strict=True):
        value_alone(one, form_of(x))


def _added(
    slide: Slide, at: Box, kind: Any, years: Sequence[str], drawn: Sequence[Drawn], called: Called
) -> Chart:
    from pptx.chart.data import CategoryChartData

    largest = max((x for d in drawn for x in d.values), key=abs)
    data = CategoryChartData(number_format=form_of(largest))
    data.categories = list(years)
    for d in drawn:
        data.add_series(d.name, [round(x, 2) + 0.0 for x in d.values])
    frame: Any = slide.shapes.add_chart(kind, *map(emu, (at.left, at.top, at.wide, at.high)), data)
    frame.name = called.name
    frame.element.nvGraphicFramePr.cNvPr.set("descr", called.alt)
    chart: Chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.color.rgb = emu(_TYPE), rgb(MUTED)
    return chart
