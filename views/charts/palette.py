"""The only place that defines colors: one frozen palette each for light, dark and projector.

Two families, two hues: blue is money in and money left over, orange is money out and shortfall. Variants of a
family differ by dash or by lightness, never by a third hue, so that red-green color-blind readers and a pale
projector still distinguish them. `tests/house/test_palette.py` checks the contrast of every pair.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

# A font name that holds a digit must be quoted, and the list must end in a generic family; otherwise the
# chart exporter draws no text at all.
FONT = "'Source Sans', 'Source Sans 3', 'Liberation Sans', Arial, sans-serif"


@dataclass(frozen=True)
class Palette:
    """Colors by what they mean, and the type size (px) that everything else scales with."""

    name: str
    background: str
    panel: str  # cards, the start-up column
    ink: str
    muted: str  # secondary text
    grid: str
    ghost: str  # the starting plan
    revenue: str
    cost: str
    total: str  # cost with one-time money
    surplus: str  # bars
    deficit: str
    surplus_fill: str  # the shaded gap: solid and pale, so that text and lines on it keep a known contrast
    deficit_fill: str
    band: str  # 8 of 10 futures; neutral, because its values may be left over or short
    band_half: str  # 5 of 10
    warning: str  # the verdict "at risk", as text
    people: str
    nonpersonnel: str
    development: str
    technology: str
    one_time: str
    on_people: str  # text on a block of that color
    on_nonpersonnel: str
    size: int = 14
    font: str = FONT


LIGHT = Palette(
    name="light",
    background="#ffffff",
    panel="#f4f6f8",
    ink="#1b2733",
    muted="#5b6875",
    grid="#e6eaee",
    ghost="#77838f",
    revenue="#0b4f8a",
    cost="#b3480f",
    total="#6b2706",
    surplus="#2a7fb8",
    deficit="#d9650f",
    surplus_fill="#c9dfee",
    deficit_fill="#f8d9c2",
    band="#eceff2",
    band_half="#dce2e8",
    warning="#7a5400",
    people="#b3480f",
    nonpersonnel="#f0c6a4",
    development="#c27a12",
    technology="#5a2106",
    one_time="#7d8894",
    on_people="#ffffff",
    on_nonpersonnel="#1b2733",
)

DARK = Palette(
    name="dark",
    background="#11161c",
    panel="#1a2129",
    ink="#e8edf2",
    muted="#9fb0c0",
    grid="#2a333d",
    ghost="#8796a5",
    revenue="#7cc0ff",
    cost="#ffa564",
    total="#ffd9bd",
    surplus="#4aa3df",
    deficit="#f08a3c",
    surplus_fill="#1d3f5a",
    deficit_fill="#54331c",
    band="#1d252d",
    band_half="#2a343e",
    warning="#f3cf6b",
    people="#e08a4b",
    nonpersonnel="#7a4a2b",
    development="#c99a3a",
    technology="#ffe3cc",
    one_time="#7d8894",
    on_people="#11161c",
    on_nonpersonnel="#ffffff",
)

# A lit room washes out pale tints and small type: same lines and bars as on paper; darker text, gray and
# shading; larger letters.
PROJECTOR = dataclasses.replace(
    LIGHT,
    name="projector",
    panel="#e9edf1",
    ink="#0c1319",
    muted="#3d4955",
    grid="#c9d1d8",
    ghost="#59656f",
    surplus_fill="#a6cde6",
    deficit_fill="#f3b78e",
    band="#e1e5e9",
    band_half="#cbd2d9",
    size=24,  # the smallest text of a chart is 0.93 of it, and must be 22 or more
)

PALETTES = {p.name: p for p in (LIGHT, DARK, PROJECTOR)}
