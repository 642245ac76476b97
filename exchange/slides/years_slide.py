"""The second slide: each year's result as columns, standing over the table of the same years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from exchange.slides.inks import COST, INK, MUTED
from exchange.slides.lettering import Box, Lettering, emu, write
from exchange.slides.native_charts import Called, Drawn, add_columns
from exchange.slides.native_tables import BESIDE, Cell, Grid, add_table
from exchange.slides.stage import BOTTOM, EDGE, INSIDE, TOP

if TYPE_CHECKING:
    from pptx.slide import Slide

_NAMES, _YEAR = 2.0, 1.1  # how wide the columns of the table are beside each other
_FIGURE = (
    ("name", Lettering(15, MUTED)),
    ("value", Lettering(34, INK, bold=True)),
    ("beside", Lettering(15, MUTED)),
)
_TABLE = 170.0  # points that the table is high


def years_slide(slide: Slide, content: dict[str, Any], results: Sequence[float], alt: str) -> None:
    """`content` is that of the page for the board; `results` are dollars of Years 1 to 5."""
    years = content["years"]
    count = len(years["head"])
    unit = (INSIDE + 2 * BESIDE) / (_NAMES + count * _YEAR)
    drawn = years["rows"][2]
    top = BOTTOM - _TABLE
    # The columns stand over their years: Year 1 comes after the names and the start-up.
    left = EDGE - BESIDE + unit * (_NAMES + _YEAR)
    chart = Box(left, TOP, unit * _YEAR * len(results), top - TOP - 6)
    _figures(slide, Box(EDGE, TOP, left - EDGE - 20, chart.high), content["figures"][:2])
    add_columns(slide, chart, years["head"][1:], Drawn(drawn["name"], results), Called(drawn["name"], alt))
    rows = [[Cell(row["name"], bold=row["is_main"]), *_cells(row)] for row in years["rows"]]
    add_table(
        slide,
        Box(EDGE, top, INSIDE, _TABLE),
        Grid(
            years["title"],
            (False, *[True] * count),
            ["", *years["head"]],
            rows,
            parts=(_NAMES, *[_YEAR] * count),
        ),
    )


def _figures(slide: Slide, at: Box, figures: Sequence[dict[str, str]]) -> None:
    """Year 5 and the savings then, in large letters beside the columns."""
    for i, figure in enumerate(figures):
        place = Box(at.left, at.top + i * at.high / len(figures), at.wide, at.high / len(figures))
        box = slide.shapes.add_textbox(*map(emu, (place.left, place.top, place.wide, place.high)))
        box.name = figure["name"]
        write(box.text_frame, [(figure[part], how) for part, how in _FIGURE], gap=2)


def _cells(row: dict[str, Any]) -> list[Cell]:
    return [
        Cell(text, COST if below else INK, bold=row["is_main"])
        for text, below in zip(row["cells"], row["below"], strict=True)
    ]
