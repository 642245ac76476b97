"""The running app and the browser that looks at it, for tests, screenshots and benchmarks.

`python -m tools.browser` prints the Chromium that would be used, or says what is missing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parent.parent
QUERY = "from=us_elementary.1"  # of the usual example: a bare address has no plan, it shows the start
EXAMPLE = f"/?{QUERY}"
# The names that tools/install-system.sh looks for too.
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
MISSING = "No Chromium was found. Run tools/install-system.sh chromium, or set CHROMIUM to the path of one."

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    # Scrollbars differ between systems; pictures and overflow checks should not.
    "--hide-scrollbars",
    # A request to any other machine fails at once, and the tests see that it was made.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def on_example(address: str) -> str:
    """The address of a page with the usual example, where it names no plan itself."""
    return address if "?" in address else f"{address.rstrip('/')}{EXAMPLE}"


def chromium_path() -> str | None:
    """The Chromium to use: the one in the variable CHROMIUM, or the first on the path."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return found or shutil.which(CHROMIUM_ON_MACOS)


def launch(playwright: Playwright) -> Browser:
    """Headless Chromium that can connect to this machine only."""
    path = chromium_path()
    if path is None:
        raise FileNotFoundError(MISSING)
    # Chromium's sandbox refuses to run as root, which is who runs CI in most containers.
    as_root = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
    return playwright.chromium.launch(executable_path=path, args=[*QUIET, *as_root])


@contextlib.contextmanager
def serve(
    app: str | Path = "app.py",
    *,
    port: int = 0,
    env: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
    start_timeout: float = 60,
    checkout: Path = ROOT,
) -> Iterator[str]:
    """Run the app on a free port while the block lasts. Returns its address without a slash at the end.

    `checkout` is the folder of the project in which the server starts and whose settings it takes.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(app), *options),
        *("--server.headless", "true", "--server.address", "127.0.0.1", "--server.port", str(port)),
    ]
    with answering(command, url, checkout, env, start_timeout):
        yield url


@contextlib.contextmanager
def answering(
    command: Sequence[str], url: str, folder: Path, env: Mapping[str, str] | None = None, timeout: float = 60
) -> Iterator[None]:
    """A server that is started by this command in this folder and answers at `url` while the block lasts."""
    # Settings of the user's own shell must not change what is tested.
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            command, cwd=folder, env={**inherited, **(env or {})}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_healthy(server, url, timeout, log)
            yield
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def ready(page: Page, timeout: float = 30_000) -> None:
    """Wait until the script has run, everything visible is drawn, fonts are loaded and two frames passed."""
    page.bring_to_front()  # a page behind another one is drawn once in a second or two
    # After a key press the page needs a frame to notice that it has to ask for a run.
    page.evaluate(TWO_FRAMES)
    page.wait_for_function(SETTLED, timeout=timeout)
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate(TWO_FRAMES)


TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
# The state is `initial` before the first run. "Connected" matters because a page that lost its server is
# idle too; gray blocks matter because each kind of element loads its own script when it first appears.
SETTLED = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
  return app?.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && ![...document.querySelectorAll('[data-testid="stSkeleton"]')].some(grey => grey.offsetParent)
    && charts.every(chart => !chart.offsetParent || chart.querySelector('svg.marks, canvas.marks'));
}"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: subprocess.Popen[bytes], url: str, timeout: float, log: IO[bytes]) -> None:
    # A proxy set for the shell does not know this machine's own ports.
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    # Any unknown address answers 200 with the index page, so the body has to be checked.
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with ask.open(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.05)
    log.seek(0)
    raise RuntimeError(f"The app did not start. It said:\n{log.read().decode(errors='replace')[-4000:]}")


if __name__ == "__main__":
    print(chromium_path() or sys.exit(MISSING))
