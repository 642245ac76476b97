"""Years of own lines that do not fit together, and names that no line can have."""

from __future__ import annotations

import pytest

from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan import own_lines
from model.plan.scenario import ScenarioError
from model.texts import naming
from tests.looped import looped
from tests.worked.school import PLAIN
from tests.worked.test_own_lines import with_line


@looped(
    ("settings", "setting"),
    [
        ({"kind": "recurring_cost", "first_year": 3, "last_year": 2}, "own_01_first_year"),
        ({"kind": "one_time_cost", "first_year": 1, "last_year": 0}, "own_01_first_year"),
        ({"kind": "one_time_revenue", "first_year": 3, "last_year": 2}, "own_01_first_year"),
        ({"kind": "recurring_cost", "first_year": 0}, "own_01_first_year"),
        ({"kind": "private_revenue", "first_year": 0}, "own_01_first_year"),
    ],
)
def test_years_that_do_not_fit_are_refused(settings, setting):
    """The last year before the first, and start-up for what comes every year."""
    ((found, said),) = own_lines.faults(with_line(**settings).values)
    assert found == setting
    assert said.startswith("Own line 1:")


@looped(
    "settings",
    [
        {"kind": "one_time_cost", "first_year": 0, "last_year": 0},
        {"kind": "recurring_cost", "first_year": 5, "last_year": 5},
        {"kind": "none", "first_year": 5, "last_year": 1},
    ],
)
def test_years_that_fit(settings):
    """One year is enough, and of a line that is not used nothing is asked."""
    assert list(own_lines.faults(with_line(**settings).values)) == []


def test_a_line_is_called_what_the_school_calls_it():
    """The name stands for the line and before its settings; without one it has its number."""
    plan = with_line(3, kind="recurring_cost", name="  After\tschool ")
    assert plan.names == ((3, "After school"),)
    with naming(plan.names):
        assert BOOK.lines["own_03_recurring_cost"].label == "After school"
        assert LEVERS["own_03_amount"].label == "After school: Amount"
        assert BOOK.lines["own_04_recurring_cost"].label == "Own line 4"
    assert BOOK.lines["own_03_recurring_cost"].label == "Own line 3"
    assert plan.changed(own_03_name="").names == ()
    assert plan.changed(own_03_amount=5.0).named("x").names == plan.names


@looped("name", ["x" * 61, "a\u202eb", "a\x1b[31m", "a\x00b", 17, None])
def test_names_that_no_line_can_have(name):
    """Too long, with signs that cannot be seen, or no text: one sentence each, with what to do."""
    with pytest.raises(ScenarioError) as refused:
        PLAIN.changed(own_03_name=name)
    (problem,) = refused.value.problems
    assert problem.lever == "own_03_name"
    assert problem.message.endswith(".")
