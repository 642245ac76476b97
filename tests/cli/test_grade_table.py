"""A table of grades by years at the command line: every command that takes a plan takes it from a file."""

from __future__ import annotations

import json

import pytest

from commands.exchange_program import main as exchange
from commands.model_program import main
from model.texts import say
from tests.first_versions import first_version
from tests.worked.test_grade_table import CLASSES, TOTALS
from tests.worked.test_pasted_table import pasted
from tools.saying import says

HEAD = "Grade,2026-27,2027-28,2028-29,2029-30,2030-31"
TOTAL = 'Total,438,678,796,950,"1,056"'


@pytest.fixture
def petition(tmp_path):
    path = tmp_path / "petition.csv"
    path.write_text(pasted(",", head=HEAD, totals=TOTAL), encoding="utf-8-sig")
    return path


def run(capsys, *words):
    status = main(list(words))
    return status, *capsys.readouterr()


def test_the_petition_from_a_file(capsys, petition):
    """Its totals, and a teacher for each class."""
    preset = ("--preset", first_version("us_elementary"))
    status, out, err = run(capsys, "grades", *preset, "--grades", str(petition))
    assert (status, err) == (0, "")
    rows = {line[:20].strip(): line[20:].split() for line in out.splitlines()}
    assert rows[say("terminal.students")] == [f"{n:,}" for n in TOTALS]
    assert rows[say("terminal.classes")] == [str(n) for n in CLASSES]


def test_a_setting_beside_it_comes_after_it(capsys, petition):
    words = ["run", "--preset", "us_elementary", "--grades", str(petition), "--set", "grade_8_year1=0"]
    status, out, _ = run(capsys, *words, "--format", "json")
    assert status == 0
    assert students(out) == [438, 678 - 90, 796 - 96, 950 - 168, 1056 - 136]


def students(out):
    (plan,) = json.loads(out)
    return [round(year["enrollment"]) for year in plan["years"][1:]]


def test_every_bad_cell_is_refused_with_its_place(capsys, petition):
    petition.write_text(pasted(",", head=HEAD).replace("60,132,100", "60,many,-1"), encoding="utf-8")
    status, out, err = run(capsys, "run", "--preset", "us_elementary", "--grades", str(petition))
    assert (status, out) == (2, "")
    where = {"row": 8, "grade": "Grade 6"}
    assert err.splitlines() == [
        say("pasted.no_count", **where, column="“2027-28”", given="“many”"),
        say("pasted.outside", **where, column="“2028-29”", given="“-1”", most="1,000"),
    ]


def test_totals_that_differ_are_told(capsys, petition):
    petition.write_text(pasted(",", totals=TOTAL.replace("678", "679")), encoding="utf-8")
    status, _, err = run(capsys, "grades", "--preset", "us_elementary", "--grades", str(petition))
    assert status == 0
    (line,) = err.splitlines()
    assert says("terminal.note").match(line)
    assert "679" in line


def test_what_is_no_table_is_refused(capsys, tmp_path):
    """A picture, a file that is not there, and a table without a preset."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\xff")
    status, _, err = run(capsys, "run", "--preset", "us_elementary", "--grades", str(picture))
    assert (status, err) == (2, say("terminal.grades_no_text", name=picture) + "\n")
    assert run(capsys, "run", "--preset", "us_elementary", "--grades", str(tmp_path / "none.csv"))[0] == 2
    status, _, err = run(capsys, "run", "--grades", str(picture), str(picture))
    assert status == 2
    assert says("terminal.grades_without_preset").match(err.splitlines()[0])


def test_a_link_and_a_file_hold_the_table(capsys, petition, tmp_path):
    """Thirteen grades by five years in a link of under a thousand characters; the file reads back."""
    made = tmp_path / "plan.json"
    words = ("--preset", "us_elementary", "--grades", str(petition))
    assert exchange(["link", *words]) == 0
    assert len(capsys.readouterr().out) < 1000
    assert exchange(["file", *words, "--out", str(made)]) == 0
    capsys.readouterr()
    status, out, _ = run(capsys, "run", str(made), "--format", "json")
    assert status == 0
    assert students(out) == TOTALS
