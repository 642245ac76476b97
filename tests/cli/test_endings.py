"""A file has an ending with which programs open it: a name that ends as another kind of file is refused."""

from __future__ import annotations

import pytest

from commands.exchange_program import main
from tools.saying import says

HOME = "us_elementary"
GIVEN = ("--preset", HOME)


@pytest.mark.parametrize("command", ["handout", "page", "slides", "workbook", "table", "file", "link"])
def test_a_name_that_promises_another_kind_of_file_is_refused(command, tmp_path, capsys):
    """Nothing is written then, whatever the case of its letters."""
    for name in ("plan.xls", "plan.PNG"):
        out = tmp_path / name
        assert main((command, *GIVEN, "--out", str(out))) == 2
        assert says("terminal.other_ending").search(capsys.readouterr().err)
        assert not out.exists()


def test_a_name_that_promises_nothing_is_good(tmp_path):
    for name in ("plan", "plan.v2", "plan.JSON"):
        assert main(("file", *GIVEN, "--out", str(tmp_path / name))) == 0
        assert (tmp_path / name).exists()


def test_a_code_is_drawn_whatever_the_case_of_its_ending(tmp_path, capsys):
    out = tmp_path / "plan.SVG"
    assert main(("link", *GIVEN, "--out", str(out))) == 0
    assert out.read_text(encoding="utf-8").startswith("<svg")
    capsys.readouterr()
