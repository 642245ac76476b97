"""`python -m model source`: what it prints is what the book writes, and what it refuses."""

from __future__ import annotations

import pytest

from commands.model_verbs.source import LANGUAGES
from model.book.compiled.functions import Functions
from model.book.compiled.source import source
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


@pytest.mark.parametrize(("language", "many"), [("python", False), ("numpy", True)])
def test_the_code_with_which_plans_are_worked_out(run, language, many):
    """The whole book, and lines of a plan with what may move; short names are JavaScript's."""

    def written(*given: object) -> str:
        return source(BOOK, Functions(BOOK), LEVERS, *given, many=many)

    assert run("source", "--as", language) == (0, written(), "")
    typed = ("source", "--as", language, "--preset", SCHOOL, "--lines", "fund_balance")
    plan = Scenario.preset(SCHOOL).values
    assert run(*typed, "--free", *FREE) == (0, written(["fund_balance"], plan, FREE), "")
    assert run(*typed, "--short")[::2] == (2, f"{say('source.short_in_python')}\n")


def test_another_language_is_one_more_row():
    assert list(LANGUAGES) == ["javascript", "python", "numpy"]
