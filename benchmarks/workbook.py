"""What a workbook costs to write: one plan, and four side by side. `make bench` has the figures too.

python -m benchmarks.workbook
"""

from __future__ import annotations

import datetime as dt

from benchmarks import process, report
from benchmarks.expected import start
from benchmarks.timing import pair, timed
from exchange.workbook import write_workbook

DAY = dt.date(2026, 1, 1)


def workbook_line() -> str:
    """Milliseconds p50 / p95."""
    plan = start()
    plans = [plan.named(f"Plan {n}") for n in range(4)]
    one = timed(lambda: write_workbook([plan], today=DAY), 10)
    four = timed(lambda: write_workbook(plans, today=DAY), 5)
    return f"A workbook, ms p50 / p95: of one plan {pair(one)}; of four {pair(four)}."


def main() -> None:
    loads = [process.load()]
    line = workbook_line()
    print(report.facts([*loads, process.load()]), line, sep="\n\n")


if __name__ == "__main__":
    main()
