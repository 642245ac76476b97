"""Measure our page beside others in one interleaved run; write the tables into docs/performance.md.

Our page; the same without its live layer; its charts without framework and server (the floor); and the same
model behind a page with stock habits. No budget is asserted: on another machine the milliseconds differ and
the ratios hardly do. Then a crowd of 1, 10 and 40 people, with a browser beside them. Before all of it what
needs no page: the engine beside numpy written by hand, commands from nothing to their answer, a long list,
and work shared among processes. 0 leaves a part out. `benchmarks.engine`, `start`, `lists` and `spread`
measure one of these alone, for longer.

python -m benchmarks.bench [--goes 15] [--starts 5] [--rows 20000] [--schools 649] [--rounds 4] [--presses 12]
                           [--people 1 10 40] [--beside CHECKOUT] [--print-only]
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence

import numpy as np
from playwright.sync_api import sync_playwright

from benchmarks import engine, lists, measure, pages, process, report, spread, start
from benchmarks.crowd import Crowd, Result
from benchmarks.expected import PRESET
from benchmarks.handout import handout_line
from benchmarks.pages import ALL, OURS, Kind, Served
from benchmarks.ranges import futures_line
from benchmarks.timing import pair, timed
from benchmarks.workbook import workbook_line
from model.plan.scenario import Scenario
from model.results.projection import Scenarios, project
from tools.browser import MISSING, chromium_path, launch

MANY = 10_000
CROWD_SECONDS = 25
TO_PARQUET = 10  # times the rows that go to CSV
ROUNDS_OF_SPREAD = 3


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--rounds", type=int, default=4, help="how often each page has its turn; 0: only the crowd"
    )
    parser.add_argument(
        "--presses", type=int, default=12, help="key presses in a turn; there is one drag too"
    )
    parser.add_argument("--visits", type=int, default=2, help="first visits of each page")
    parser.add_argument("--people", type=int, nargs="*", default=[1, 10, 40], help="sizes of the crowd")
    parser.add_argument(
        "--goes", type=int, default=15, help="how often each case of the engine has its turn; 0: none of it"
    )
    parser.add_argument(
        "--starts", type=int, default=5, help="how often each command has its turn; 0: none of it"
    )
    parser.add_argument("--rows", type=int, default=20_000, help="of a long list; 0: no list")
    parser.add_argument("--schools", type=int, default=649, help="shared among processes; 0: none of it")
    report.add_beside(parser)
    report.add_print_only(parser)
    args = parser.parse_args()
    process.stop_in_order()
    if chromium_path() is None:
        raise SystemExit(MISSING)

    without_page(args)
    if args.rounds:
        loads = [process.load()]
        kinds = (*ALL, pages.of_checkout(args.beside)) if args.beside else ALL
        shown = compare(kinds, args.rounds, args.presses, args.visits, loads)
        text = "\n\n".join([report.facts(loads), report.page_table(shown), model_lines()])
        report.tell("bench", text, args)
    if args.people:
        loads = [process.load()]
        crowd = crowds(args.people, loads)
        report.tell("crowd", "\n\n".join([report.facts(loads), crowd]), args)


def without_page(args: argparse.Namespace) -> None:
    """The engine, commands, a long list, and work that is shared: what needs no browser."""
    if args.goes:
        for keep, name in engine.TABLES.items():
            report.tell(name, engine.measured(args.beside, args.goes, keep=keep), args)
    if args.starts:
        report.tell(start.TABLE, start.measured(args.beside, args.starts), args)
    if args.rows:
        report.tell(lists.TABLE, lists.measured(args.beside, args.rows, TO_PARQUET * args.rows, 1), args)
    if args.schools:
        report.tell(spread.TABLE, spread.measured(args.schools, ROUNDS_OF_SPREAD), args)


def compare(
    kinds: Sequence[Kind], rounds: int, presses: int, visits: int, loads: list[float]
) -> list[Served]:
    """All pages, one after the other in each round, so that a busy minute of the machine affects all."""
    with contextlib.ExitStack() as stack:
        shown = [stack.enter_context(pages.served(kind)) for kind in kinds]
        with sync_playwright() as playwright:
            browser = launch(playwright)
            opened = [pages.context(browser).new_page() for _ in shown]
            for page, one in zip(opened, shown, strict=True):
                pages.visit(page, one)
                measure.presses(page, one, 3, keep=False)
            for number in range(rounds):
                print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
                for page, one in zip(opened, shown, strict=True):
                    page.bring_to_front()
                    measure.presses(page, one, presses, ("ArrowRight", "ArrowLeft")[number % 2])
                    measure.drag(page, one)
                    measure.tall_presses(page, one, presses // 2)
                    loads.append(process.load())
            browser.close()
        for visit in range(visits):
            print(f"visit {visit + 1} of {visits}", file=sys.stderr, flush=True)
            for one in shown:
                measure.visits(one)
        return shown


def crowds(sizes: list[int], loads: list[float]) -> str:
    """Our page beside more and more people."""
    results: list[tuple[Result, Served]] = []
    with pages.served(OURS) as shown, sync_playwright() as playwright:
        browser = launch(playwright)
        page = pages.context(browser).new_page()
        pages.visit(page, shown)
        measure.presses(page, shown, 3, keep=False)
        memory = [(-1.0, process.memory_mb(shown.pid) or 0.0)]
        for people in sizes:
            shown.taken = {}
            print(f"{people} people", file=sys.stderr, flush=True)
            crowd = Crowd(shown.url, shown.pid, people, CROWD_SECONDS)
            if people == sizes[-1]:
                memory.append((0.0, process.memory_mb(shown.pid) or 0.0))
            measure.presses(page, shown, 10)
            while crowd.running():
                measure.drag(page, shown)
            loads.append(process.load())
            if people == sizes[-1]:
                memory.append((CROWD_SECONDS / 60, process.memory_mb(shown.pid) or 0.0))
            results.append((crowd.result(), Served(shown.kind, shown.url, shown.pid, shown.taken)))
        browser.close()
    return report.crowd_table(results, report.memory_line(sizes[-1], memory))


def model_lines() -> str:
    start = Scenario.preset(PRESET)
    draw = np.random.default_rng(1)
    futures = Scenarios.varied(
        start,
        enrollment_year1=draw.uniform(300, 600, MANY),
        enrollment_growth=draw.uniform(-0.03, 0.03, MANY),
        inflation=draw.uniform(0.01, 0.05, MANY),
    )
    one, many = timed(lambda: project([start]), 200), timed(lambda: project(futures), 10)
    alone = f"The model alone, ms p50 / p95: one plan {pair(one, 2)}; {MANY:,} plans at once {pair(many)}."
    return f"{alone} {futures_line()}\n\n{workbook_line()} {handout_line()}"


if __name__ == "__main__":
    main()
