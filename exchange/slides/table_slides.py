"""The slides that are tables: what was changed, what would hurt most, what the plan assumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exchange.slides.inks import INK, MUTED, REVENUE, TONES
from exchange.slides.letter_widths import LEADING, tall
from exchange.slides.lettering import Box, Lettering, put_text, shown
from exchange.slides.native_tables import Cell, Grid, add_table
from exchange.slides.stage import BOTTOM, EDGE, INSIDE, TOP
from model.units import MINUS

if TYPE_CHECKING:
    from pptx.slide import Slide

_LEADS = (Lettering(20, MUTED), Lettering(16, MUTED))  # in one line, or in several
_UNDER_LEAD = 16.0


def changes_slide(slide: Slide, changes: dict[str, Any]) -> None:
    """Every change with its effect on Year 5, decisions first; how many more there are where room ends."""
    rows = [
        [Cell(name), Cell(moved, MUTED), Cell(effect, _tone(effect), bold=True)]
        for name, moved, effect in changes["rows"]
    ]
    below = _lead(slide, changes["lead"])
    add_table(
        slide,
        below,
        Grid(changes["title"], (False, False, True), changes["head"], rows, changes["more"]),
    )


def events_slide(slide: Slide, events: dict[str, Any]) -> None:
    """The events that hurt most, worst first."""
    below = _lead(slide, events["lead"] if events["rows"] else events["none"])
    rows = [
        [Cell(name, bold=True), Cell(rating, TONES[row["tone"]], bold=True), Cell(jobs)]
        for row in events["rows"]
        for name, rating, jobs in [row["cells"]]
    ]
    if rows:
        add_table(
            slide,
            below,
            Grid(events["title"], (False, False, True), events["head"], rows),
        )


def assumptions_slide(slide: Slide, assumptions: dict[str, Any], about: str) -> None:
    """What the plan assumes and from where; `about` says what kind of figures these are."""
    below = _lead(slide, about)
    rows = [
        [Cell(name, bold=True), Cell(value), Cell(source, REVENUE if row["url"] else MUTED, link=row["url"])]
        for row in assumptions["rows"]
        for name, value, source in [row["cells"]]
    ]
    add_table(
        slide,
        below,
        Grid(assumptions["title"], (False, True, False), assumptions["head"], rows),
    )


def _lead(slide: Slide, text: str) -> Box:
    """A sentence below the title, and the place that is left."""
    how = next((x for x in _LEADS if x.fits(text, INSIDE, x.size * LEADING)), _LEADS[-1])
    high = tall(shown(text), how.size, INSIDE)
    put_text(slide, Box(EDGE, TOP, INSIDE, high), text, how, name=text[:60])
    top = TOP + high + _UNDER_LEAD
    return Box(EDGE, top, INSIDE, BOTTOM - top)


def _tone(effect: str) -> str:
    """The color of a change: blue where it adds, orange where it takes."""
    return TONES["bad"] if effect.startswith(MINUS) else TONES["good"] if effect.startswith("+") else INK
