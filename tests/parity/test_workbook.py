"""What a workbook is made of, read from its XML: formulas only, references only upwards, nothing hidden,
nothing active.
"""

from __future__ import annotations

import re
from html import unescape

from exchange.workbook import write_workbook
from exchange.workbook.layout import HEAD, INPUT_ROWS, LINE_ROWS, MEANING, Layout
from model.evidence import LEVERS
from model.lines.own import OWN
from model.lines.worksheet import BOOK
from model.plan.plan import begun_from
from model.plan.scenario import Scenario
from tests.parity.office import sheet_parts
from tests.parity.schools import BASE
from tests.parity.written import TODAY, book, cells, formulas, scenario

REFERENCE = re.compile(r"(?:'([^']+)'!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?(?![\w(])")
NUMBER = re.compile(r"(?<![\w.$])\d+\.?\d*(?:E-?\d+)?", re.IGNORECASE)


def calculation_sheets(given):
    return [s for s in sheet_parts(given) if re.match(r"[A-D]?\d", s)]


def test_a_calculation_sheet_holds_no_typed_number(one, four):
    """Each cell with a number in it holds a formula; what is not a formula is a text."""
    for given, sheets in ((one, 16), (four, 64)):
        assert len(calculation_sheets(given)) == sheets
        for sheet in calculation_sheets(given):
            rows = set()
            for column, row, attributes, content in cells(given, sheet):
                assert "<f>" in content or 't="s"' in attributes or not content, f"{sheet}!{column}{row}"
                rows.add(row)
            assert {HEAD, HEAD + 1} <= rows


def test_every_line_has_a_formula_in_every_year(one):
    """Six formulas a line, and those of the years it belongs to are more than a plain number."""
    names = [f.key for f in BOOK.families if f.key != OWN]  # a school without own lines has no sheet of them
    for sheet, family in zip(calculation_sheets(one), names, strict=True):
        held = formulas(one, sheet)
        for line in (x for x in BOOK.lines.values() if x.family == family):
            for year, column in enumerate("CDEFGH"):
                formula = held[column, LINE_ROWS[line.key]]
                assert year in line.years or formula == "0", f"{line.key}, year {year}: {formula}"


def test_a_formula_refers_to_inputs_and_to_lines_before_it(one, four):
    """To the input sheet of its own plan, to the year numbers, to a line above it, or to itself in an earlier
    year.
    """
    checked = 0
    for given in (one, four):
        sheets = calculation_sheets(given)
        for sheet in sheets:
            letter = sheet[0] if sheet[0].isalpha() else ""
            for (column, row), formula in formulas(given, sheet).items():
                for other, at, down, to, _ in REFERENCE.findall(formula):
                    where = f"{sheet}!{column}{row} = {formula}"
                    assert not to, where
                    checked += 1
                    if other == f"{letter} Inputs".strip():
                        continue
                    seen = other or sheet
                    assert seen in sheets, where
                    assert seen.startswith(letter), where
                    before = sheets.index(seen), int(down)
                    assert before < (sheets.index(sheet), row) or (seen == sheet and at < column), where
    assert checked > 2_000


def test_the_figures_in_a_formula_are_those_of_the_equations(one):
    """A formula holds no lever's value: only the small constants that an equation itself is written with, and
    the number of a grade.
    """
    allowed = {str(grade) for grade in range(13)} | {
        "0",
        "1",
        "2",
        "3",
        "0.5",
        "1E-9",
        "0.005",
        "180",
        "365",
        "1440",
        "4",
        "5",
    }
    found = set()
    for sheet in calculation_sheets(one):
        for formula in formulas(one, sheet).values():
            bare = re.sub(r"'[^']+'!|\$?[A-Z]{1,2}\$?\d+", " ", formula)
            found |= set(NUMBER.findall(bare))
    assert found <= allowed


