"""A crowd of visitors at one server, and what they took.

Limited in number and time, and only against this machine. Visitors and server share the processors.
"""

from __future__ import annotations

import asyncio
import copy
import dataclasses
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from benchmarks import pages, process
from benchmarks.pages import Kind
from benchmarks.session import Taken, visitor
from benchmarks.timing import median, p95
from tools.browser import ROOT

MOST_SESSIONS, MOST_MINUTES = 100, 60
LAPSE = 0.15  # seconds between two people who come


@dataclass(frozen=True)
class Result:
    """What a crowd took. Memory in MB: before, when all had come, and then at even times until they left."""

    sessions: int
    seconds: float
    rerun_p50: float
    rerun_p95: float
    touch_p50: float
    touch_p95: float
    runs: float  # a second
    cpu: float | None  # share of one processor
    move_kb: float
    touch_kb: float
    messages: float
    failed: int


async def _crowd(url: str, sessions: int, seconds: float, every: float, apart: bool) -> tuple[Taken, float]:
    taken, stop = Taken(), asyncio.Event()

    async def come(number: int) -> None:
        await asyncio.sleep(number * LAPSE)
        # All of 127.0.0.0/8 is this machine, but `tools.room` takes each address for another machine.
        machine = f"127.0.1.{number + 1}" if apart else None
        await visitor(url, number, every, stop, taken, machine)

    people = [asyncio.create_task(come(n)) for n in range(sessions)]
    # What happens while people come is not part of the figures.
    await asyncio.sleep(sessions * LAPSE + 3)
    for figures in (taken.moves, taken.touches, taken.move_kb, taken.touch_kb, taken.messages):
        figures.clear()
    began = time.perf_counter()
    print("started", file=sys.stderr, flush=True)
    await asyncio.sleep(seconds)
    took = time.perf_counter() - began
    # Answers still pending when the visitors leave are not counted.
    counted = copy.deepcopy(taken)
    stop.set()
    ends = await asyncio.gather(*people, return_exceptions=True)
    counted.failed = sum(isinstance(end, BaseException) for end in ends)
    return counted, took


def run(url: str, sessions: int, seconds: float, every: float = 1.0, *, apart: bool = False) -> Result:
    """Load a server. Refuses any that is not on this machine."""
    if urlsplit(url).hostname != "127.0.0.1":
        raise ValueError(f"{url}: this machine's own server only, http://127.0.0.1:PORT.")
    sessions, seconds = min(sessions, MOST_SESSIONS), min(seconds, 60 * MOST_MINUTES)
    taken, took = asyncio.run(_crowd(url, sessions, seconds, every, apart))
    return Result(
        sessions,
        took,
        median(taken.moves),
        p95(taken.moves),
        median(taken.touches),
        p95(taken.touches),
        (len(taken.moves) + len(taken.touches)) / took,
        None,
        median(taken.move_kb),
        median(taken.touch_kb),
        median(taken.messages),
        taken.failed,
    )


class Crowd:
    """The same in a process of its own, so that who starts it can look at the page meanwhile."""

    def __init__(
        self,
        url: str,
        pid: int | None,
        sessions: int,
        seconds: float,
        every: float = 1.0,
        *,
        apart: bool = False,
    ) -> None:
        command = [sys.executable, "-m", "benchmarks.load", "--url", url]
        command += ["--sessions", str(sessions), "--seconds", str(seconds), "--every", str(every)]
        command += ["--apart"] if apart else []
        self._pid = pid
        self._process = subprocess.Popen(
            command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self._process.stderr
        first = self._process.stderr.readline()  # everybody has come
        if first.strip() != "started":
            raise RuntimeError(first + self._process.stderr.read())
        self._before, self._began = process.cpu_ms(pid), time.perf_counter()
        self._seconds = seconds

    def running(self) -> bool:
        return time.perf_counter() < self._began + self._seconds

    def result(self) -> Result:
        """Wait for the end."""
        time.sleep(max(0.0, self._began + self._seconds - time.perf_counter()))
        after, took = process.cpu_ms(self._pid), time.perf_counter() - self._began
        out, err = self._process.communicate(timeout=120)
        if self._process.returncode:
            raise RuntimeError(err)
        share = None if after is None or self._before is None else (after - self._before) / 1000 / took
        return dataclasses.replace(Result(**json.loads(out)), cpu=share)


def long_run(
    kind: Kind, sessions: int, minutes: float, every: float = 1.0, servers: int = 1
) -> tuple[Result, list[tuple[float, float]]]:
    """A crowd for many minutes, and the server's memory in between: (minutes since all had come, MB)."""
    with pages.served(kind) if servers == 1 else pages.room(kind, servers) as shown:
        run(shown.url, servers, 2, apart=servers > 1)  # everything that is loaded once
        memory = [(-1.0, process.memory_mb(shown.pid) or 0.0)]
        crowd = Crowd(shown.url, shown.pid, sessions, minutes * 60, every, apart=servers > 1)
        began = time.perf_counter()
        while crowd.running():
            memory.append(((time.perf_counter() - began) / 60, process.memory_mb(shown.pid) or 0.0))
            time.sleep(max(1.0, min(30.0, minutes * 6)))
        return crowd.result(), memory
