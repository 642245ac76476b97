"""How long a command takes from nothing to its answer, beside a checkout of before and Python with numpy.

Each is started in turn, so that a busy minute of the machine affects all of them. Bytecode is kept meanwhile,
as it is where the program is installed; `--without-bytecode` compiles everything each time.

python -m benchmarks.start [--beside CHECKOUT] [--rounds 15] [--without-bytecode] [--print-only]
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import process, report
from benchmarks.report import NOW, OTHER
from benchmarks.timing import figure, median, medians
from tools.browser import ROOT

TABLE = "start"  # in docs/performance.md
NUMPY = "Python with numpy"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "model run": ("-m", "model", "run", "--preset", "us_elementary"),
    "model --help": ("-m", "model", "--help"),
    "the page's modules": ("-c", "import views.pages.start, views.pages.explorer, views.pages.present"),
}


def once(words: Sequence[str], checkout: Path, environment: Mapping[str, str]) -> tuple[float, float]:
    """One start: milliseconds by the clock, and of processor time. What it prints goes nowhere."""
    before = _used()
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *words], cwd=checkout, env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return 1000 * (time.perf_counter() - began), _used() - before


def _used() -> float:
    """Milliseconds of processor time of all that was started and has ended."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (found.ru_utime + found.ru_stime)


def starts(checkouts: Mapping[str, Path], kept: Path | None, rounds: int) -> dict[str, list[list[float]]]:
    """By name: the times by the clock, and of processor time. `kept` is where bytecode is kept, if it is."""
    tries: dict[str, tuple[Sequence[str], Path, dict[str, str]]] = {}
    for name, checkout in checkouts.items():
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1"} if kept is None else {}
        environment |= {} if kept is None else {"PYTHONPYCACHEPREFIX": str(kept)}
        tries.setdefault(NUMPY, (("-c", "import numpy"), ROOT, environment))
        tries |= {f"{what}, {name}": (words, checkout, environment) for what, words in COMMANDS.items()}
    found: dict[str, list[list[float]]] = {name: [[], []] for name in tries}
    for number in range(rounds + 1):
        for name, one in tries.items():
            times = once(*one)
            if number:  # the first go writes bytecode
                for spent, took in zip(found[name], times, strict=True):
                    spent.append(took)
    return found


def table(found: Mapping[str, Sequence[Sequence[float]]], names: Sequence[str]) -> str:
    """A row for each command, a column for each checkout; what Python and numpy take alone is the same."""

    def cell(times: Sequence[Sequence[float]]) -> str:
        clock, used = times
        return f"{figure(median(clock))} ({figure(median(used))})"

    lines = [[NUMPY, *[cell(found[NUMPY])] * len(names)]]
    lines += [[what, *(cell(found[f"{what}, {name}"]) for name in names)] for what in COMMANDS]
    return report.table(["ms by the clock (of processor time)", *names], lines)


def measured(beside: Path | None, rounds: int, *, keeps_bytecode: bool = True) -> str:
    """The whole run, as the text for docs/performance.md."""
    checkouts = {NOW: ROOT} | ({OTHER: beside} if beside else {})
    loads = [process.load()]
    with tempfile.TemporaryDirectory() as kept:
        found = starts(checkouts, Path(kept) if keeps_bytecode else None, rounds)
    loads.append(process.load())
    lines = [f"{medians(rounds, 'start').capitalize()}."]
    shares: list[str] = []
    _, floor = (median(x) for x in found[NUMPY])
    for what in COMMANDS if beside else ():
        own, other = (median(found[f"{what}, {name}"][1]) - floor for name in checkouts)
        if own > 0 and other > 0:  # not where it starts without numpy
            shares.append(f"{what} {figure(own / other, 2)}")
    if shares:
        told = "Processor time beyond Python with numpy, in times the other checkout's"
        lines.append(f"{told}: {', '.join(shares)}.")
    return "\n\n".join((report.facts(loads), " ".join(lines), table(found, tuple(checkouts))))


def main() -> None:
    """Read what was typed, measure, print, and write the table into docs/performance.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--without-bytecode", action="store_true")
    report.add_beside(parser)
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    text = measured(args.beside, args.rounds, keeps_bytecode=not args.without_bytecode)
    report.tell(TABLE, text, args)


if __name__ == "__main__":
    main()
