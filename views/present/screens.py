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
from model.texts import say
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
    """One thing the room looks at, by the keys of its texts."""

    title: str
    question: str  # asked while the answer is covered
    note: str = ""
    banded: str = ""  # the note where futures are drawn, short enough to fit
    figure: int | None = None  # the key figure shown beside the title

    def beside(self, *, is_banded: bool) -> str:
        """What stands small beside the title."""
        key = self.banded if is_banded and self.banded else self.note
        return say(key) if key else ""


_SCREENS = (
    Screen("present.answer_title", "present.answer_question"),
    Screen(
        "present.sustainability_title",
        "present.sustainability_question",
        "present.sustainability_note",
        "present.sustainability_banded",
        figure=0,
    ),
    Screen(
        "present.result_title",
        "present.result_question",
        "present.result_note",
        "present.result_banded",
        figure=0,
    ),
    Screen(
        "present.balance_title",
        "present.balance_question",
        "present.balance_note",
        "present.balance_banded",
        figure=1,
    ),
    Screen("present.composition_title", "present.composition_question", figure=3),
    Screen("present.per_pupil_title", "present.per_pupil_question", "present.per_pupil_note", figure=5),
)
SHOWN: Mapping[str, Screen] = MappingProxyType(dict(zip(SCREENS, _SCREENS, strict=True)))


def pictures(screen: str) -> tuple[str, ...]:
    """The charts of a screen: one, or none where the figures are shown instead."""
    return (screen,) if screen in charts.NAMES else ()


def chart_height(labels: Sequence[str]) -> int:
    """The height of a chart above levers of these names."""
    return CHART_HEIGHT - (LOWER if max(map(len, labels)) > BAR_LETTERS / len(labels) else 0)
