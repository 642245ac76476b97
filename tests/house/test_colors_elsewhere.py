"""Paper, pictures and slides have the colors of the light page, which views/charts/palette.py defines."""

from __future__ import annotations

import re
from pathlib import Path

from exchange.slides import inks
from views.charts.palette import LIGHT

EXCHANGE = Path(__file__).parents[2] / "exchange"
# What a color of the palette is called elsewhere.
SLIDES = {
    "INK": "ink",
    "MUTED": "muted",
    "PAPER": "background",
    "PANEL": "panel",
    "GRID": "grid",
    "REVENUE": "revenue",
    "COST": "cost",
    "SURPLUS": "surplus",
    "DEFICIT": "deficit",
    "WARNING": "warning",
}
ON_PAPER = {
    "ink": "ink",
    "muted": "muted",
    "panel": "panel",
    "band": "band",
    "half-band": "band_half",
    "blue": "revenue",
    "orange": "cost",
    "brown": "total",
    "amber": "warning",
    "over-fill": "surplus_fill",
    "short-fill": "deficit_fill",
    "over-bar": "surplus",
    "short-bar": "deficit",
}


def test_slides_have_the_colors_of_the_light_page():
    assert {k: getattr(inks, k) for k in SLIDES} == {k: getattr(LIGHT, v) for k, v in SLIDES.items()}
    assert set(inks.TONES.values()) == {LIGHT.revenue, LIGHT.warning, LIGHT.cost, LIGHT.muted}


def test_paper_has_the_colors_of_the_light_page():
    look = (EXCHANGE / "handout" / "look.typ").read_text(encoding="utf-8")
    found = dict(re.findall(r'#let ([a-z-]+) = rgb\("(#[0-9a-f]{6})"\)', look))
    hair = found.pop("hair")  # a line between rows, which a screen does not draw
    assert re.fullmatch("#[0-9a-f]{6}", hair)
    assert found == {k: getattr(LIGHT, v) for k, v in ON_PAPER.items()}
