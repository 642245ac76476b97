"""What a specification says once: axis, legend and scale of a channel, where all layers agree."""

from __future__ import annotations

import json

import pytest

from views import charts
from views.charts.lean import once, styled
from views.charts.palette import LIGHT


def test_what_is_equal_is_said_once_and_what_differs_stays():
    one, other = {"ticks": False}, {"ticks": True}
    spec = {
        "encoding": {"y": {"field": "a", "axis": one}},
        "layer": [
            {"encoding": {"x": {"axis": one, "scale": {"zero": False}}, "y": {"axis": one}}},
            {"layer": [{"encoding": {"x": {"axis": one, "scale": {"zero": True}}, "y": {"axis": other}}}]},
            {"encoding": {"x": {"scale": {"zero": False}}, "tooltip": [{"field": "a"}]}},
        ],
    }
    assert once(spec) == {
        "encoding": {"y": {"field": "a", "axis": one}},
        "layer": [
            {"encoding": {"x": {"axis": one, "scale": {"zero": False}}, "y": {}}},
            {"layer": [{"encoding": {"x": {"scale": {"zero": True}}, "y": {"axis": other}}}]},
            {"encoding": {"x": {}, "tooltip": [{"field": "a"}]}},
        ],
    }


@pytest.mark.parametrize("name", charts.NAMES)
def test_every_picture_has_one_year_axis_and_one_dollar_axis(name):
    """Otherwise a layer would bring a scale of its own, which nobody decided."""
    written = json.dumps(charts.spec(name, LIGHT))
    assert written.count("[datum.value]") == 1
    assert written.count("replace(datum.label, 'k', 'K')") <= 1, "bars say their dollars and have no axis"


def test_what_is_constant_in_a_mark_is_a_style_said_once():
    """A formula stays in the mark, and so do colors: Vega-Lite turns them into properties anyway."""
    bold = {"type": "text", "fontWeight": 600, "align": "left", "color": "#123456"}
    moving = {"type": "line", "strokeWidth": {"expr": "width / 9"}, "strokeJoin": "round"}
    spec = {
        "config": {"font": "a"},
        "layer": [
            {"mark": dict(bold)},
            {"layer": [{"mark": dict(bold)}, {"mark": moving}, {"mark": "rule"}]},
        ],
    }
    named = {"type": "text", "color": "#123456", "style": "s0"}
    assert styled(spec) == {
        "config": {
            "font": "a",
            "style": {"s0": {"align": "left", "fontWeight": 600}, "s1": {"strokeJoin": "round"}},
        },
        "layer": [
            {"mark": named},
            {
                "layer": [
                    {"mark": named},
                    {"mark": {"type": "line", "strokeWidth": {"expr": "width / 9"}, "style": "s1"}},
                    {"mark": "rule"},
                ]
            },
        ],
    }
