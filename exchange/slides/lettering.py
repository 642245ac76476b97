"""Text on a slide: where it stands, how large, in which color."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exchange.one_line import clean
from exchange.slides.letter_widths import tall

if TYPE_CHECKING:
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

_POINT = 12_700  # English metric units, in which the file counts
_LONGEST = 2_000  # characters that a text on a slide may have at all


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points from its upper left corner."""

    left: float
    top: float
    wide: float
    high: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text looks: size in points, color as #rrggbb."""

    size: float
    color: str
    bold: bool = False

    def fits(self, text: str, wide: float, high: float) -> bool:
        return tall(text, self.size, wide, bold=self.bold) <= high


def emu(points: float) -> Any:
    """Points as the file counts lengths."""
    from pptx.util import Emu

    return Emu(round(points * _POINT))


def rgb(color: str) -> Any:
    """A color #rrggbb for the library."""
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(color.removeprefix("#").upper())


def shown(text: str) -> str:
    """A text as a file can hold it: without control characters, half characters and direction marks."""
    return clean(text, _LONGEST)


def put_text(slide: Slide, at: Box, text: str, how: Lettering, *, name: str) -> None:
    """A text without a frame; `name` is that of its box, for who edits the slide."""
    box = slide.shapes.add_textbox(emu(at.left), emu(at.top), emu(at.wide), emu(at.high))
    box.name = name
    write(box.text_frame, [(text, how)])


def write(frame: TextFrame, paragraphs: list[tuple[str, Lettering]], gap: float | None = None) -> None:
    """Paragraphs into a frame without margins, each with `gap` points below it, or half its letters' size."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = emu(0)
    for i, (text, how) in enumerate(paragraphs):
        paragraph = frame.add_paragraph() if i else frame.paragraphs[0]
        paragraph.space_after = emu((how.size / 2 if gap is None else gap) if i + 1 < len(paragraphs) else 0)
        run = paragraph.add_run()
        run.text = shown(text)
        run.font.size, run.font.bold = emu(how.size), how.bold
        run.font.color.rgb = rgb(how.color)
