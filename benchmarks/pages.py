"""The pages that are compared, and how one of them is opened in Chromium."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import expected, floor, process
from tools.browser import ROOT, free_port, on_example, ready, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

HERE = ROOT / "benchmarks"
WATCH = (HERE / "watch.js").read_text(encoding="utf-8")
SLIDER = f".st-key-{expected.WIDGET} input[type=range]"
WINDOW: ViewportSize = {"width": 1280, "height": 720}
TALL: ViewportSize = {"width": 1280, "height": 1500}  # holds all charts of every page
# The framework's defaults, which the app's own settings switch off.
STOCK = ("--runner.postScriptGC", "true")
HAS_TABLE = """() => { const live = window.schoolLive;
  return live.tables["LEVER"]?.signatures.includes(live.head.signature); }""".replace("LEVER", expected.LEVER)


@dataclass(frozen=True)
class Kind:
    """One of the pages. `script` None is the page without a server; `live`: it answers before a rerun."""

    name: str
    script: Path | None
    words: Callable[[], dict[str, expected.Place]]
    live: bool = False
    options: tuple[str, ...] = ()
    checkout: Path = ROOT  # the folder of the project that is served


_app_words = cache(expected.of_app)
OURS = Kind("our page", ROOT / "app.py", _app_words, live=True)
PLAIN_RERUN = Kind("without the live layer", HERE / "without_live.py", _app_words)
FLOOR = Kind("no server (floor)", None, _app_words, live=True)
STOCK_HABITS = Kind("stock habits", HERE / "plain_app.py", cache(expected.of_plain), options=STOCK)
ALL = (OURS, PLAIN_RERUN, FLOOR, STOCK_HABITS)


def of_checkout(folder: Path) -> Kind:
    """Our page as another checkout has it: the commit before, say. It shows the words of its own code."""
    words = cache(lambda: _words_of(folder))
    return Kind("the other checkout", folder / "app.py", words, live=True, checkout=folder)


def _words_of(folder: Path) -> dict[str, expected.Place]:
    ask = "import json; from benchmarks import expected; print(json.dumps(expected.of_app()))"
    env = {**os.environ, "PYTHONPATH": str(folder)}
    said = subprocess.run(
        [sys.executable, "-c", ask], cwd=folder, env=env, stdout=subprocess.PIPE, check=True
    )
    found: dict[str, expected.Place] = json.loads(said.stdout)
    return found


@dataclass
class Served:
    kind: Kind
    url: str
    pid: int | None
    taken: dict[str, list[float]] = field(default_factory=dict)

    def add(self, row: str, *values: float) -> None:
        self.taken.setdefault(row, []).extend(values)


@contextlib.contextmanager
def served(kind: Kind) -> Iterator[Served]:
    """The page behind an address of this machine."""
    if kind.script is None:
        with floor.serve() as url:
            yield Served(kind, url, None)
        return
    env = {"PYTHONPATH": str(kind.checkout)}
    with serve(kind.script, env=env, options=kind.options, checkout=kind.checkout) as url:
        yield Served(kind, url, process.of_port(url))


@contextlib.contextmanager
def room(kind: Kind, servers: int) -> Iterator[Served]:
    """The page as `make room` serves it."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "tools.room", "--port", str(port), "--servers", str(servers)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert server.stdout
            if "Open" not in server.stdout.readline():
                raise RuntimeError("The room did not open.")
            yield Served(kind, f"http://127.0.0.1:{port}", server.pid)
        finally:
            server.terminate()


def context(browser: Browser) -> BrowserContext:
    made = browser.new_context(viewport=WINDOW, color_scheme="light", locale="en-US", reduced_motion="reduce")
    made.add_init_script(WATCH)
    return made


def visit(page: Page, shown: Served) -> dict[str, Any]:
    """Open the page and wait until all of it is right. Returns ms to its parts, and bytes."""
    page.goto(shown.url if shown.kind is FLOOR else on_example(shown.url))
    page.wait_for_function("window.bench.value !== null", timeout=60_000)
    page.evaluate("words => { bench.expect = words; bench.check(); }", shown.kind.words())
    page.wait_for_function("bench.allRight", timeout=60_000)
    settled(page, shown)
    seen: dict[str, Any] = page.evaluate(VISIT)
    return seen


VISIT = """() => ({ ...bench.first, messages: bench.messages,
  mb: (bench.bytes + performance.getEntries().reduce((sum, e) => sum + (e.transferSize || 0), 0)) / 1e6 })"""


def settled(page: Page, shown: Served) -> None:
    """Wait until nothing is pending, neither in the page nor on the server."""
    if shown.kind.script is not None:
        ready(page)
    page.wait_for_timeout(200)


def take_hold(page: Page, shown: Served) -> None:
    """Put the focus on the slider, as a reader would before moving it, and wait for its table, if any."""
    page.locator(SLIDER).focus()
    if shown.kind.script is not None and shown.kind.live:
        page.wait_for_function(HAS_TABLE)
    settled(page, shown)
