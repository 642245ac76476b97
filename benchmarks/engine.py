"""What the engine takes, beside another checkout and beside numpy written by hand, in one interleaved run.

python -m benchmarks.engine [--beside CHECKOUT] [--rounds 15] [--keep-memory] [--print-only]

For each case every side has a process of its own (`benchmarks/engine_worker.py`), because memory that another
case has left makes the next one quicker. In turn they are asked for one timed go, in an order that is drawn
anew, so that a busy minute affects all of them. What counts are medians of processor time. The table is
written into docs/performance.md.

The C library's allocator is left as it comes: large arrays are then fresh memory in every call.
`--keep-memory` tells it to keep what was freed, on all sides alike; ratios differ between the two, so
`make bench` runs both.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import process, report
from benchmarks.timing import figure, median, medians
from tools.browser import ROOT

WORKER = ROOT / "benchmarks" / "engine_worker.py"
BEFORE, NOW, HAND = "before", "now", "by hand"
KEPT = {"MALLOC_MMAP_THRESHOLD_": str(2**30), "MALLOC_TRIM_THRESHOLD_": str(2**40)}
TABLES = {False: "engine", True: "engine with memory kept"}  # in docs/performance.md
OF_LINES = {"two": "structural result and savings", "view": "lines of the first view", "all": "all lines"}


@dataclass(frozen=True)
class Case:
    """What is asked of the two checkouts, how often in a timed go, and what is asked of numpy by hand."""

    name: str
    asks: str
    times: int
    hand: str | None = None


def _plans(count: int, lines: str, times: int) -> Case:
    hand = None if lines == "all" else f"hand {count} {lines}"
    return Case(
        f"{count:,} plan{'s' * (count > 1)}, {OF_LINES[lines]}", f"plans {count} {lines}", times, hand
    )


TIMED = (
    *(
        _plans(count, lines, times)
        for count, times in ((1, 20), (1_000, 5), (10_000, 1), (100_000, 1))
        for lines in OF_LINES
    ),
    Case("2,000 futures with bands", "futures", 3),
    Case("table of a touched lever", "table", 1),
    Case("… before it is packed for the browser", "response", 1),
)
HELD = tuple(_plans(100_000, lines, 1) for lines in ("two", "view", "all"))


@dataclass
class Side:
    """What is measured, and what it took: milliseconds by case, the first go of each apart, and MB."""

    name: str
    checkout: Path
    environment: Mapping[str, str]
    taken: dict[Case, list[float]] = field(default_factory=dict)
    first: dict[Case, float] = field(default_factory=dict)
    held: dict[Case, float | None] = field(default_factory=dict)

    def asked(self, case: Case) -> str | None:
        """How this side knows the case, or None where it does not."""
        return case.hand if self.name == HAND else case.asks

    @contextlib.contextmanager
    def at_work(self, case: Case) -> Iterator[Callable[[int], float]]:
        """A process for one case: so many goes in a row, milliseconds of each.

        Asking raises `RuntimeError` when the process could not do it.
        """
        worker = subprocess.Popen(
            self._command(),
            cwd=self.checkout,
            env=self.environment,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

        def go(times: int) -> float:
            assert worker.stdin
            assert worker.stdout
            with contextlib.suppress(BrokenPipeError):
                worker.stdin.write(json.dumps([self.asked(case), times]) + "\n")
                worker.stdin.flush()
            if not (answer := worker.stdout.readline()):
                raise RuntimeError(f"{self.checkout} could not do {case.asks!r}; what it said stands above.")
            return float(json.loads(answer))

        with worker:  # its input is closed at the end, and with that it ends
            yield go

    def peak(self, case: Case) -> float | None:
        """MB over the start, in a process that does nothing else."""
        command = self._command("--peak", self.asked(case) or "")
        said = subprocess.run(
            command, cwd=self.checkout, env=self.environment, stdout=subprocess.PIPE, check=True
        )
        found: float | None = json.loads(said.stdout)
        return found

    @staticmethod
    def _command(*more: str) -> list[str]:
        # -P: the worker's own folder stays off the path, so that nothing but the checkout stands on it.
        return [sys.executable, "-P", str(WORKER), *more]


def sides(beside: Path | None, *, keep: bool) -> list[Side]:
    """The other checkout, if any, ours, and numpy by hand."""
    of = {**({BEFORE: beside.resolve()} if beside else {}), NOW: ROOT, HAND: ROOT}
    return [Side(name, checkout, _environment(checkout, keep=keep)) for name, checkout in of.items()]


def _environment(checkout: Path, *, keep: bool) -> dict[str, str]:
    """The same for all sides: nothing but the checkout on the path, and one and the same allocator."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("MALLOC_", "GLIBC_", "LD_PRELOAD"))}
    return {**plain, "PYTHONPATH": str(checkout), **(KEPT if keep else {})}


