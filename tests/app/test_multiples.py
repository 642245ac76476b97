"""The small pictures of events: one scale, the school without the program dashed."""

from __future__ import annotations

from model.texts import listed, say
from views.charts.multiples import Panel, multiples
from views.charts.palette import DARK, LIGHT
from views.markup.said import said


def test_a_small_picture_lies_on_one_scale_with_its_zero():
    """From -100 to 100 over 68 units of height, 6 above: 100 at 6, zero at 40, -100 at 74; years 47 apart."""
    found = multiples([Panel("A & B", [0, 100, 0, -100, 0, 50], None)], LIGHT)
    assert "6.0%2C6.0%2053.0%2C40.0%20100.0%2C74.0%20147.0%2C40.0%20194.0%2C23.0" in found
    amounts = ["+$100", "$0", "\N{MINUS SIGN}$100", "$0", "+$50"]
    assert str(said("charts.panel_told", title="A & B", plan=listed(amounts))) in found
    assert say("charts.panel_end", amount="+$50") in found
    assert "dasharray" not in found


def test_a_small_picture_has_its_twin_dashed_in_the_colours_of_the_theme():
    panels = [Panel("x", [0, 1, 1, 1, 1, 1], [0, 2, 2, 2, 2, 2])]
    for palette in (LIGHT, DARK):
        found = multiples(panels, palette)
        assert found.count("dasharray") == 1
        assert palette.revenue.replace("#", "%23") in found
        plan, twin = listed(["+$1"] * 5), listed(["+$2"] * 5)
        assert say("charts.panel_told_twin", title="x", plan=plan, twin=twin) in found
        assert say("charts.panel_ends", amount="+$1", twin="+$2") in found


def test_no_picture_of_nothing_fails():
    assert "<figure" not in multiples([], LIGHT)
