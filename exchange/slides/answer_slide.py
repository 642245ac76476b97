"""The first slide: both badges, the sentence, public funding and yearly cost as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from exchange.slides.inks import INK, MUTED, PAPER, TONES
from exchange.slides.letter_widths import tall, wide
from exchange.slides.lettering import Box, Lettering, emu, put_text, rgb, shown, write
from exchange.slides.native_charts import Called, Drawn, add_lines
from exchange.slides.stage import BOTTOM, EDGE, INSIDE, TOP

if TYPE_CHECKING:
    from pptx.slide import Slide

_BADGE_SIZES = (22.0, 20.0, 18.0, 16.0, 14.0, 12.0)
_STYLE = "{http://schemas.openxmlformats.org/presentationml/2006/main}style"
_BETWEEN = 12.0  # points between two badges
_WORDS = 288.0  # the width of the column of words
_SAID = (
    *((22.0, 17.0), (20.0, 16.0), (18.0, 15.0), (17.0, 14.0), (16.0, 14.0), (15.0, 13.0)),
    *((14.0, 12.0), (13.0, 11.0), (12.0, 10.0)),
)  # sizes of the sentence and of what is said below it


def answer_slide(
    slide: Slide, content: dict[str, Any], funding: Sequence[float], cost: Sequence[float], note: str
) -> None:
    """`content` is that of the page for the board, dollars are of Years 1 to 5, `note` tells of the axis."""
    below = _badges(slide, content["badges"]) + 14
    curve = content["curve"]
    chart = Box(EDGE - 4, below + 26, INSIDE - _WORDS - 14, BOTTOM - below - 26)
    put_text(slide, Box(EDGE, below, chart.wide, 20), note, Lettering(14, MUTED), name=note)
    add_lines(
        slide,
        chart,
        curve["years"][1:],
        Drawn(content["years"]["rows"][0]["name"], funding),
        Drawn(content["years"]["rows"][1]["name"], cost),
        Called(curve["title"], curve["alt"]),
    )
    _words(slide, Box(EDGE + INSIDE - _WORDS, below, _WORDS, BOTTOM - below), content)


def _badges(slide: Slide, badges: Sequence[dict[str, str]]) -> float:
    """The badges in a row, and where the row ends."""
    texts = [shown(f"{b['mark']} {b['text']}") for b in badges]
    size, widths = _BADGE_SIZES[-1], [0.0]
    for size in _BADGE_SIZES:
        widths = [wide(t, size, bold=True) + 1.8 * size for t in texts]
        if sum(widths) + _BETWEEN * (len(texts) - 1) <= INSIDE:
            break
    left, high = EDGE, size * 1.9
    for badge, text, width in zip(badges, texts, widths, strict=True):
        _badge(slide, Box(left, TOP - 4, width, high), text, size, TONES[badge["tone"]])
        left += width + _BETWEEN
    return TOP - 4 + high


def _badge(slide: Slide, at: Box, text: str, size: float, color: str) -> None:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

    shape = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, *map(emu, (at.left, at.top, at.wide, at.high))
    )
    shape.name = text
    shape.adjustments[0] = 0.18
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(color)
    shape.line.fill.background()
    shape.element.remove(shape.element.find(_STYLE))  # it brings a shadow
    write(shape.text_frame, [(text, Lettering(size, PAPER, bold=True))])
    shape.text_frame.word_wrap = False
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _words(slide: Slide, at: Box, content: dict[str, Any]) -> None:
    """The sentence, what the second badge means, what else there is to know: as large as there is room."""
    first, rest = content["sentence"], [t for t in (content["chance"], content["flags"]) if t]
    large, small = next(
        (s for s in _SAID if _high(first, rest, *s, at.wide) <= at.high),
        _SAID[-1],
    )
    box = slide.shapes.add_textbox(*map(emu, (at.left, at.top, at.wide, at.high)))
    box.name = shown(first)[:60]
    write(
        box.text_frame,
        [(first, Lettering(large, INK, bold=True)), *((t, Lettering(small, MUTED)) for t in rest)],
    )


def _high(first: str, rest: Sequence[str], large: float, small: float, width: float) -> float:
    gaps = (large / 2 + small / 2 * (len(rest) - 1)) if rest else 0.0
    return tall(first, large, width, bold=True) + sum(tall(t, small, width) for t in rest) + gaps
