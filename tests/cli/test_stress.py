"""`python -m model stress`: the board and the claim from a shell."""

from __future__ import annotations

import pytest

from commands.model_program import main
from model.evidence import STRESS
from model.plan.scenario import Scenario
from model.results.rating import rate
from model.results.rating_in_words import if_things_change
from model.stress import RESPONSES, board, shocks_of
from model.stress.claim import BOTH, DROPPED, KEPT
from model.stress.claim_in_words import name
from model.texts import counted, listed, quoted, say
from tests.first_versions import first_version
from tests.ratings import chance_there
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
    """The line of a school under an event."""
    lines = out.splitlines()
    at = next(i for i, x in enumerate(lines) if x.startswith(label))
    found = lines[at if school == "plan" else at + 1]
    assert say("events.my_plan" if school == "plan" else "events.without_program") in found
    return " ".join(found.split())


def under(event: str) -> str:
    """The chance of the elementary school under an event."""
    preset = first_version("us_elementary")
    hit = board(Scenario.preset(preset)).row(event).plan
    return if_things_change(rate(hit.verdict, chance_there(hit.scenario, preset)))


def test_the_board(run):
    """No event and the nine of the board, two lines each; the figures are those by hand in tests/worked.

    Year 3 of the mid-year cut is $257,380 less $58,397 short. If the program stays, $183,301 of supplies can
    go, and $15,682 are left: 0.14 of a teacher at $109,658.
    """
    status, out, err = run("--preset", first_version("us_elementary"))
    assert (status, err) == (0, "")
    assert say("events.shell_no_responses") in out
    assert say("events.apply", count=counted(8), all=9) in out
    assert say("events.passes", balances=1, caution=2, fails=5) in out
    cut = say("events.cut", amount="$324,439", share="6.3%")
    cells = (
        say("rating.not", year=3),
        under("midyear_cut"),
        say("events.year", year=2),
        say("events.savings_out", year=3),
        say("events.jobs_kept", jobs=say("events.jobs", jobs="0.1", count=counted("0.2"), year=3)),
        say("events.jobs_cut", jobs=say("events.no_jobs")),
    )
    assert line(out, "Mid-year cut") == " ".join(("Mid-year cut", say("events.my_plan"), *cells, cut))
    assert say("events.jobs", jobs="2.4", count=counted("3.4"), year=3) in line(out, "Severe cut", "twin")
    kept, cut_first = (
        say("events.jobs", jobs=jobs, count=counted(beginners), year=3)
        for jobs, beginners in (("2.8", "4.1"), ("1.5", "2.1"))
    )
    both = (say("events.jobs_kept", jobs=kept), say("events.jobs_cut", jobs=cut_first))
    assert " ".join(both) in line(out, "Severe cut")
    assert line(out, "Grant ends early") == " ".join(
        ("Grant ends early", say("events.my_plan"), say("events.does_not_apply"))
    )
    # The plan without an event has its chance, too, and the school without the program is on paper alone.
    calm = chance_there(Scenario.preset(first_version("us_elementary")), first_version("us_elementary"))
    assert say("rating.weak", cases=calm.tenths) in line(out, say("events.none"))
    assert say("rating.not", year=3) in line(out, "Mid-year cut", "twin")
    assert not says("rating.weak").search(line(out, "Mid-year cut", "twin"))
    assert all(s.label in out for s in shocks_of())
    assert "Private money falls short" not in out
    # A teacher under contract since spring, by hand in tests/worked/test_hiring.py.
    assert say("events.contracts") in out
    named = say("events.contracts_part", event="Sudden loss of students", amount="$108,004", year="Year 2")
    assert named in out


def test_the_board_says_which_count_teachers_are_hired_by(run):
    for count, key in (("this_fall", "events.contracts_at_once"), ("last_fall", "events.contracts_late")):
        _, out, _ = run("--preset", first_version("us_elementary"), "--set", f"staffing_count={count}")
        assert say(key) in out
        assert "$108,004" not in out
    for key in ("midyear_cut", "spending_freeze", "severe_cut", "pay_two_points"):
        said = say("events.shell_afterwards", event=STRESS[key].label, afterwards=STRESS[key].afterwards)
        assert said in out


def test_every_shock_and_the_responses(run):
    status, out, _ = run(
        "--preset", first_version("us_elementary"), "--all", "--respond", "pause_pd", "larger_classes"
    )
    assert status == 0
    names = listed(RESPONSES[k].label for k in ("pause_pd", "larger_classes"))
    assert say("events.shell_responses", responses=names) in out
    assert all(s.label in out for s in STRESS.values())
    assert say("events.given_up", count=counted(2)) in line(out, "Mid-year cut")


def test_the_study(run):
    """The three readings, the strictest first, then event by event: the severe cut in 1, 6 and 6 schools."""
    _, out, _ = run("--preset", first_version("us_elementary"), "--study")
    assert say("events.claim_short", kept=18, both=48, all=48) in out
    assert say("events.claim_made_up") in out
    lines = [" ".join(x.split()) for x in out.splitlines()]
    for key, cases in ((KEPT, (5, 18, 42)), (BOTH, (48, 48, 48)), (DROPPED, (48, 48, 48))):
        counted_so = " ".join(say("events.of", held=n, all=48) for n in cases)
        assert any(x.startswith(name(key)) and x.endswith(counted_so) for x in lines)
    of_six = " ".join(say("events.of", held=n, all=6) for n in (1, 6, 6))
    assert f"{STRESS['severe_cut'].label} {of_six}" in lines


def test_all_that_is_wrong_is_said_at_once(run):
    status, out, err = run("--preset", "us_elementry", "--set", "cut_rate=7", "--respond", "pauze")
    assert (status, out) == (2, "")
    assert "Did you mean us_elementary?" in err
    assert says("values.outside", low="0 (0.0%)", high="1 (100.0%)").search(err)
    hint = say("names.did_you_mean", name="pause_pd")
    assert say("responses.unknown", key=quoted("pauze"), hint=hint) in err


def test_a_shock_that_cannot_be_is_said_below_and_the_others_stand(run):
    status, out, _ = run("--preset", first_version("us_elementary"), "--set", "enrollment_year1=11")
    assert status == 0
    assert say("events.impossible") in line(out, "A plan that was too hopeful")
    # 11 students less 14% are 9.46
    outside = say("events.students_outside", year=1, given="9.5", low="10", high="5,000")
    event = STRESS["too_hopeful_plan"].label
    assert say("events.shell_problem", event=event, problem=outside) in out
    assert say("events.impossible") not in line(out, "Mid-year cut")


def test_a_response_that_cannot_go_further_is_told_as_idle(run):
    """Devices of 15 years are kept no longer. Every event stands, and stipends are dropped all the same."""
    plan = ("--preset", first_version("us_elementary"), "--set", "device_life_years=15")
    status, out, _ = run(*plan, "--respond", "postpone_refresh", "drop_stipends")
    assert status == 0
    assert say("events.idle", responses=RESPONSES["postpone_refresh"].label) in out.splitlines()
    assert say("events.impossible") not in out
    assert not says("events.idle").search(run(*plan, "--respond", "drop_stipends")[1])
