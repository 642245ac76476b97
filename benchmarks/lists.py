"""How quick long lists are: `python -m benchmarks.lists --rows 100000 [--beside CHECKOUT]`.

Each run is a process of its own: rows a second, when the first byte comes, processor time, and the most
memory it held. With `--beside` an older checkout takes turns with this one, CSV to CSV.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from model.evidence import LEVERS, PRESETS

HERE = Path(__file__).resolve().parents[1]
SETTINGS = (
    *("enrollment_year1", "inflation", "teacher_salary", "pupils_per_teacher"),
    *("benefit_rate", "devices_per_pupil", "enrollment_growth"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds until the first byte and until the end, processor seconds, MB at most."""

    first: float
    whole: float
    processor: float
    memory: float


def write_list(path: Path, rows: int) -> None:
    """Named schools of every preset, seven settings each within what is usual."""
    draw = random.Random(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["scenario", "preset", *SETTINGS])
        for n in range(1, rows + 1):
            writer.writerow([f"School {n}", draw.choice(list(PRESETS)), *(_cell(draw, k) for k in SETTINGS)])


def _cell(draw: random.Random, key: str) -> str:
    usual = LEVERS[key].usual
    assert usual is not None
    x = draw.uniform(*usual)
    return str(round(x)) if usual[1] > 50 else f"{x:.4f}"


def run(checkout: Path, words: Sequence[str]) -> Run:
    """Run a command of a checkout; what it prints is read and thrown away."""
    command = [sys.executable, "-m", "model", *words]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    first = 0.0
    while os.read(process.stdout.fileno(), 1 << 20):
        first = first or time.perf_counter() - start
    _, status, used = os.wait4(process.pid, 0)
    whole = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}.")
    return Run(first or whole, whole, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def told(name: str, rows: int, runs: Sequence[Run]) -> None:
    """The medians of some runs."""
    first, whole, processor, memory = (
        statistics.median(getattr(r, field) for r in runs)
        for field in ("first", "whole", "processor", "memory")
    )
    print(
        f"{name:<34}{rows:>10,} rows{whole:>8.1f} s{rows / whole:>10,.0f} rows/s"
        f"{processor:>8.1f} s CPU{first:>7.2f} s first byte{memory:>7.0f} MB"
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--parquet-rows", type=int, default=1_000_000)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--times", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plans.csv"
        write_list(path, args.rows)
        words = ("run", "--scenarios", str(path), "--format", "csv")
        before: list[Run] = []
        after: list[Run] = []
        for _ in range(args.times):
            if args.beside:
                before.append(run(args.beside.resolve(), words))
            after.append(run(HERE, words))
        if before:
            told("CSV to CSV, before", args.rows, before)
        told("CSV to CSV", args.rows, after)
        if before:
            ratio = statistics.median(b.processor / a.processor for b, a in zip(before, after, strict=True))
            clock = statistics.median(b.whole / a.whole for b, a in zip(before, after, strict=True))
            print(f"{clock:.1f} times the rows a second by the clock, {ratio:.1f} by the processor's time")
        if args.parquet_rows:
            write_list(path, args.parquet_rows)
            out = ("run", "--scenarios", str(path), "--out", str(Path(folder) / "out.parquet"))
            told("CSV to Parquet", args.parquet_rows, [run(HERE, out)])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
