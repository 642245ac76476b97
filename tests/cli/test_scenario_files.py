"""A file of scenarios at the command line: good rows are run, bad rows are named, nothing is guessed."""

from __future__ import annotations

import csv
import io

import pytest

from commands.model_program import main
from model.plan.scenario import Scenario
from model.results.projection import RESULT_KEYS, project

US, CHARTER = "us_elementary", "chicago_charter_k8"


@pytest.fixture
def run(capsys, tmp_path):
    """Runs a file of scenarios; gives exit status, the rows of standard output, and standard error."""

    def command(content: str | bytes) -> tuple[int, list[dict[str, str]], str]:
        path = tmp_path / "plans.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["run", "--scenarios", str(path), "--format", "csv"])
        said = capsys.readouterr()
        return status, list(csv.DictReader(io.StringIO(said.out, newline=""))), said.err

    return command


def names(rows: list[dict[str, str]]) -> list[str]:
    """The scenarios in the output, each with its six years."""
    assert [r["year"] for r in rows] == [str(t) for t in range(6)] * (len(rows) // 6)
    return [r["scenario"] for r in rows[::6]]


def agrees(rows: list[dict[str, str]], scenario: Scenario) -> bool:
    results = project([scenario]).results()
    return all(
        (None if row[k] == "" else float(row[k])) == result[k]
        for row, result in zip(rows, results, strict=True)
        for k in RESULT_KEYS
    )


def test_each_row_is_a_scenario(run):
    """A preset, a name and the levers that differ; six rows out for each row in, in order."""
    status, rows, err = run(
        "scenario,preset,enrollment_year1,refresh,cut_rate\n"
        f"as it is,{US},,,\n"
        f"larger,{US},520,lumpy,\n"
        f'cut,{CHARTER},,,"0,0.07,7%,0,0"\n'
    )
    assert (status, err.splitlines()) == (
        0,
        [
            "Note: Row 4 (cut): five yearly values are given, so First year of the cut (cut_first_year) is set to 1.",
            "Note: Row 4 (cut): five yearly values are given, so Length of the cut (cut_years) is set to 5.",
        ],
    )
    assert names(rows) == ["as it is", "larger", "cut"]
    assert [r["preset"] for r in rows[::6]] == [US, US, CHARTER]
    assert agrees(rows[:6], Scenario.preset(US))
    assert agrees(rows[6:12], Scenario.preset(US).changed(enrollment_year1=520, refresh="lumpy"))
    assert agrees(rows[12:], Scenario.preset(CHARTER).changed(cut_rate=(0, 0.07, 0.07, 0, 0)))


def test_a_row_without_a_name_is_called_by_its_number(run):
    """The number is that of the spreadsheet, where the header is row 1."""
    assert names(run(f"preset\n{US}\n{US}\n")[1]) == ["row 2", "row 3"]


def test_bad_rows_are_named_and_good_rows_still_run(run):
    """Row, name, lever, value, bounds and remedy on standard error, status 2; the good rows as if alone."""
    status, rows, err = run(
        "scenario,preset,cut_rate,enrollment_year1\n"
        f"good,{US},0,452\n"
        f"seven,{US},7,450\n"
        f"two faults,us_elementry,0,9\n"
        f"also good,{CHARTER},,\n"
    )
    assert status == 2
    assert names(rows) == ["good", "also good"]
    assert agrees(rows[6:], Scenario.preset(CHARTER))
    lines = err.splitlines()
    assert len(lines) == 3
    assert lines[0] == (
        "Row 3 (seven), column cut_rate: Cut to public funding: 7 (700.0%) is outside what is possible. "
        "Give a number from 0 (0.0%) to 1 (100.0%)."
    )
    assert lines[1].startswith(
        "Row 4 (two faults): There is no preset called 'us_elementry'. Did you mean us_elementary?"
    )
    assert lines[2] == (
        "Row 4 (two faults), column enrollment_year1: Enrollment, Year 1: 9 is outside what is possible. "
        "Give a number from 10 to 5000."
    )


@pytest.mark.parametrize("value", ["nan", "inf", "-1e999", "1e300", "450 apples", "TRUE", "#REF!", "=A1"])
def test_a_cell_that_is_no_possible_number_is_refused(run, value):
    """What spreadsheets leave behind is named, not run."""
    status, rows, err = run(f"preset,enrollment_year1\n{US},{value}\n{US},451\n")
    assert (status, names(rows)) == (2, ["row 3"])
    assert err.startswith("Row 2, column enrollment_year1")
    assert "Enrollment, Year 1: " in err


def test_a_missing_preset_is_said(run):
    """A row that starts from nothing."""
    status, rows, err = run(f"preset,enrollment_year1\n,450\n{US},450\n")
    assert (status, names(rows)) == (2, ["row 3"])
    assert err.splitlines() == ["Row 2: No preset is named. Fill in the column 'preset'."]


def test_a_file_without_the_column_preset_is_refused(run):
    """Every row would be faulty: said once."""
    status, rows, err = run("enrollment_year1\n450\n460\n")
    assert (status, rows) == (2, [])
    assert len(err.splitlines()) == 1
    assert "no column 'preset'" in err


def test_unknown_columns_are_refused_all_at_once(run):
    """A column that is ignored is a plan that is not run; each is named, with the lever that was meant."""
    status, rows, err = run(f"preset,enrolment_year1,colour,cut_rate\n{US},450,blue,0\n")
    assert (status, rows) == (2, [])
    lines = err.splitlines()
    assert len(lines) == 2
    assert "Column 2 is called 'enrolment_year1'" in lines[0]
    assert "Did you mean enrollment_year1?" in lines[0]
    assert "Column 3 is called 'colour'" in lines[1]


def test_a_column_twice_is_refused(run):
    """Which of the two holds is not for us to say."""
    status, rows, err = run(f"preset,cut_rate,cut_rate\n{US},0,0.1\n")
    assert (status, rows) == (2, [])
    assert "The column 'cut_rate' is there twice" in err


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_of_other_programs_are_read(run, ending, mark):
    """With and without a byte order mark, with every system's line ends, with names in other alphabets."""
    text = ending.join(["scenario,preset,enrollment_year1", f"École Σ,{US},520", ""])
    status, rows, err = run(mark + text.encode())
    assert (status, err) == (0, "")
    assert names(rows) == ["École Σ"]
    assert agrees(rows, Scenario.preset(US).changed(enrollment_year1=520))


def test_blank_rows_are_passed_over_and_counted(run):
    """Empty lines and rows of nothing but commas: the rows after them keep their numbers."""
    status, rows, err = run(f"preset,cut_rate\n\n,\n  ,  \n{US},0\n{US},7\n")
    assert status == 2
    assert names(rows) == ["row 5"]
    assert err.startswith("Row 6, column cut_rate: ")


def test_a_row_that_is_too_long_is_refused(run):
    """Five values without quotation marks run over the edge: the message shows how to write them."""
    status, rows, err = run(f"preset,cut_rate\n{US},0,0.07,0.07,0,0\n{US},0\n")
    assert (status, names(rows)) == (2, ["row 3"])
    assert "Row 2: 6 values for 2 columns" in err
    assert '"0,0.07,0.07,0,0"' in err


def test_a_row_that_is_too_short_takes_the_rest_from_its_preset(run):
    """A cell that is not there is an empty cell."""
    status, rows, err = run(f"preset,cut_rate,enrollment_year1\n{US}\n")
    assert (status, err) == (0, "")
    assert agrees(rows, Scenario.preset(US))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty"),
        (b"\n\n", "The file is empty"),
        (b"\xef\xbb\xbf", "The file is empty"),
        (b"preset,cut_rate\n", "a header but no rows"),
        (b"preset\n\xff\x01", "not UTF-8"),
        ("preset\nus_elementary\n".encode("utf-32"), "not text"),
        (b'preset,scenario\nus_elementary,"open\n', "cannot be read as CSV"),
        (b"preset cut_rate\nus_elementary 0\n", "There is no column 'preset'"),
    ],
)
def test_a_file_that_is_no_table_is_refused(run, content, said):
    """Empty, only a header, another encoding, an open quotation mark or separator: the fault, status 2."""
    status, rows, err = run(content)
    assert (status, rows) == (2, [])
    assert said in err


