"""`python -m model stress`: the board and the claim from a shell."""

from __future__ import annotations

import pytest

from commands.model_program import main
from model.evidence import STRESS
from model.stress import shocks_of


@pytest.fixture
def run(capsys):
    """Runs the command; gives exit status, standard output and standard error."""

    def command(*argv: str) -> tuple[int, str, str]:
        status = main(("stress", *argv))
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def line(out: str, label: str, school: str = "plan") -> str:
    """The line of a school under a shock."""
    lines = out.splitlines()
    at = next(i for i, x in enumerate(lines) if x.startswith(label))
    found = lines[at if school == "plan" else at + 1]
    assert school in found
    return " ".join(found.split())


def test_the_board(run):
    """No shock and the nine of the board, two lines each; the figures are those by hand in tests/worked."""
    status, out, err = run("--preset", "us_elementary")
    assert (status, err) == (0, "")
    assert "Responses while a shock lasts: none." in out
    assert (
        line(out, "Mid-year cut") == "Mid-year cut plan Sustainable Year 2, balance lasts 0 $324,439 (6.3%)"
    )
    assert line(out, "Severe cut", "twin").startswith("twin At risk Year 2, balance below zero 2.4 $")
    assert line(out, "Grant ends early").startswith("Grant ends early (nothing here to hit) plan Sustainable")
    assert all(s.label in out for s in shocks_of())
    assert "Private money falls short" not in out


def test_every_shock_and_the_responses(run):
    status, out, _ = run("--preset", "us_elementary", "--all", "--respond", "pause_pd", "larger_classes")
    assert status == 0
    assert "Responses while a shock lasts: pause pd, one student more per teacher." in out
    assert all(s.label in out for s in STRESS.values())
    assert "0, 2 given up" in line(out, "Mid-year cut")


def test_the_study(run):
    _, out, _ = run("--preset", "us_elementary", "--study")
    assert "as well or better in 54 of 54 cases, in 25 of which" in out
    assert (
        "in 24 of which neither has a position at risk; not School A: large high school under two lean years"
        in out
    )


def test_all_that_is_wrong_is_said_at_once(run):
    status, out, err = run("--preset", "us_elementry", "--set", "cut_rate=7", "--respond", "pauze")
    assert (status, out) == (2, "")
    assert "Did you mean us_elementary?" in err
    assert "Give a number from 0 (0.0%) to 1 (100.0%)" in err
    assert "There is no response called 'pauze'. Did you mean pause_pd?" in err


def test_a_shock_that_cannot_be_is_said_below_and_the_others_stand(run):
    status, out, _ = run("--preset", "us_elementary", "--set", "enrollment_year1=11")
    assert status == 0
    assert "cannot be worked out: see below" in line(out, "A plan that was too hopeful")
    assert "A plan that was too hopeful: Enrollment, Year 1 (enrollment_year1): 9.46 is outside" in out
    assert "cannot" not in line(out, "Mid-year cut")
