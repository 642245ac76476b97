"""The two files for a double click: start.command for macOS and Linux, start.cmd for Windows.

The first is run here, with programs that stand in for Python. The second is only read.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHELL = "start.command"
BATCH = "start.cmd"
# Says which version it is, makes a place with itself in it, and tells what else it was asked.
STAND_IN = """#!/bin/sh
case "$*" in
  *version_info*) [ "{version}" = "$3" ]; exit ;;
  "-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; exit ;;
  "-c "*) exit 0 ;;
  *) echo "asked: $*"; case "$*" in *pip*) exit {pip} ;; esac ;;
esac
"""


@pytest.fixture
def folder(tmp_path):
    """An offline folder with its starter, and a home."""
    place = tmp_path / "a folder"
    (place / "wheels").mkdir(parents=True)
    shutil.copy2(ROOT / SHELL, place)
    (place / "wheels" / "pythons.txt").write_text("3.98 3.99\r\n", encoding="utf-8", newline="")
    (place / "wheels" / "made.txt").write_text("one\n", encoding="utf-8")
    return place


@pytest.fixture
def programs(tmp_path):
    """What is found on the path: the system's small programs."""
    found = tmp_path / "programs"
    found.mkdir()
    for name in ("dirname", "tr", "cmp", "rm", "cp", "mkdir", "uname", "cat"):
        (found / name).symlink_to(shutil.which(name))
    return found


def add_python(programs: Path, version: str, pip: int = 0) -> None:
    python = programs / f"python{version}"
    python.write_text(STAND_IN.format(version=version, pip=pip), encoding="utf-8")
    python.chmod(0o755)


def started(folder: Path, programs: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = {"HOME": str(folder.parent / "home"), "PATH": str(programs)}
    command = [shutil.which("sh"), str(folder / SHELL), *words]
    return subprocess.run(
        command,
        cwd="/",
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def asked(run: subprocess.CompletedProcess[str]) -> list[str]:
    return [line.removeprefix("asked: ") for line in run.stdout.splitlines() if line.startswith("asked: ")]


PAGE = "-m school_explorer --port 8502"
FROM_WHEELS = (
    "-m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links wheels "
    "school-sustainability-explorer[slides]"
)


@pytest.mark.unix
def test_it_installs_once_and_again_when_the_folder_is_another(folder, programs):
    """From the wheels beside it; with the words that were typed; then without installing; then anew."""
    add_python(programs, "3.99")
    assert asked(started(folder, programs, "--port", "8502")) == [FROM_WHEELS, PAGE]
    assert asked(started(folder, programs, "--port", "8502")) == [PAGE]
    (folder / "wheels" / "made.txt").write_text("another\n", encoding="utf-8")
    assert asked(started(folder, programs, "--port", "8502")) == [FROM_WHEELS, PAGE]


@pytest.mark.unix
def test_a_copy_of_the_project_installs_what_its_lock_says(folder, programs):
    shutil.rmtree(folder / "wheels")
    (folder / "requirements.lock").write_text("numpy==2.5.5\n", encoding="utf-8")
    add_python(programs, "3.13")
    lock = "-m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock"
    assert asked(started(folder, programs)) == [lock, "-m school_explorer"]


@pytest.mark.unix
def test_what_is_missing_is_told_with_what_to_do(folder, programs):
    """No Python, only another one, packages that cannot be had, and a folder that was not unpacked."""
    for version in (None, "3.10"):
        if version:
            add_python(programs, version)
        run = started(folder, programs)
        assert run.returncode == 1
        assert "Python was not found here. This folder needs one of these versions: 3.98 3.99." in run.stderr
        assert "python.org/downloads" in run.stderr
    add_python(programs, "3.98", pip=1)
    run = started(folder, programs)
    assert (run.returncode, asked(run)) == (1, [FROM_WHEELS])
    assert "The packages could not be installed." in run.stderr
    assert asked(started(folder, programs)) == [FROM_WHEELS]  # not taken for a place that is ready
    shutil.rmtree(folder / "wheels")
    run = started(folder, programs)
    assert run.returncode == 1
    assert "Unpack the whole zip file" in run.stderr


def test_the_starter_of_unix_may_be_run():
    assert (ROOT / SHELL).read_bytes().startswith(b"#!/bin/sh\n")
    assert os.access(ROOT / SHELL, os.X_OK), f"chmod +x {SHELL}"


def test_the_starter_of_windows_can_be_read_by_windows():
    """Plain letters, lines that end as there, and no jump to a label that is not there."""
    written = (ROOT / BATCH).read_bytes()
    written.decode("ascii")
    assert written.count(b"\r\n") == written.count(b"\n") > 40
    text = written.decode()
    labels = set(re.findall(r"^:(\w+)\r?$", text, re.MULTILINE))
    jumps = set(re.findall(r"(?:goto|call) :(\w+)", text))
    assert jumps == labels


def test_files_end_their_lines_alike_on_every_system():
    """Golden files are compared byte by byte; only what Windows runs ends its lines as there."""
    listed = subprocess.run(
        ["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("This copy is not a git checkout.")
    rows = [
        re.fullmatch(r"i/(\S*)\s+w/\S*\s+attr/(.*?)\s*\t(.*)", line) for line in listed.stdout.splitlines()
    ]
    found = {row[3]: (row[1], row[2]) for row in rows if row}
    assert len(found) == len(rows) > 500
    assert found.pop(BATCH) == ("lf", "text eol=crlf")
    assert found["tests/golden/english.txt"] == ("lf", "text=auto eol=lf")
    assert {kept for kept, _ in found.values()} <= {"lf", "-text", "none"}
    assert {told for _, told in found.values()} <= {"text=auto eol=lf", "-text"}


def test_both_starters_do_the_same():
    """The same versions, the same installs, the same words where something is missing."""
    shell, batch = (ROOT / SHELL).read_text("utf-8"), (ROOT / BATCH).read_text("utf-8")
    for both in (
        "3.12 3.13 3.14 3.11",
        "--require-hashes -r requirements.lock",
        "This folder is not complete. Unpack the whole zip file, then start again from the unpacked folder.",
        "https://www.python.org/downloads/ and start again.",
        "The packages could not be installed. The lines above say why.",
        "The page has ended. If it is already open in another window, go on there.",
    ):
        assert both in shell
        assert both in batch
    for text in (shell, batch):
        assert re.search(r"--isolated install[^&|]+--no-index --find-links wheels", text)
        assert "school-sustainability-explorer[slides]" in text
