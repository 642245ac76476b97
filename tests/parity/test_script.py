"""The book as JavaScript, run by node, is equal to numpy to the last bit: every line, year and plan.

A zero counts as a zero whatever its sign, because which of the two it is depends on which lines of a batch
are passed over. There is no NaN and nothing without end, neither here nor there.
"""

from __future__ import annotations

import random

import numpy as np
import pytest

from model.book.script import script
from model.evidence import LEVERS
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.plan.script_levers import script_levers
from model.results.projection import project
from tests.parity import drawn_plans, node
from tests.parity.drawn_plans import BASES, PLANS, Plans, differences, drawn, free_ones

ALONE = 60
ASKED = ("enrollment", "structural_result", "fund_balance", "lowest_balance", "own_07_recurring_cost")
LINES = tuple(BOOK.lines)


@pytest.fixture(scope="module")
def jobs():
    """By name: the text, the values to begin with, the plans as changes of them, the lines that are asked."""
    values = [script_levers(x) for x in BASES]
    found = {
        "whole": (script(BOOK, LEVERS), values, drawn(), LINES),
        "asked": (script(BOOK, LEVERS, ASKED, short=True), values, drawn()[:300], ASKED),
    }
    for i, (free, plans) in free_ones().items():
        plan = BASES[i].values
        for name, lines in (("all", None), ("few", ASKED)):
            text = script(BOOK, LEVERS, lines, plan, free, short=i % 2 == 0)
            found[f"{name}_{i}"] = text, [{k: plan[k] for k in free}], plans, lines or LINES
    return found


@pytest.fixture(scope="module")
def numbers(jobs, tmp_path_factory):
    """The same from node, in one go."""
    return node.computed(jobs, tmp_path_factory.mktemp("node"))


def by_numpy(bases: list[Scenario], plans: Plans, lines: tuple[str, ...]) -> np.ndarray:
    p = project([drawn_plans.changed(bases[i], given) for i, given in plans])
    return np.stack([p[line].astype(float) for line in lines], axis=1)


def test_every_line_of_every_plan_is_the_same_to_the_last_bit(jobs, numbers):
    """Two thousand plans and all lines; each line is something in some of them, so none is only zeros."""
    _, _, plans, lines = jobs["whole"]
    expected = by_numpy(BASES, plans, lines)
    assert len(plans) == PLANS
    assert not [line for i, line in enumerate(lines) if not expected[:, i].any()]
    assert differences(numbers["whole"], expected, lines) == []


def test_plans_on_their_own_are_the_same_too(jobs, numbers):
    """Where numpy passes over idle lines and has one row instead of many."""
    _, _, plans, lines = jobs["whole"]
    places = random.Random(1).sample(range(PLANS), ALONE)
    alone = np.concatenate([by_numpy(BASES, [plans[i]], lines) for i in places])
    assert differences(numbers["whole"][places], alone, lines) == []


def test_asked_lines_come_with_what_they_rest_on_and_nothing_else(jobs, numbers):
    """The same numbers, and no text for a line that they do not need."""
    text, _, plans, lines = jobs["asked"]
    assert differences(numbers["asked"], by_numpy(BASES, plans, lines), lines) == []
    written = {line for line in LINES if f"\n{line}:()=>" in text}
    assert written == BOOK.with_parts(ASKED)


def test_a_plan_with_few_free_settings_is_the_same_and_small(jobs, numbers):
    """Nine presets with nine settings moved to anything: all lines, and few."""
    for i, (_, plans) in free_ones().items():
        for name in ("all", "few"):
            text, _, _, lines = jobs[f"{name}_{i}"]
            assert differences(numbers[f"{name}_{i}"], by_numpy([BASES[i]], plans, lines), lines) == []
            assert len(text) < 40_000 if name == "all" else len(text) < 20_000


def test_a_missing_setting_is_named(tmp_path):
    """Not a number out of nothing."""
    text = script(BOOK, LEVERS, ["enrollment"])
    asked = f"{text};try{{model({{}})}}catch(e){{console.log(e.message)}}"
    assert "No value for the setting enrollment" in node.ran(asked, tmp_path)
