"""Each command is a file of its name that can be run, and stands in the table of its program."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from commands import exchange_program, model_program

COMMANDS = Path(__file__).resolve().parents[2] / "commands"


@pytest.mark.parametrize(
    ("folder", "program"), [("model_verbs", model_program), ("exchange_verbs", exchange_program)]
)
def test_every_command_stands_in_the_table(folder, program):
    """A file with `run` is named in the table, once, by the word that is typed."""
    declared = [
        path.stem
        for path in sorted((COMMANDS / folder).glob("*.py"))
        if any(
            isinstance(node, ast.FunctionDef) and node.name == "run"
            for node in ast.parse(path.read_text(encoding="utf-8")).body
        )
    ]
    assert len(declared) >= 5
    assert sorted(command.name for command in program.PROGRAM.commands) == declared
