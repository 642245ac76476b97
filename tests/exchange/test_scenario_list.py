"""Lists as spreadsheet programs save them: the same scenarios, and remarks that name their place."""

from __future__ import annotations

import pytest

from exchange import scenario_list
from exchange.list_text import LONGEST_ROW, MOST_BYTES, MOST_LINES
from exchange.scenario_list import read_table
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.texts import counted, quoted, say
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

US = first_version("us_elementary")
HOME = Scenario.preset(US)
# One list, as it is meant: 520 students, 2.9% inflation, teachers at $72,030.50.
MEANT = HOME.changed(enrollment_year1=520, inflation=0.029, teacher_salary=72_030.5)
HEAD = ("preset", "scenario", "enrollment_year1", "inflation", "teacher_salary")
ROW = (US, "A", "520", "2.9%", "72030.50")
GERMAN = (US, "A", "520", "2,9%", "72.030,50")


def in_column(number, name, column, message):
    row = say("list.row_named", number=number, name=name) if name else say("list.row", number=number)
    return say("list.in_column", row=row, column=column, message=message)


def read_as(lever, given, value):
    return say("values.read_as", setting=LEVERS[lever].label, given=given, value=value)


def text(separator, *rows):
    return "".join(f"{separator.join(row)}\n" for row in rows)


def read(content):
    return read_table(content if isinstance(content, bytes) else content.encode())


@looped(
    "content",
    [
        text(",", HEAD, ROW),
        text(";", HEAD, ROW),
        text("\t", HEAD, ROW),
        text("|", HEAD, ROW),
        text(";", HEAD, GERMAN),
        text("\t", HEAD, GERMAN),
        "sep=;\n" + text(";", HEAD, GERMAN),
        "sep=,\r\n" + text(",", HEAD, ROW).replace("\n", "\r\n"),
        "\ufeffsep=;\n" + text(";", HEAD, ROW),
        "SEP=\t\n" + text("\t", HEAD, ROW),
        text(",", (*HEAD, "", ""), (*ROW, "", "")),
        text(",", (*HEAD, ""), (*ROW,), ("",) * 6),
        text(",", ("", *HEAD), ("", *ROW)),
        text(",", HEAD, ("",) * 5, ROW, ("", " ", "", "", "")),
        text(",", ("Preset", "SCENARIO", "Enrollment year1", " inflation ", "Teacher salary"), ROW),
        text(
            ";", ("Preset", "Scenario", "Enrollment, Year 1", "Inflation", "Average teacher salary"), GERMAN
        ),
        text(",", HEAD, ("US Elementary.1", *ROW[1:])),
        text(",", HEAD, ROW).encode("utf-16"),
        b"\xff\xfe" + text(";", HEAD, GERMAN).encode("utf-16-le"),
        b"\xfe\xff" + text(";", HEAD, GERMAN).encode("utf-16-be"),
        text("\t", HEAD, GERMAN).encode("utf-16-le"),
        text("\t", HEAD, GERMAN).encode("utf-16-be"),
    ],
)
def test_every_program_saves_the_same_list(content):
    """One row, with exactly these values, and nothing wrong."""
    found = read(content)
    assert found.problems == ()
    (row,) = found.rows
    assert (row.name, row.preset) == ("A", US)
    assert row.scenario.differences(MEANT) == {}


def test_a_decimal_comma_is_told_once_for_each_cell():
    """Comma and point change places in this file; how each was read is said with row, column and value."""
    found = read(text(";", HEAD, GERMAN))
    assert found.remarks == (
        in_column(2, "A", "inflation", read_as("inflation", "2,9%", "2.9%")),
        in_column(2, "A", "teacher_salary", read_as("teacher_salary", "72.030,50", "$72,031")),
    )


def test_what_can_be_read_in_two_ways_is_asked_with_the_remedy():
    label = LEVERS["base_rate_per_pupil"].label
    found = read(f"preset;{label}\n{US};11.600\n")
    assert [r.scenario["base_rate_per_pupil"] for r in found.rows] == [11.6]
    remedy = say("values.if_you_mean", value="$11,600", typed="11600")
    asked = f"{read_as('base_rate_per_pupil', '11.600', '$11.60')} {remedy}"
    assert found.remarks[0] == in_column(2, "", label, asked)


def test_a_title_above_the_header_is_passed_over_and_said():
    found = read("Plans for the board,,\n\n" + text(",", HEAD, ROW))
    assert [r.line for r in found.rows] == [4]
    assert found.remarks == (say("list.above", number=1, cells=quoted("Plans for the board")),)


def test_windows_letters_are_read_and_told():
    """What Excel saves as plain CSV: names are right, and where it was seen is said."""
    found = read("preset,scenario\nus_high,École\n".encode("cp1252"))
    assert [r.name for r in found.rows] == ["École"]
    assert found.remarks == (say("list.windows", line=2, letter=quoted("É")),)


def test_rows_of_one_name_are_told():
    found = read(f"preset,scenario\n{US},A\n{US},B\n{US},A\n")
    assert len(found.rows) == 3
    row = say("list.row_named", number=4, name="A")
    assert found.remarks == (say("list.of_row", row=row, message=say("list.same_name", first=2)),)


def test_a_name_of_two_lines_counts_as_one_row():
    """As a spreadsheet counts: the row after it is row 3."""
    found = read(f'preset,scenario,inflation\n{US},"two\nlines",0.02\n{US},B,9\n')
    assert [(r.line, r.name) for r in found.rows] == [(2, "two\nlines")]
    bounds = {"low": "-0.5 (\N{MINUS SIGN}50.0%)", "high": "0.5 (50.0%)"}
    outside = say("values.outside", given="9 (900.0%)", **bounds)
    wrong = say("values.of_setting", setting=LEVERS["inflation"].label, message=outside)
    assert found.problems == (in_column(3, "B", "inflation", wrong),)


