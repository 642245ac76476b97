"""A command loads and reads what it needs, each once. What this takes is counted, not timed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commands import exchange_program, model_program
from model import evidence
from model.evidence import DATA, LEVERS
from model.plan import scenario
from model.plan.named_presets import held_presets
from model.plan.scenario import Scenario

ROOT = Path(__file__).resolve().parents[2]
# Each takes longer to load than the answer takes to work out, or belongs to another door.
HEAVY = {
    "babel",
    "concurrent.futures",
    "email",
    "numpy.ma",
    "pandas",
    "PIL",
    "pyarrow",
    "secrets",
    "socket",
    "streamlit",
    "exchange",
    "model.answer",
    "model.evidence.findings",
    "model.evidence.shocks",
    "model.evidence.standards",
    "model.evidence.timing",
    "model.explain.readings",
    "model.goals",
    "model.grades.pasted_table",
    "model.months",
    "model.ranges.bands",
    "model.routes",
    "model.stress",
}
# What was loaded, and which files of data/ were opened, by a start as a shell makes it.
WATCHED = """
import json, runpy, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
sys.argv = ["x", *json.loads(sys.argv[1])]
try:
    runpy.run_module("model", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps([sorted(sys.modules), opened]), file=sys.stderr)
"""


def started(*words: str) -> tuple[set[str], list[str]]:
    """The modules that a command loads, and the files in data/ that it opens, with repeats."""
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, json.dumps(words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    modules, opened = json.loads(run.stderr.splitlines()[-1])
    paths = [Path(p).resolve() for p in opened if p.endswith((".csv", ".json", ".po"))]
    return set(modules), [p.relative_to(DATA).as_posix() for p in paths if p.is_relative_to(DATA)]


@pytest.fixture(scope="module")
def run():
    return started("run", "--preset", "us_elementary")


def test_an_answer_loads_nothing_heavy_that_it_does_not_need(run):
    modules, _ = run
    assert "model.results.results_text" in modules
    assert modules & HEAVY == set()


def test_no_other_command_is_loaded(run):
    modules, _ = run
    assert {m for m in modules if m.startswith("commands.model_verbs.")} == {"commands.model_verbs.run"}


def test_each_file_of_evidence_is_read_once_and_only_if_it_is_needed(run):
    _, opened = run
    assert "levers.csv" in opened
    assert len(set(opened)) == len(opened)
    assert set(opened).isdisjoint(
        {"stress.csv", "twin.csv", "findings.csv", "timing.csv", "standards.csv", "six_schools.json"}
    )
    assert not [name for name in opened if name.startswith("presets/version_")]


def test_help_loads_no_command():
    modules, opened = started("--help")
    assert not [m for m in modules if m.startswith("commands.model_verbs.")]
    assert "numpy" not in modules
    assert "levers.csv" not in opened


def test_a_preset_is_not_checked_again_after_it_was_read(monkeypatch):
    checked = []
    monkeypatch.setattr(scenario, "check", lambda *_, **__: checked.append(1))
    scenario._preset.cache_clear()
    assert Scenario.preset("us_elementary").values.keys() == LEVERS.keys()
    assert checked == []


def test_a_preset_is_the_scenario_that_its_values_make():
    """Whatever is checked of a scenario was checked where the preset was read."""
    for preset in held_presets():
        made = Scenario.of(preset.values, preset.english_label)
        found = Scenario.preset(preset.name)
        assert found == made
        assert list(found.values) == list(made.values)
        assert found.own_lines == made.own_lines


def test_evidence_that_is_read_later_is_there_by_its_name_and_kept():
    for name in evidence.__all__:
        assert getattr(evidence, name) is getattr(evidence, name)
    assert list(evidence.SIX_SCHOOLS)
    with pytest.raises(AttributeError):
        _ = evidence.NO_SUCH_TABLE


@pytest.mark.parametrize("program", [model_program, exchange_program])
def test_a_command_knows_its_options_when_it_is_typed(program, capsys):
    for command in program.PROGRAM.commands:
        with pytest.raises(SystemExit) as end:
            program.main([command.name, "--help"])
        assert end.value.code == 0
        assert "--lang" in capsys.readouterr().out
