"""What the engine is measured against comes to the same numbers: the equations by hand, and the model."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import by_hand
from benchmarks.engine_worker import PRESET, settings
from model.answer.numbers import NEEDED
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project

PLANS = 400
START = Scenario.preset(PRESET)


def equal(found, count, seed):
    p = project(Scenarios.varied(START, **settings(count, seed)), only=tuple(found))
    for line, array in found.items():
        theirs = np.broadcast_to(array, (6, count)).T
        np.testing.assert_allclose(theirs, p[line], rtol=0, atol=1e-6, err_msg=line)


def test_the_lines_of_the_first_view():
    found = by_hand.first_view(START.values, settings(PLANS, 1))
    assert set(found) == set(NEEDED)
    equal(found, PLANS, 1)


def test_verdicts_and_shortfalls_of_every_kind_are_among_them():
    found = by_hand.first_view(START.values, settings(PLANS, 1))
    assert set(found["verdict_state"][5].tolist()) == {0, 1, 2}
    assert (found["tested_result"] < 0).any()
    assert (found["devices_added"][2:] > 0).any()


def test_two_results_over_the_edge_of_a_block():
    count = by_hand.BLOCK + 5
    equal(by_hand.two_results(START.values, settings(count, 2)), count, 2)


def test_one_plan():
    equal(by_hand.first_view(START.values, settings(1, 3)), 1, 3)


def test_another_preset_is_refused():
    with pytest.raises(ValueError, match="leader_pay"):
        by_hand.first_view({**START.values, "leader_pay": "raise"}, settings(3))
