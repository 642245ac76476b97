"""A pool of processes gives the same numbers, in the same words, and leaves nobody behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing

import pytest

from benchmarks.made_up_schools import made_up_schools
from model.evidence import LEVERS
from model.plan.scenario import ScenarioError
from model.ranges.bands import ranges
from model.ranges.of_many import ranges_of_many
from model.ranges.whose_counts import PLACES
from model.spread import InThisProcess, SpreadRefused, carrier, in_order
from model.spread import carried as carried_module
from model.spread.stamp import Stamp, stamp
from model.texts import speaking
from tests.conftest import ROOT
from tests.spread import work
from tests.spread.bits import bits

NOWHERE: dict[str, str] = {}  # an environment that names no cluster


@pytest.fixture(scope="module")
def two():
    with carrier(2, NOWHERE) as executor:
        yield executor


@pytest.mark.parametrize("workers", [None, 1])
def test_one_worker_is_this_process(workers):
    with carrier(workers, NOWHERE) as executor:
        assert list(in_order(executor, work.process, range(3))) == [os.getpid()] * 3


def test_a_pool_is_other_processes(two):
    found = set(in_order(two, work.process, range(40)))
    assert os.getpid() not in found
    assert 1 <= len(found) <= 2


@pytest.mark.parametrize("workers", [0, -1, 10_000])
def test_a_number_of_workers_that_is_not_possible_is_refused(workers):
    with pytest.raises(SpreadRefused), carrier(workers, NOWHERE):
        pass


def test_ranges_of_many_plans_are_those_of_each_to_the_bit(two):
    """Forty schools are three tasks, the last one short."""
    schools = made_up_schools(40)
    each = [bits(ranges(s)) for s in schools]
    assert [bits(r) for r in ranges_of_many(InThisProcess(), iter(schools))] == each
    assert [bits(r) for r in ranges_of_many(two, iter(schools))] == each


def test_what_is_asked_of_many_plans_is_asked_of_each(two):
    schools = made_up_schools(20)
    places = {s.name: PLACES[n % len(PLACES)] for n, s in enumerate(schools)}
    pins, reactions = ("enrollment",), ("pause_pd",)
    each = [bits(ranges(s, pins, places[s.name], reactions)) for s in schools]
    asked = {"pins": pins, "place": lambda s: places[s.name], "reactions": reactions}
    assert [bits(r) for r in ranges_of_many(two, schools, **asked)] == each


def test_an_unknown_source_is_refused_as_in_one_process(two):
    with pytest.raises(ScenarioError) as here:
        ranges(made_up_schools(1)[0], ["weather"])
    with pytest.raises(ScenarioError) as there:
        list(ranges_of_many(two, made_up_schools(1), ["weather"]))
    assert there.value.problems == here.value.problems


def test_made_up_schools_are_the_same_every_time_and_all_different():
    schools = made_up_schools(649)
    assert schools == made_up_schools(649)
    assert len({tuple(s.values.items()) for s in schools}) == 649
    assert set(schools[0].values) == set(LEVERS)


def test_what_the_work_raises_comes_through(two):
    results = in_order(two, work.refuses_three, range(40))
    assert [next(results), next(results), next(results)] == [0, 1, 2]
    with pytest.raises(ScenarioError) as refused:
        next(results)
    assert [p.lever for p in refused.value.problems] == ["coaches", "teacher_leaders"]
    assert "refuses_three" in str(refused.value.__cause__)
    assert list(in_order(two, work.doubled, range(3))) == [0, 2, 4]  # and the pool is as good as before


def test_workers_speak_the_language_of_whoever_asks(two):
    with speaking("keys"):
        assert list(in_order(two, work.spoken, ["cases.nearly_all"])) == ["cases.nearly_all"]
    assert list(in_order(two, work.spoken, ["cases.nearly_all"])) != ["cases.nearly_all"]


@pytest.mark.parametrize("part", Stamp._fields)
def test_a_worker_of_another_version_does_nothing(two, part, monkeypatch):
    """What it was sent is not even opened; and it says what differs."""
    other = stamp()._replace(**{part: "another"})
    monkeypatch.setattr(carried_module, "stamp", lambda: other)
    with speaking("keys"), pytest.raises(SpreadRefused, match=r"spread\.other_version"):
        list(in_order(two, work.dies, range(3)))
    with pytest.raises(SpreadRefused) as refused:
        list(in_order(two, work.dies, range(3)))
    assert "another" in str(refused.value)
    assert getattr(stamp(), part) in str(refused.value)
    for same in set(Stamp._fields) - {part}:
        assert getattr(stamp(), same) == getattr(other, same)


def test_a_process_that_is_ended_from_outside_is_told():
    with carrier(2, NOWHERE) as executor, pytest.raises(SpreadRefused) as lost:
        list(in_order(executor, work.dies, range(3)))
    with carrier(2, NOWHERE) as executor, speaking("keys"), pytest.raises(SpreadRefused) as told:
        list(in_order(executor, work.dies, range(3)))
    assert str(told.value) == "spread.worker_lost" != str(lost.value)


def test_closing_leaves_the_pool_as_good_as_before(two):
    with closing(in_order(two, work.process, iter(int, 1))) as endless:
        assert next(endless) != os.getpid()
    assert list(in_order(two, work.doubled, range(3))) == [0, 2, 4]


def endless(**more):
    """A program that spreads work without end. Its workers hold its output open for as long as they live."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.spread.endless"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


@pytest.mark.unix
def test_ctrl_c_ends_all_processes_without_a_word_of_theirs():
    program = endless(start_new_session=True)
    assert program.stdout.readline() == "begun\n"
    os.killpg(program.pid, signal.SIGINT)  # as a terminal does: to all of them
    out, err = program.communicate(timeout=60)
    assert (out, err, program.returncode) == ("stopped\n", "", 130)


@pytest.mark.unix
def test_no_worker_outlives_a_program_that_is_killed():
    program = endless()
    assert program.stdout.readline() == "begun\n"
    program.kill()
    out, err = program.communicate(timeout=60)  # comes back once nobody holds its output
    assert out == ""
    assert "Traceback" not in err  # Python clears up after it, and says so


@pytest.mark.parametrize(
    "kind",
    [
        ("OPENBLAS_CORETYPE", "Nehalem"),
        ("NPY_DISABLE_CPU_FEATURES", "X86_V3 X86_V4 AVX512_ICL"),
    ],
)
def test_a_processor_of_another_kind_gives_the_same_bits_or_is_refused(kind, monkeypatch):
    """Older arithmetic, asked for by name. Where this machine knows none of it, the bits are the same."""
    schools = made_up_schools(3)
    here = [bits(ranges(s)) for s in schools]
    monkeypatch.setenv(*kind)
    with carrier(2, NOWHERE) as executor:
        there = _answer(executor, schools)
    assert there == here or stamp().rounding in there


def _answer(executor, schools):
    """The bits of each, or what is said against the workers."""
    try:
        return [bits(r) for r in ranges_of_many(executor, schools)]
    except SpreadRefused as e:
        return str(e)
