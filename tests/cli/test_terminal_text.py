"""Nothing that a stranger wrote steers the terminal of the one who reads it."""

from __future__ import annotations

import contextlib
import re

import pytest

from commands.exchange_program import main as exchange
from commands.model_program import main as model
from commands.terminal_text import as_shown
from tests.first_versions import first_version
from tests.looped import looped

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HOSTILE = "a\x1b[2J\x1b]0;mine\x07\u202eb\x9b31m\u2066\x7f\r"


@looped(
    ("text", "seen"),
    [
        ("plain −$5, é 小 \t\n", "plain −$5, é 小 \t\n"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\rb", "a\\rb"),
        ("\u202eabc", "\\u202eabc"),
        ("\x9b2J", "\\x9b2J"),
        ("\x00\x07\x7f", "\\x00\\x07\\x7f"),
    ],
)
def test_a_character_that_steers_is_written_out(text, seen):
    """Everything else stays as it is."""
    assert as_shown(text) == seen


@pytest.mark.parametrize(
    ("program", "argv"),
    [
        (model, ["run", "--preset", HOSTILE]),
        (model, ["run", "--preset", first_version("us_elementary"), "--set", f"{HOSTILE}=1"]),
        (model, ["run", "--preset", first_version("us_elementary"), "--set", f"enrollment_year1={HOSTILE}"]),
        (model, ["run", f"{HOSTILE}.json"]),
        (model, ["run", "list.csv"]),
        (model, ["explain", "--preset", first_version("us_elementary"), "--line", HOSTILE]),
        (exchange, ["link", "--preset", HOSTILE]),
        (exchange, ["link", "--preset", first_version("us_elementary"), "--base", f"http://{HOSTILE}/"]),
        (exchange, ["file", "--plan", f"{HOSTILE}.json"]),
        (exchange, ["table", "--preset", first_version("us_elementary"), "--out", f"no/{HOSTILE}"]),
    ],
)
def test_no_command_prints_what_steers(program, argv, tmp_path, monkeypatch, capfd):
    """In names, values, files' names and what stands in files: standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(
        f'preset,scenario,enrollment_year1\nus_elementary,"{HOSTILE}",520\n{HOSTILE},x,1\n',
        encoding="utf-8",
        newline="",
    )
    with contextlib.suppress(SystemExit):
        program(argv)
    out, err = capfd.readouterr()
    assert out or err
    assert not STEERING.search(out + err)
