"""What the ranges cost: the model's 2,000 futures, and our page with the ranges shown and hidden.

Both pages are measured in alternation in one browser.

python -m benchmarks.ranges [--rounds 6] [--presses 12]; `make bench` has the model's part too.
"""

from __future__ import annotations

import argparse

from playwright.sync_api import Page, sync_playwright

from benchmarks import measure, pages, process, report
from benchmarks.expected import PRESET
from benchmarks.pages import OURS, Served
from benchmarks.timing import figure, median, pair, timed
from model.plan.scenario import Scenario
from model.ranges.bands import ranges
from model.ranges.futures import futures
from model.results.projection import project
from tools.browser import launch, ready


def futures_line() -> str:
    """The model's part, milliseconds p50 / p95."""
    start = Scenario.preset(PRESET)
    whole = timed(lambda: project(futures(start)), 60)
    asked = timed(lambda: ranges(start), 60)
    return (
        f"2,000 futures, ms p50 / p95: drawn and worked out in every line {pair(whole, 1)}; as the page asks for them, with bands and "
        f"chances {pair(asked, 1)}."
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--presses", type=int, default=12)
    args = parser.parse_args()
    process.stop_in_order()
    loads = [process.load()]
    with pages.served(OURS) as served, sync_playwright() as playwright:
        browser = launch(playwright)
        both: list[tuple[Page, Served]] = []
        for shown in (True, False):
            one = Served(OURS, served.url, served.pid)
            page = pages.context(browser).new_page()
            pages.visit(page, one)
            if not shown:
                page.locator(".st-key-ranges-shown label").first.click()
                ready(page)
            measure.presses(page, one, 3, keep=False)
            both.append((page, one))
        for number in range(args.rounds):
            for page, one in both:
                page.bring_to_front()
                measure.presses(page, one, args.presses, ("ArrowRight", "ArrowLeft")[number % 2])
                measure.drag(page, one)
                loads.append(process.load())
        browser.close()
    rows = [
        [
            "key press to verdict and charts in the window, ms p50 / p95",
            *(pair(o.taken[measure.KEY]) for _, o in both),
        ],
        ["server CPU a change, ms", *(figure(median(o.taken.get(measure.CPU, []))) for _, o in both)],
        ["received a change, kB", *(figure(median(o.taken[measure.BYTES])) for _, o in both)],
        ["redraws a second in a drag", *(figure(median(o.taken[measure.DRAWN])) for _, o in both)],
        ["right, then wrong again", *(f"{sum(o.taken[measure.WRONG]):.0f}" for _, o in both)],
    ]
    print(
        report.facts(loads),
        report.table(["", "ranges shown", "ranges hidden"], rows),
        futures_line(),
        sep="\n\n",
    )


if __name__ == "__main__":
    main()
