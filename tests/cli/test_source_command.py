"""`python -m model source`: what it prints is what the book writes, and what it refuses."""

from __future__ import annotations

import pytest

from commands.model_verbs.source import LANGUAGES
from model.book.script import script
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.texts import quoted, say
from tests.first_versions import first_version

SCHOOL = first_version("us_elementary")
FREE = ["salary_growth", "pupils_per_teacher"]


def test_the_whole_book_and_some_of_its_lines(run):
    assert run("source") == (0, script(BOOK, LEVERS), "")
    some = ("source", "--lines", "fund_balance", "debt", "--as", "javascript", "--short")
    assert run(*some) == (0, script(BOOK, LEVERS, ["fund_balance", "debt"], short=True), "")


def test_a_plan_with_the_settings_that_may_move(run):
    """Those that are named, or those that stand in front; changes by --set are the plan's."""
    plan = Scenario.preset(SCHOOL).changed(teacher_leaders=2)
    typed = ("source", "--preset", SCHOOL, "--set", "teacher_leaders=2", "--lines", "fund_balance")
    assert run(*typed, "--free", *FREE)[1] == script(BOOK, LEVERS, ["fund_balance"], plan.values, FREE)
    _, out, _ = run(*typed)
    front = [k for k, x in LEVERS.items() if x.place == "front"]
    assert out == script(BOOK, LEVERS, ["fund_balance"], plan.values, front)
    assert 'six("enrollment_year1")' in out
    assert "salary_growth" not in out


def test_everything_that_is_wrong_is_said_at_once(run):
    """A line and a setting that do not exist, and a preset."""
    status, out, err = run(
        "source", "--lines", "fund_balanse", "--preset", "nowhere", "--free", "salary_growht"
    )
    assert (status, out) == (2, "")
    assert all(x in err for x in ("fund_balance", "salary_growth", quoted("nowhere")))


@pytest.mark.parametrize("option", ["free", "set", "grades"])
def test_what_belongs_to_a_plan_needs_one(run, option):
    given = {"free": "salary_growth", "set": "salary_growth=0", "grades": "table.csv"}[option]
    status, out, err = run("source", f"--{option}", given)
    text = "source" if option == "free" else "terminal"
    assert (status, out) == (2, "")
    assert say(f"{text}.{option}_without_preset", given=quoted(given)) in err


def test_another_language_is_one_more_row():
    """And today there is one."""
    assert list(LANGUAGES) == ["javascript"]
