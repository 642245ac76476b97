"""Work given to other processes, or done here: results come in the order of what was given."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


class _Here(Executor):
    """Does everything in this process, at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextmanager
def carrier(workers: int | None = None) -> Iterator[Executor]:
    """What carries out work; here in this process."""
    assert workers is None or workers >= 1
    yield _Here()


def in_order(
    executor: Executor, work: Callable[[Given], Made], blocks: Iterable[Given], *, ahead: int | None = None
) -> Generator[Made, None, None]:
    """The result of each block, in the order of the blocks, which are read as they are needed."""
    del ahead
    for block in blocks:
        yield executor.submit(work, block).result()
