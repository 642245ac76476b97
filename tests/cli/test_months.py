"""`python -m model months`: what it prints, and what it refuses."""

from __future__ import annotations

import csv
import io

import pytest

from model.evidence import CALENDARS
from model.months.months_in_words import lowest, warning, year_end
from model.months.year1 import Timing, months
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import quoted, say
from tests.first_versions import first_version

CHARTER = ("months", "--preset", first_version("new_start_grows_a_grade_a_year"))


def test_the_year_for_people(run):
    """The calendars with their sources, the lowest month in words, the table down to the year."""
    status, out, err = run(*CHARTER, "--payroll", "ten_months", "--late", "1")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == say("terminal.months_title", plan=Scenario.preset(CHARTER[-1]).name)
    assert f"{CALENDARS['quarterly'].label} (quarterly; sourced: IL27A11)" in out
    assert f"{CALENDARS['ten_months'].label} (ten_months; assumption: TPAY18, ASSUME)" in out
    assert say("terminal.late", count=1) in out
    m = months(project([Scenario.preset(CHARTER[-1])]), Timing(payroll="ten_months", late=1))
    assert f"{lowest(m)} {warning(m)} {year_end(m)}" in lines
    assert [line.split()[0] for line in lines[-15:-1]] == [
        say("months.beginning_balance").split()[0],
        *[
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
        ],
        "Year",
    ]


def test_the_year_for_machines_ends_where_the_model_does(run):
    status, out, err = run(
        *CHARTER, "--set", "pupils_per_teacher=10", "--revenue", "monthly", "--format", "csv"
    )
    assert (status, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [r["month"] for r in (rows[0], rows[1], rows[-1])] == ["opening", "july", "june"]
    p = project([Scenario.preset(CHARTER[-1]).changed(pupils_per_teacher=10)])
    assert float(rows[0]["balance"]) == p.cell("fund_balance", 0)
    assert float(rows[-1]["balance"]) == pytest.approx(p.cell("fund_balance", 1), abs=0.005)
    assert sum(float(r["personnel"]) for r in rows[1:]) == pytest.approx(-p.cell("personnel", 1), abs=0.005)


def test_everything_wrong_is_said_at_once(run):
    """The plan's faults and the timing's, in one go, and no result."""
    status, out, err = run("months", "--preset", "chicago_charter", "--revenue", "weekly", "--late", "-1")
    assert (status, out) == (2, "")
    assert say("values.no_such_preset", name=quoted("chicago_charter")) in err
    known = say("months.choose_calendar", calendars="quarterly, monthly, state_schedule, month_behind")
    assert say("months.no_calendar", typed=quoted("weekly"), flow="revenue", hint=known) in err
    assert say("months.too_late", months=-1, most=3) in err
