"""How long a command takes from nothing to its answer, beside a checkout of before and Python with numpy.

Each is started in turn, so that a busy minute of the machine affects all of them. Bytecode is kept meanwhile,
as it is where the program is installed; `--without-bytecode` compiles everything each time.

python -m benchmarks.start [--beside CHECKOUT] [--rounds 15] [--without-bytecode]
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

from benchmarks import process
from benchmarks.timing import figure, median
from tools.browser import ROOT

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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--beside", type=Path, metavar="CHECKOUT")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--without-bytecode", action="store_true")
    args = parser.parse_args()
    checkouts = {"today": ROOT} | ({"before": args.beside.resolve()} if args.beside else {})
    loads = [process.load()]
    with tempfile.TemporaryDirectory() as kept:
        found = starts(checkouts, None if args.without_bytecode else Path(kept), args.rounds)
    loads.append(process.load())
    for name, (clock, used) in found.items():
        print(f"{name}: {figure(median(clock))} ms, processor {figure(median(used))} ms")
    if args.beside:
        _, floor = (median(x) for x in found[NUMPY])
        for what in COMMANDS:
            own, before = (median(found[f"{what}, {name}"][1]) - floor for name in ("today", "before"))
            print(f"{what}, processor time beyond Python with numpy: {figure(own / before, 2)} of before")
    print(f"Load of the machine {min(loads):.1f} to {max(loads):.1f}. Medians of {args.rounds} starts.")


if __name__ == "__main__":
    main()
