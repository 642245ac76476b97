"""The command line: what it prints, where it prints it, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands.model_program import main
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.named_presets import held_presets
from model.plan.scenario import Scenario
from model.results.projection import RESULT_KEYS, project
from model.texts import quoted, say
from model.units import about_positions
from tests.first_versions import first_version
from tools.saying import says

ROOT = Path(__file__).resolve().parents[2]
HEADER = ["scenario", "preset", "year", *RESULT_KEYS]


def shell(*argv: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "model", *argv],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **env},
        capture_output=True,
        encoding="utf-8",
        errors="replace",  # one test asks for another encoding
        check=False,
    )


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def same_as_projected(rows: list[dict[str, str]], scenario: Scenario) -> None:
    """Six rows with every result as computed, to the last digit; blank where there is none."""
    assert [r["year"] for r in rows] == [str(t) for t in range(6)]
    for row, result in zip(rows, project([scenario]).results(), strict=True):
        for key in RESULT_KEYS:
            assert (None if row[key] == "" else float(row[key])) == result[key], (row["year"], key)


# -------------------------------------------------------------------------------------------- from a shell


def test_the_module_runs_from_a_shell():
    """`python -m model presets` lists the nine presets on standard output and nothing on standard error."""
    done = shell("presets")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        preset.name for preset in held_presets()
    ]


def test_a_complaint_goes_to_standard_error_with_status_2():
    """Nothing on standard output that could be taken for a result."""
    done = shell("run", "--preset", first_version("us_elementary"), "--set", "cut_rate=7")
    assert (done.returncode, done.stdout) == (2, "")
    assert says("values.outside", low="0 (0.0%)", high="1 (100.0%)").search(done.stderr)
    assert "Traceback" not in done.stderr


def test_a_terminal_of_another_alphabet_gets_its_table():
    """Where the output cannot carry a minus sign or a dash, the table is still printed."""
    for encoding in ("cp1252", "ascii"):
        done = shell(
            "run", "--preset", first_version("us_elementary"), PYTHONIOENCODING=encoding, PYTHONUTF8="0"
        )
        assert (done.returncode, done.stderr) == (0, ""), encoding
        assert "5,220,000" in done.stdout


@pytest.mark.parametrize("command", ["model run --format json", "exchange table"])
def test_a_reader_that_goes_away_is_no_error(command):
    """`python -m model run ... | head` ends without a complaint."""
    with subprocess.Popen(
        [sys.executable, "-m", *command.split(), "--preset", first_version("us_elementary")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.parametrize(
    "argv", [[], ["fly"], ["run", "--format", "xml"], ["explain", "--preset", first_version("us_elementary")]]
)
def test_a_command_that_cannot_be_understood_has_status_2(argv, capsys):
    """No command, an unknown one, an unknown format, a missing part: usage on standard error."""
    with pytest.raises(SystemExit) as left:
        main(argv)
    assert left.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "usage: python -m model" in said.err


# ------------------------------------------------------------------------------------------------- run


def test_run_as_csv_is_unrounded(run):
    """The columns of the reference table after scenario, preset and year; every cell as computed."""
    status, out, err = run("run", "--preset", first_version("us_elementary"), "--format", "csv")
    assert (status, err) == (0, "")
    assert out.splitlines()[0].split(",") == HEADER
    same_as_projected(table(out), Scenario.preset(first_version("us_elementary")))
    # Year 2 by hand: 450 students x $11,600 x 1.027.
    assert float(table(out)[2]["public_revenue"]) == pytest.approx(450 * 11_600 * 1.027)


def test_run_as_json_is_complete(run):
    """One school with its verdict, all its levers and six years."""
    status, out, err = run(
        "run",
        "--preset",
        first_version("us_elementary"),
        "--set",
        "cut_rate=0,0.07,0.07,0,0",
        "--format",
        "json",
    )
    assert status == 0
    (school,) = json.loads(out)
    scenario = Scenario.preset(first_version("us_elementary")).changed(cut_rate=(0, 0.07, 0.07, 0, 0))
    assert set(school) == {"scenario", "preset", "verdict", "levers", "years"}
    assert school["preset"] == first_version("us_elementary")
    assert list(school["levers"]) == list(LEVERS)
    assert school["levers"]["cut_rate"] == [0, 0.07, 0.07, 0, 0]
    assert [y["year"] for y in school["years"]] == list(range(6))
    assert school["years"] == list(project([scenario]).results())
    for key, value in (("cut_first_year", 1), ("cut_years", 5)):
        assert say("values.implied", setting=f"{LEVERS[key].label} ({key})", value=value) in err


def cells(lines: list[str], line: str) -> list[str]:
    """The cells of a line of the book in a printed table."""
    label = BOOK.lines[line].label
    (row,) = [x for x in lines if x.startswith(f"{label}  ")]
    return row.removeprefix(label).split()


def test_run_as_a_table_is_for_people(run):
    """Whole dollars of the published reference, the verdict in a sentence, a dash where nothing applies."""
    status, out, err = run("run", "--preset", first_version("us_elementary"))
    assert (status, err) == (0, "")
    lines = out.splitlines()
    paper, tested = say("rating.balances"), say("rating.weak", cases=2)  # 322 of 2,000
    left = say("rating.year5_left", amount="$35,966")
    assert lines[1] == f"{say('rating.line', paper=paper, tested=tested)} {left}"
    balance = cells(lines, "fund_balance")
    assert balance == ["$47,730", "$125,927", "$194,538", "$252,935", "$300,460", "$336,425"]
    assert cells(lines, "operating_margin")[0] == "\N{EN DASH}"


def test_the_sentence_names_gap_and_first_bad_year(run):
    """Funding cut by 10% from year 1: the result in year 5, the gap in positions, the first bad balance."""
    changes = {"cut_rate": 0.1, "cut_first_year": 1, "cut_years": 5}
    settings = [x for k, v in changes.items() for x in ("--set", f"{k}={v}")]
    out = run("run", "--preset", first_version("us_elementary"), *settings)[1]
    # Year 5: 35,966 less a tenth of 5,807,006 is -544,735; a teacher costs 72,030 x 1.435 x 1.03^4: 5.0
    # positions. Year 1: 125,927 less 522,000 is below zero.
    assert out.splitlines()[1].startswith(f"{say('rating.not', year=1)}. {say('rating.weak_hardly')}.")
    assert "$544,73" in out
    # A beginner earns 64.5% of it. What rises with pay is 43.5% less health insurance, 11,160 of 72,030.
    teacher = 72_030 * 1.435 * 1.03**4
    beginner = teacher - 0.355 * 72_030 * (1.435 - 11_160 / 72_030) * 1.03**4
    assert about_positions(544_735 / teacher, 544_735 / beginner) in out
    assert round(544_735 / teacher, 1) == 4.7


@pytest.mark.parametrize(
    ("setting", "changes"),
    [
        ("enrollment_year1=520", {"enrollment_year1": 520}),
        ("refresh=lumpy", {"refresh": "lumpy"}),
        ("enrollment_year1=424,410,405,400,395", {"enrollment_year1": (424, 410, 405, 400, 395)}),
        (
            "teacher_salary=72030 73000 74000 75000 76000",
            {
                "teacher_salary": (72030, 73000, 74000, 75000, 76000),
                "teacher_salary_each_year": "as_typed",
            },
        ),
        ("cut_rate=0,7%,7%,0,0", {"cut_rate": (0, 0.07, 0.07, 0, 0)}),
    ],
)
def test_a_lever_may_be_set(run, setting, changes):
    """One number, a choice, or five values: the same as the scenario changed so."""
    status, out, _ = run(
        "run", "--preset", first_version("us_elementary"), "--set", setting, "--format", "csv"
    )
    assert status == 0
    same_as_projected(table(out), Scenario.preset(first_version("us_elementary")).changed(changes))


def test_a_year_1_growth_that_is_not_used_is_said(run):
    """A growth rate given per year with a value for year 1: a note on standard error, not in the results."""
    given = "inflation=0.05,0.02,0.02,0.02,0.02"
    status, out, err = run(
        "run", "--preset", first_version("us_elementary"), "--set", given, "--format", "csv"
    )
    assert status == 0
    assert len(table(out)) == 6
    assert say("values.year_1_is_the_level", setting=f"{LEVERS['inflation'].label} (inflation)") in err


def test_everything_wrong_is_said_at_once(run):
    """A preset, a lever, a number, a choice and a setting that is none: five messages in one go."""
    status, out, err = run(
        "run",
        "--preset",
        "us_elementry",
        *("--set", "enrolment_year1=450"),
        *("--set", "cut_rate=7"),
        *("--set", "refresh=sometimes"),
        *("--set", "inflation"),
    )
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 5
    for said in (
        says("names.did_you_mean", name="us_elementary"),
        says("names.did_you_mean", name="enrollment_year1"),
        says("values.outside", given="7 (700.0%)"),
        says("values.not_a_choice", choices="smoothed, set_aside, or lumpy"),
        says("terminal.no_setting", given=quoted("inflation")),
    ):
        assert said.search(err)


def test_a_lever_set_twice_is_refused(run):
    """Which of the two was meant is not for us to say."""
    status, out, err = run(
        "run",
        "--preset",
        first_version("us_elementary"),
        "--set",
        "inflation=0.02",
        "--set",
        "inflation=0.03",
    )
    assert (status, out) == (2, "")
    assert err == f"{say('terminal.set_twice', setting='inflation')}\n"


@pytest.mark.parametrize(
    "argv", [[], ["--preset", first_version("us_elementary"), "--scenarios", "plans.csv"]]
)
def test_run_needs_a_preset_or_a_file(run, argv):
    """Neither or both: a complaint that says so."""
    status, out, err = run("run", *argv)
    assert (status, out) == (2, "")
    assert err == f"{say('terminal.not_one_plan')}\n"
