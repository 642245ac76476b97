"""The screens of present mode: what each shows and asks, its charts and colors. No Streamlit here.

Sizes are those of a chart 1280 wide, which the style sheet scales to the window: the proportions are the same
on every projector.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from exchange.showing import LOOKS, SCREENS
from views import charts
from views.charts.palette import DARK, LIGHT, PROJECTOR, Palette

CHART_HEIGHT = 384  # px: labels of the curves stand 27 apart
LOWER = 26  # px less where a lever's name takes a second line
BAR_LETTERS = 84  # letters that fit on one line of the bar, all levers together
ROOM: Mapping[str, Palette] = MappingProxyType(
    {
        look: dataclasses.replace(palette, size=PROJECTOR.size)
        for look, palette in zip(LOOKS, (PROJECTOR, LIGHT, DARK), strict=True)
    }
)


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing the room looks at."""

    title: str
    note: str
    question: str  # asked while the answer is covered
    figure: int | None = None  # the key figure shown beside the title


_SCREENS = (
    Screen(
        "Rating and key figures",
        "",
        "Does the school pay its own way in Year 5, without grants?",
    ),
    Screen(
        "Public revenue against recurring cost",
        "axis does not start at zero",
        "Which line is on top in Year 5, and by how much?",
        0,
    ),
    Screen(
        "Left over or short each year",
        "without grants",
        "Which years are short, and by how much?",
        0,
    ),
    Screen(
        "Cumulative balance",
        "at the end of each year",
        "How much is left at the end of Year 5, and which year is the lowest?",
        1,
    ),
    Screen(
        "Where the money goes",
        "",
        "Which part of the budget grows, and which one shrinks?",
        3,
    ),
    Screen(
        "Per student",
        "axis does not start at zero",
        "What does a student cost in Year 5, and what does a student bring?",
        5,
    ),
)
SHOWN: Mapping[str, Screen] = MappingProxyType(dict(zip(SCREENS, _SCREENS, strict=True)))
# The notes where futures are drawn, short enough to fit.
BANDED: Mapping[str, str] = MappingProxyType(
    {
        "sustainability": "not from zero, gray: where 8 of 10 cases land",
        "result": "lines: where 8 of 10 cases land",
        "balance": "lines: where 8 of 10 cases land",
    }
)


def pictures(screen: str) -> tuple[str, ...]:
    """The charts of a screen: one, or none where the figures are shown instead."""
    return (screen,) if screen in charts.NAMES else ()


def chart_height(labels: Sequence[str]) -> int:
    """The height of a chart above levers of these names."""
    return CHART_HEIGHT - (LOWER if max(map(len, labels)) > BAR_LETTERS / len(labels) else 0)
