"""Long lists at the command line: as they come, in order, whole when stopped, and quiet in a pipe."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from commands import lists
from commands.model_program import main
from exchange.long_lists import source, work
from model.evidence import LEVERS
from model.plan.scenario import Scenario
from model.results.projection import RESULT_KEYS, project
from model.texts import say
from tests.first_versions import first_version
from tools.saying import says

ROOT = Path(__file__).resolve().parents[2]
US, CHARTER = first_version("us_elementary"), first_version("chicago_charter_k8")
FIVE = "100;200;300;400;400"


@pytest.fixture
def small_blocks(monkeypatch):
    """Blocks of three rows, so that a short list has many."""
    monkeypatch.setattr(lists, "block_of", lambda _ask: 3)


@pytest.fixture
def listed(tmp_path):
    """Writes a list of so many rows, one student more in each."""

    def made(rows: int, name: str = "plans.csv") -> Path:
        path = tmp_path / name
        body = "".join(f"School {n},{US},{100 + n % 4000}\n" for n in range(rows))
        path.write_text(f"scenario,preset,enrollment_year1\n{body}", encoding="utf-8")
        return path

    return made


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_every_form_is_the_same_whatever_the_blocks(run, tmp_path, monkeypatch):
    """Good and bad rows, remarks and doubled names, in one block and in many: the same comes out."""
    rows = [f"{'A' if n % 5 == 0 else f'S{n}'},{US},{30 + 40 * (n % 9)},{n % 7 or 7}%" for n in range(20)]
    rows[6:6] = [f"bad,{US},7,2%", "bad,nowhere,300,2%", f'five,{US},"100,200,300,400,400",', "", ","]
    path = tmp_path / "plans.csv"
    path.write_text("\n".join(["scenario,preset,enrollment_year1,inflation", *rows]), encoding="utf-8")
    for form in ("csv", "json", "table"):
        words = ("run", "--scenarios", str(path), "--format", form)
        status, out, err = run(*words)
        assert status == 2
        assert out
        with monkeypatch.context() as patch:
            patch.setattr(lists, "block_of", lambda _ask: 3)
            told = run(*words)
        if form != "table":  # a few plans are rated with their chance, which a longer list is not
            assert told == (status, out, err)
        assert told[2] == err


def test_order_is_kept_and_bad_rows_are_named(run, tmp_path, small_blocks):
    path, out = tmp_path / "plans.csv", tmp_path / "out.csv"
    body = "".join(f"S{n},{US},{n if n % 5 else 9}\n" for n in range(100, 130))
    path.write_text(f"scenario,preset,enrollment_year1\n{body}", encoding="utf-8")
    status, printed, err = run("run", "--scenarios", str(path), "--out", str(out))
    assert (status, printed) == (2, "")
    assert [r["enrollment"] for r in read(out)[1::6]] == [str(n) for n in range(100, 130) if n % 5]
    row = {"number": 2, "name": "S100"}
    assert err.startswith(f"{say('list.row_named', **row)}, ")
    assert len(err.splitlines()) == 6


def test_a_file_of_parquet_holds_what_a_file_of_text_holds(run, listed, tmp_path, small_blocks):
    """Numbers to the last bit, nothing where a measure has no meaning, whole rows in order."""
    path = listed(20)
    assert run("run", "--scenarios", str(path), "--out", str(tmp_path / "a.csv")) == (0, "", "")
    assert run("run", "--scenarios", str(path), "--out", str(tmp_path / "a.parquet")) == (0, "", "")
    held = parquet.ParquetFile(tmp_path / "a.parquet")
    assert held.metadata.row_group(0).column(3).compression == "ZSTD"
    rows = held.read().to_pylist()
    assert len(rows) == 120
    for text, typed in zip(read(tmp_path / "a.csv"), rows, strict=True):
        assert (text["scenario"], text["preset"], text["year"]) == (
            typed["scenario"],
            typed["preset"],
            str(typed["year"]),
        )
        assert [float(text[k]) if text[k] else None for k in RESULT_KEYS] == [typed[k] for k in RESULT_KEYS]


def test_a_list_of_parquet_is_read_like_one_of_text(run, tmp_path):
    """Typed columns, five values of a year each as a list or as text, blanks, and a row that is wrong."""
    table = pa.table(
        {
            "scenario": ["path", "text", "one", "bad"],
            "preset": [US, US, CHARTER, US],
            "enrollment_growth": pa.array([None, None, 0.125, None]),
            "enrollment_year1": ["100,200,300,400,400", FIVE, "520", "9"],
            "teacher_salary": pa.array([[60_000.0 + t for t in range(5)], None, [70_000.125] * 5, None]),
        }
    )
    parquet.write_table(table, tmp_path / "plans.parquet")
    status, out, err = run("run", "--scenarios", str(tmp_path / "plans.parquet"), "--format", "csv")
    assert status == 2
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [r["scenario"] for r in rows[::6]] == ["path", "text", "one"]
    path = (100, 200, 300, 400, 400)
    pay = {"teacher_salary": tuple(60_000.0 + t for t in range(5)), "teacher_salary_each_year": "as_typed"}
    plans = [
        Scenario.preset(US).changed(enrollment_year1=path, **pay),
        Scenario.preset(US).changed(enrollment_year1=path),
    ]
    for i, plan in enumerate(plans):
        expected = [repr(x).removesuffix(".0") for x in project([plan]).row("structural_result")]
        assert [r["structural_result"] for r in rows[6 * i : 6 * i + 6]] == expected
    assert rows[13]["enrollment"] == "520"
    assert rows[14]["enrollment"] == "585"  # an eighth more, beyond doubt: a table has typed numbers
    assert says("values.outside", given="9").search(err)
    assert say("list.row_named", number=5, name="bad") in err


def test_what_is_no_parquet_is_refused(run, tmp_path):
    path = tmp_path / "plans.parquet"
    path.write_bytes(b"PAR1 and no more")
    status, out, err = run("run", "--scenarios", str(path))
    assert (status, out) == (2, "")
    assert says("list.not_parquet").match(err)


def test_a_fault_behind_many_rows_leaves_the_rows_before_it(run, tmp_path, small_blocks):
    """A quotation mark that is never closed: in the first block nothing is run, later the rows before."""
    path = tmp_path / "plans.csv"
    for rows, status_names in ((2, []), (10, [f"S{n}" for n in range(9)])):
        body = "".join(f"S{n},{US}\n" for n in range(rows))
        path.write_text(f'scenario,preset\n{body}"open,{US}\n', encoding="utf-8")
        status, out, err = run("run", "--scenarios", str(path), "--format", "csv")
        assert status == 2
        names = [r["scenario"] for r in csv.DictReader(io.StringIO(out))][::6]
        assert names[: len(status_names)] == status_names
        assert bool(names) == bool(status_names)
        assert says("list.not_csv", row=rows + 2).search(err)


def test_blocks_are_made_as_they_are_needed(listed, monkeypatch):
    """However long a list is, no more than one block of it waits: counted where blocks are made and used."""
    made, used, most = [0], [0], [0]
    blocks = source.Source.blocks

    def counted(self, size):  # a generator, as the one in whose place it stands
        for block in blocks(self, size):
            made[0] += 1
            most[0] = max(most[0], made[0] - used[0])
            yield block

    def worked_out(task):
        used[0] += 1
        return work.worked_out(task)

    monkeypatch.setattr(source.Source, "blocks", counted)
    monkeypatch.setattr(lists, "worked_out", worked_out)
    monkeypatch.setattr(lists, "block_of", lambda _ask: 5)
    assert main(["run", "--scenarios", str(listed(200)), "--out", os.devnull]) == 0
    assert (made[0], most[0]) == (40, 1)


def started(*words: str, **more) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "model", *words], cwd=ROOT, stderr=subprocess.PIPE, text=True, **more
    )


@pytest.mark.unix
@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_control_c_leaves_a_whole_file_and_says_what_is_missing(listed, tmp_path, ending):
    """A signal in the middle: rows so far stand in a file that opens, the others are named, status 130."""
    out = tmp_path / f"out.{ending}"
    rows = 400_000
    process = started("run", "--scenarios", str(listed(rows)), "--out", str(out))
    while not (part := next(tmp_path.glob(".*.part"), None)) or not part.stat().st_size:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert not list(tmp_path.glob(".*.part"))
    if ending == "csv":
        assert out.read_bytes().endswith(b"\n")
        found = read(out)
    else:
        found = parquet.read_table(out).select(["scenario", "year"]).to_pylist()
    many, rest = divmod(len(found), 6)
    assert rest == 0
    assert 0 < many < rows
    assert [r["scenario"] for r in found[::6]] == [f"School {n}" for n in range(many)]
    done, last = f"{many + 1:,}", f"{rows + 1:,}"
    missing = says("terminal.list_stopped", done=done, last=last, next=f"{many + 2:,}")
    assert missing.search(err)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_for_a_terminal_alone(run, listed, tmp_path, monkeypatch):
    """In a pipe nothing is drawn; on a terminal it says how many rows of how many."""
    words = ("run", "--scenarios", str(listed(30)), "--out", str(tmp_path / "out.csv"))
    assert run(*words) == (0, "", "")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(words) == 0
    form = say("terminal.list_progress", bar="", done="0", all="30", rate="", left="")
    assert form.strip().split(",")[0] in terminal.getvalue()


def test_an_output_of_another_kind_is_refused(run, listed, tmp_path):
    for words in (("--out", "a.xlsx"), ("--format", "json", "--out", "a.csv")):
        given = [str(tmp_path / w) if w.startswith("a.") else w for w in words]
        status, out, err = run("run", "--scenarios", str(listed(1)), *given)
        assert (status, out) == (2, "")
        assert says("terminal.other_ending").match(err)


def test_a_list_or_a_plan(run, listed):
    """One of both; and what is for lists does not go with a plan."""
    path = str(listed(1))
    for command in ("stress", "ranges"):
        assert run(command) == (2, "", say("terminal.preset_or_list") + "\n")
        assert run(command, "--preset", US, "--scenarios", path)[0] == 2
    for option, value in (("--out", "x.csv"), ("--workers", "2")):
        said = say("terminal.option_of_lists", option=option) + "\n"
        assert run("variance", "--preset", US, option, value) == (2, "", said)
    assert run("stress", "--scenarios", path, "--study")[0] == 2
    assert run("variance", "--scenarios", path, "--biggest-first")[0] == 2
    assert run("ranges", "--scenarios", path, "--pin", "nothing")[0] == 2


def test_labels_of_the_page_name_columns_of_parquet(run, tmp_path):
    table = pa.table({"preset": [US], LEVERS["enrollment_year1"].label: [520]})
    parquet.write_table(table, tmp_path / "plans.parquet")
    status, out, _ = run("run", "--scenarios", str(tmp_path / "plans.parquet"), "--format", "csv")
    assert status == 0
    assert list(csv.DictReader(io.StringIO(out)))[1]["enrollment"] == "520"
