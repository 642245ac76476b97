"""A start that cannot be says in one line what is wrong and what to do, and its status is not 0."""

from __future__ import annotations

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from model import ready_to_run
from model.ready_to_run import APP, MODEL, OLDEST, cannot_listen, missing

ROOT = Path(__file__).resolve().parents[2]
# What an older Python comes across before it is told that it is too old.
FIRST_READ = ("model/__init__.py", "model/__main__.py", "model/ready_to_run.py", "exchange/__init__.py")
FIRST_READ += ("exchange/__main__.py", "school_explorer/__init__.py", "school_explorer/__main__.py")
FIRST_READ += ("school_explorer/house.py", "commands/__init__.py", "commands/started.py")
# Where CI lacks it the tests run, and fail: a missing tool is no reason to pass there.
NEEDS_MAKE = pytest.mark.skipif(
    shutil.which("make") is None and not os.environ.get("CI"), reason="make is not installed"
)


def said(*command: str, cwd: Path = ROOT, **options) -> list[str]:
    """The lines that a start says when it fails; make's own last line is left out."""
    run = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False, **options)
    assert run.returncode != 0
    lines = [x for x in (run.stdout + run.stderr).splitlines() if x and not x.startswith("make")]
    assert "Traceback" not in "".join(lines)
    return lines


@pytest.fixture
def taken():
    """A port at which something listens."""
    with socket.socket() as here:
        here.bind(("127.0.0.1", 0))
        here.listen()
        yield here.getsockname()[1]


@pytest.fixture
def copy(tmp_path):
    """What make looks at, in a folder of its own."""
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize("program", ["model", "exchange"])
def test_without_its_packages_a_program_says_how_to_get_them(program):
    (line,) = said(sys.executable, "-S", "-m", program, "--help")
    assert line.startswith(f"The packages numpy, babel are not installed for {sys.executable}.")
    assert "make run" in line
    assert "pip install -r requirements.txt" in line


def test_where_it_was_installed_nobody_is_sent_to_make(monkeypatch, tmp_path):
    """There is no Makefile and no list, and no index is to be asked for a package of our name."""
    monkeypatch.setattr(ready_to_run, "_HERE", tmp_path)
    line = missing(("no_such_package",))
    assert line.startswith(f"The package no_such_package is not installed for {sys.executable}.")
    assert "Install the program again" in line
    assert "make" not in line
    assert "pip install" not in line


# The version is only said to be older: the suite has no second Python.
OLDER = """import runpy, sys
sys.version_info, sys.argv = (3, 9, 2, "final", 0), ["x"]
runpy.run_module(NAME, run_name="__main__")"""


@pytest.mark.parametrize("program", ["model", "exchange", "school_explorer"])
def test_an_older_python_is_named(program):
    (line,) = said(sys.executable, "-c", OLDER.replace("NAME", repr(program)))
    assert line.startswith("This is Python 3.9; 3.11 or newer is needed.")
    assert "make run PYTHON=python3.11" in line