def test_a_file_that_is_not_there_is_said(capsys, tmp_path):
    """The name of the file and what to do; a folder in place of a file likewise."""
    for path in (tmp_path / "none.csv", tmp_path):
        assert main(["run", "--scenarios", str(path)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert str(path) in said.err
        assert "cannot be read" in said.err


def test_set_does_not_go_with_a_file(capsys, tmp_path):
    """A setting for all rows would hide in the command line; each lever is a column."""
    path = tmp_path / "plans.csv"
    path.write_text(f"preset\n{US}\n", encoding="utf-8")
    assert main(["run", "--scenarios", str(path), "--set", "inflation=0.03"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "each lever is a column" in said.err


@pytest.mark.parametrize(
    "name", ["=1+1", "+49", "-7", "@home", '=HYPERLINK("x")', 'a "b", c', "two\nlines", "007"]
)
def test_a_name_that_looks_like_something_else_stays_text(run, name):
    """A name comes out as it went in, whatever a spreadsheet might make of it."""
    quoted = '"' + name.replace('"', '""') + '"'
    status, rows, err = run(f"scenario,preset\n{quoted},{US}\n")
    assert (status, err) == (0, "")
    assert names(rows) == [name]


def test_rows_of_one_name_stay_apart(run):
    """Two rows called the same are two scenarios."""
    status, rows, _ = run(f"scenario,preset,enrollment_year1\nA,{US},450\nA,{US},520\n")
    assert (status, names(rows)) == (0, ["A", "A"])
    assert rows[1]["enrollment"] == "450"
    assert rows[7]["enrollment"] == "520"


def test_many_rows_are_run_at_once(run):
    """A thousand schools, one student more in each."""
    status, rows, _ = run("preset,enrollment_year1\n" + "".join(f"{US},{n}\n" for n in range(100, 1100)))
    assert status == 0
    assert [r["enrollment"] for r in rows[1::6]] == [str(n) for n in range(100, 1100)]
