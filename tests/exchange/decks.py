"""Slides read back: what stands on them, and where."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from exchange.files import Filed
from exchange.slides import write_slides
from exchange.slides.letter_widths import lines_of, wide
from model.plan.plan import Plan, from_preset
from model.results.rating import Untested

DAY = date(2026, 3, 4)
# The letters that are not in the name's way: an emoji, right to left, squares, markup, formulas, line breaks,
# a turn of the direction, 400 letters, nothing.
NAMES = (
    "\N{SCHOOL SATCHEL} Escola",
    "مدرسة الأمل",
    "学校の計画",
    "<b>&amp;</b> {0} %s =1+1",
    "#let x = $y$ @z",
    "two\nlines\tand\x07a bell",
    "left \u202eright",
    "long " * 80,
    "W" * 400,
    "",
)


def renamed(plan: Plan, school: str, name: str) -> Plan:
    return replace(plan, start=plan.start.named(school)).named(name)


def changed(preset: str = "us_elementary", **changes: object) -> Plan:
    return from_preset(preset).changed(changes or {"pupils_per_teacher": 16.5, "teacher_leaders": 6.0})


def written(plan: Plan, **how: object) -> bytes:
    """The deck without its 2,000 futures, which take the time of all the rest."""
    return write_slides(Filed(plan), today=DAY, **{"futures": Untested.OFF, **how})


def opened(made: bytes):
    return Presentation(io.BytesIO(made))


@cache
def plan_b() -> Plan:
    """A changed plan of a school, both with names of their own."""
    return renamed(changed(), "Lincoln School", "Plan B")


@cache
def deck_b() -> bytes:
    """Its slides, with a link."""
    return written(plan_b(), base="https://school.example/")


@cache
def deck_of(preset: str):
    return opened(written(from_preset(preset)))


def charts(deck) -> list:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def tables(deck) -> list:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]


def pictures(deck) -> list:
    return [s for slide in deck.slides for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]


def cells(table) -> list[list[str]]:
    return [[cell.text_frame.text for cell in row.cells] for row in table.table.rows]


def paragraphs(slide) -> Iterator:
    """Every paragraph on a slide, with the points that it has in width."""
    for shape in slide.shapes:
        if shape.has_table:
            for row in shape.table.rows:
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    inside = column.width - cell.margin_left - cell.margin_right
                    yield from ((p, inside / 12_700) for p in cell.text_frame.paragraphs)
        elif shape.has_text_frame:
            yield from ((p, shape.width.pt) for p in shape.text_frame.paragraphs)


def texts(slide) -> list[str]:
    return [p.text for p, _ in paragraphs(slide) if p.text]


def parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        return {name: file.read(name) for name in file.namelist()}


def as_a_program_writes(form: str, usd: float) -> str:
    """What a spreadsheet program makes of a number in a form of ours: three sections, commas that divide."""
    above, below, zero = form.split(";")
    section = zero if usd == 0 else above if usd > 0 else below
    found = re.fullmatch(r'"([^"]*)"(#,##0)?(\.0+)?(,*)(0?)(?:"([^"]*)")?', section)
    assert found, section
    before, _, digits, commas, _, after = found.groups()
    size = abs(usd) / 1000 ** len(commas)
    return f"{before}{size:,.{len(digits or '.') - 1}f}{after or ''}"


def fits(deck):
    """Nothing is beyond the slide, no row is lower than its text, and no table reaches into the footer."""
    for slide in deck.slides:
        footer = min(s.top for s in slide.placeholders if s.placeholder_format.idx != 0)
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            if not shape.is_placeholder:
                assert shape.top + shape.height <= footer
        for shape in (s for s in slide.shapes if s.has_table):
            assert sum(row.height for row in shape.table.rows) == pytest.approx(shape.height, abs=20)
            for row in shape.table.rows:
                needed = [
                    lines_of(c.text_frame.text, size_of(c.text_frame.paragraphs[0]), w.width.pt - 16)
                    * size_of(c.text_frame.paragraphs[0])
                    * 1.2
                    for c, w in zip(row.cells, shape.table.columns, strict=True)
                ]
                assert row.height.pt >= max(needed) + 9.9
        for paragraph, width in paragraphs(slide):
            if paragraph.runs and paragraph.runs[0].font.size and " " not in paragraph.text:
                assert wide(paragraph.text, size_of(paragraph)) <= width + 1


def size_of(paragraph) -> float:
    return paragraph.runs[0].font.size.pt if paragraph.runs else 12.0
