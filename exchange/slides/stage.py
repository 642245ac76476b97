"""An empty deck in our own look, and what every slide has: plan, title, footer, number, speaker notes.

The library's own template is small and square, in its maker's name; what of that would show is changed here
once, so that a slide that somebody adds later looks like ours.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from exchange.slides.inks import COST, DEFICIT, GRID, INK, MUTED, PANEL, REVENUE, SURPLUS, WARNING
from exchange.slides.letter_widths import joined, tall
from exchange.slides.lettering import Box, Lettering, emu, put_text, shown, write

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

FONT = "Arial"  # on every computer; in place of one that is missing there might come a wider one
WIDE, HIGH = 960.0, 540.0  # points, 16:9
EDGE = 42.0  # what stays free at both sides
INSIDE = WIDE - 2 * EDGE
TOP, BOTTOM = 128.0, 492.0  # between title and footer
_EYEBROW, _TITLE = Box(EDGE, 24, INSIDE, 22), Box(EDGE, 48, INSIDE, 68)
_FOOTER, _DAY, _NUMBER = (
    Box(EDGE, 506, INSIDE - 180, 18),
    Box(WIDE - EDGE - 170, 506, 110, 18),
    Box(WIDE - EDGE - 50, 506, 50, 18),
)
_TITLE_SIZES = (34.0, 30.0, 26.0, 22.0, 18.0)
_FOOTER_SIZE = 12.0
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_KEPT = (1, 5, 6)  # layouts of the template: title and content, title alone, blank
_TITLE_ALONE = 1  # among these


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself, and what stands on each of its slides."""

    title: str
    subject: str
    maker: str
    eyebrow: Sequence[str]  # above each title; the last part is never cut
    footer: Sequence[str]
    day: date


def empty_deck(about: About) -> Presentation:
    """A deck without slides."""
    import pptx

    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = emu(WIDE), emu(HIGH)
    _say_whose(deck, about)
    _dress(deck)
    return deck


def add_slide(deck: Presentation, about: About, title: str, notes: str) -> Slide:
    """A slide with its title; what it shows comes between `TOP` and `BOTTOM`."""
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ALONE])
    heading: Any = slide.shapes.title
    size = next(
        (s for s in _TITLE_SIZES if tall(title, s, INSIDE, bold=True) <= _TITLE.high), _TITLE_SIZES[-1]
    )
    heading.text_frame.text = shown(title)
    heading.text_frame.paragraphs[0].runs[0].font.size = emu(size)
    how = Lettering(16, MUTED)
    put_text(slide, _EYEBROW, joined([*map(shown, about.eyebrow)], how.size, INSIDE), how, name="Plan")
    _run_along(slide, joined([*map(shown, about.footer)], _FOOTER_SIZE, _FOOTER.wide))
    slide.notes_slide.notes_text_frame.text = notes
    return slide


def _run_along(slide: Slide, footer: str) -> None:
    """Footer and number of a slide. The library leaves them out; the layout has them."""
    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.enum.text import PP_ALIGN

    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
            slide.shapes.element.append(copy.deepcopy(shape.element))
    for own in slide.placeholders:
        if own.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
            frame: Any = own.text_frame
            write(frame, [(footer, Lettering(_FOOTER_SIZE, MUTED))])
            frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _say_whose(deck: Presentation, about: About) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE as RT

    said = deck.core_properties
    said.title, said.subject = shown(about.title), shown(about.subject)
    said.author = said.last_modified_by = about.maker
    said.comments = said.keywords = said.category = ""
    said.created = said.modified = datetime(about.day.year, about.day.month, about.day.day)  # noqa: DTZ001
    said.revision = 1
    properties = deck.part.package.part_related_by(RT.EXTENDED_PROPERTIES)
    properties._blob = _PROPERTIES  # noqa: SLF001  # the library reads them and changes none
    for holder, kind in ((deck.part.package, RT.THUMBNAIL), (deck.part, RT.PRINTER_SETTINGS)):
        holder.drop_rel(holder.relate_to(holder.part_related_by(kind), kind))


def _dress(deck: Presentation) -> None:
    """Typeface, colors and places of the master; every slide that is added takes them from there."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    master = deck.slide_master
    for i, layout in enumerate(list(deck.slide_layouts)):
        if i not in _KEPT:
            deck.slide_layouts.remove(layout)
    places = {
        KIND.TITLE: _TITLE,
        KIND.BODY: Box(EDGE, TOP, INSIDE, BOTTOM - TOP),
        KIND.FOOTER: _FOOTER,
        KIND.DATE: _DAY,
        KIND.SLIDE_NUMBER: _NUMBER,
    }
    for shape in master.placeholders:
        at = places[shape.placeholder_format.type]
        shape.left, shape.top, shape.width, shape.height = map(emu, (at.left, at.top, at.wide, at.high))
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = emu(0)
    _restyle(master.element)
    theme = master.part.part_related_by(_THEME)
    theme._blob = _themed(theme.blob)  # noqa: SLF001  # the library reads themes and changes none


_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHOWN = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def _restyle(master: Any) -> None:
    """Titles at the left and bold; the footer at the left, as it is read first."""
    title = master.find(f".//{_SHOWN}titleStyle/{_DRAWN}lvl1pPr")
    title.set("algn", "l")
    title.find(f"{_DRAWN}defRPr").set("sz", "3000")
    title.find(f"{_DRAWN}defRPr").set("b", "1")
    for own in master.iterfind(f".//{_SHOWN}sp//{_DRAWN}lstStyle/{_DRAWN}lvl1pPr"):
        if own.get("algn") == "ctr":
            own.set("algn", "l")


def _themed(xml: bytes) -> bytes:
    """The template's theme with our colors and typeface, so that they are those offered to who edits."""
    from pptx.opc.oxml import serialize_part_xml
    from pptx.oxml import parse_xml

    root = parse_xml(xml)
    for name, color in _COLORS.items():
        place = root.find(f".//{_DRAWN}clrScheme/{_DRAWN}{name}")
        place.remove(place[0])
        value = color.removeprefix("#").upper()
        place.append(parse_xml(f'<a:srgbClr xmlns:a="{_DRAWN.strip("{}")}" val="{value}"/>'))
    for latin in root.iterfind(f".//{_DRAWN}fontScheme//{_DRAWN}latin"):
        latin.set("typeface", FONT)
    made: bytes = serialize_part_xml(root)
    return made


_COLORS = {
    "dk1": INK,
    "dk2": MUTED,
    "lt2": PANEL,
    "accent1": REVENUE,
    "accent2": COST,
    "accent3": SURPLUS,
    "accent4": DEFICIT,
    "accent5": WARNING,
    "accent6": GRID,
    "hlink": REVENUE,
    "folHlink": MUTED,
}
