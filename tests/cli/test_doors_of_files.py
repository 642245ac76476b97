"""Every name of a file at the command line: what cannot be read or written is one sentence and status 2."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import named_files
from commands.exchange_program import main as exchange
from commands.model_program import main as model
from exchange import files
from model.plan.plan import from_preset
from model.results.plan_remarks import changed_by_another
from model.texts import say
from tests.first_versions import first_version
from tools.saying import says

ROOT = Path(__file__).resolve().parents[2]
HOME = first_version("us_elementary")
GOOD = files.write([from_preset(HOME)])


def refused(capsys, main, *words):
    """The one sentence with which a command ends."""
    assert main([str(w) for w in words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    return line


@pytest.fixture(params=["run", "scenarios", "variance", "plan"])
def door(request):
    """Each command that takes the name of a file, by what stands before it."""
    return {
        "run": (model, "run"),
        "scenarios": (model, "run", "--scenarios"),
        "variance": (model, "variance"),
        "plan": (exchange, "table", "--plan"),
    }[request.param]


@pytest.mark.unix
def test_what_is_no_file_or_too_large_is_refused_before_it_is_read(capsys, tmp_path, door):
    """A folder, a pipe that nobody writes to, an endless device, 3 GB of nothing: none of it is read. A list
    of that size may be good, and is refused for its first part.
    """
    pipe, sparse = tmp_path / "pipe", tmp_path / "sparse"
    os.mkfifo(pipe)
    with sparse.open("wb") as file:
        file.truncate(3_000_000_000)
    for path, said in (
        (tmp_path, ("terminal.is_a_folder",)),
        (pipe, ("terminal.is_a_pipe",)),
        (Path("/dev/zero"), ("terminal.is_a_device",)),
        (sparse, ("terminal.plans_too_large",)),
        (tmp_path / "none", ("terminal.unreadable",)),
    ):
        line = refused(capsys, *door, path)
        if path == sparse and says("list.zero_bytes").match(line):
            continue
        assert any(says(key, name=path).match(line) for key in said)
        assert "3,000.0" in line or path != sparse
        assert "No such file or directory" in line or path.exists()


def test_a_file_that_grows_is_read_no_further_than_it_may_be(capsys, tmp_path):
    """Some files say that they are empty and are not, as those that the system makes up."""
    path = tmp_path / "two"
    path.write_bytes(b"x" * 12)
    with pytest.raises(named_files.CannotUse, match=says("terminal.plans_endless", name=path, most=0)):
        _pretending_to_be_empty(path)
    assert named_files.content_of(path, 12, named_files.PLANS) == b"x" * 12


def _pretending_to_be_empty(path):
    kept = named_files._refuse_by_kind
    named_files._refuse_by_kind = lambda *_: None
    try:
        named_files.content_of(path, 11, named_files.PLANS)
    finally:
        named_files._refuse_by_kind = kept


def test_run_remarks_on_each_plan_of_a_file(capsys, tmp_path):
    """Five enrollments with growth beside them, in the second of two plans: named with what to do."""
    plan = from_preset(HOME)
    five = plan.changed({"enrollment_year1": (100, 200, 300, 400, 400), "enrollment_growth": 0.05})
    path = tmp_path / "plans.json"
    path.write_bytes(files.write([plan, five.named("Grown")]))
    assert model(["run", str(path)]) == 0
    (remark,) = changed_by_another(five.now)
    said = say("terminal.of_plan", name="Grown", message=remark.in_print)
    assert capsys.readouterr().err.splitlines()[0] == say("terminal.note", message=said)


# --- writing ---


def test_out_takes_the_place_of_a_good_file_only_when_it_is_whole(tmp_path, monkeypatch, capsys):
    """A disk that is full after 1,000 bytes: one sentence, the old file byte for byte, nothing beside it."""
    path = tmp_path / "plan.json"
    path.write_bytes(b"the good one")
    write = os.write

    def full(number, rest):
        if len(rest) < 5_000:
            raise OSError(28, "No space left on device")
        return write(number, rest[:1_000])

    monkeypatch.setattr(os, "write", full)
    line = refused(capsys, exchange, "file", "--preset", HOME, "--out", path)
    assert line == say("terminal.unwritable", name=path, fault="No space left on device")
    monkeypatch.undo()
    assert path.read_bytes() == b"the good one"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.json"]


def test_ctrl_c_leaves_the_good_file(tmp_path, monkeypatch, capsys):
    """Stopped in the midst of writing: the status that shells give for it, one sentence, the old file."""
    path = tmp_path / "plan.json"
    path.write_bytes(b"the good one")

    def stopped(_number):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    monkeypatch.setattr("commands.streams.give_up_output", lambda: None)
    assert exchange(["file", "--preset", HOME, "--out", str(path)]) == 130
    assert capsys.readouterr().err == f"{say('terminal.stopped')}\n"
    assert path.read_bytes() == b"the good one"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.json"]


@pytest.mark.unix
def test_a_written_file_keeps_its_permissions_and_a_link_stays_one(tmp_path):
    path, link = tmp_path / "plan.json", tmp_path / "link.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    assert exchange(["file", "--preset", HOME, "--out", str(link)]) == 0
    assert link.is_symlink()
    assert path.read_bytes() == GOOD
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    mask = os.umask(0o027)
    try:
        assert exchange(["file", "--preset", HOME, "--out", str(tmp_path / "new.json")]) == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nowhere/plan.json", says("terminal.unwritable", fault="No such file or directory")),
        ("", says("terminal.folder_unwritable")),
        pytest.param(
            "/dev/full",
            says("terminal.unwritable", fault="No space left on device"),
            marks=pytest.mark.unix,
        ),
    ],
)
def test_a_place_that_cannot_be_written_is_said(capsys, tmp_path, place, said):
    line = refused(capsys, exchange, "file", "--preset", HOME, "--out", tmp_path / place)
    assert said.search(line)
    assert str(tmp_path / place) in line


# --- where output goes ---


def shell(command, **more):
    """A command in a shell of its own, where `python` is this one."""
    return subprocess.run(
        ["bash", "-c", command.replace("python", sys.executable)],
        cwd=ROOT,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.unix
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize(
    "command",
    [
        f"python -m model run --preset {HOME}",
        f"python -m exchange file --preset {HOME}",
        "python -m model --help",
    ],
)
@pytest.mark.parametrize(
    ("end", "said"),
    [("> /dev/full", "No space left on device"), (">&-", "standard output is closed")],
)
def test_output_that_goes_nowhere_is_one_sentence_and_status_2(command, end, said, buffered):
    found = shell(f"{command} {end}", PYTHONUNBUFFERED=buffered)
    assert (found.returncode, found.stdout) == (2, "")
    (line,) = found.stderr.splitlines()
    assert line == say("terminal.output_unwritable", fault=said)


@pytest.mark.unix
def test_messages_that_go_nowhere_do_not_mix_with_results():
    """Standard error closed or full: results are as they were, and a refusal is still status 2."""
    for end in ("2>&-", "2> /dev/full"):
        idle = "--set sustaining_grant=200000"
        found = shell(f"python -m model run --preset {HOME} {idle} --format json {end}")
        assert found.returncode == 0
        assert json.loads(found.stdout)[0]["levers"]["sustaining_grant"] == 200_000
        assert shell(f"python -m model run --preset nowhere {end}").returncode == 2


@pytest.mark.unix
def test_standard_output_may_be_named():
    """`-` and /dev/stdout print; a file that output is added to keeps what it holds."""
    for name in ("-", "/dev/stdout"):
        assert shell(f"python -m exchange file --preset {HOME} --out {name}").stdout == GOOD.decode()
    added = f"f=$(mktemp); echo first > $f; python -m exchange file --preset {HOME} --out /dev/stdout >> $f; cat $f"
    assert shell(added).stdout == "first\n" + GOOD.decode()


@pytest.mark.unix
def test_a_running_command_ends_on_ctrl_c():
    """The signal itself, while it is loaded and while it works: no traceback, the status of the signal.

    It is sent once Python tells of the first part of the project that it has loaded, on any machine.
    """
    for wait in (0.0, 0.4):
        running = subprocess.Popen(
            [sys.executable, "-X", "importtime", "-m", "model", "ranges", "--preset", HOME],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert running.stderr
        assert any("commands" in line for line in running.stderr)
        time.sleep(wait)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
        assert running.returncode in {130, -signal.SIGINT, 0}
        assert "Traceback" not in err


def test_ten_thousand_settings_are_refused_at_once(capsys):
    words = [w for i in range(10_000) for w in ("--set", f"lever_{i}=5")]
    line = refused(capsys, model, "run", "--preset", HOME, *words)
    assert line == say("terminal.too_many_words", words="20,003", most="2,000")


def test_hundreds_of_unknown_settings_are_named_fifty_at_most(capsys):
    words = [w for i in range(500) for w in ("--set", f"lever_{i}=5")]
    assert model(["run", "--preset", HOME, *words]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 51
    assert lines[-1] == say("terminal.more_faults", count=450)
