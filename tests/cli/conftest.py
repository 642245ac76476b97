"""The command line, run within the test."""

from __future__ import annotations

import pytest

from commands.model_program import main


@pytest.fixture
def run(capsys):
    """Runs one command; gives exit status, standard output and standard error."""

    def command(*argv: str) -> tuple[int, str, str]:
        status = main(argv)
        said = capsys.readouterr()
        return status, said.out, said.err

    return command
