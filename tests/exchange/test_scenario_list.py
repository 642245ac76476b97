"""Lists as spreadsheet programs save them: the same scenarios, and remarks that name their place."""

from __future__ import annotations

import pytest

from exchange import scenario_list
from exchange.list_text import LONGEST_ROW, MOST_BYTES, MOST_LINES
from exchange.scenario_list import read_table
from model.plan.scenario import Scenario
from tests.looped import looped

US = "us_elementary"
HOME = Scenario.preset(US)
# One list, as it is meant: 520 students, 2.9% inflation, teachers at $72,030.50.
MEANT = HOME.changed(enrollment_year1=520, inflation=0.029, teacher_salary=72_030.5)
HEAD = ("preset", "scenario", "enrollment_year1", "inflation", "teacher_salary")
ROW = (US, "A", "520", "2.9%", "72030.50")
GERMAN = (US, "A", "520", "2,9%", "72.030,50")


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
        text(",", HEAD, ("US Elementary", *ROW[1:])),
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
        "Row 2 (A), column inflation: Inflation: 2,9% is read as 2.9%.",
        "Row 2 (A), column teacher_salary: Average teacher salary: 72.030,50 is read as $72,031.",
    )


def test_what_can_be_read_in_two_ways_is_asked_with_the_remedy():
    found = read(f"preset;Public funding per student\n{US};11.600\n")
    assert [r.scenario["base_rate_per_pupil"] for r in found.rows] == [11.6]
    assert found.remarks[0] == (
        "Row 2, column Public funding per student: Public funding per student: 11.600 is read as $11.60. "
        "If you mean $11,600, write 11600."
    )


def test_a_title_above_the_header_is_passed_over_and_said():
    found = read("Plans for the board,,\n\n" + text(",", HEAD, ROW))
    assert [r.line for r in found.rows] == [4]
    assert found.remarks == (
        "Row 1 ('Plans for the board') stands above the names of the columns and is not read.",
    )


def test_windows_letters_are_read_and_told():
    """What Excel saves as plain CSV: names are right, and where it was seen is said."""
    found = read("preset,scenario\nus_high,École\n".encode("cp1252"))
    assert [r.name for r in found.rows] == ["École"]
    (said,) = found.remarks
    assert said == (
        "The file is not UTF-8. It is read as Windows-1252, in which line 2 holds 'É'. If names look wrong, "
        "save it as CSV UTF-8."
    )


def test_rows_of_one_name_are_told():
    found = read(f"preset,scenario\n{US},A\n{US},B\n{US},A\n")
    assert len(found.rows) == 3
    assert found.remarks == ("Row 4 (A): row 2 has the same name. Give one of them another name.",)


def test_a_name_of_two_lines_counts_as_one_row():
    """As a spreadsheet counts: the row after it is row 3."""
    found = read(f'preset,scenario,inflation\n{US},"two\nlines",0.02\n{US},B,9\n')
    assert [(r.line, r.name) for r in found.rows] == [(2, "two\nlines")]
    assert found.problems[0].startswith("Row 3 (B), column inflation: Inflation: 9 (900.0%)")


def test_what_moves_nothing_is_told_with_what_would_let_it_act():
    found = read(f"preset,Ongoing grant a year\n{US},200000\n")
    (said,) = found.remarks
    assert said == (
        "Row 2, column Ongoing grant a year, '200000': Ongoing grant a year moves nothing while Years of "
        "the ongoing grant (sustaining_grant_years) is 0. Set sustaining_grant_years to 1."
    )


