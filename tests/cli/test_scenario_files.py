"""A file of scenarios at the command line: good rows are run, bad rows are named, nothing is guessed."""

from __future__ import annotations

import csv
import io

import pytest

from commands.model_program import main
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.plan.taken import typed_for
from model.results.projection import RESULT_KEYS, project
from model.texts import counted, quoted, say
from tests.first_versions import first_version
from tools.saying import says

US, CHARTER = first_version("us_elementary"), first_version("chicago_charter_k8")


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


def row_words(number, name=""):
    return say("list.row_named", number=number, name=name) if name else say("list.row", number=number)


def of_row(number, name, message):
    return say("list.of_row", row=row_words(number, name), message=message)


def implied(key, value):
    return say("values.implied", setting=f"{LEVERS[key].label} ({key})", value=value)


def outside(number, name, key, **values):
    """A number of a row that is out of bounds, as it is said."""
    wrong = say("values.of_setting", setting=LEVERS[key].label, message=say("values.outside", **values))
    return say("list.in_column", row=row_words(number, name), column=key, message=wrong)


def agrees(rows: list[dict[str, str]], scenario: Scenario) -> bool:
    results = project([scenario]).results()
    return all(
        (None if row[k] == "" else float(row[k])) == result[k]
        for row, result in zip(rows, results, strict=True)
        for k in RESULT_KEYS
    )


