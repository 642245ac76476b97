"""Slides: native charts with the model's numbers, tables that fit, texts of the page for the board."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from pptx.util import Pt

from exchange.files import Filed
from exchange.handout.board_content import board_content
from exchange.slides.letter_widths import in_one_line, joined, lines_of, wide
from exchange.slides.lettering import Box, shown
from exchange.slides.native_tables import Cell, Grid, add_table
from model.evidence import PRESETS
from model.plan.plan import from_preset
from model.results.projection import project
from model.results.rating import Untested
from model.texts import say, speaking
from model.units import money_short
from tests.exchange.decks import (
    DAY,
    NAMES,
    cells,
    changed,
    deck_b,
    deck_of,
    fits,
    opened,
    parts,
    plan_b,
    renamed,
    size_of,
    tables,
    texts,
    written,
)
from tests.looped import looped

EACH = looped("preset", list(PRESETS))


@EACH
def test_everything_lies_on_its_slide(preset):
    fits(deck_of(preset))


def test_slides_say_what_the_page_for_the_board_says():
    """Five slides of a changed plan: every word is that of the page, each change with its effect."""
    deck = opened(deck_b())
    content = board_content(Filed(plan_b()), today=DAY, futures=Untested.OFF)
    answer, years, changes, events, _assumptions = deck.slides
    assert answer.shapes.title.text_frame.text == content["curve"]["title"]
    said = " ".join(texts(answer))
    assert all(b["text"] in said for b in content["badges"])
    assert content["sentence"] in said
    by_year, changed_to, hurts, assumed = (cells(t) for t in tables(deck))
    assert by_year[0] == ["", *content["years"]["head"]]
    assert by_year[1:] == [[r["name"], *r["cells"]] for r in content["years"]["rows"]]
    assert changed_to == [content["changes"]["head"], *content["changes"]["rows"]]
    assert hurts[1:] == [r["cells"] for r in content["events"]["rows"]]
    assert assumed[1:] == [r["cells"] for r in content["assumptions"]["rows"]]
    result = money_short(project([plan_b().now]).cell("structural_result", 5))
    assert years.shapes.title.text_frame.text == say("slides.year5_left", amount=result)
    assert changes.shapes.title.text_frame.text == content["changes"]["title"]
    assert events.shapes.title.text_frame.text == content["events"]["title"]
    links = {
        c.hyperlink.address
        for r in tables(deck)[3].table.rows
        for p in r.cells[2].text_frame.paragraphs
        for c in p.runs
    }
    assert {r["url"] for r in content["assumptions"]["rows"] if r["url"]} == links - {None}


def test_a_plan_without_changes_has_no_slide_of_them():
    assert len(deck_of("us_elementary").slides) == 4


def test_every_slide_says_whose_it_is_and_what_to_say():
    """Plan, school, students above, version and day below, sentence, sources and link in the notes."""
    content = board_content(Filed(plan_b()), today=DAY, base="https://school.example/", futures=Untested.OFF)
    for slide in opened(deck_b()).slides:
        said = texts(slide)
        above = next(t for t in said if "Plan B" in t)
        assert "Lincoln School" in above
        assert "450" in above
        assert any("Lincoln School" in t and content["foot"]["version"] in t for t in said)
        notes = slide.notes_slide.notes_text_frame.text
        assert content["sentence"] in notes
        assert content["open"]["link"] in notes
        assert all(r["cells"][2] in notes for r in content["assumptions"]["rows"])


def test_the_file_says_who_made_it_and_the_day_alone():
    said = opened(deck_b()).core_properties
    assert said.title == "Plan B"
    assert said.author == said.last_modified_by == say("workbook.product")
    assert (said.created.date(), said.modified.date()) == (DAY, DAY)
    held = parts(deck_b())
    assert not [n for n in held if "printer" in n or "thumbnail" in n]
    assert not [n for n, x in held.items() if b"Canny" in x or b"Macintosh" in x]
    moments = [
        moment
        for file in (deck_b(), *(x for n, x in held.items() if n.endswith(".xlsx")))
        for moment in re.findall(rb"<dcterms:[^>]*>([^<]*)<", parts(file)["docProps/core.xml"])
    ]
    assert moments == [b"2026-03-04T00:00:00Z"] * 6
    assert written(plan_b(), base="https://school.example/") == deck_b()


@looped("name", NAMES)
def test_any_name_is_a_text(name):
    """It stands as it was typed, or as much of it as fits, and the file opens."""
    made = written(renamed(changed(), name, name))
    for part, xml in parts(made).items():
        if part.endswith((".xml", ".rels")):
            etree.fromstring(xml)
    deck = opened(made)
    fits(deck)
    above = texts(deck.slides[0])[1]
    kept = "".join(c for c in " ".join(name.split()) if c.isprintable())[:12].strip()
    assert kept in above.replace("\u202e", "")
    assert "450" in above


def test_a_long_table_ends_above_the_footer_and_says_how_many_rows_are_left():
    """Thirty rows of which some take two lines: as many as fit, in small letters, and the rest is counted."""
    deck = opened(written(from_preset("us_elementary")))
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Blank"))
    rows = [[Cell("a setting " * (20 if i % 3 else 2)), Cell("4 → 6"), Cell("+$1,000")] for i in range(30)]
    more = [f"{30 - n} left" for n in range(30)] + [""]
    add_table(slide, Box(42, 128, 876, 364), Grid("x", (False, True, True), ["A", "B", "C"], rows, more))
    table, below = slide.shapes
    shown = len(table.table.rows) - 1
    assert 5 <= shown < 30
    assert below.text_frame.text == f"{30 - shown} left"
    assert below.top + below.height <= Pt(492.1)
    assert table.top + table.height < below.top


def test_many_changes_are_read_from_the_back_of_the_room():
    """Of twelve changes as many as fit in letters of 16 points; below stands what the others come to."""
    plan = from_preset("us_elementary")
    for key in TWELVE:
        plan = plan.changed({key: plan.now.number(key) * 1.02})
    deck = opened(written(plan))
    fits(deck)
    table = tables(deck)[1]
    shown = len(cells(table)) - 1
    content = board_content(Filed(plan), today=DAY, futures=Untested.OFF)["changes"]
    assert 6 <= shown < 12
    assert content["more"][shown] in texts(deck.slides[2])
    assert size_of(table.table.cell(1, 0).text_frame.paragraphs[0]) >= 16


TWELVE = (
    "pupils_per_teacher",
    "teacher_salary",
    "benefit_rate",
    "base_rate_per_pupil",
    "device_unit_cost",
    "software_per_pupil",
    "recurring_pd_per_teacher",
    "startup_pd_per_teacher",
    "opening_fund_balance",
    "startup_grants",
    "inflation",
    "salary_growth",
)


def test_every_text_comes_from_the_catalog():
    """In a made-up language every sentence has its brackets but names and amounts."""
    with speaking("qps"):
        deck = opened(written(renamed(changed(), "", "")))
    for slide in deck.slides:
        plain = [t for t in texts(slide) if any(c.isalpha() for c in t) and "[" not in t]
        assert [t for t in plain if t.strip("$0123456789.,KM−+") and not t.startswith("$")] == []


def test_what_no_file_can_hold_is_left_out():
    """A bell, half a character and a turn of the direction."""
    assert shown("a\x07\ud800\u202eb") == "ab"


def test_a_text_is_as_wide_as_the_typeface_says():
    """Ten times W is 9.44 ems in Arial; a digit is 0.556; a square takes more than an em."""
    assert wide("W" * 10, 10) == pytest.approx(94.4)
    assert wide("0", 100) == pytest.approx(55.6)
    assert wide("学", 10) >= 10
    assert lines_of("0 0 0", 100, 120) == 3
    assert lines_of("0" * 10, 100, 120) == 5
    assert in_one_line("0" * 100, 10, 56).endswith("…")
    assert wide(in_one_line("W" * 100, 10, 56), 10) <= 56
    cut = joined(["W" * 50, "short", "kept"], 10, 200)
    assert cut.endswith("… · short · kept")
    assert wide(cut, 10) <= 200
