"""Blocks of work in, results out, in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from typing import Any, TypeVar

from model.spread.carried import Back, carried, opened, sent
from model.spread.carriers import InThisProcess
from model.spread.dask_cluster import is_of_cluster
from model.spread.refused import SpreadRefused
from model.texts import say

B = TypeVar("B")
R = TypeVar("R")
EACH = 4  # tasks under way for each worker, so that none waits for the next one
_LEAST = 8


def in_order(
    executor: Executor, work: Callable[[B], R], blocks: Iterable[B], ahead: int | None = None
) -> Generator[R, None, None]:
    """`work(block)` for each block, in the order of the blocks.

    `work` is a function of a module, or a `partial` of one. Blocks are read only as far as they are sent: at
    most `ahead` of them are under way, four for each worker unless given. A result is handed out as soon as
    it and all before it are there. When the generator is closed, or anything is raised, what has not begun
    is cancelled. Raises what the work raises, with what the worker says as its cause, and `SpreadRefused`
    where a worker runs another version or is lost.
    """
    if ahead is not None and ahead < 1:
        raise ValueError(f"At least one block must be under way; ahead is {ahead}.")
    if isinstance(executor, InThisProcess):
        yield from map(work, blocks)
        return
    most = ahead or max(_LEAST, EACH * getattr(executor, "workers", os.cpu_count() or 1))
    under_way: deque[Future[Back]] = deque()
    try:
        for block in blocks:
            with _losses_told():
                under_way.append(executor.submit(carried, *sent(work, block)))
            while under_way and (len(under_way) >= most or under_way[0].done()):
                yield _first(under_way)
        while under_way:
            yield _first(under_way)
    finally:
        for future in under_way:
            future.cancel()


def _first(under_way: deque[Future[Back]]) -> Any:
    """The result of the first task, which is taken away. Until it is there, the task may be cancelled."""
    with _losses_told():
        back = under_way[0].result()
    under_way.popleft()
    return opened(back)


@contextmanager
def _losses_told() -> Iterator[None]:
    """What the work raises comes back as a value; so whatever is raised here is of what carries it."""
    try:
        yield
    except (BrokenExecutor, CancelledError) as e:
        raise SpreadRefused(say("spread.worker_lost")) from e
    except Exception as e:
        if is_of_cluster(e):
            raise SpreadRefused(say("spread.worker_lost")) from e
        raise
