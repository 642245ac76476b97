"""Plans, and what hangs on them, arrive in another process as they left."""

from __future__ import annotations

import copy
import pickle  # noqa: TID251  # it is what is tested
from datetime import date
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.evidence import LEVERS, PRESETS
from model.plan.came_from import WAYS
from model.plan.facts import Facts
from model.plan.locks import KINDS, in_order
from model.plan.notebook import Decision, Move, Note, Notebook
from model.plan.payment_times import PaymentTimes
from model.plan.plan import Plan, from_preset
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.futures import futures
from model.results.projection import Scenarios, project
from tests.spread.bits import bits
from tests.strategies import scenarios

DEFAULTS = Scenarios.of([Scenario.of({k: x.default for k, x in LEVERS.items()})]).levers
WORDS = st.text(max_size=20)
DOLLARS = st.floats(-1e9, 1e9)


def sent(thing):
    return pickle.loads(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL))


@st.composite
def plans(draw):
    """A plan with all that may hang on it."""
    keys = st.lists(st.sampled_from(sorted(LEVERS)), max_size=5, unique=True)
    origin = draw(st.one_of(st.none(), st.sampled_from(sorted(PRESETS)).map(lambda k: from_preset(k).origin)))
    return Plan(
        draw(scenarios()).named(draw(WORDS)),
        draw(scenarios(every=True)).named(draw(WORDS)),
        Facts(*draw(st.sampled_from((("charter", 0, 12), ("district", 9, 12))))),
        origin,
        in_order({k: draw(st.sampled_from(KINDS)) for k in draw(keys)}),
        tuple((k, draw(st.sampled_from(WAYS))) for k in draw(keys)),
        draw(WORDS),
    )


@st.composite
def notebooks(draw):
    note = st.builds(Note, WORDS, st.one_of(st.none(), st.integers(0, 5)), WORDS, WORDS)
    move = st.builds(Move, WORDS, DOLLARS, st.one_of(DOLLARS, st.tuples(*[DOLLARS] * 5), WORDS), DOLLARS)
    moves = st.lists(move, max_size=2).map(tuple)
    decision = st.builds(Decision, st.dates(date(2000, 1, 1)), WORDS, WORDS, moves, DOLLARS, DOLLARS)
    paid = st.builds(PaymentTimes, st.just((("public", "monthly"),)), WORDS, st.integers(0, 3), st.booleans())
    return Notebook(
        draw(st.lists(note, max_size=3).map(tuple)),
        draw(st.lists(decision, max_size=3).map(tuple)),
        draw(paid),
    )


@settings(max_examples=20)
@given(plans())
def test_a_plan_arrives_as_it_left(plan):
    there = sent(plan)
    assert there == plan
    assert there.id == plan.id
    assert hash(there.now) == hash(plan.now)
    for one, other in ((plan.start, there.start), (plan.now, there.now)):
        assert list(other.values.items()) == list(one.values.items())
        assert [type(v) for v in other.values.values()] == [type(v) for v in one.values.values()]
        assert other.own_lines == one.own_lines
        assert isinstance(other.values, MappingProxyType)


@given(notebooks())
def test_a_notebook_arrives_as_it_left(notebook):
    assert sent(notebook) == notebook


@settings(max_examples=20)
@given(st.lists(scenarios(every=True), min_size=1, max_size=4))
def test_a_batch_arrives_with_the_arrays_that_stand_for_defaults(schools):
    """They are known by which array it is, so a copy of them would be looked at again in every run."""
    batch = Scenarios.of(schools)
    there = sent(batch)
    assert there.count == batch.count
    assert list(there.levers) == list(batch.levers)
    for key, array in batch.levers.items():
        other = there.levers[key]
        assert (other is array) == (array is DEFAULTS[key])
        assert (other.dtype, other.shape, other.tolist()) == (array.dtype, array.shape, array.tolist())


@settings(max_examples=20)
@given(st.lists(scenarios(), min_size=1, max_size=3))
def test_what_arrived_comes_to_the_same_numbers(schools):
    here = project(schools)
    for there in (project(sent(schools)), project(sent(Scenarios.of(schools))), sent(here)):
        assert list(there.lines) == list(here.lines)
        for line in here.lines:
            assert np.array_equal(there[line], here[line], equal_nan=True), line


def test_few_of_the_arrays_are_sent():
    """The futures of a plan are arrays of thousands; what stands at its default is no more than a name."""
    batch = Scenarios.of([Scenario.preset("us_elementary")])
    usual = sum(array is DEFAULTS[key] for key, array in batch.levers.items())
    assert usual > len(LEVERS) / 2
    assert pickle.dumps(batch).count(b"_frombuffer") <= 1
    drawn = sent(futures(Scenario.preset("us_elementary")))
    assert sum(array is DEFAULTS[key] for key, array in drawn.levers.items()) > len(LEVERS) / 2


def test_results_arrive_as_they_left():
    found = ranges(Scenario.preset("us_elementary"))
    assert bits(sent(found)) == bits(found)


def test_what_arrived_cannot_be_written_into():
    there = sent(Scenario.preset("us_elementary"))
    with pytest.raises(TypeError):
        there.values["teacher_leaders"] = 5.0


def test_a_copy_of_a_plan_is_equal():
    plan = from_preset("us_elementary")
    assert copy.deepcopy(plan) == plan == copy.copy(plan)
