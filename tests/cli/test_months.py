"""`python -m model months`: what it prints, and what it refuses."""

from __future__ import annotations

import csv
import io

import pytest

from model.evidence import CALENDARS
from model.months.months_in_words import lowest, lowest_of_years, warning, year_end
from model.months.timing import Timing
from model.months.within_a_year import months, of_all_years
from model.plan.scenario import Scenario
from model.results.projection import project
from model.texts import quoted, say
from tests.first_versions import first_version
from tools.saying import says

CHARTER = ("months", "--preset", first_version("new_start_grows_a_grade_a_year"))


def test_the_year_for_people(run):
    """The calendars with their sources, the lowest month in words, the table down to the year."""
    status, out, err = run(*CHARTER, "--payroll", "ten_months", "--late", "1")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == say("terminal.months_title", plan=Scenario.preset(CHARTER[-1]).name, year="Year 1")
    assert f"{CALENDARS['quarterly'].label} (quarterly; sourced: IL27A11)" in out
    assert f"{CALENDARS['ten_months'].label} (ten_months; assumption: TPAY18, ASSUME)" in out
    assert say("terminal.late", count=1) in out
    m = months(project([Scenario.preset(CHARTER[-1])]), Timing(payroll="ten_months", late=1))
    assert f"{lowest(m)} {warning(m)} {year_end(m)}" in lines
    assert [line.split()[0] for line in lines[-17:-3]] == [
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
    known = say(
        "months.choose_calendar", calendars="quarterly, six_payments, monthly, state_schedule, month_behind"
    )
    assert say("months.no_calendar", typed=quoted("weekly"), flow="revenue", hint=known) in err
    assert say("months.too_late", months=-1, most=3) in err


def test_every_year_with_a_line_of_credit(run):
    """Five years of 13 rows; each ends with the plan's own cash. That savings alone would hide a year that
    ends short is told beside it.
    """
    changes = {"aid_deferred": 0.2, "credit_limit": 300_000}
    typed = [x for k, v in changes.items() for x in ("--set", f"{k}={v}")]
    status, out, err = run(*CHARTER, *typed, "--every-year", "--format", "csv")
    assert status == 0
    assert says("values.cash_short").search(err)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [r["year"] for r in rows] == [str(t) for t in range(1, 6) for _ in range(13)]
    p = project([Scenario.preset(CHARTER[-1]).changed(changes)])
    june = [float(r["balance"]) for r in rows if r["month"] == "june"]
    assert june == pytest.approx(p.row("cash")[1:], abs=0.005)
    text = run(*CHARTER, *typed, "--year", "3")[1].splitlines()
    assert text[0] == say("terminal.months_title", plan=Scenario.preset(CHARTER[-1]).name, year="Year 3")
    assert text[-1] == lowest_of_years(of_all_years(p))


def test_shares_of_ones_own_and_what_they_lack(run):
    """Eleven times 9% are 99%. A year beyond the plan is said in the same go."""
    sixths = "1/6 0 1/6 0 1/6 0 1/6 0 1/6 0 1/6 0"
    by_hand, by_name = (
        [float(r["public_revenue"] or 0) for r in csv.DictReader(io.StringIO(run(*CHARTER, *how)[1]))]
        for how in (("--shares", sixths, "--format", "csv"), ("--revenue", "six_payments", "--format", "csv"))
    )
    assert by_hand == pytest.approx(by_name)
    assert by_hand[1] > 0
    status, out, err = run(*CHARTER, "--shares", "9 9 9 9 9 9 9 9 9 9 9 0", "--year", "6")
    assert (status, out) == (2, "")
    assert say("months.shares_do_not_add_up", total="99%") in err
    assert say("months.no_year", year=6) in err