def measure(all_sides: Sequence[Side], case: Case, rounds: int, order: random.Random) -> None:
    """Ask all sides that know the case in turn; what they took is added to them."""
    asked = [side for side in all_sides if side.asked(case)]
    with contextlib.ExitStack() as stack:
        goes = {side.name: stack.enter_context(side.at_work(case)) for side in asked}
        for side in asked:
            side.first[case] = goes[side.name](1)
            goes[side.name](case.times)
        for _ in range(rounds):
            for side in order.sample(asked, len(asked)):
                side.taken.setdefault(case, []).append(goes[side.name](case.times))


def table(all_sides: Sequence[Side], cases: Sequence[Case] = TIMED, held: Sequence[Case] = HELD) -> str:
    """A row for each case; a dash where a side does not know it."""
    of = {side.name: side for side in all_sides}
    names = [name for name in (BEFORE, NOW, HAND) if name in of]
    others = [name for name in names if name != NOW]

    def ratio(ours: float | None, other: float | None) -> str:
        return figure(ours / other if ours is not None and other else None, 2)

    def row(what: str, found: Mapping[str, float | None], digits: int, first: Sequence[str]) -> list[str]:
        middle = [figure(found[name], digits) for name in names]
        return [what, *middle, *(ratio(found[NOW], found[name]) for name in others), *first]

    rows = []
    for case in cases:
        took = {name: median(of[name].taken[case]) if case in of[name].taken else None for name in names}
        first = [figure(of[name].first.get(case), 1) for name in names if name != HAND]
        rows.append(row(f"{case.name}, ms", took, 2, first))
    for case in held:
        most = {name: of[name].held.get(case) for name in names}
        rows.append(row(f"{case.name}: peak memory over the start, MB", most, 0, ["–"] * (len(names) - 1)))
    first_names = [f"first go, {name}" for name in names if name != HAND]
    return report.table(["", *names, *(f"now in times {name}" for name in others), *first_names], rows)


def measured(beside: Path | None, rounds: int, *, keep: bool = False) -> str:
    """The whole run, as the text for docs/performance.md."""
    loads, order, all_sides = [process.load()], random.Random(17), sides(beside, keep=keep)
    for case in TIMED:
        print(case.name, file=sys.stderr, flush=True)
        measure(all_sides, case, rounds, order)
        loads.append(process.load())
    for case in HELD:
        for side in all_sides:
            side.held[case] = side.peak(case) if side.asked(case) else None
    allocator = "told to keep what was freed" if keep else "as it comes"
    how = (
        f"{medians(rounds, 'turn').capitalize()}, milliseconds of processor time; the C library's allocator {allocator}. "
        "Each case has processes of its own, and their first go stands apart."
    )
    return "\n\n".join([report.facts(loads), how, table(all_sides)])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument(
        "--keep-memory", action="store_true", help="the allocator keeps what was freed, on all sides"
    )
    report.add_beside(parser)
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    report.tell(TABLES[args.keep_memory], measured(args.beside, args.rounds, keep=args.keep_memory), args)


if __name__ == "__main__":
    main()
