"""What a workbook calls a plan, and that its texts are those of whoever asked, rules and formulas alike."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from html import unescape

from exchange.workbook import write_workbook
from exchange.workbook.plans import sheets_of
from model.evidence import LEVERS
from model.plan.plan import Plan, begun_from, from_preset
from model.starts.calibrate import School, calibrate
from model.starts.naming import like_mine
from model.texts import speaking
from tests.first_versions import first_version

HOME = first_version("us_elementary")
TODAY = date(2026, 3, 4)


def of_395() -> Plan:
    """A school that was typed in with 412 students and has 395 in its plan."""
    typed = calibrate(School(HOME, 412, 26, budget=4_900_000)).scenario
    return begun_from(HOME, typed, typed.changed({"enrollment_year1": 395}))


def parts(plan: Plan, inside: str) -> str:
    """The parts of the file whose name holds a text, as one text."""
    with zipfile.ZipFile(io.BytesIO(write_workbook([plan], today=TODAY))) as book:
        return unescape("".join(book.read(n).decode() for n in book.namelist() if inside in n))


def test_a_plan_is_named_with_the_size_it_has():
    """395, not the 412 that it began with; a name of its own stays as it is."""
    plan = of_395()
    assert sheets_of([plan])[0].name == like_mine(395)
    assert sheets_of([plan.at_start])[0].name == like_mine(412)
    assert sheets_of([plan.named("Lincoln, smaller")])[0].name == "Lincoln, smaller"


def test_a_preset_that_was_changed_says_the_size_of_now():
    """Its own name holds 450 students."""
    preset = from_preset(HOME)
    assert sheets_of([preset])[0].name == preset.name
    found = sheets_of([preset.changed({"enrollment_year1": 400})])[0].name
    assert found == preset.name.replace("450", "400")


def test_formulas_and_rules_compare_with_one_text_in_every_language():
    """What a formula writes beside a changed input is what is counted and colored."""
    with speaking("keys"):
        sheets = parts(from_preset(HOME), "worksheets/sheet2.xml")
    assert re.search(r'<f>IF\([^<]*,"","workbook\.changed"\)</f>', sheets)
    assert '<formula>"workbook.changed"</formula>' in sheets


def test_a_choice_is_compared_with_its_label():
    """The cell holds what people read, so the formula asks for that."""
    lumpy = LEVERS["refresh"].choice_label("lumpy")
    sheets = parts(from_preset(HOME).changed({"refresh": "lumpy"}), "xl/")
    assert f'="{lumpy}"' in sheets
    assert f">{lumpy}</t>" in sheets
    assert '"lumpy"' not in sheets