def test_an_older_python_can_read_as_far_as_that():
    for name in FIRST_READ:
        ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_the_page_asks_for_what_it_is_made_of():
    """The packages of requirements.txt, without the one that only makes it quicker."""
    named = re.findall(
        r"^([a-z]+)[><=]", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(APP) == set(named) - {"uvloop"}
    assert set(MODEL) < set(APP)
    needed = re.search(
        r'requires-python = ">=(\d+)\.(\d+)', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    assert tuple(map(int, needed.groups())) == OLDEST


def test_everything_that_is_missing_is_named_at_once():
    line = missing(("numpy", "no_such_package", "nor_this_one"))
    assert line.startswith("The packages no_such_package, nor_this_one are not installed")


@pytest.mark.parametrize(
    ("port", "address", "wrong", "remedy"),
    [
        ("abc", "127.0.0.1", "The port “abc” is none.", "make run PORT=8502"),
        ("", "127.0.0.1", "The port “” is none.", "from 1024 to 65535"),
        ("0", "127.0.0.1", "The port “0” is none.", "from 1024 to 65535"),
        ("-1", "127.0.0.1", "The port “-1” is none.", "from 1024 to 65535"),
        ("65536", "127.0.0.1", "The port “65536” is none.", "from 1024 to 65535"),
        ("8½", "127.0.0.1", "The port “8½” is none.", "from 1024 to 65535"),
        # An address of documentation (RFC 5737): no computer has it.
        (
            "8599",
            "192.0.2.1",
            "The address 192.0.2.1 is none of this computer's.",
            "make run ADDRESS=0.0.0.0",
        ),
        ("8599", "no such name", "The address “no such name” is not known.", "Use 127.0.0.1"),
    ],
)
def test_a_port_or_an_address_that_cannot_be_had(port, address, wrong, remedy):
    line = cannot_listen(port, address, "make run")
    assert line.startswith(wrong)
    assert remedy in line
    assert "\n" not in line


def test_a_port_that_is_taken_is_told_with_another(taken):
    line = cannot_listen(str(taken), "127.0.0.1", "make room")
    assert line.startswith(f"Port {taken} is taken: ")
    assert line.endswith(f"make room PORT={taken + 1}")


def test_another_port_is_told_as_it_is_typed(taken):
    """make takes variables, a program options."""
    assert cannot_listen(str(taken), "127.0.0.1", "school-explorer").endswith(
        f"school-explorer --port {taken + 1}"
    )
    assert cannot_listen("8599", "192.0.2.1", "school-explorer").endswith("school-explorer --address 0.0.0.0")


def test_a_port_that_is_free_is_let_be():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert cannot_listen(str(port), "127.0.0.1", "make run") == ""


def test_the_three_starts_ask_before_they_serve(taken):
    """As make starts them, for real."""
    for command in (
        ("model.ready_to_run", str(taken), "127.0.0.1", "make run"),
        ("tools.room", "--port", str(taken)),
        ("school_explorer", "--port", str(taken)),
    ):
        (line,) = said(sys.executable, "-m", *command)
        assert line.startswith(f"Port {taken} is taken: ")
    rows = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert '-m model.ready_to_run "$(PORT)" "$(ADDRESS)" "make run"' in rows


@NEEDS_MAKE
@pytest.mark.unix
def test_make_names_a_python_that_is_not_there(copy):
    (line,) = said("make", "run", "PYTHON=no-such-python", cwd=copy)
    assert (
        line
        == "Python 3.11 or newer is needed; 'no-such-python' is not. Name another one: make PYTHON=python3.12"
    )


@NEEDS_MAKE
@pytest.mark.unix
def test_make_says_that_an_environment_is_broken(copy):
    """Its Python was uninstalled, or the folder came from another computer."""
    (copy / ".venv" / "bin").mkdir(parents=True)
    (copy / ".venv" / "bin" / "python").symlink_to(copy / "gone")
    (copy / ".venv" / "made").touch()
    for target in ("run", "room"):
        (line,) = said("make", target, cwd=copy)
        assert line.startswith("The environment in .venv does not work")
        assert "make clean" in line


@NEEDS_MAKE
@pytest.mark.unix
def test_make_says_that_no_environment_can_be_made(copy):
    (copy / ".venv").write_text("a file", encoding="utf-8")
    assert said("make", "run", f"PYTHON={sys.executable}", cwd=copy)[-1].startswith(
        "No environment could be made in .venv. Remove what is there (rm -rf .venv)"
    )


@NEEDS_MAKE
@pytest.mark.unix
def test_make_says_that_the_folder_cannot_be_written_to(copy):
    if os.geteuid() == 0:  # for whom every folder can be written to: ask as somebody else
        for folder in (copy, *copy.parents[:2]):
            folder.chmod(0o755)
        options = {"user": 65_534, "group": 65_534, "extra_groups": ()}
    else:
        copy.chmod(0o555)
        options = {}
    (line,) = said("make", "run", cwd=copy, **options)
    copy.chmod(0o755)
    assert line.startswith("This folder cannot be written to, so no environment can be made in it.")
    assert "Copy the project into a folder of your own" in line
