"""The charts on slides: native, with the model's numbers, in number forms that last."""

from __future__ import annotations

import pytest
from lxml import etree

from exchange.slides.native_charts import scale_of
from exchange.slides.number_forms import form_of, form_of_axis
from model.evidence import PRESETS
from model.plan.plan import from_preset
from model.results.projection import project
from model.texts import say
from model.units import money, money_short
from model.year_names import year_names
from tests.exchange.decks import (
    as_a_program_writes,
    charts,
    deck_b,
    deck_of,
    opened,
    pictures,
)
from tests.looped import looped

EACH = looped("preset", list(PRESETS))


@EACH
def test_charts_hold_the_numbers_of_the_model(preset):
    lines, columns = (shape.chart for shape in charts(deck_of(preset)))
    p = project([from_preset(preset).now])
    for chart, keys in ((lines, ("public_revenue", "recurring_cost")), (columns, ("structural_result",))):
        assert list(chart.plots[0].categories) == year_names(1)
        assert [s.name for s in chart.plots[0].series] == [
            say(
                {"public_revenue": "handout.funding", "recurring_cost": "handout.cost"}.get(
                    k, "handout.result"
                )
            )
            for k in keys
        ]
        for series, key in zip(chart.plots[0].series, keys, strict=True):
            assert list(series.values) == pytest.approx([p.cell(key, t) for t in range(1, 6)], abs=0.006)


@EACH
def test_each_chart_says_its_numbers_in_words_and_none_is_a_picture(preset):
    deck = deck_of(preset)
    assert pictures(deck) == []
    for shape in charts(deck):
        alt = shape.element.nvGraphicFramePr.cNvPr.get("descr")
        for series in shape.chart.plots[0].series:
            # Years 1 and 5 as they are written in texts.
            assert all(money(abs(x)) in alt for x in (series.values[0], series.values[-1]))
        assert not shape.chart.has_legend
        assert shape.name


def test_the_axis_is_round_and_writes_dollars_itself():
    lines = charts(opened(deck_b()))[0].chart
    axis = lines.value_axis
    values = [x for s in lines.plots[0].series for x in s.values]
    assert axis.minimum_scale <= min(values) < max(values) <= axis.maximum_scale
    assert axis.minimum_scale % axis.major_unit == axis.maximum_scale % axis.major_unit == 0
    assert not axis.tick_labels.number_format_is_linked
    assert as_a_program_writes(axis.tick_labels.number_format, 5_500_000.0) == "$5.5M"


@looped(
    "usd, written_as",
    [
        (5_220_000, "$5.22M"),
        (-36_400, "−$36K"),
        (640, "$640"),
        (12_100_000, "$12.1M"),
        (-5_200_000, "−$5.2M"),
        (0, "$0"),
    ],
)
def test_a_number_form_writes_as_we_do(usd, written_as):
    assert as_a_program_writes(form_of(usd), usd) == written_as == money_short(usd)


def test_a_number_form_lasts_when_its_number_is_edited():
    assert as_a_program_writes(form_of(5_220_000), -5_310_000) == "−$5.31M"
    assert as_a_program_writes(form_of_axis(250_000, 6e6), 5_750_000) == "$5.75M"
    assert as_a_program_writes(form_of_axis(20_000, 80_000), -40_000) == "−$40K"


def test_labels_stand_at_the_last_point_in_the_order_of_the_format():
    """A program refuses a file whose parts stand in another order than the format's."""
    order = [
        "idx",
        "delete",
        "layout",
        "tx",
        "numFmt",
        "spPr",
        "txPr",
        "dLblPos",
        "showLegendKey",
        "showVal",
        "showCatName",
        "showSerName",
    ]
    order += ["showPercent", "showBubbleSize", "separator"]
    lines, columns = (s.chart.element for s in charts(opened(deck_b())))
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    for chart in (lines, columns):
        for label in chart.iterfind(".//c:dLbl", space):
            names = [etree.QName(x).localname for x in label]
            assert names == sorted(names, key=order.index)
    last = lines.findall(".//c:dLbl", space)
    assert [x.find("c:idx", space).get("val") for x in last] == ["4", "4"]
    assert all(x.find(f"c:{k}", space).get("val") == "1" for x in last for k in ("showSerName", "showVal"))
    axis = [etree.QName(x).localname for x in lines.find(".//c:valAx", space)]
    assert axis.index("crosses") < axis.index("crossBetween") < axis.index("majorUnit")


def test_names_of_two_close_lines_stand_apart():
    """Funding and cost 0.6% apart: the upper name goes up as far as the lower goes down."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    lines = charts(deck_of("us_elementary"))[0]
    up, down = (float(x.get("val")) for x in lines.chart.element.iterfind(f".//{space}dLbl//{space}y"))
    assert up < 0 < down
    assert up == -down


@looped(
    "low, high",
    [(5_112_706, 6_137_405), (0, 0), (-300, 200), (99_990, 100_010), (-2e6, 9e9), (1e10, 1e10 + 5)],
)
def test_a_scale_holds_its_values_with_a_few_round_lines(low, high):
    found = scale_of([low, high])
    assert found.low <= low <= high <= found.high
    assert 2 <= round((found.high - found.low) / found.step) <= 6
    assert found.low / found.step == pytest.approx(round(found.low / found.step))