def test_a_sheet_is_called_as_the_screen_calls_it(four):
    """No name is cut: each is the family's label, or one that begins as it does and fits into 31 letters."""
    for letter in ("", *"ABCD"):
        for family in BOOK.families:
            name = Layout.of(letter).families[family.key]
            words = name.partition(" ")[2]
            assert len(name) <= 31
            assert words == family.english_label or len(family.english_label) > 31 - len("A17 "), name
            assert family.english_label.startswith(" ".join(words.split()[:2])), name
    held = calculation_sheets(four)
    assert set(held) == {Layout.of(x).families[f.key] for x in "ABCD" for f in Layout.of(x).families_held}


def test_an_answer_of_yes_is_the_number_1(one):
    """In Excel TRUE is not equal to 1, so no line may leave TRUE in its cell."""
    yes_no = [x for x in BOOK.lines.values() if x.unit == "yes_no"]
    assert yes_no
    held = formulas(one, next(s for s in calculation_sheets(one) if s == Layout.of("").families["verdict"]))
    for line in yes_no:
        assert held["H", LINE_ROWS[line.key]].endswith(",1,0)")


def test_nothing_is_hidden_linked_or_a_program(one, four):
    """No hidden sheet, row or column, no other workbook, no macro, nothing embedded."""
    for given in (one, four):
        assert not [
            n for n in given if re.search(r"vba|externalLink|embedding|activeX|oleObject", n, re.IGNORECASE)
        ]
        assert not re.search(r"<sheet [^>]*state=", given["xl/workbook.xml"])
        assert "<externalReference" not in given["xl/workbook.xml"]
        assert "macroEnabled" not in given["[Content_Types].xml"]
        for part in sheet_parts(given).values():
            assert 'hidden="1"' not in given[part]
        assert not [
            f for s in sheet_parts(given) for f in formulas(given, s).values() if "[" in f or "|" in f
        ]


def test_every_input_has_a_name_and_a_rule(one, four):
    """A defined name over its own cells, and a validation that says what is possible or which choices there
    are.
    """
    for given, letters in ((one, [""]), (four, list("ABCD"))):
        named = dict(
            re.findall(r'<definedName name="([^"]+)">([^<]*)</definedName>', given["xl/workbook.xml"])
        )
        for letter in letters:
            sheet = f"{letter} Inputs".strip()
            xml = given[sheet_parts(given)[sheet]]
            held = {k: x for k, x in LEVERS.items() if not x.own}
            for key, lever in held.items():
                row = INPUT_ROWS[lever.of or key]
                at = f"D{row}:H{row}" if lever.per_year else f"{MEANING if lever.of else 'D'}{row}"
                name = f"{letter}_in_{key}" if letter else f"in_{key}"
                assert named[name].replace("$", "").replace("'", "") == f"{sheet}!{at}"
                assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{1,254}", name)
                rule = re.search(rf'<dataValidation ([^>]*)sqref="{at}"([^>]*)>(.*?)</dataValidation>', xml)
                assert rule, key
                assert ("list" in rule[1] + rule[2]) == lever.is_choice
                if lever.is_choice:
                    assert f'"{",".join(map(lever.choice_label, lever.choices))}"' in unescape(rule[3])
                else:
                    bounds = [float(x) for x in re.findall(r"<formula\d>([^<]*)<", rule[3])]
                    assert bounds == list(lever.bounds)
        assert len([n for n in named if "in_" in n]) == len(letters) * len(held)


def test_an_input_keeps_every_digit():
    """A share of 0.020000000000000018 stands in the file as that, not as 0.02."""
    given = book(scenario(spare_rate=0.020000000000000018))
    held = {(c, r): x for c, r, _, x in cells(given, "Inputs")}
    assert held["D", INPUT_ROWS["spare_rate"]] == "<v>0.020000000000000018</v>"


def test_the_same_plans_on_the_same_day_are_the_same_bytes():
    """Nothing of the clock or the machine gets into the file."""
    plan = begun_from(BASE, Scenario.preset(BASE), scenario(teacher_leaders=6))
    assert write_workbook([plan], today=TODAY) == write_workbook([plan], today=TODAY)
