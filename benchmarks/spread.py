"""What it brings to share work out: 2,000 futures of each of 649 schools on one process, a pool of two, and a
Dask cluster of two on this computer.

All three are made ready first and then asked in turn, so that a busy minute of the machine affects all of
them. What it costs to make one ready is measured apart. The processor time of the busiest process says how
the work was divided. It is no time by the clock: it leaves out waiting, and a busy machine makes it unsteady.
Every round checks that all came to the same numbers.

python -m benchmarks.spread [--schools 649] [--rounds 5] [--print-only]

Dask is left out where its extra is not installed.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.util import find_spec

from benchmarks import process, report
from benchmarks.made_up_schools import made_up_schools
from benchmarks.timing import figure, median, medians
from model.plan.scenario import Scenario
from model.ranges.of_many import ranges_of_many
from model.spread import carrier

TABLE = "spread"  # in docs/performance.md
TWO = 2


@dataclass
class Way:
    """What carries the work, and what was measured of it."""

    name: str
    executor: Executor
    start: float
    whole: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    busiest: list[float] = field(default_factory=list)


@contextmanager
def _dask() -> Iterator[Executor]:
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=TWO, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        carrier(environ={"DASK_SCHEDULER_ADDRESS": cluster.scheduler_address}) as executor,
    ):
        yield executor


def _ready(stack: ExitStack, few: Sequence[Scenario]) -> list[Way]:
    """Each way, with how long it takes from nothing to the answer on one block a worker."""
    ways: list[tuple[str, Callable[[], AbstractContextManager[Executor]]]] = [
        ("one process", lambda: carrier(1, {})),
        ("pool of two", lambda: carrier(TWO, {})),
    ]
    if find_spec("distributed"):
        ways.append(("Dask, two workers", _dask))
    list(ranges_of_many(stack.enter_context(carrier(1, {})), few))  # what this process draws once
    found = []
    for name, make in ways:
        began = time.perf_counter()
        executor = stack.enter_context(make())
        list(ranges_of_many(executor, few))
        found.append(Way(name, executor, time.perf_counter() - began))
    return found


def _round(ways: Sequence[Way], schools: Sequence[Scenario]) -> set[str]:
    """Ask each once. Gives the digests of what came out, which is one."""
    seen = set()
    for way in ways:
        before, began = process.cpu_of_each(os.getpid()), time.perf_counter()
        digest = sha256()
        for found in ranges_of_many(way.executor, schools):
            digest.update(found.result5.tobytes() + repr((found.whole, found.first_negative)).encode())
            digest.update(b"".join(band.tobytes() for band in found.bands.values()))
        way.whole.append(time.perf_counter() - began)
        after = process.cpu_of_each(os.getpid())
        spent = [(cpu - before.get(pid, 0)) / 1000 for pid, cpu in after.items()]
        way.cpu.append(sum(spent))
        way.busiest.append(max(spent, default=0.0))
        seen.add(digest.hexdigest())
    return seen


def table(ways: Sequence[Way]) -> str:
    """A row for each way. What it takes is told in times of one process, round by round."""
    one = ways[0]
    rows = [
        [
            way.name,
            figure(way.start, 2),
            figure(median(way.whole), 2),
            *(
                figure(_share(getattr(way, name), getattr(one, name)), 2)
                for name in ("whole", "cpu", "busiest")
            ),
        ]
        for way in ways
    ]
    head = ["", "made ready, s", "whole, s", "of one process", "processor time, of one process"]
    return report.table([*head, "… of the busiest process"], rows)


def _share(some: Sequence[float], one: Sequence[float]) -> float:
    """The median over the rounds."""
    return median([x / y for x, y in zip(some, one, strict=True) if y])


def measured(schools: int, rounds: int) -> str:
    """The table, with its machine. Raises `AssertionError` where two ways come to other numbers."""
    loads, plans = [process.load()], made_up_schools(schools)
    with ExitStack() as stack:
        ways = _ready(stack, plans[: 2 * 16])
        for _ in range(rounds):
            assert len(_round(ways, plans)) == 1
            loads.append(process.load())
    head = f"{schools} schools x 2,000 futures, {medians(rounds, 'round')}; all ways came to the same bits."
    return "\n\n".join((report.facts(loads), head, table(ways)))


def main() -> None:
    """Read what was typed, measure, print, and write the table into docs/performance.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--schools", type=int, default=649)
    parser.add_argument("--rounds", type=int, default=5)
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    report.tell(TABLE, measured(args.schools, args.rounds), args)


if __name__ == "__main__":
    main()