def test_five_numbers_set_the_same_as_at_the_command_line():
    """Five cuts are the cuts of five years; five enrollments stop the growth. Both are said, like there."""
    found = read(f'preset,cut_rate\n{US},"0,0.07,0.07,0,0"\n')
    assert found.rows[0].scenario == HOME.changed(
        cut_rate=(0, 0.07, 0.07, 0, 0), cut_first_year=1, cut_years=5
    )
    assert found.remarks == (
        "Row 2: five yearly values are given, so First year of the cut (cut_first_year) is set to 1.",
        "Row 2: five yearly values are given, so Length of the cut (cut_years) is set to 5.",
    )
    (row,) = read(f'preset,enrollment_year1,enrollment_growth\n{US},"100,200,300,400,400",5%\n').rows
    assert row.scenario["enrollment_growth"] == 0.05  # given beside them, so it stays, with a remark


@looped(
    ("content", "said"),
    [
        ("preset,inflation,\nus_high,2,9\n", "Row 2: column 3 holds '9' and has no name. Name it, or take"),
        ("preset;inflation\nus_high;2;9\n", "Row 2: 3 values for 2 columns. Put five numbers of one lever in"),
        ("preset,Inflation (%)\nus_high,2.9\n", "Call it inflation, and write its values with a per cent sign"),
        ("preset,inflation,Inflation\nus_high,1%,2%\n", "'inflation' and 'Inflation', which is the same, is there twice"),
        ("sep=x\npresetxinflation\n", "parted by 'x'. Save the file with one of: commas, semicolons, tabs"),
        ("colour;size\nred;1\n", "Column 1 is called 'colour', which is not a lever"),
        ("preset,inflation\nus_high,much\n", "Row 2, column inflation: Inflation: 'much' is not a number. Give"),
        ('preset,scenario\nus_high,"open\n', "Row 2: the file cannot be read as CSV"),
        ("preset\n" + "," * (LONGEST_ROW + 1) + "x", "Check the quotation marks before it, or split the row."),
        ("\n" * (MOST_LINES + 1), "a list has at most 400,000, blank ones included"),
        (b"preset\n\x00\x01", "The file is not text"),
        (b"PK\x03\x04\x14\x00\x00\x00", "The file is not text"),
        (b"\xff\xfep", "The file is UTF-16 and damaged at byte"),
        (b"x" * (MOST_BYTES + 1), "a list has at most 20 MB. Split it."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_place(content, said):
    found = read(content)
    assert found.rows == ()
    assert said in found.problems[0]


def test_faults_and_remarks_stop_at_fifty_with_a_count():
    """120 faults and 75 remarks: fifty of each in words, and how many more."""
    found = read("preset,inflation\n" + f"{US},9\n" * 120 + f"{US},12%\n" * 75)
    assert len(found.rows) == 75
    assert found.problems[49].startswith("Row 51, column inflation")
    assert found.problems[50:] == ("And 70 more faults. Mend these first and read the list again.",)
    assert found.remarks[49].startswith("Row 171, column inflation")
    assert found.remarks[50:] == ("And 25 more remarks. Look at these rows first, then read the list again.",)


def test_the_nearest_name_is_looked_for_fifty_times_at_most(monkeypatch):
    """5,000 unknown columns: the names that are said are compared, the others only counted."""
    compared = []
    monkeypatch.setattr(
        "exchange.list_columns.did_you_mean", lambda word, *_rest: compared.append(word) or "Take it out."
    )
    found = read("preset," + ",".join(f"lever_{i}" for i in range(5_000)) + f"\n{US}\n")
    assert len(compared) == 50
    assert found.problems[-1] == "And 4,950 more faults. Mend these first and read the list again."


def test_more_rows_than_can_be_run_are_refused(monkeypatch):
    monkeypatch.setattr(scenario_list, "MOST_ROWS", 3)
    assert read("preset\n" + f"{US}\n" * 3).problems == ()
    assert read("preset\n" + f"{US}\n" * 4).problems == ("The file has more than 3 rows. Split it.",)


@pytest.mark.parametrize("label", ["Enrollment, Year 1", "enrollment YEAR 1", "Enrollment_Year1"])
def test_a_column_may_be_called_as_on_the_page(label):
    found = read(f'preset;"{label}"\n{US};520\n')
    assert found.rows[0].scenario == HOME.changed(enrollment_year1=520)
