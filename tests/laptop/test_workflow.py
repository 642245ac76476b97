"""The workflow for a public host: it can be read, and names commands, files and programs that exist."""

from __future__ import annotations

import importlib.util
import json
import shlex
import subprocess
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from commands import exchange_program, model_program

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
# Playwright brings a reader of YAML along, and the node that runs it.
READER = """
const {yaml} = require(process.argv[1]);
const read = yaml.parseDocument(require("fs").readFileSync(0, "utf8"), {strict: true, uniqueKeys: true});
if (read.errors.length || read.warnings.length) throw [...read.errors, ...read.warnings][0];
process.stdout.write(JSON.stringify(read.toJS()));
"""


def as_read(path: Path) -> dict:
    node, program = compute_driver_executable()
    bundle = Path(program).parent / "lib" / "utilsBundle.js"
    return json.loads(
        subprocess.run(
            [str(node), "-e", READER, str(bundle)], input=path.read_bytes(), capture_output=True, check=True
        ).stdout
    )


@pytest.fixture(scope="module")
def workflow():
    return as_read(WORKFLOWS / "suite.yml")


def commands(job: dict) -> list[list[str]]:
    """One in a step: of several, the shell of Windows would report the last alone."""
    lines = [step["run"] for step in job["steps"] if "run" in step]
    assert [line for line in lines if "\n" in line] == []
    return [shlex.split(line) for line in lines]


def test_a_file_that_is_no_yaml_is_refused(tmp_path):
    broken = tmp_path / "broken.yml"
    broken.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        as_read(broken)


def test_there_are_three_systems_and_one_whole_suite(workflow):
    assert list(WORKFLOWS.iterdir()) == [WORKFLOWS / "suite.yml"]
    assert set(workflow["on"]) == {"push", "pull_request"}
    assert workflow["permissions"] == {"contents": "read"}
    three, whole = workflow["jobs"]["three-systems"], workflow["jobs"]["whole-suite"]
    assert [s.partition("-")[0] for s in three["strategy"]["matrix"]["system"]] == [
        "ubuntu",
        "windows",
        "macos",
    ]
    assert three["runs-on"] == "${{ matrix.system }}"
    assert commands(whole) == [[".ci/run"]]
    lines = [" ".join(words) for words in commands(three)]
    assert "python -m hatchling build -t wheel -d dist" in lines
    assert any(line.startswith("python -m pytest") and "not browser" in line for line in lines)


def test_what_it_runs_exists(workflow):
    """Modules, files, programs and their commands. Nothing needs a shell of one system."""
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    programs = {"model": model_program.PROGRAM, "exchange": exchange_program.PROGRAM}
    for job in workflow["jobs"].values():
        for words in commands(job):
            match words:
                case ["python", "-m", module, *rest]:
                    assert importlib.util.find_spec(module), module
                    named = [after for word, after in pairwise(rest) if word == "-r"]
                    assert all((ROOT / name).exists() for name in named)
                case ["school-explorer", "--version"]:
                    assert "school-explorer" in scripts
                case ["school-explorer", program, verb, *_]:
                    assert verb in {command.name for command in programs[program].commands}
                case [file]:
                    assert (ROOT / file).exists()
                case _:
                    pytest.fail(f"This is no command that every system has: {words}")
            assert not set(words) & {"|", "&&", ">", ";", "$"}