def test_each_row_is_a_scenario(run):
    """A preset, a name and the levers that differ; six rows out for each row in, in order. Of 520 students
    0.18 devices each are 93.
    """
    owned = f"{say('values.never_replaced', count=counted('93'))} {typed_for({'standing_devices': 'used'})}"
    status, rows, err = run(
        "scenario,preset,enrollment_year1,refresh,cut_rate\n"
        f"as it is,{US},,,\n"
        f"larger,{US},520,lumpy,\n"
        f'cut,{CHARTER},,,"0,0.07,7%,0,0"\n'
    )
    assert (status, err.splitlines()) == (
        0,
        [
            say("terminal.note", message=of_row(3, "larger", owned)),
            say("terminal.note", message=of_row(4, "cut", implied("cut_first_year", 1))),
            say("terminal.note", message=of_row(4, "cut", implied("cut_years", 5))),
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
    bounds = {"low": "0 (0.0%)", "high": "1 (100.0%)"}
    assert lines[0] == outside(3, "seven", "cut_rate", given="7 (700.0%)", **bounds)
    unknown = say("values.no_such_preset", name=quoted("us_elementry"))
    meant = say("names.did_you_mean", name="us_elementary")
    assert lines[1].startswith(of_row(4, "two faults", f"{unknown} {meant}"))
    assert lines[2] == outside(4, "two faults", "enrollment_year1", given="9", low="10", high="5000")


@pytest.mark.parametrize("value", ["nan", "inf", "-1e999", "1e300", "450 apples", "TRUE", "#REF!", "=A1"])
def test_a_cell_that_is_no_possible_number_is_refused(run, value):
    """What spreadsheets leave behind is named, not run."""
    status, rows, err = run(f"preset,enrollment_year1\n{US},{value}\n{US},451\n")
    assert (status, names(rows)) == (2, ["row 3"])
    assert err.startswith(row_words(2))
    assert "enrollment_year1" in err
    assert f"{LEVERS['enrollment_year1'].label}: " in err


def test_a_missing_preset_is_said(run):
    """A row that starts from nothing."""
    status, rows, err = run(f"preset,enrollment_year1\n,450\n{US},450\n")
    assert (status, names(rows)) == (2, ["row 3"])
    assert err.splitlines() == [of_row(2, "", say("list.no_preset"))]


def test_a_file_without_the_column_preset_is_refused(run):
    """Every row would be faulty: said once."""
    status, rows, err = run("enrollment_year1\n450\n460\n")
    assert (status, rows) == (2, [])
    assert len(err.splitlines()) == 1
    assert say("list.no_preset_column") in err


def test_unknown_columns_are_refused_all_at_once(run):
    """A column that is ignored is a plan that is not run; each is named, with the lever that was meant."""
    status, rows, err = run(f"preset,enrolment_year1,colour,cut_rate\n{US},450,blue,0\n")
    assert (status, rows) == (2, [])
    lines = err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(say("list.unknown_column", number=2, name=quoted("enrolment_year1")))
    assert lines[0].endswith(say("names.did_you_mean", name="enrollment_year1"))
    assert lines[1].startswith(say("list.unknown_column", number=3, name=quoted("colour")))


def test_a_column_twice_is_refused(run):
    """Which of the two holds is not for us to say."""
    status, rows, err = run(f"preset,cut_rate,cut_rate\n{US},0,0.1\n")
    assert (status, rows) == (2, [])
    assert say("list.column_twice", name=quoted("cut_rate")) in err


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
    assert says("list.in_column", row=row_words(6), column="cut_rate").match(err)


def test_a_row_that_is_too_long_is_refused(run):
    """Five values without quotation marks run over the edge: the message shows how to write them."""
    status, rows, err = run(f"preset,cut_rate\n{US},0,0.07,0.07,0,0\n{US},0\n")
    assert (status, names(rows)) == (2, ["row 3"])
    assert of_row(2, "", say("list.too_many_values", values=6, count=counted(2))) in err
    assert '"0,0.07,0.07,0,0"' in err


def test_a_row_that_is_too_short_takes_the_rest_from_its_preset(run):
    """A cell that is not there is an empty cell."""
    status, rows, err = run(f"preset,cut_rate,enrollment_year1\n{US}\n")
    assert (status, err) == (0, "")
    assert agrees(rows, Scenario.preset(US))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "list.empty"),
        (b"\n\n", "list.empty"),
        (b"\xef\xbb\xbf", "list.empty"),
        (b"preset,cut_rate\n", "list.no_rows"),
        (b"preset\n\xff\x01", "list.not_utf8"),
        ("preset\nus_elementary\n".encode("utf-32"), "list.zero_bytes"),
        (b'preset,scenario\nus_elementary,"open\n', "list.not_csv"),
        (b"preset cut_rate\nus_elementary 0\n", "list.no_preset_column"),
    ],
)
def test_a_file_that_is_no_table_is_refused(run, content, said):
    """Empty, only a header, another encoding, an open quotation mark or separator: the fault, status 2."""
    status, rows, err = run(content)
    assert (status, rows) == (2, [])
    assert says(said).search(err)


def test_a_file_that_is_not_there_is_said(capsys, tmp_path):
    """The name of the file and what to do; a folder in place of a file likewise."""
    for path in (tmp_path / "none.csv", tmp_path):
        assert main(["run", "--scenarios", str(path)]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        key = "terminal.is_a_folder" if path == tmp_path else "terminal.unreadable"
        assert says(key, name=path).match(said.err)


def test_set_does_not_go_with_a_file(capsys, tmp_path):
    """A setting for all rows would hide in the command line; each lever is a column."""
    path = tmp_path / "plans.csv"
    path.write_text(f"preset\n{US}\n", encoding="utf-8")
    assert main(["run", "--scenarios", str(path), "--set", "inflation=0.03"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{say('terminal.set_without_preset', given=quoted('inflation=0.03'))}\n"


@pytest.mark.parametrize(
    "name", ["=1+1", "+49", "-7", "@home", '=HYPERLINK("x")', 'a "b", c', "two\nlines", "007"]
)
def test_a_name_that_looks_like_something_else_stays_text(run, name):
    """A name comes out as it went in, whatever a spreadsheet might make of it."""
    in_marks = '"' + name.replace('"', '""') + '"'
    status, rows, err = run(f"scenario,preset\n{in_marks},{US}\n")
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
