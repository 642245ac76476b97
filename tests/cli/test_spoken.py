"""In which language the two programs answer, and what never changes with it."""

from __future__ import annotations

import pytest

from commands.exchange_program import main as exchange
from commands.model_program import main as model
from commands.spoken import spoken_by
from model.texts import say, speaking
from tests.first_versions import first_version
from tests.looped import looped

PLAN = ("--preset", first_version("us_elementary"), "--set", "cut_rate=0,7%,7%,0,0")


@looped(
    ("argv", "environ", "spoken"),
    [
        ((), {}, "en"),
        (("run", "--lang", "qps"), {}, "qps"),
        (("--lang=keys", "run"), {}, "keys"),
        (("--lang", "en", "run", "--lang=qps"), {}, "qps"),
        (("--lang", "nowhere"), {}, "en"),
        (("--lang",), {}, "en"),
        ((), {"LANG": "en_US.UTF-8"}, "en"),
        ((), {"LANG": "C.UTF-8"}, "en"),
        ((), {"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:en"}, "en"),
        ((), {"LANG": "qps"}, "en"),  # nobody's computer speaks a made-up language
        ((), {"LANG": "es_US.UTF-8"}, "es"),
        ((), {"LANG": "es"}, "es"),
        ((), {"LANG": "es-MX"}, "es"),
        ((), {"LANGUAGE": "fr:es:en", "LANG": "en_US.UTF-8"}, "es"),
        ((), {"LC_ALL": "C", "LANG": "es_US.UTF-8"}, "en"),
        (("--lang", "en"), {"LANG": "es_US.UTF-8"}, "en"),
    ],
)
def test_who_is_spoken_to(argv, environ, spoken, monkeypatch):
    """`--lang` first, then the environment as gettext reads it, in a world with a Spanish catalog."""
    for module in ("commands.spoken", "model.texts.environment"):
        monkeypatch.setattr(f"{module}.LANGUAGES", ("en", "es", "qps", "keys"))
    assert spoken_by(argv, environ) == spoken


@pytest.mark.parametrize("spoken", ["en", "qps", "keys"])
def test_a_refusal_is_said_in_the_language(capsys, spoken):
    """Before the command or behind it; whoever runs the program afterwards is spoken to as before."""
    with speaking(spoken):
        wrong = say("terminal.set_twice", setting="inflation")
    twice = ("--set", "inflation=1%", "--set", "inflation=2%")
    for argv in (
        ("--lang", spoken, "run", "--preset", first_version("us_elementary"), *twice),
        ("run", "--preset", first_version("us_elementary"), *twice, "--lang", spoken),
        ("run", "--preset", first_version("us_elementary"), *twice, "--lan", spoken),
    ):
        assert model(argv) == 2
        assert capsys.readouterr().err == f"{wrong}\n"
    assert say("terminal.plan_help") == "a file of plans, in place of --preset"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_machines_read_is_the_same_in_every_language(capsysbinary, form):
    """Results as JSON and CSV, months, a file, a table, the schema: byte for byte."""
    for program, argv in (
        (model, ("run", *PLAN, "--format", form)),
        (model, ("months", *PLAN, "--format", "csv")),
        (exchange, ("file", *PLAN)),
        (exchange, ("table", *PLAN)),
        (exchange, ("schema",)),
        (exchange, ("link", *PLAN)),
    ):
        said = []
        for spoken in ("en", "qps", "keys"):
            assert program((*argv, "--lang", spoken)) == 0
            said.append(capsysbinary.readouterr().out)
        assert said[0] == said[1] == said[2] != b"", argv


def test_the_help_is_said_in_the_language_and_argparse_keeps_its_own_words(capsys):
    with pytest.raises(SystemExit):
        model(("--lang", "keys", "run", "--help"))
    told = capsys.readouterr().out
    assert "terminal.run_command" in told
    assert "terminal.preset_help" in told
    assert "usage: python -m model run" in told


def test_a_language_that_is_not_there_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        model(("--lang", "tlh", "presets"))
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "'tlh'" in told.err
    assert say("terminal.type_help", program="python -m model") in told.err
