"""What a page for the board costs: worked out and set, each time of another plan. `make bench` has it too.

python -m benchmarks.handout
"""

from __future__ import annotations

import datetime as dt
import itertools

from benchmarks import process, report
from benchmarks.expected import start
from benchmarks.timing import pair, timed
from exchange.files import Filed
from exchange.handout.board_content import board_content, usual_futures
from exchange.handout.writing import pdf

DAY, TIMES = dt.date(2026, 1, 1), 40


def handout_line() -> str:
    """Milliseconds p50 / p95, after a first page that pays for the fonts."""
    begun = start()
    plans = [
        Filed(begun.changed({"teacher_leaders": n / 4, "recurring_pd_per_teacher": 500.0 + 10 * n}))
        for n in range(TIMES + 1)
    ]
    held = [usual_futures(f.plan) for f in plans]
    contents = [
        board_content(f, today=DAY, base="https://example.org/", futures=x)
        for f, x in zip(plans, held, strict=True)
    ]
    given, set_from = itertools.cycle(zip(plans, held, strict=True)), itertools.cycle(contents)

    def worked_out() -> None:
        filed, futures = next(given)
        board_content(filed, today=DAY, base="https://example.org/", futures=futures)

    words = timed(worked_out, TIMES)
    pages = timed(lambda: pdf("board.typ", next(set_from)), TIMES)
    whole = [a + b for a, b in zip(words, pages, strict=True)]
    return (
        f"A page for the board of another plan each time, ms p50 / p95: {pair(whole)}; "
        f"of that its words and numbers {pair(words)}, the sheet {pair(pages)}."
    )


def main() -> None:
    loads = [process.load()]
    line = handout_line()
    print(report.facts([*loads, process.load()]), line, sep="\n\n")


if __name__ == "__main__":
    main()
