"""Tables that leave: tidy, unrounded, safe in a spreadsheet, the same as page and command line."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from exchange import files
from exchange import table_files as tables
from exchange.files import Filed
from exchange.python_code import as_python
from model.answer.numbers import SERIES
from model.lines.worksheet import BOOK
from model.plan.plan import Plan, begun_from, from_preset
from model.plan.scenario import Scenario
from model.results.projection import RESULTS, project
from model.results.result_rows import for_people
from model.unit_labels import with_unit
from tests.first_versions import first_version
from views.markup.tables import family_table

ROOT = Path(__file__).resolve().parents[2]
HOME = first_version("us_elementary")


def changed(name: str = "", **values) -> Plan:
    start = Scenario.preset(HOME)
    now = start.changed(values)
    return begun_from(HOME, start, now.named(name or now.name))


PLANS = [
    changed("Cut", cut_rate=(0, 0.07, 0.07, 0, 0), refresh="lumpy", standing_devices="used"),
    from_preset(first_version("chicago_charter_k8")),
]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def python(*argv: str) -> bytes:
    done = subprocess.run([sys.executable, "-W", "error", *argv], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""
    return done.stdout


# --- tidy ---------------------------------------------------------------------------------------------------


def test_a_tidy_table_holds_every_line_and_year_of_every_plan():
    """One row each, in the order of the worksheet, to the last digit; blank where the line does not apply."""
    table = rows(tables.tidy_csv(PLANS))
    assert tuple(table[0]) == ("plan", "line", "label", "unit", "year", "value")
    assert len(table) == 2 * len(BOOK.lines) * 6
    p = project([plan.now for plan in PLANS])
    for i, plan in enumerate(PLANS):
        mine = [r for r in table if r["plan"] == plan.now.name]
        assert [r["line"] for r in mine[::6]] == list(BOOK.lines)
        for r in mine:
            year = int(r["year"])
            expected = p.cell(r["line"], year, i) if year in BOOK.lines[r["line"]].years else None
            assert (float(r["value"]) if r["value"] else None) == expected
            assert (r["label"], r["unit"]) == (BOOK.lines[r["line"]].label, BOOK.lines[r["line"]].unit)


def test_the_series_of_the_page_can_be_had_alone():
    """What the pictures are drawn from, in their order."""
    table = rows(tables.tidy_csv(PLANS[:1], SERIES.values()))
    assert [r["line"] for r in table[::6]] == list(SERIES.values())
    assert [float(r["value"]) for r in table if r["line"] == "fund_balance"] == project([PLANS[0].now]).row(
        "fund_balance"
    )


def test_plans_of_one_name_are_told_apart():
    """Three plans called the same have three names in the table."""
    table = rows(
        tables.tidy_csv([changed("A"), changed("A", teacher_leaders=6), changed("A")], ["net_position"])
    )
    assert [r["plan"] for r in table[::6]] == ["A", "A (2)", "A (3)"]


@pytest.mark.parametrize("name", ["=1+1", "+49", "-7", "@home", '=HYPERLINK("http://x","y")', "\t=1"])
def test_a_name_never_becomes_a_formula(name):
    """An apostrophe stands before what a spreadsheet would compute; any other name is as it was."""
    for given, written in ((name, f"'{name}"), ('<b>A, "B"</b>', '<b>A, "B"</b>')):
        assert rows(tables.tidy_csv([changed(given)], ["net_position"]))[0]["plan"] == written


def test_an_unknown_line_is_named():
    """With the nearest ones."""
    (problem,) = tables.unknown_lines(["net_position", "fund_balence"])
    assert "fund_balence" in problem
    assert "fund_balance" in problem


# --- the same everywhere ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_the_command_line_gives_the_pages_table_byte_for_byte(tmp_path, form):
    """`python -m model run plan.json` prints exactly what the page hands out for the same plans."""
    file = tmp_path / "plan.json"
    file.write_bytes(files.write(PLANS))
    printed = python("-m", "model", "run", str(file), "--format", form)
    assert printed.decode() == tables.results(PLANS, form)


def test_the_cells_on_the_page_are_those_of_the_command_line():
    """Every line that `run` prints as a table stands on the page with the same six cells."""
    p = project([PLANS[0].now])
    page = "".join(family_table(p, family) for family in BOOK.families)
    shown = {}
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page):
        cells = re.findall(r"<t[hd]\b[^>]*>(.*?)(?=</?t[hd]\b|$)", row)
        label, *years = (unescape(re.sub(r"<[^>]+>", "", cell)) for cell in cells)
        shown[label] = years
    for line in for_people(p, RESULTS.values()).splitlines()[1:]:
        label, *cells = re.split(r"\s{2,}", line)
        line_of_it = next(x for x in BOOK.lines.values() if x.label == label)
        assert shown[with_unit(label, line_of_it.unit)] == cells, label


@pytest.mark.parametrize(
    "plan", [*PLANS, changed('x"\'\n"""); import os #', inflation=0.031)], ids=["cut", "preset", "code"]
)
def test_the_copied_python_gives_the_same_numbers(plan):
    """The snippet runs as it is and prints the results of the plan; a name is a text in it, never code."""
    assert python("-c", as_python(plan)).decode() == f"{for_people(project([plan.now]), RESULTS.values())}\n"


def test_the_copied_python_is_short():
    """It names the preset and what differs from it, also where a school was typed in, and the versions it was
    made with.
    """
    start = Scenario.preset(HOME).changed(enrollment_year1=500)
    text = as_python(begun_from(HOME, start, start.changed(cut_rate=(0, 0.07, 0.07, 0, 0))))
    assert "    'enrollment_year1': 500,\n    'cut_rate': (0, 0.07, 0.07, 0, 0),\n" in text
    assert "Scenario.preset('us_elementary.1')" in text
    assert len(text.splitlines()) < 20


def test_plans_of_a_file_have_the_same_tables():
    """Whether a plan is on the screen or in a file makes no difference."""
    filed = [Filed(p, "why") for p in PLANS]
    assert tables.tidy_csv(filed) == tables.tidy_csv(PLANS)
    assert tables.results(filed, "json") == tables.results(PLANS, "json")
