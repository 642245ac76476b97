"""Blocks in, results out: in order, no further ahead than asked, and nothing left behind."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from model.plan.scenario import ScenarioError
from model.spread import InThisProcess, in_order
from tests.spread import work


class OnDemand(Executor):
    """Does a task when its result is asked for, so that a test sees what is under way."""

    def __init__(self, *, at_once=False):
        self.at_once, self.sent = at_once, []

    def submit(self, fn, /, *args, **kwargs):
        future = _Asked(lambda: fn(*args, **kwargs))
        self.sent.append(future)
        if self.at_once:
            future.result()
        return future

    @property
    def under_way(self):
        return sum(not f.done() for f in self.sent)


class _Asked(Future):
    def __init__(self, do):
        super().__init__()
        self.do = do

    def result(self, timeout=None):
        if not self.done():
            self.set_result(self.do())
        return super().result(timeout)


class Blocks:
    """Numbers from 0 on, and how many of them were read."""

    def __init__(self, count, *, wrong_at=None):
        self.count, self.wrong_at, self.read = count, wrong_at, 0

    def __iter__(self):
        for n in range(self.count):
            if n == self.wrong_at:
                raise OSError("the list cannot be read")
            self.read += 1
            yield n


def test_results_come_in_the_order_of_the_blocks():
    expected = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]
    assert list(in_order(InThisProcess(), work.doubled, range(12))) == expected
    assert list(in_order(OnDemand(), work.doubled, range(12))) == expected
    with ThreadPoolExecutor(3) as threads:
        assert list(in_order(threads, work.doubled, range(12))) == expected
    assert list(in_order(OnDemand(), work.doubled, ())) == []


@pytest.mark.parametrize("ahead", [1, 2, 5])
def test_no_more_is_read_and_under_way_than_asked(ahead):
    executor, blocks = OnDemand(), Blocks(40)
    for done, _ in enumerate(in_order(executor, work.doubled, blocks, ahead), 1):
        assert executor.under_way <= ahead - 1
        assert blocks.read <= done + ahead - 1
    assert blocks.read == 40


def test_in_this_process_one_block_is_read_for_each_result():
    blocks = Blocks(40)
    results = in_order(InThisProcess(), work.doubled, blocks)
    assert [next(results), next(results), blocks.read] == [0, 2, 2]


def test_a_result_that_is_there_is_handed_out_before_more_is_read():
    blocks = Blocks(40)
    results = in_order(OnDemand(at_once=True), work.doubled, blocks, ahead=10)
    assert [next(results), next(results), blocks.read] == [0, 2, 2]


def test_closing_cancels_what_has_not_begun():
    executor, blocks = OnDemand(), Blocks(40)
    results = in_order(executor, work.doubled, blocks, ahead=6)
    next(results)
    results.close()
    assert [f.cancelled() for f in executor.sent] == [False, True, True, True, True, True]
    assert blocks.read == 6


def test_stopping_while_a_result_is_awaited_cancels_that_one_too():
    executor = OnDemand()

    def stopped():
        raise KeyboardInterrupt

    results = in_order(executor, work.doubled, Blocks(40), ahead=4)
    next(results)
    executor.sent[1].do = stopped
    with pytest.raises(KeyboardInterrupt):
        next(results)
    assert [f.cancelled() for f in executor.sent] == [False, True, True, True, True]


@pytest.mark.parametrize("executor", [InThisProcess(), OnDemand()])
def test_what_the_work_raises_comes_through_with_all_it_holds(executor):
    results = in_order(executor, work.refuses_three, range(40), ahead=4)
    assert [next(results), next(results), next(results)] == [0, 1, 2]
    with pytest.raises(ScenarioError) as refused:
        next(results)
    assert [(p.lever, p.value) for p in refused.value.problems] == [
        ("coaches", -2.0),
        ("teacher_leaders", -1.0),
    ]
    assert str(refused.value) == "\n".join(p.message for p in refused.value.problems)
    assert list(results) == []
    assert all(f.done() for f in getattr(executor, "sent", ()))


def test_what_cannot_travel_is_told_with_where_it_was_raised():
    with pytest.raises(RuntimeError, match="it holds a function") as raised:
        list(in_order(OnDemand(), work.raises_what_stays, range(3)))
    assert "raises_what_stays" in str(raised.value.__cause__)
    with pytest.raises(Exception, match=r"(?i)pickle") as raised:
        list(in_order(OnDemand(), work.gives_what_stays, range(3)))
    assert "gives_what_stays" in str(raised.value.__cause__)


def test_a_list_that_cannot_be_read_further_cancels_what_has_not_begun():
    executor = OnDemand()
    with pytest.raises(OSError, match="cannot be read"):
        list(in_order(executor, work.doubled, Blocks(40, wrong_at=3), ahead=10))
    assert [f.cancelled() for f in executor.sent] == [True, True, True]


def test_at_least_one_block_must_be_under_way():
    with pytest.raises(ValueError, match="ahead is 0"):
        list(in_order(OnDemand(), work.doubled, range(3), ahead=0))
