"""What carries work: this process, a pool of processes, or a Dask cluster. All are Executors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from model.spread.dask_cluster import ADDRESS, cluster
from model.spread.refused import SpreadRefused
from model.texts import say
from model.units import plain

P = ParamSpec("P")
R = TypeVar("R")
MOST = 61 if sys.platform == "win32" else 1_000  # there a process cannot wait for more of them


class InThisProcess(Executor):
    """Does everything at once, here. What `submit` returns is done."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Stopping the program is no result, so it is not held."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as e:  # noqa: BLE001  # what goes wrong is for whoever asks for the result
            future.set_exception(e)
        return future


@contextmanager
def carrier(workers: int | None = None, environ: Mapping[str, str] = os.environ) -> Iterator[Executor]:
    """What carries work while the block lasts; then what has not begun is given up and what runs is ended.

    Where `DASK_SCHEDULER_ADDRESS` is set, the cluster there, with all its workers. Otherwise this process for
    None or 1, and a pool of so many processes for more. Raises `SpreadRefused` for a number that is not
    possible, and for a cluster that cannot be used.
    """
    if workers is not None and not 1 <= workers <= MOST:
        raise SpreadRefused(say("spread.workers", given=plain(workers), most=plain(MOST)))
    if address := environ.get(ADDRESS, "").strip():
        with cluster(address) as executor:
            yield executor
    elif workers is None or workers == 1:
        yield InThisProcess()
    else:
        from model.spread.pool import pool  # what starts processes is loaded where they are asked for

        with pool(workers) as executor:
            yield executor
