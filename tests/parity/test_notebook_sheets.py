"""The sheets of notes and decisions: everything typed is text, the numbers now are live, and nothing is there
without need.
"""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from exchange.files import Filed
from exchange.workbook import write_workbook
from model.explain.decided import decided
from model.plan.notebook import EMPTY, Note, Notebook
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from tests.first_versions import first_version
from tests.parity.office import parts, sheet_parts

START = Scenario.preset(first_version("us_elementary"))
NOW = START.changed(teacher_leaders=6)
HOSTILE = ("=1+1", "@SUM(A1)", "+1", "-1", "<r>x</r>", '=HYPERLINK("x")', "'x", "a\x07b")


def book(*records: Notebook, now: Scenario = NOW) -> dict[str, str]:
    filed = [
        Filed(begun_from(first_version("us_elementary"), START, now.named(f"P{i}")), notebook=r)
        for i, r in enumerate(records)
    ]
    return parts(write_workbook(filed, today=date(2026, 11, 25)))


def noted(*texts: str) -> Notebook:
    return Notebook(tuple(Note("structural_result", y, t, t) for y, t in enumerate(texts[:6])))


def strings(given: dict[str, str]) -> list[str]:
    return [unescape(x) for x in re.findall(r"<t[^>]*>(.*?)</t>", given["xl/sharedStrings.xml"], re.DOTALL)]


def sheet(given: dict[str, str], name: str) -> str:
    return given[sheet_parts(given)[name]]


def test_without_notes_and_decisions_there_are_no_such_sheets():
    assert not {"Notes", "Decisions"} & set(sheet_parts(book(EMPTY)))
    assert "Decisions" not in sheet_parts(book(noted("x")))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_never_becomes_a_formula(text):
    """Note, who and why: the only formulas of the sheets are ours."""
    record = decided(noted(text), START, NOW, date(2026, 1, 2), text, text)
    given = book(record)
    assert re.findall(r"<f>(.*?)</f>", sheet(given, "Decisions")) == []
    formulas = re.findall(r"<f>(.*?)</f>", sheet(given, "Notes"))
    assert [re.sub(r"[A-H]\d+$", "", unescape(f)) for f in formulas] == ["'10 Results'!"]
    assert [s for s in strings(given) if s.strip("\u200b") == text.replace("\x07", "")]


def test_the_number_now_is_live_and_the_one_when_written_is_not():
    """A cell, a lever, five numbers and a searched figure."""
    record = Notebook(
        (
            Note("structural_result", 5, "a", "$35,965.63"),
            Note("software_per_pupil", None, "b", "$70 per student"),
            Note("teacher_leaders", None, "c", "4"),
            Note("cut_tolerance", None, "d", "4.1%"),
        )
    )
    given = book(record, now=START.changed(teacher_leaders=(4, 4, 6, 6, 6)))
    formulas = [unescape(f) for f in re.findall(r"<f>(.*?)</f>", sheet(given, "Notes"))]
    assert len(formulas) == 2
    assert "Results" in formulas[0]
    assert "Inputs" in formulas[1]
    assert "4, 4, 6, 6, 6" in strings(given)
    assert "$35,965.63" in strings(given)


def test_an_entry_adds_up_as_it_was_logged():
    """Before, the moves and after: 35,965.63 - 12,174.00 = 23,791.63, and not a dollar of it is a formula."""
    record = decided(EMPTY, START, NOW, date(2026, 1, 2), "Board", "Help")
    given = book(record)
    numbers = [float(x) for x in re.findall(r'<c r="F\d+"[^>]*><v>([^<]*)</v>', sheet(given, "Decisions"))]
    assert [x for x in numbers if not x.is_integer() or x < 0] == [35965.63, -12174, 23791.63]
    assert "2026-01-02" in strings(given)


def test_plans_are_told_apart():
    """Two plans with notes: each row says whose it is, and the cover leads to the sheet."""
    given = book(noted("of A"), noted("of B"))
    assert "'Notes'!A1" in unescape(given[sheet_parts(given)["Cover"]] + str(given))
    rows = sheet(given, "Notes")
    assert rows.count("<f>") == 2
    assert "A10 Results" in unescape(rows)
    assert "B10 Results" in unescape(rows)


def test_a_note_on_an_own_line_calls_it_as_its_own_plan_does():
    """The second plan named the line; the first plan, whose names the other sheets use, has none."""
    own = NOW.changed({"own_05_kind": "recurring_cost", "own_05_amount": 25_000, "own_05_name": "Choir"})
    about = Notebook((Note("own_05_amount", None, "Ask", "$25,000"),))
    first, second = (
        Filed(begun_from(first_version("us_elementary"), START, x.named(n)), notebook=r)
        for x, n, r in ((NOW, "P0", EMPTY), (own, "P1", about))
    )
    said = strings(parts(write_workbook([first, second], today=date(2026, 11, 25))))
    assert [x for x in said if x.startswith("Choir")] != []
