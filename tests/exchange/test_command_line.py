"""`python -m exchange` and `python -m model run plan.json`: what they print and write, and what they say is
wrong.
"""

from __future__ import annotations

import io
import json
import random
import zipfile

import pytest

from commands import model_program as model_cli
from commands.exchange_program import main
from commands.exchange_verbs.link import BASE
from exchange import files, link
from exchange import table_files as tables
from exchange.files import Filed
from model import MODEL_VERSION
from model.evidence import LEVERS
from model.plan.plan import begun_from, from_preset
from model.plan.scenario import Scenario
from model.texts import say
from tests.exchange.plans import random_plan
from tests.first_versions import first_version
from tools.saying import says

HOME = first_version("us_elementary")
START = Scenario.preset(HOME)
PLAN = begun_from(HOME, START, START.changed(enrollment_year1=520, cut_rate=(0, 0.07, 0.07, 0, 0)))
GIVEN = ["--preset", HOME, "--set", "enrollment_year1=520", "--set", "cut_rate=0,7%,7%,0,0"]
# The note that goes with a cut given by year.
WINDOW = say("values.implied", setting=f"{LEVERS['cut_first_year'].label} (cut_first_year)", value=1)


@pytest.fixture
def run(capfdbinary):
    """Runs one command; gives exit status, the bytes on standard output, the text on standard error."""

    def command(*argv: object, program=main) -> tuple[int, bytes, str]:
        status = program([str(a) for a in argv])
        said = capfdbinary.readouterr()
        return status, said.out, said.err.decode()

    return command


@pytest.fixture
def two(tmp_path):
    """A file of two plans."""
    path = tmp_path / "plans.json"
    path.write_bytes(files.write([Filed(PLAN, "A cut"), from_preset(first_version("us_high"))]))
    return path


@pytest.mark.parametrize(
    ("command", "made"),
    [
        ("link", f"{link.address_of(PLAN, BASE)}\n".encode()),
        ("file", files.write([PLAN])),
        ("table", tables.tidy_csv([PLAN]).encode()),
    ],
)
def test_a_preset_with_changes_leaves_as(run, tmp_path, command, made):
    """Printed, or written to a file: the same bytes; what five yearly numbers set aside is said beside it."""
    status, out, err = run(command, *GIVEN)
    assert (status, out) == (0, made)
    assert WINDOW in err
    path = tmp_path / "out"
    assert run(command, *GIVEN, "--out", path)[:2] == (0, b"")
    assert path.read_bytes() == made


def test_a_file_of_plans_leaves_as_anything(run, two, tmp_path):
    """Two plans give two links, one table, the same file again, and one workbook with a difference sheet."""
    links = run("link", "--plan", two)[1].decode().splitlines()
    assert [link.opened(x).plan for x in links] == [PLAN, from_preset(first_version("us_high"))]
    assert run("table", "--plan", two)[1].decode() == tables.tidy_csv(
        [PLAN, from_preset(first_version("us_high"))]
    )
    assert run("file", "--plan", two)[1] == two.read_bytes()
    out = tmp_path / "plans.xlsx"
    assert run("workbook", "--plan", two, "--out", out) == (0, b"", "")
    sheets = zipfile.ZipFile(io.BytesIO(out.read_bytes())).read("xl/workbook.xml").decode()
    assert "Difference" in sheets


def test_a_file_of_plans_may_be_changed(run, two):
    """--set changes every plan of the file and leaves where they started from."""
    made = run("file", "--plan", two, "--set", "teacher_leaders=6")[1]
    found = files.read(made).plans
    assert [p.now["teacher_leaders"] for p in found] == [6, 6]
    assert [p.start["teacher_leaders"] for p in found] == [
        p.start["teacher_leaders"] for p in files.read(two.read_bytes()).plans
    ]
    assert found[0].reason == "A cut"


def test_a_link_may_be_for_another_place_or_a_picture(run, two, tmp_path):
    """--base is where the page is; a file that ends in .svg holds the QR code, of one plan."""
    assert run("link", *GIVEN, "--base", "https://a.example/x")[1].startswith(b"https://a.example/x?c=")
    picture = tmp_path / "plan.svg"
    assert run("link", *GIVEN, "--out", picture)[0] == 0
    assert picture.read_text(encoding="utf-8") == link.qr_svg(link.address_of(PLAN, BASE))
    status, _, err = run("link", "--plan", two, "--out", picture)
    assert (status, err) == (2, f"{say('terminal.one_code', plans=2)}\n")


