"""Tables that fit their slide: letters as large as they can be, and no more rows than there is room for.

A program that opens slides makes a row higher where its text needs it, and so pushes a table off its slide.
So the height of every row is worked out before, and what does not fit is told in a line below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from exchange.slides.inks import GRID, INK, MUTED
from exchange.slides.letter_widths import LEADING, lines_of, wide
from exchange.slides.lettering import Box, Lettering, emu, put_text, shown, write

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.table import _Cell

_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
_LEAST_IN_SINGLE_LINES, _LEAST_OF_A_LIST = 18.0, 16.0
_MORE, _UNDER = 16.0, 8.0  # the line below: its letters, and how far below
BESIDE, _ABOVE, _MOST_AIR = (
    8.0,
    5.0,
    16.0,
)  # points free beside, above and below a text; more in a row at most
_SPARE = 1.03  # of a text's width: no two programs measure alike
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the style without lines and fills
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a cell, with a color of its own where it has a meaning, and the address that it leads to."""

    text: str
    color: str = INK
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its name, which columns hold numbers, its head, its rows.

    `parts` are the widths of the columns in parts of the whole; without them each is as wide as its texts
    ask for. `more[n]` is said below where n rows are shown; empty where nothing is to be said.
    """

    name: str
    numbers: Sequence[bool]
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    more: Sequence[str] = ()
    parts: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a table fits its place: size of the letters, widths of columns, heights of the head and of rows."""

    size: float
    widths: Sequence[float]
    heights: Sequence[float]
    in_single_lines: bool
    breaks_a_number: bool


def add_table(slide: Slide, at: Box, grid: Grid) -> None:
    """The table with as many of its rows as fit, and below it what was left out."""
    # Texts, not the edges of cells, stand at the sides.
    at = Box(at.left - BESIDE, at.top, at.wide + 2 * BESIDE, at.high)
    fit = _fitted(grid, at)
    rows = grid.rows[: len(fit.heights) - 1]
    high = sum(fit.heights)
    places = map(emu, (at.left, at.top, at.wide, high))
    frame: Any = slide.shapes.add_table(len(fit.heights), len(fit.widths), *places)
    frame.name = grid.name
    frame.element.nvGraphicFramePr.cNvPr.set("descr", grid.name)
    table = frame.table
    table.horz_banding = False
    frame.element.find(f".//{{{_A}}}tableStyleId").text = _PLAIN
    for column, width in zip(table.columns, fit.widths, strict=True):
        column.width = emu(width)
    for row, height in zip(table.rows, fit.heights, strict=True):
        row.height = emu(height)
    for i, cells in enumerate([[Cell(x, MUTED, bold=True) for x in grid.head], *rows]):
        size = fit.size if i else _head_size(fit.size)
        for j, cell in enumerate(cells):
            _fill(table.cell(i, j), cell, size, is_number=grid.numbers[j])
    _underline(frame.element)
    if more := _more(grid, len(rows)):
        below = Box(at.left + BESIDE, at.top + high + _UNDER, at.wide - BESIDE, _line(_MORE))
        put_text(slide, below, more, Lettering(_MORE, MUTED), name=more)


def _fitted(grid: Grid, at: Box) -> _Fit:
    """The largest letters with which all rows fit, first in single lines, which are read more easily; else
    the smallest with as many rows as fit. Where the rest can be counted, letters do not become tiny first.
    """
    least_size = _LEAST_OF_A_LIST if grid.more else _SIZES[-1]
    tried = [_fit(grid, at.wide, size) for size in _SIZES if size >= least_size]
    room = at.high - _below(grid, len(grid.rows))
    fits = [f for f in tried if sum(f.heights) <= room]
    fits = [f for f in fits if not f.breaks_a_number] or fits
    single = [f for f in fits if f.in_single_lines and f.size >= _LEAST_IN_SINGLE_LINES]
    if fits:
        return _airy((single or fits)[0], room)
    least = tried[-1]
    shown_rows = len(grid.rows)
    while shown_rows and sum(least.heights[: 1 + shown_rows]) > at.high - _below(grid, shown_rows):
        shown_rows -= 1
    return replace(least, heights=least.heights[: 1 + shown_rows])


def _airy(fit: _Fit, room: float) -> _Fit:
    """The same with higher rows, where there is room."""
    more = min((room - sum(fit.heights)) / len(fit.heights), _MOST_AIR)
    return replace(fit, heights=[h + more for h in fit.heights])


def _fit(grid: Grid, wide_at_most: float, size: float) -> _Fit:
    head = [Cell(x, bold=True) for x in grid.head]
    rows = [(head, _head_size(size)), *((row, size) for row in grid.rows)]
    asked = [
        max(wide(shown(row[j].text), letters, bold=row[j].bold) for row, letters in rows) * _SPARE
        + 2 * BESIDE
        for j in range(len(grid.head))
    ]
    widths = _shared(grid.parts, wide_at_most) if grid.parts else _by_text(asked, wide_at_most)
    lines = [
        [
            lines_of(shown(c.text), letters * _SPARE, w - 2 * BESIDE, bold=c.bold)
            for c, w in zip(row, widths, strict=True)
        ]
        for row, letters in rows
    ]
    heights = [max(x) * letters * LEADING + 2 * _ABOVE for x, (_, letters) in zip(lines, rows, strict=True)]
    numbers = [n for row in lines[1:] for n, is_number in zip(row, grid.numbers, strict=True) if is_number]
    in_single_lines = max((max(row) for row in lines[1:]), default=1) == 1
    return _Fit(size, widths, heights, in_single_lines, max(numbers, default=1) > 1)


def _shared(parts: Sequence[float], whole: float) -> list[float]:
    return [whole * part / sum(parts) for part in parts]


def _by_text(asked: Sequence[float], whole: float) -> list[float]:
    """Each as wide as it asks for and a part of the rest; with too little, the widest give way."""
    spare = whole - sum(asked)
    if spare >= 0:
        return [x + spare * x / sum(asked) for x in asked]
    most = next(m for m in range(int(max(asked)), 0, -1) if sum(min(x, m) for x in asked) <= whole)
    held = [min(x, float(most)) for x in asked]
    return [x + (whole - sum(held)) / len(held) for x in held]


def _more(grid: Grid, rows: int) -> str:
    return grid.more[rows] if len(grid.more) > rows else ""


def _below(grid: Grid, rows: int) -> float:
    return _UNDER + _line(_MORE) if _more(grid, rows) else 0.0


def _line(size: float) -> float:
    return size * LEADING


def _head_size(size: float) -> float:
    return min(size, 16.0)


def _fill(place: _Cell, cell: Cell, size: float, *, is_number: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    write(place.text_frame, [(cell.text, Lettering(size, cell.color, cell.bold))])
    place.margin_left = place.margin_right = emu(BESIDE)
    place.margin_top = place.margin_bottom = emu(_ABOVE)
    place.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = place.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    if cell.link:
        paragraph.runs[0].hyperlink.address = cell.link


def _underline(table: Any) -> None:
    """A hairline below each cell, as a table without a style has none."""
    from pptx.oxml import parse_xml

    color = GRID.removeprefix("#").upper()
    line = f'<a:lnB xmlns:a="{_A}" w="9525"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></a:lnB>'
    for cell in table.iterfind(f".//{{{_A}}}tcPr"):
        cell.insert(0, parse_xml(line))
