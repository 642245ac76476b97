"""`python -m exchange workbook` writes the workbook of a preset with changes."""

from __future__ import annotations

from commands.exchange_program import main
from tests.first_versions import first_version
from tests.parity.office import parts


def test_the_command_writes_the_plan(tmp_path):
    """The changed value stands in the file, marked as changed."""
    out = tmp_path / "plan.xlsx"
    assert (
        main(
            [
                "workbook",
                "--preset",
                first_version("us_elementary"),
                "--set",
                "benefit_rate=0.4525",
                "--out",
                str(out),
            ]
        )
        == 0
    )
    inputs = parts(out.read_bytes())["xl/worksheets/sheet2.xml"]
    assert "<v>0.4525</v>" in inputs
    assert "<v>changed</v>" in inputs


def test_everything_wrong_is_said_at_once(tmp_path, capsys):
    """An unknown preset and an impossible value in one go; nothing is written."""
    out = tmp_path / "plan.xlsx"
    assert main(["workbook", "--preset", "us_elementry", "--set", "benefit_rate=43", "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert "us_elementary" in said
    assert "benefit_rate" in said
    assert not out.exists()


def test_a_place_that_cannot_be_written(tmp_path, capsys):
    """It names the file and what is wrong."""
    out = tmp_path / "no such folder" / "plan.xlsx"
    assert main(["workbook", "--preset", first_version("us_elementary"), "--out", str(out)]) == 2
    assert str(out) in capsys.readouterr().err
