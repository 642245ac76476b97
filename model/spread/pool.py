"""A pool of processes on this computer, each made ready before its first task."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager


class Pool(ProcessPoolExecutor):
    """A pool that says how many processes it has."""

    def __init__(self, workers: int) -> None:
        ready = tuple(name for name in sys.modules if name.partition(".")[0] in ("model", "exchange"))
        context = multiprocessing.get_context("spawn")
        super().__init__(workers, context, initializer=_begin, initargs=(ready,))
        self.workers = workers


@contextmanager
def pool(workers: int) -> Iterator[Executor]:
    """So many processes. They start at once, side by side, while this one goes on.

    A process is started anew on every system (`spawn`), so none inherits a lock that is held.
    """
    executor = Pool(workers)
    try:
        with _unstopped():
            for _ in range(workers):  # a process starts with the task that finds none waiting
                executor.submit(os.getpid)
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _unstopped() -> Iterator[None]:
    """A terminal sends Ctrl-C to all processes. Those that are started here never hear it: this one tells
    them when to end.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows `_begin` sees to it
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(ready: tuple[str, ...]) -> None:
    """In each process: what is loaded here is loaded there, and nobody is left behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in ready:
        if not name.endswith("__main__"):
            importlib.import_module(name)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # a program that is killed cannot tell its processes to end
        os._exit(1)
