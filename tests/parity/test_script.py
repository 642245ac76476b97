"""The book as JavaScript, run by node, is equal to numpy to the last bit: every line, year and plan.

A zero counts as a zero whatever its sign, because which of the two it is depends on which lines of a batch
are passed over. There is no NaN and nothing without end, neither here nor there.
"""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pytest

from model.book.script import script
from model.evidence import LEVERS, PRESETS, Value
from model.lines.worksheet import BOOK
from model.plan.scenario import Scenario
from model.plan.script_levers import script_levers
from model.results.projection import project
from tests.parity import drawn_plans, node
from tests.parity.edges import EDGES

PLANS = 2_000
ALONE = 60
MOVED = 40  # times that the free settings of a plan are moved
FREE = 9
ASKED = ("enrollment", "structural_result", "fund_balance", "lowest_balance", "own_07_recurring_cost")
LINES = tuple(BOOK.lines)
_BASES = [Scenario.preset(k) for k in PRESETS]
_IN_FRONT = [k for k, x in LEVERS.items() if x.place == "front"]

Plans = list[tuple[int, dict[str, Value]]]


@cache
def drawn() -> Plans:
    """The presets, chosen edges of each, and plans with a third of their settings moved. Lines of their own
    have five and not twenty in half of the plans.
    """
    draw = random.Random(16_112_026)
    found: Plans = [(i, {}) for i in range(len(_BASES))]
    found += [(n % len(_BASES), dict(edge)) for n, edge in enumerate(EDGES.values())]
    few = [k for k, x in LEVERS.items() if x.own <= 5]
    while len(found) < PLANS:
        keys = few if draw.random() < 0.5 else LEVERS
        found.append((draw.randrange(len(_BASES)), drawn_plans.changes(keys, draw, 1 / 3)))
    return found


@cache
def free_ones() -> dict[int, tuple[list[str], Plans]]:
    """For each preset nine settings, those that stand in front or any, and how they are moved."""
    draw = random.Random(9)
    found = {}
    for i in range(len(_BASES)):
        front = _IN_FRONT if i % 2 else []
        free = front + draw.sample([k for k in LEVERS if k not in front], FREE - len(front))
        found[i] = free, [(0, drawn_plans.changes(free, draw)) for _ in range(MOVED)]
    return found


@pytest.fixture(scope="module")
def jobs():
    """By name: the text, the values to begin with, the plans as changes of them, the lines that are asked."""
    values = [script_levers(x) for x in _BASES]
    found = {
        "whole": (script(BOOK, LEVERS), values, drawn(), LINES),
        "asked": (script(BOOK, LEVERS, ASKED, short=True), values, drawn()[:300], ASKED),
    }
    for i, (free, plans) in free_ones().items():
        plan = _BASES[i].values
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


def differences(found: np.ndarray, expected: np.ndarray, lines: tuple[str, ...]) -> list[str]:
    """The lines of which some number is not the same 64 bits."""
    assert np.isfinite(expected).all()
    bits = [(np.ascontiguousarray(x) + 0.0).view(np.int64) for x in (found, expected)]
    return [lines[i] for i in np.flatnonzero((bits[0] != bits[1]).any(axis=(0, 2)))]


def test_every_line_of_every_plan_is_the_same_to_the_last_bit(jobs, numbers):
    """Two thousand plans and all lines; each line is something in some of them, so none is only zeros."""
    _, _, plans, lines = jobs["whole"]
    expected = by_numpy(_BASES, plans, lines)
    assert len(plans) == PLANS
    assert not [line for i, line in enumerate(lines) if not expected[:, i].any()]
    assert differences(numbers["whole"], expected, lines) == []


def test_plans_on_their_own_are_the_same_too(jobs, numbers):
    """Where numpy passes over idle lines and has one row instead of many."""
    _, _, plans, lines = jobs["whole"]
    places = random.Random(1).sample(range(PLANS), ALONE)
    alone = np.concatenate([by_numpy(_BASES, [plans[i]], lines) for i in places])
    assert differences(numbers["whole"][places], alone, lines) == []


def test_asked_lines_come_with_what_they_rest_on_and_nothing_else(jobs, numbers):
    """The same numbers, and no text for a line that they do not need."""
    text, _, plans, lines = jobs["asked"]
    assert differences(numbers["asked"], by_numpy(_BASES, plans, lines), lines) == []
    written = {line for line in LINES if f"\n{line}:()=>" in text}
    assert written == BOOK.with_parts(ASKED)


def test_a_plan_with_few_free_settings_is_the_same_and_small(jobs, numbers):
    """Nine presets with nine settings moved to anything: all lines, and few."""
    for i, (_, plans) in free_ones().items():
        for name in ("all", "few"):
            text, _, _, lines = jobs[f"{name}_{i}"]
            assert differences(numbers[f"{name}_{i}"], by_numpy([_BASES[i]], plans, lines), lines) == []
            assert len(text) < 40_000 if name == "all" else len(text) < 20_000


def test_a_missing_setting_is_named(tmp_path):
    """Not a number out of nothing."""
    text = script(BOOK, LEVERS, ["enrollment"])
    asked = f"{text};try{{model({{}})}}catch(e){{console.log(e.message)}}"
    assert "No value for the setting enrollment" in node.ran(asked, tmp_path)
