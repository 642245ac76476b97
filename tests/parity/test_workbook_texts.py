"""Names, links, marks, sources and charts of a workbook, and how it is written."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from types import SimpleNamespace

import pytest

from exchange.workbook import style, write_workbook
from exchange.workbook.layout import INPUT_ROWS
from model.evidence import SOURCES
from model.plan.facts import of_preset
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from tests.counted import calls_of
from tests.parity.edges import EDGES
from tests.parity.office import parts, sheet_parts
from tests.parity.schools import BASE
from tests.parity.written import TODAY, book, cells, formulas, scenario
from views.charts.palette import LIGHT


def strings(given):
    return [
        unescape(re.sub(r"<[^>]+>", "", x))
        for x in re.findall(r"<si>(.*?)</si>", given["xl/sharedStrings.xml"], re.DOTALL)
    ]


HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://example.org","click")',
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "{=1}",
    "\t=1+1",
    "\x00\x0b\x1f",
    "\ud800 half",
    "\uffff\ufffe",
    "<r><t>ready-made</t></r>",
    "<r><t>broken</r>",
    "</t></si><si>",
    'Ben & Ann\'s "school" <b>',
    "_x0041_",
    "&P&N&D&Z",
    "\u202egnp.exe",
    "name " * 5_000,
    "学校 🏫",
    "",
]


@pytest.mark.parametrize("name", HOSTILE, ids=[repr(n)[:24] for n in HOSTILE])
def test_a_name_never_becomes_a_formula(name):
    """Whatever a plan is called, the same formulas stand in the file, the XML is sound and the footer has no
    commands.
    """
    import xml.etree.ElementTree as ET

    def held(called):
        return book(scenario().named(called), scenario().named("Plan two"), link=f"javascript:{called}")

    plain, given = held("Plan one"), held(name)
    for part in given:
        ET.fromstring(given[part].encode("utf-8"))
    for sheet in sheet_parts(plain):
        assert formulas(given, sheet) == formulas(plain, sheet)
    assert list(sheet_parts(given)) == list(sheet_parts(plain))
    assert not [n for n in given if n.endswith(".rels") and "javascript" in given[n]]
    footers = {unescape(x) for n in given for x in re.findall(r"<oddFooter>(.*?)</oddFooter>", given[n])}
    for footer in footers:
        inside = footer.removeprefix("&L&9").split("&C&9&A")[0]
        assert "&" not in inside.replace("&&", "")
        assert len(footer) <= 255
    assert max(map(len, strings(given))) < 32_767


def test_a_name_is_shown_as_it_was_written():
    """Signs that mean something to a spreadsheet or to XML come through as text."""
    given = book(scenario().named("=Ben & Ann's <school>"))
    assert "=Ben & Ann's <school>" in strings(given)


def test_a_link_can_be_followed_when_it_is_one():
    """A web address becomes a link; anything else stays text."""
    link = "https://example.org/?from=us_elementary.1&enrollment_year1=412"
    assert any(link in unescape(x) for n, x in book(scenario(), link=link).items() if n.endswith(".rels"))
    other = book(scenario(), link="file:///etc/passwd")
    assert not any("passwd" in x for n, x in other.items() if n.endswith(".rels"))
    assert "file:///etc/passwd" in strings(other)


def test_one_to_four_plans():
    """None and five are refused with the number that was given."""
    plan = begun_from(BASE, Scenario.preset(BASE), Scenario.preset(BASE))
    for count in (0, 5):
        with pytest.raises(ValueError, match=f"1 to 4 plans, not {count}"):
            write_workbook([plan] * count, today=TODAY)


def test_changed_inputs_are_marked(one):
    """The inputs that differ from the start say so, and no other."""
    marked = {
        int(row)
        for column, row, _, content in cells(one, "Inputs")
        if column == "I" and "<v>changed</v>" in content
    }
    assert marked == {INPUT_ROWS[k] for k in EDGES["prices_by_year"]}


def test_every_source_is_in_the_register(one):
    """Each source of the data stands on its sheet, with its address."""
    held = set(strings(one))
    for source in SOURCES.values():
        assert {source.source_id, source.title} <= held
        assert not source.url or source.url in held


def test_the_sheets_are_set_up_for_paper(one):
    """Landscape, as wide as a page, name and page number below; heads stay in view on screen."""
    for sheet, part in sheet_parts(one).items():
        xml = one[part]
        assert 'orientation="landscape"' in xml, sheet
        assert 'fitToPage="1"' in xml, sheet
        assert "Page &amp;P of &amp;N" in xml, sheet
        assert "<tabColor" in xml, sheet
        assert sheet == "Charts" or 'state="frozen"' in xml, sheet


def test_the_charts_have_the_colours_of_the_page():
    """Blue is money in and orange money out, in the file as on the screen."""
    for ours, theirs in (
        ("REVENUE", "revenue"),
        ("COST", "cost"),
        ("TOTAL", "total"),
        ("ONE_TIME", "one_time"),
    ):
        assert getattr(style, ours).lower() == getattr(LIGHT, theirs).lower()
    assert (LIGHT.surplus, LIGHT.deficit) == (style.SURPLUS, style.DEFICIT)
    named = {
        "personnel": "people",
        "other_nonpersonnel": "nonpersonnel",
        "pd": "development",
        "it": "technology",
    }
    assert {k: getattr(LIGHT, v) for k, v in named.items()} == style.PARTS


def test_the_writer_is_loaded_only_when_a_workbook_is_written():
    """Opening the page must not wait for it."""
    code = "import sys, exchange.workbook, commands.exchange_program; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_a_workbook_takes_is_bounded_and_grows_with_its_plans():
    """One plan is some 650,000 calls, and four are little more than four times that.

    How fast that is, `make bench` says.
    """
    plan = begun_from(BASE, Scenario.preset(BASE), scenario(teacher_leaders=6))
    four = [begun_from(BASE, plan.start, plan.now.named(f"Plan {n}")) for n in range(4)]
    write_workbook([plan], today=TODAY)  # what is loaded and kept once
    one = calls_of(lambda: write_workbook([plan], today=TODAY))
    assert one < 1_500_000
    assert calls_of(lambda: write_workbook(four, today=TODAY)) < 5 * one


def test_any_object_with_the_four_parts_is_a_plan():
    """A plan read from a file need not be one from an address."""
    start = Scenario.preset(BASE)
    mine = SimpleNamespace(preset=BASE, start=start, now=start.named("Mine"), facts=of_preset(BASE))
    made = write_workbook([mine], today=TODAY)
    assert "Mine" in strings(parts(made))
