"""How quick long lists are, beside another checkout in turn: rows a second, when the first byte comes,
processor time, and the most memory that a run held.

python -m benchmarks.lists [--rows 100000] [--parquet-rows 1000000] [--times 3] [--beside CHECKOUT]
                           [--print-only]
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import process, report
from benchmarks.report import NOW, OTHER
from benchmarks.timing import NONE, figure, median, medians
from model.evidence import LEVERS, PRESETS
from tools.browser import ROOT

TABLE = "lists"  # in docs/performance.md
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
    started = subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert started.stdout is not None
    first = 0.0
    while os.read(started.stdout.fileno(), 1 << 20):
        first = first or time.perf_counter() - start
    _, status, used = os.wait4(started.pid, 0)
    whole = time.perf_counter() - start
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {started.returncode}.")
    return Run(first or whole, whole, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def table(rows: int, runs: Mapping[str, Sequence[Run]], parquet_rows: int, parquet: Run | None) -> str:
    """A column for each checkout, a row for each measure: medians of its runs from CSV to CSV."""

    def of(name: str, digits: int = 0, times: float = 1) -> list[str]:
        return [
            figure(times * median([getattr(run, name) for run in every]), digits) for every in runs.values()
        ]

    lines = [
        [f"{rows:,} rows, s", *of("whole", 1)],
        ["… of processor time", *of("processor", 1)],
        ["rows a second", *(figure(median([rows / run.whole for run in every])) for every in runs.values())],
        ["first byte, s", *of("first", 2)],
        ["peak memory, MB", *of("memory")],
    ]
    if parquet:
        whole = f"{figure(parquet.whole, 1)} ({figure(parquet.memory)})"
        others = [NONE] * (len(runs) - 1)
        lines.append([f"{parquet_rows:,} rows to Parquet, s (peak, MB)", whole, *others])
    return report.table(["", *runs], lines)


def measured(beside: Path | None, rows: int, parquet_rows: int, times: int) -> str:
    """The whole run, as the text for docs/performance.md."""
    checkouts = {NOW: ROOT} | ({OTHER: beside} if beside else {})
    runs: dict[str, list[Run]] = {name: [] for name in checkouts}
    loads, parquet = [process.load()], None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plans.csv"
        write_list(path, rows)
        for _ in range(times):
            for name, checkout in checkouts.items():
                runs[name].append(run(checkout, ("run", "--scenarios", str(path), "--format", "csv")))
                loads.append(process.load())
        if parquet_rows:
            write_list(path, parquet_rows)
            out = ("run", "--scenarios", str(path), "--out", str(Path(folder) / "out.parquet"))
            parquet = run(ROOT, out)
    how = f"From CSV to CSV with remarks, {medians(times, 'turn')}, each run a process of its own."
    return "\n\n".join((report.facts(loads), how, table(rows, runs, parquet_rows, parquet)))


def main() -> None:
    """Read what was typed, measure, print, and write the table into docs/performance.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--parquet-rows", type=int, default=1_000_000, help="0: no Parquet")
    parser.add_argument("--times", type=int, default=3)
    report.add_beside(parser)
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    report.tell(TABLE, measured(args.beside, args.rows, args.parquet_rows, args.times), args)


if __name__ == "__main__":
    main()
