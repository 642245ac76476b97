"""Every color is held to its contrast, and the two families stay apart for color-blind eyes."""

from __future__ import annotations

import dataclasses
import itertools
import math
import re

import pytest

from tests.looped import looped
from views.charts.palette import LIGHT, PALETTES, PROJECTOR, Palette

EACH = looped("palette", PALETTES.values())

# Simulation of severe color blindness in linear RGB (Machado, Oliveira and Fernandes, 2009, severity 1.0).
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    """sRGB to linear light, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> list[float]:
    """Linear RGB to CIE L*a*b*, white D65."""
    r, g, b = (min(1.0, max(0.0, c)) for c in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (c ** (1 / 3) if c > 0.008856 else 7.787 * c + 16 / 116 for c in xyz)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def distance(one: str, other: str, blindness: str | None = None) -> float:
    """CIE76 color difference, as seen with that kind of color blindness."""
    seen = []
    for colour in (one, other):
        rgb = linear(colour)
        if blindness:
            rgb = [sum(m * c for m, c in zip(row, rgb, strict=True)) for row in BLINDNESS[blindness]]
        seen.append(lab(rgb))
    return math.dist(*seen)


def test_the_formula_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@EACH
def test_colours_are_written_in_full(palette: Palette) -> None:
    words = {"name", "font", "size"}
    for field in dataclasses.fields(palette):
        if field.name not in words:
            assert re.fullmatch("#[0-9a-f]{6}", getattr(palette, field.name)), field.name


@EACH
@looped("ground", ["background", "panel"])
@looped("text", ["ink", "muted", "revenue", "cost", "total"])
def test_text_is_readable(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@EACH
@looped("block", ["people", "nonpersonnel"])
def test_text_on_blocks_is_readable(palette: Palette, block: str) -> None:
    assert contrast(getattr(palette, "on_" + block), getattr(palette, block)) >= 4.5


@EACH
@looped(
    "mark",
    [
        "revenue",
        "cost",
        "total",
        "ghost",
        "surplus",
        "deficit",
        "people",
        "development",
        "technology",
        "one_time",
    ],
)
def test_marks_stand_out(palette: Palette, mark: str) -> None:
    assert contrast(getattr(palette, mark), palette.background) >= 3


@EACH
@looped("line", ["revenue", "cost"])
@looped("fill", ["surplus_fill", "deficit_fill"])
def test_lines_stand_out_on_the_shaded_gap(palette: Palette, line: str, fill: str) -> None:
    assert contrast(getattr(palette, line), getattr(palette, fill)) >= 3


@EACH
@looped("blindness", [None, *BLINDNESS])
@looped(
    ("money_in", "money_out", "least"),
    [("revenue", "cost", 30), ("surplus", "deficit", 30), ("surplus_fill", "deficit_fill", 12)],
)
def test_families_stay_apart(
    palette: Palette, money_in: str, money_out: str, least: float, blindness: str | None
) -> None:
    assert distance(getattr(palette, money_in), getattr(palette, money_out), blindness) >= least


@EACH
@looped("blindness", [None, *BLINDNESS])
def test_neighbours_in_the_stack_stay_apart(palette: Palette, blindness: str | None) -> None:
    stack = [palette.people, palette.nonpersonnel, palette.development, palette.technology, palette.one_time]
    for below, above in itertools.pairwise(stack):
        assert distance(below, above, blindness) >= 18, (below, above)


PALE = ("panel", "ink", "muted", "grid", "ghost", "surplus_fill", "deficit_fill", "band", "band_half")


def test_the_projector_keeps_the_hues_and_enlarges_the_type() -> None:
    same = {name: getattr(LIGHT, name) for name in (*PALE, "name", "size")}
    assert dataclasses.replace(PROJECTOR, **same) == LIGHT
    assert PROJECTOR.size * 0.93 >= 22


@looped("name", PALE)
def test_what_a_lit_room_eats_is_stronger_on_a_projector(name: str) -> None:
    assert contrast(getattr(PROJECTOR, name), "#ffffff") > contrast(getattr(LIGHT, name), "#ffffff")