def test_what_moves_nothing_is_told_with_what_would_let_it_act():
    label = LEVERS["sustaining_grant"].label
    (said,) = read(f"preset,{label}\n{US},200000\n").remarks
    where = says("list.in_column_with", row=say("list.row", number=2), column=label, value=quoted("200000"))
    assert where.match(said)
    assert f"{LEVERS['sustaining_grant_years'].label} (sustaining_grant_years)" in said
    assert "sustaining_grant_years to 1" in said


def test_five_numbers_set_the_same_as_at_the_command_line():
    """Five cuts are the cuts of five years; five enrollments stop the growth. Both are said, like there."""
    found = read(f'preset,cut_rate\n{US},"0,0.07,0.07,0,0"\n')
    assert found.rows[0].scenario == HOME.changed(
        cut_rate=(0, 0.07, 0.07, 0, 0), cut_first_year=1, cut_years=5
    )
    row, window = say("list.row", number=2), (("cut_first_year", "1"), ("cut_years", "5"))
    settings = [(f"{LEVERS[key].label} ({key})", value) for key, value in window]
    implied = [say("values.implied", setting=name, value=value) for name, value in settings]
    assert found.remarks == tuple(say("list.of_row", row=row, message=x) for x in implied)
    (row,) = read(f'preset,enrollment_year1,enrollment_growth\n{US},"100,200,300,400,400",5%\n').rows
    assert row.scenario["enrollment_growth"] == 0.05  # given beside them, so it stays, with a remark


@looped(
    ("content", "said", "row"),
    [
        ("preset,inflation,\nus_high,2,9\n", says("list.value_without_name", number=3, value=quoted("9")), 2),
        ("preset;inflation\nus_high;2;9\n", says("list.too_many_values", values=3, count=counted(2)), 2),
        ("preset,Inflation (%)\nus_high,2.9\n", says("list.call_it", key="inflation"), 0),
        ("preset,inflation,Inflation\nus_high,1%,2%\n", says("list.same_column", first=quoted("inflation"), second=quoted("Inflation")), 0),
        ("preset,inflation,inflation\nus_high,1%,2%\n", says("list.column_twice", name=quoted("inflation")), 0),
        ("scenario,inflation\nA,1%\n", says("list.no_preset_column"), 0),
        ("preset,inflation\n,1%\n", says("list.no_preset"), 2),
        ("sep=x\npresetxinflation\n", says("list.separator", given=quoted("x")), 0),
        ("colour;size\nred;1\n", says("list.unknown_column", number=1, name=quoted("colour")), 0),
        ("preset,inflation\nus_high,much\n", says("values.not_a_number", given=quoted("much")), 2),
        ('preset,scenario\nus_high,"open\n', says("list.not_csv", row=2), 2),
        ("preset\n" + "," * (LONGEST_ROW + 1) + "x", says("list.row_too_long", most="200,000"), 0),
        ("\n" * (MOST_LINES + 1), says("list.too_many_lines", most="400,000"), 0),
        (b"preset\n\x00\x01", says("list.zero_bytes"), 0),
        (b"PK\x03\x04\x14\x00\x00\x00", says("file_kind.packed"), 0),
        (b"\xff\xfep", says("list.damaged"), 0),
        (b"x" * (MOST_BYTES + 1), says("list.too_large", most=20), 0),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_place(content, said, row):
    found = read(content)
    assert found.rows == ()
    assert said.search(found.problems[0])
    assert not row or found.problems[0].startswith(say("list.row", number=row))


def place(number, value=None):
    where = {"row": say("list.row", number=number), "column": "inflation"}
    return says("list.in_column_with", value=value, **where) if value else says("list.in_column", **where)


def test_faults_and_remarks_stop_at_fifty_with_a_count():
    """120 faults and 75 remarks: fifty of each in words, and how many more."""
    found = read("preset,inflation\n" + f"{US},9\n" * 120 + f"{US},12%\n" * 75)
    assert len(found.rows) == 75
    assert place(51).match(found.problems[49])
    assert found.problems[50:] == (say("list.more_faults", count=70),)
    assert place(171, quoted("12%")).match(found.remarks[49])
    assert found.remarks[50:] == (say("list.more_remarks", count=25),)


def test_the_nearest_name_is_looked_for_fifty_times_at_most(monkeypatch):
    """5,000 unknown columns: the names that are said are compared, the others only counted."""
    compared = []
    monkeypatch.setattr(
        "exchange.list_columns.did_you_mean", lambda word, *_rest: compared.append(word) or "Take it out."
    )
    found = read("preset," + ",".join(f"lever_{i}" for i in range(5_000)) + f"\n{US}\n")
    assert len(compared) == 50
    assert found.problems[-1] == say("list.more_faults", count=counted(4_950))


def test_more_rows_than_can_be_run_are_refused(monkeypatch):
    monkeypatch.setattr(scenario_list, "MOST_ROWS", 3)
    assert read("preset\n" + f"{US}\n" * 3).problems == ()
    assert read("preset\n" + f"{US}\n" * 4).problems == (say("list.too_many_rows", most=3),)


LABEL = LEVERS["enrollment_year1"].label


@pytest.mark.parametrize("label", [LABEL, LABEL.upper(), f" {LABEL.replace(',', '')} ", "Enrollment_Year1"])
def test_a_column_may_be_called_as_on_the_page(label):
    found = read(f'preset;"{label}"\n{US};520\n')
    assert found.rows[0].scenario == HOME.changed(enrollment_year1=520)
