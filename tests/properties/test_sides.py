"""Decisions apart from assumptions, for any two plans."""

from __future__ import annotations

import pytest
from hypothesis import given

from model.evidence import LEVERS
from model.explain.ledger import ledger
from model.plan.by_grade import CHOICE, is_by_grade
from model.plan.in_play import set_aside_by
from model.plan.scenario import Scenario
from model.plan.sides import is_decision
from model.results.counting import COUNTED, under_assumptions
from model.results.projection import project
from tests.strategies import scenarios


@given(start=scenarios(every=True), now=scenarios(every=True))
def test_only_assumptions_moved_is_the_start_under_them_and_decisions_did_nothing(
    start: Scenario, now: Scenario
) -> None:
    moved = Scenario.of({k: (start if is_decision(k) else now)[k] for k in LEVERS})
    p = project([under_assumptions(start, moved), moved], only=["enrollment", "structural_result"])
    for line in ("enrollment", "structural_result"):
        assert (p[line][0] == p[line][1]).all()
    if len(moved.differences(start)) <= 6:
        assert ledger(start, moved).total(0, decisions=True) == 0.0


@given(start=scenarios(), now=scenarios())
def test_only_decisions_moved_leaves_the_start(start: Scenario, now: Scenario) -> None:
    moved = Scenario.of({k: (now if is_decision(k) else start)[k] for k in LEVERS})
    assert under_assumptions(start, moved).values == start.values


@given(start=scenarios(), now=scenarios())
def test_it_takes_each_lever_from_one_of_the_two(start: Scenario, now: Scenario) -> None:
    between = under_assumptions(start, now)
    # What counting by grade sets is one change, in which decisions go along, and what it sets aside acts on
    # nothing and goes with it.
    counts = is_by_grade(now) and not is_by_grade(start)
    along = {*COUNTED, *set_aside_by(CHOICE, now)} if counts else set()
    assert set(between.differences(start)) <= {k for k in LEVERS if not is_decision(k)} | along
    assert set(between.differences(now)) <= {k for k in LEVERS if is_decision(k)} | along


def test_the_sides_are_those_of_the_register() -> None:
    assert is_decision("pupils_per_teacher")
    assert not is_decision("public_funding_growth")
    assert not is_decision("teacher_salary")
    with pytest.raises(KeyError):
        is_decision("no_such_lever")
