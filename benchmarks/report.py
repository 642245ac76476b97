"""The tables of docs/performance.md. The programs write between two marks and leave the rest alone."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks import measure, process
from benchmarks.crowd import Result
from benchmarks.pages import FLOOR, Served
from benchmarks.timing import figure, median, p95, pair
from tools.browser import ROOT, chromium_path

NOW, OTHER = "now", "the other checkout"
PLACE = ROOT / "docs" / "performance.md"


def facts(loads: Sequence[float] = ()) -> str:
    """The machine, by what matters for the figures and by nothing that identifies it."""
    browser = ""
    if path := chromium_path():
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
        browser = f", Chromium {found[0]}" if (found := re.search(r"[\d.]+", said)) else ""
    busy = f"; load of the machine {min(loads):.1f} to {max(loads):.1f}" if loads else ""
    return (
        f"{dt.datetime.now(dt.UTC):%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores shared by server, "
        f"browser and bench; Python {platform.python_version()}, Streamlit {version('streamlit')}{browser}{busy}."
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page_table(all_shown: Sequence[Served]) -> str:
    """One column a page, one row a measure."""

    def row(what: str, cells: Sequence[str]) -> list[str]:
        return [what, *cells]

    def of(shown: Served, name: str) -> list[float]:
        return shown.taken.get(name, [])

    def middle(name: str, digits: int = 0) -> list[str]:
        return [figure(median(of(s, name)), digits) for s in all_shown]

    def times_the_floor(name: str) -> list[str]:
        floor = next((p95(of(s, name)) for s in all_shown if s.kind is FLOOR), float("nan"))
        return [figure(p95(of(s, name)) / floor, 2) for s in all_shown]

    rows = [
        row(
            "key press to verdict and charts in the window, ms p50 / p95",
            [pair(of(s, measure.KEY)) for s in all_shown],
        ),
        row("… p95 in times the floor's", times_the_floor(measure.KEY)),
        row("… to the charts outside it, too, ms p50 / p95", [pair(of(s, measure.ALL)) for s in all_shown]),
        row(
            "… in a window that holds all charts, ms p50 / p95",
            [pair(of(s, measure.TALL)) for s in all_shown],
        ),
        row("… p95 there in times the floor's", times_the_floor(measure.TALL)),
        row(
            "redraws a second in a drag (values the slider took)",
            [
                f"{figure(median(of(s, measure.DRAWN)))} ({figure(median(of(s, measure.VALUES)))})"
                for s in all_shown
            ],
        ),
        row("… pointer to picture, ms p50 / p95", [pair(of(s, measure.LAG)) for s in all_shown]),
        row("release to the right picture, ms p50 / p95", [pair(of(s, measure.RELEASE)) for s in all_shown]),
        row("right, then wrong again", [f"{sum(of(s, measure.WRONG)):.0f}" for s in all_shown]),
        row("changes without an answer", [f"{sum(of(s, measure.LOST)):.0f}" for s in all_shown]),
        row("changes measured by key", [f"{len(of(s, measure.KEY))}" for s in all_shown]),
        row("received a change, kB", middle(measure.BYTES)),
        row("… messages", middle(measure.MESSAGES)),
        row("server CPU a change, ms", middle(measure.CPU)),
        row("first words, browser just started, ms", middle("words cold")),
        row("first chart, browser just started, ms", middle("chart cold")),
        row("first chart, second visit, ms", middle("chart warm")),
        row("bytes of a first visit, MB", middle("MB cold", 1)),
        row("bytes of a second visit, MB", middle("MB warm", 1)),
    ]
    return table(["", *(s.kind.name for s in all_shown)], rows)


def crowd_table(results: Sequence[tuple[Result, Served]], memory: str) -> str:
    """One column a number of people."""

    def row(what: str, cells: Sequence[str]) -> list[str]:
        return [what, *cells]

    rows = [
        row("rerun, ms p50 / p95", [f"{r.rerun_p50:.0f} / {r.rerun_p95:.0f}" for r, _ in results]),
        row(
            "table of a touched lever, ms p50 / p95",
            [f"{figure(r.touch_p50)} / {figure(r.touch_p95)}" for r, _ in results],
        ),
        row("runs a second", [figure(r.runs) for r, _ in results]),
        row(
            "server CPU, share of one core",
            [figure(None if r.cpu is None else 100 * r.cpu) + " %" for r, _ in results],
        ),
        row("kB a rerun; a table", [f"{r.move_kb:.0f}; {figure(r.touch_kb)}" for r, _ in results]),
        row("sessions that broke off", [str(r.failed) for r, _ in results]),
        row(
            "beside them, in a browser: key press to verdict and charts in the window, ms p50 / p95",
            [pair(s.taken.get(measure.KEY, [])) for _, s in results],
        ),
        row(
            "… redraws a second in a drag (values the slider took)",
            [
                f"{figure(median(s.taken.get(measure.DRAWN, [])))} ({figure(median(s.taken.get(measure.VALUES, [])))})"
                for _, s in results
            ],
        ),
        row(
            "… pointer to picture in a drag, ms p50 / p95",
            [pair(s.taken.get(measure.LAG, [])) for _, s in results],
        ),
    ]
    people = [f"{r.sessions} session{'s' * (r.sessions != 1)}" for r, _ in results]
    return table(["each moves a lever once a second", *people], rows) + "\n\n" + memory


def memory_line(sessions: int, memory: Sequence[tuple[float, float]]) -> str:
    """What the server held before a crowd came, and while it was there."""
    before, there = memory[0][1], [mb for _, mb in memory[1:]]
    each = (there[-1] - before) / sessions
    return (
        f"Memory of the server with {sessions} sessions: {before:.0f} MB before they came, "
        f"{there[0]:.0f} MB when all were there, {there[-1]:.0f} MB after {memory[-1][0]:.1f} minutes: "
        f"{each:.1f} MB a session."
    )


def long_table(
    result: Result, memory: Sequence[tuple[float, float]], every: float = 1.0, servers: int = 1
) -> str:
    step = max(1, (len(memory) - 1) // 10)
    kept = [memory[0], *memory[1::step]]
    head = ["minutes", *("before" if at < 0 else f"{at:.0f}" for at, _ in kept)]
    return "\n\n".join(
        [
            facts([process.load()]),
            (
                f"{result.sessions} sessions{f' at {servers} servers' if servers > 1 else ''}, each a move every {every:g} s, for {result.seconds / 60:.1f} minutes: rerun p50 "
                f"{result.rerun_p50:.0f}, p95 {result.rerun_p95:.0f} ms; table of a touched lever p50 {figure(result.touch_p50)}, "
                f"p95 {figure(result.touch_p95)} ms; {result.runs:.0f} runs a second; server CPU "
                f"{figure(None if result.cpu is None else 100 * result.cpu)} % of one core; {result.failed} sessions broke off."
            ),
            table(head, [["MB", *(f"{mb:.0f}" for _, mb in kept)]]),
            memory_line(result.sessions, memory),
        ]
    )


def marks(name: str) -> tuple[str, str]:
    return f"<!-- {name}: written by the program -->", f"<!-- end of {name} -->"


def put_between(text: str, name: str, new: str) -> str:
    """The text with what stands between the marks replaced. Raises `ValueError` where there are none."""
    start, end = marks(name)
    if start not in text or end not in text:
        raise ValueError(f"The marks {start} and {end} are missing.")
    return text.partition(start)[0] + f"{start}\n{new}\n{end}" + text.partition(end)[2]


def write(name: str, new: str, place: Path = PLACE) -> None:
    place.write_text(put_between(place.read_text(encoding="utf-8"), name, new), encoding="utf-8")


def add_beside(parser: argparse.ArgumentParser) -> None:
    """The option that names what the project is held against."""
    told = "another checkout of the project, in every table"
    parser.add_argument("--beside", type=_checkout, metavar="CHECKOUT", help=told)


def _checkout(typed: str) -> Path:
    if not (Path(typed) / "model").is_dir():
        raise argparse.ArgumentTypeError(f"{typed} is no checkout of the project: it has no folder model.")
    return Path(typed).resolve()


def add_print_only(parser: argparse.ArgumentParser) -> None:
    """The option of every program that writes a table."""
    parser.add_argument("--print-only", action="store_true", help="leave docs/performance.md as it is")


def tell(name: str, text: str, args: argparse.Namespace) -> None:
    """Print a table, and write it unless `--print-only` was typed."""
    print(f"\n{text}", flush=True)
    if not args.print_only:
        write(name, text)
