"""The tornado, the map and the trade-off against trying everything in turn, for random schools."""

from __future__ import annotations

import itertools
from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS
from model.evidence.usual import has_usual_range
from model.goals.frontier import MEASURED, frontier
from model.goals.influence import break_evens, influences
from model.goals.maps import two_way
from model.goals.places import places
from model.goals.pupils import MEASURES
from model.lines.benefits import WAYS_OF_WRITING
from model.plan.by_grade import CHOICE, any_counted
from model.plan.in_play import idle, not_in_plan
from model.plan.scenario import Scenario
from model.results.projection import project
from tests.first_versions import first_version
from tests.properties.test_goals import DECISIONS
from tests.rented import rented
from tests.strategies import scenarios

NUMBERS = sorted(k for k, x in LEVERS.items() if not x.is_choice)


# --- what matters most --------------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(scenarios(usual=True), st.sampled_from(["world", "decision", "fact"]))
def test_the_tornado_ranks_as_brute_force_does(plan, kind):
    """Every lever at every end by a run of its own: the same changes, and the order of the largest. What the
    plan does not have moves nothing.
    """
    _, found = influences(plan, kind)
    held = rented(plan)
    now = project([plan]).cell("structural_result", 5)
    largest = {}
    for key, lever in LEVERS.items():
        if lever.kind == kind and not lever.of and key not in idle(plan):
            tries = [
                project([Scenario.of({**held.values, key: x})]).cell("structural_result", 5) - now
                for x in lever.choices or lever.usual
            ]
            # By grade without a count is nobody's question, nor how a cost is written down.
            asked = (key != CHOICE or any_counted(plan)) and key not in not_in_plan(plan) | WAYS_OF_WRITING
            asked = asked and not (lever.own and lever.is_choice)
            # An amount of any size, such as a loan, has no usual ends.
            asked = asked and (lever.is_choice or has_usual_range(lever))
            largest[key] = max(map(abs, tries)) if asked else 0.0
    assert {i.swing.lever.key: i.swing.size for i in found} == pytest.approx(largest, abs=1e-6)
    sizes = [largest[i.swing.lever.key] for i in found]
    assert all(a >= b - 1e-6 for a, b in itertools.pairwise(sizes))


@settings(max_examples=12, deadline=None)
@given(scenarios(usual=True, per_year=False), st.sampled_from(NUMBERS))
def test_the_break_even_setting_is_the_first_that_turns(plan, key):
    """Step by step away from the plan, each by a run of its own."""
    turn = break_evens(plan, [key])[key]
    stand, held = places(plan, key), rented(plan)

    def short(value):
        return project([held.changed({key: value})]).cell("structural_result", 5) < -0.005

    now = short(plan[key])
    ways = [stand.values[stand.now + 1 :], stand.values[: stand.now][::-1]]
    firsts = [next((v for v in way if short(v) != now), None) for way in ways]
    if turn is None:
        assert firsts == [None, None]
    else:
        apart = [abs(v - plan.number(key)) for v in firsts if v is not None]
        assert turn.first in firsts
        assert abs(turn.first - plan.number(key)) == pytest.approx(min(apart))
        assert short(turn.last) == now
        way = ways[0] if turn.first > plan.number(key) else ways[1]
        assert turn.lasts == all(short(v) != now for v in way[way.index(turn.first) :])


# --- the map and the trade-off ------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(
    scenarios(usual=True),
    st.lists(st.sampled_from(sorted(LEVERS)), min_size=2, max_size=2, unique=True),
    st.randoms(use_true_random=False),
)
@example(
    Scenario.preset(first_version("us_elementary")), ["enrollment_year1", "pupils_per_teacher"], Random(1)
)
@example(
    Scenario.preset(first_version("us_elementary")), ["public_funding_growth", "salary_growth"], Random(2)
)
def test_the_line_of_the_map_parts_short_from_left_over(plan, pair, dice):
    """Two neighbouring steps anywhere: the line runs between them exactly where one is short and the other is
    not.
    """
    found = two_way(plan, *pair)
    x, y, held = found.across, found.up, rented(plan)

    def short(i, j):
        values = {**held.values, x.lever.key: x.steps[i], y.lever.key: y.steps[j]}
        return project([Scenario.of(values)]).cell("structural_result", 5) < -0.005

    def upright(i, j):
        """Whether a piece of the line runs between step i and the next one across, at step j up."""
        middle = (y.borders[j] + y.borders[j + 1]) / 2
        return any(a == c == x.borders[i + 1] and b < middle < d for a, b, c, d in found.break_even)

    for _ in range(10):
        i, j = dice.randrange(len(x.steps) - 1), dice.randrange(len(y.steps))
        assert upright(i, j) == (short(i, j) != short(i + 1, j))
    for a, b, c, _ in found.break_even[:200:20].tolist():
        if a == c:
            i = int(np.flatnonzero(x.borders == a)[0]) - 1
            j = int(np.flatnonzero(y.borders == b)[0])
            assert short(i, j) != short(i + 1, j)
    at = [(i, j) for i in (0, len(x.values) - 1) for j in (0, len(y.values) - 1)]
    for i, j in at:
        values = {**held.values, x.lever.key: x.values[i], y.lever.key: y.values[j]}
        alone = project([Scenario.of(values)]).cell("structural_result", 5)
        assert found.results[j, i] == pytest.approx(alone, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(
    scenarios(usual=True),
    st.sampled_from(MEASURED),
    st.lists(st.sampled_from(DECISIONS), min_size=1, max_size=3, unique=True),
)
def test_the_frontier_is_what_no_point_beats(plan, measure, keys):
    """Every point against every other."""
    found = frontier(plan, measure, keys)
    m, r = found.measure, found.result
    beaten = np.array(
        [bool((((m <= a) & (r > b)) | ((m < a) & (r >= b))).any()) for a, b in zip(m, r, strict=True)]
    )
    free = {(a, b) for a, b, bad in zip(m.tolist(), r.tolist(), beaten, strict=True) if not bad}
    assert {(a, b) for a, b in zip(m[found.best].tolist(), r[found.best].tolist(), strict=True)} == free
    assert found.best.size == len(free)
    now = project([plan])
    assert m[0] == pytest.approx(float(MEASURES[measure].of(now)[0]))
    assert r[0] == pytest.approx(now.cell("structural_result", 5), abs=1e-6)
    last = {**plan.values, **dict(zip(found.keys, found.settings[-1], strict=True))}
    assert r[-1] == pytest.approx(project([Scenario.of(last)]).cell("structural_result", 5), abs=1e-6)
