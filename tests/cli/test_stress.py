"""`python -m model stress`: the board and the claim from a shell."""

from __future__ import annotations

import pytest

from commands.model_program import main
from model.evidence import STRESS
from model.results.verdicts import STATES, State
from model.stress import shocks_of
from model.stress.responses import RESPONSES
from model.texts import listed, say
from tools.saying import says


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
    assert (say("terminal.plan") if school == "plan" else say("terminal.same_school")) in found
    return " ".join(found.split())


def test_the_board(run):
    """No shock and the nine of the board, two lines each; the figures are those by hand in tests/worked."""
    status, out, err = run("--preset", "us_elementary")
    assert (status, err) == (0, "")
    assert say("terminal.no_responses") in out
    sustainable = f"{say('terminal.plan')} {STATES[State.SUSTAINABLE]}"
    cut = STRESS["midyear_cut"].label
    assert line(out, cut).startswith(f"{cut} {sustainable} Year 2, ")
    assert line(out, cut).endswith(" 0 $324,439 (6.3%)")
    severe = line(out, STRESS["severe_cut"].label, "twin")
    assert severe.startswith(f"{say('terminal.same_school')} {STATES[State.AT_RISK]} Year 2, ")
    assert " 2.4 $" in severe
    unaffected = say("terminal.unaffected", event=STRESS["grant_ends_early"].label)
    assert line(out, unaffected).startswith(f"{unaffected} {sustainable}")
    assert all(s.label in out for s in shocks_of())
    assert STRESS["private_money_short"].label not in out


def test_every_shock_and_the_responses(run):
    status, out, _ = run("--preset", "us_elementary", "--all", "--respond", "pause_pd", "larger_classes")
    assert status == 0
    labels = listed(RESPONSES[key].label for key in ("pause_pd", "larger_classes"))
    assert say("terminal.responses", responses=labels) in out
    assert all(s.label in out for s in STRESS.values())
    assert " 0, 2 " in line(out, STRESS["midyear_cut"].label)


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
    assert says("names.did_you_mean", name="us_elementary").search(err)
    assert says("values.outside", low="0 (0.0%)", high="1 (100.0%)").search(err)
    assert "'pauze'" in err
    assert says("names.did_you_mean", name="pause_pd").search(err)


def test_a_shock_that_cannot_be_is_said_below_and_the_others_stand(run):
    status, out, _ = run("--preset", "us_elementary", "--set", "enrollment_year1=11")
    assert status == 0
    hopeful = STRESS["too_hopeful_plan"].label
    assert say("terminal.see_below") in line(out, hopeful)
    assert says("terminal.event_problem", event=hopeful).search(out)
    assert says("values.outside", given="9.46").search(out)
    assert say("terminal.see_below") not in line(out, STRESS["midyear_cut"].label)
