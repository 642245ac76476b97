"""Explain, findings, docs, changes and ranges from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.exchange_program import main as exchange
from commands.model_program import main
from model.evidence import FINDINGS, LEVERS, UNCERTAIN
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.results import results_text
from model.results import study_findings as findings
from model.results.projection import project
from model.texts import quoted, say
from tests.first_versions import first_version
from tools.saying import says

LEADERS = LEVERS["teacher_leaders"].label

# ------------------------------------------------------------------------------------ explain, findings, docs


def test_explain_leads_from_the_number_to_levers_and_sources(run):
    """The result of year 3: rule, numbers, parts, and each lever with its default, usual range and source."""
    status, out, err = run(
        "explain", "--preset", first_version("us_elementary"), "--line", "structural_result", "--year", "3"
    )
    assert (status, err) == (0, "")
    label = BOOK.lines["structural_result"].label
    assert out.splitlines()[2] == f"{label} (structural_result), Year 3: $58,397 a year"
    assert "= Public funding \N{MINUS SIGN} Yearly cost" in out
    assert "= $5,505,685.38 \N{MINUS SIGN} $5,447,288.60" in out
    assert f"  {LEVERS['teacher_salary'].label} (teacher_salary): $72,030 per position" in out
    default = say("terminal.default", value="$72,030")
    assert f"    {default} {say('terminal.usual', range='$45,000 to $120,000')} sourced: " in out
    assert "assumption" in out


def test_explain_uses_the_settings(run):
    """With 100 students at $10,000 the public revenue of year 1 is a million."""
    settings = ("--set", "enrollment_year1=100", "--set", "base_rate_per_pupil=10000")
    plan = ("--preset", first_version("us_elementary"), *settings)
    out = run("explain", *plan, "--line", "public_revenue", "--year", "1")[1]
    label = BOOK.lines["public_revenue"].label
    assert out.splitlines()[2].startswith(f"{label} (public_revenue), Year 1: $1,000,000")


@pytest.mark.parametrize(
    "words",
    [
        "run",
        "explain --line structural_result --year 3",
        *("stress", "ranges", "months", "sizes", "standards", "tornado", "goal", "routes"),
        "grades --set enrollment_from=by_grade --set grade_1_year1=50",
    ],
)
def test_an_answer_begins_with_the_plan_that_it_is_of(run, words):
    """The name stands in the first line, whatever is asked of one plan."""
    command, *options = words.split()
    status, out, _ = run(command, "--preset", first_version("us_elementary"), *options)
    assert status == 0
    name = Scenario.preset(first_version("us_elementary")).name
    assert out.splitlines()[0].startswith(name.partition(",")[0])  # its students follow the plan


def test_explain_says_where_a_line_has_no_meaning(run):
    """Recurring cost in the start-up year."""
    status, out, _ = run(
        "explain", "--preset", first_version("us_elementary"), "--line", "recurring_cost", "--year", "0"
    )
    assert status == 0
    assert say("terminal.does_not_apply") in out


def test_explain_says_everything_wrong_at_once(run):
    """A line, a year, a preset and a value that cannot be: four messages."""
    status, out, err = run(
        "explain",
        "--preset",
        "nowhere",
        "--line",
        "structural_resullt",
        "--year",
        "6",
        "--set",
        "inflation=9",
    )
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 4
    assert say("terminal.no_such_year", year=6) in err
    assert say("values.no_such_preset", name=quoted("nowhere")) in err
    for said in ("structural_resullt", "structural_result", "(inflation)"):
        assert said in err


def test_findings_all_hold(run):
    """Every published figure beside ours, each with its source; exit status 0."""
    status, out, err = run("findings")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == len(FINDINGS) + 2
    assert lines[-1] == say("terminal.findings_hold")
    for line, finding in zip(lines, FINDINGS.values(), strict=False):
        assert finding.label in line
        assert line.endswith(", ".join(finding.source))
    assert sum(f"[{say('terminal.finding_holds')}]" in x for x in lines) == sum(
        bool(f.computed) for f in FINDINGS.values()
    )


def test_a_finding_that_fails_is_named_with_status_1(run, monkeypatch):
    """With one school less than the study had, that finding fails and the others are still shown."""
    schools = findings.six_schools
    monkeypatch.setattr(findings, "MEASURES", {**findings.MEASURES, "schools_studied": lambda _: 5.0})
    status, out, _ = run("findings")
    assert schools().scenarios.count == 6
    assert status == 1
    (failing,) = [x for x in out.splitlines() if x.startswith(f"[{say('terminal.finding_fails')}]")]
    assert say("terminal.worked_out", value="5") in failing
    assert out.splitlines()[-1] == say("terminal.findings_fail", count=1)


def test_docs_writes_the_reference_where_it_is_told(run, tmp_path):
    """Both pages, and their paths on standard output."""
    status, out, _ = run("docs", "--to", str(tmp_path / "reference"))
    assert status == 0
    assert [Path(x).name for x in out.splitlines()] == ["model.md", "levers.md"]
    assert all(Path(x).read_text(encoding="utf-8").startswith("<!-- Generated") for x in out.splitlines())


def test_a_fault_of_the_program_is_not_taken_for_bad_input(monkeypatch):
    """Only what the person gave is turned into a message; a fault of ours is raised as what it is."""

    def broken(scenarios):
        raise ZeroDivisionError

    monkeypatch.setattr(results_text, "project", broken)
    with pytest.raises(ZeroDivisionError):
        main(["run", "--preset", first_version("us_elementary")])


# --- changes ------------------------------------------------------------------------------------------------


def test_changes_between_a_preset_and_what_was_set(run):
    """Two teacher leaders more cost 2 x supplement x load, and the column ends on what a run gives."""
    plan = Scenario.preset(first_version("us_elementary")).changed(teacher_leaders=6)
    now = project([plan]).cell("structural_result", 5)
    status, out, err = run(
        "changes", "--preset", first_version("us_elementary"), "--set", "teacher_leaders=6"
    )
    assert (status, err) == (0, "")
    lines = out.splitlines()
    line = f"{BOOK.lines['structural_result'].label} (structural_result)"
    assert lines[0] == say("terminal.number", line=line, year="Year 5")
    assert [x.split("  ")[-1] for x in lines[1:]] == ["At the start", f"{LEADERS}: 4 \u2192 6", "Now"]
    assert lines[-1].split()[0] == f"${now:,.0f}"


@pytest.mark.parametrize("both", [True, False])
def test_changes_between_files(run, tmp_path, both):
    """One file: its plan against its own start. Two files: the first's plan against the second's."""
    made = []
    for leaders in ("6", "8"):
        made.append(str(tmp_path / f"{leaders}.json"))
        setting = f"teacher_leaders={leaders}"
        assert (
            exchange(
                ["file", "--preset", first_version("us_elementary"), "--set", setting, "--out", made[-1]]
            )
            == 0
        )
    status, out, _ = run("changes", *made[: 2 if both else 1], "--line", "fund_balance", "--year", "1")
    assert status == 0
    assert (f"{LEADERS}: 6 \u2192 8" if both else f"{LEADERS}: 4 \u2192 6") in out


def test_changes_says_all_that_is_wrong_at_once(run):
    """A file that is not there, a line and a year that are not: three sentences, no table."""
    status, out, err = run("changes", "nowhere.json", "--line", "structural_resullt", "--year", "9")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 3
    assert says("terminal.unreadable", name="nowhere.json").search(err)
    for wrong, key, count in (
        ((), "terminal.not_two_plans", 0),
        (("a.json", "--preset", first_version("us_elementary")), "terminal.files_and_preset", 1),
        (("a", "b", "c"), "terminal.not_two_plans", 3),
    ):
        status, out, err = run("changes", *wrong)
        assert (status, out) == (2, "")
        assert err == f"{say(key, count=count)}\n"


def test_ranges_of_a_preset(run):
    """Counts behind the words, bands by year. Where the money for start-up is committed and the rest is held,
    savings run out in the start-up year in 549 cases.
    """
    status, out, err = run("ranges", "--preset", first_version("us_elementary"))
    assert (status, err) == (0, "")
    assert "(322 of 2,000)" in out.splitlines()[0]
    assert say("rating.weak", cases=2) in out.splitlines()[0]
    nothing = say("cases.shell_nothing")
    assert say("cases.shell_spread", place=say("cases.place_unnamed"), held=nothing) in out
    pins = [k for k in UNCERTAIN if k != "private_revenue"]
    committed = ("--set", "startup_purchases=committed")
    held = tuple(w for k in pins for w in ("--pin", k))
    status, out, err = run("ranges", "--preset", first_version("us_elementary"), *committed, *held)
    assert (status, err) == (0, "")
    assert say("cases.shell_year_count", year=say("cases.startup"), count="549") in out
    assert say("cases.savings_last", cases=say("cases.about", cases=7), count="1,451") in out
    assert say("rating.solid", cases=7) in out  # some sources are held, so the word is not earned
    assert "Sustainable" not in out


def test_ranges_refuse_what_they_do_not_know(run):
    status, out, err = run(
        "ranges", "--preset", first_version("us_elementary"), "--pin", "weather", "--place", "mars"
    )
    assert (status, out) == (2, "")
    assert "weather" in err
    assert "mars" in err