def test_a_table_of_some_lines(run):
    """--line names the lines, in the order given; an unknown one is named with the nearest."""
    out = run("table", "--preset", HOME, "--line", "fund_balance", "--line", "net_position")[1].decode()
    assert out == tables.tidy_csv([from_preset(HOME)], ["fund_balance", "net_position"])
    status, out, err = run("table", "--preset", HOME, "--line", "fund_balence")
    assert (status, out) == (2, b"")
    assert "fund_balance" in err


def test_the_schema_can_be_printed(run):
    """It needs no plan."""
    status, out, err = run("schema")
    assert (status, out.decode(), err) == (0, files.schema_text(), "")


@pytest.mark.parametrize("command", ["link", "file", "table"])
def test_what_is_wrong_is_said_in_plain_words(run, tmp_path, two, command):
    """Neither or both ways of giving a plan, no such file, a place that cannot be written: one sentence,
    status 2.
    """
    nowhere = tmp_path / "no such folder" / "plan"
    for argv, said in (
        ([], says("terminal.neither_plan")),
        (["--preset", HOME, "--plan", two], says("terminal.both_plans")),
        (["--plan", nowhere], says("terminal.unreadable", name=nowhere)),
        (["--plan", tmp_path], says("terminal.is_a_folder", name=tmp_path)),
        (["--preset", HOME, "--out", nowhere], says("terminal.unwritable", name=nowhere)),
    ):
        status, out, err = run(command, *argv)
        assert (status, out) == (2, b"")
        assert said.match(err)
        assert len(err.splitlines()) == 1


def test_everything_wrong_with_a_file_is_said(run, tmp_path):
    """Each reason on a line of its own, on standard error, and nothing is printed."""
    content = json.loads(files.write([PLAN]))
    content["plans"][0]["now"] |= {"inflation": 9, "refresh": "never", "colour": "red"}
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    for argv, program in ((["link", "--plan", path], main), (["run", path], model_cli.main)):
        status, out, err = run(*argv, program=program)
        assert (status, out, len(err.splitlines())) == (2, b"", 3)


def test_what_was_filled_in_is_noted(run, tmp_path):
    """The remarks of a file go to standard error, so that the results stay clean."""
    content = json.loads(files.write([PLAN])) | {"model_version": "0.9"}
    path = tmp_path / "old.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    for argv, program in ((["file", "--plan", path], main), (["run", path], model_cli.main)):
        status, _, err = run(*argv, program=program)
        assert status == 0
        made_with = say("plan_file.other_model_version", given="0.9", here=MODEL_VERSION)
        assert err.startswith(say("terminal.note", message=made_with))


def test_a_plan_too_long_for_a_link_and_too_many_for_a_workbook(run, tmp_path):
    """Each limit is named with what to do or what was found."""
    long = random_plan(random.Random(1), HOME, 69)
    path = tmp_path / "plans.json"
    path.write_bytes(files.write([long] * 5))
    status, _, err = run("link", "--plan", path)
    assert status == 2
    assert says("link.too_long", most="2,000").search(err)
    status, _, err = run("workbook", "--plan", path, "--out", tmp_path / "x.xlsx")
    assert (status, err.splitlines()[-1]) == (
        2,
        say("terminal.too_many_for_workbook", most=4, plans=5),
    )
    assert all(says("terminal.note").match(line) for line in err.splitlines()[:-1])


def test_run_takes_one_way_of_giving_plans(run, two):
    """A file of plans goes with neither --preset nor --scenarios nor --set."""
    for more in (["--preset", HOME], ["--scenarios", "x.csv"], ["--set", "inflation=0.03"]):
        status, out, _ = run("run", two, *more, program=model_cli.main)
        assert (status, out) == (2, b"")
    nowhere = run("run", "nowhere.json", program=model_cli.main)[2]
    assert says("terminal.unreadable", name="nowhere.json").match(nowhere)
