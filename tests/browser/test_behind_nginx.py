"""The page behind nginx, with the very lines that `docs/hosting.md` gives."""

from __future__ import annotations

import contextlib
import getpass
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest

from tests.browser.look import press
from tools.browser import ROOT, free_port

MISSING = "No nginx was found. Run tools/install-system.sh nginx-light."
OWN_FOLDERS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@pytest.fixture
def nginx():
    # Debian has it where only the administrator looks.
    path = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return path


def documented(app: str, port: int, folder) -> str:
    """A whole configuration around the documented lines: this app, a free port, no certificate."""
    page = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```nginx\n(.*?)```", page, re.DOTALL)
    for written, here in (
        ("http://127.0.0.1:8501", app),
        ("listen 443 ssl;", f"listen 127.0.0.1:{port};"),
        ("/var/log/nginx/", f"{folder}/"),
    ):
        assert written in lines
        lines = lines.replace(written, here)
    lines = re.sub(r"(?m)^\s*ssl_certificate.*$", "", lines)
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    own = "".join(f"{name}_temp_path {folder}/{name};" for name in OWN_FOLDERS)
    return f"{user} pid {folder}/pid; daemon off; events {{}} http {{ {own}\n{lines}\n}}"


def _wait_until_open(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    pytest.fail("nginx does not answer.")


@pytest.fixture
def behind(nginx, app_url, tmp_path):
    """The address of the app behind the proxy."""
    port = free_port()
    config = tmp_path / "nginx.conf"
    config.write_text(documented(app_url, port, tmp_path), encoding="utf-8")
    command = [nginx, "-c", str(config), "-p", str(tmp_path), "-e", str(tmp_path / "start.log")]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    proxy = subprocess.Popen(command)
    try:
        _wait_until_open(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        proxy.terminate()
        proxy.wait(10)


def test_the_page_works_behind_the_documented_proxy(open_app, behind, tmp_path):
    """It is drawn, its line moves the plan, its link has the proxy's address, and no plan is in the log."""
    page = open_app(f"{behind}/?from=us_elementary.1&teacher_leaders=6")
    press(page, "Teacher leaders")
    assert "teacher_leaders=6.5" in page.url
    assert urlsplit(page.url).netloc == urlsplit(behind).netloc
    logged = (tmp_path / "plans.log").read_text(encoding="utf-8")
    assert " GET / 200" in logged
    assert "teacher_leaders" not in logged


def test_an_upload_that_is_too_large_ends_at_the_proxy(behind):
    """A little over 4 MB reaches the app, which asks for its token; over 5 MB ends before.

    The app may refuse before it has read all. The proxy, which is still sending, then says 502.
    """
    open_url = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
    codes = []
    for size in (4_500_000, 5_500_000):
        upload = urllib.request.Request(
            f"{behind}/_stcore/upload_file/nobody/1", data=b"x" * size, method="PUT"
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            open_url(upload, timeout=10)
        codes.append(refused.value.code)
        refused.value.close()
    assert codes in ([403, 413], [502, 413])


def test_a_class_that_opens_the_page_at_once_is_let_in(behind):
    """Thirty first visits from one address: the files are not counted, the pages are within the limit.

    A flood is refused: what comes beyond 200 at once and 20 a second.
    """
    open_url = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
    index = open_url(behind, timeout=10).read().decode()
    script = re.search(r"static/js/[\w.-]+\.js", index)[0]

    def code(path: str) -> int:
        try:
            return open_url(f"{behind}/{path}", timeout=10).status
        except urllib.error.HTTPError as e:
            e.close()
            return e.code

    assert {code(script) for _ in range(260)} == {200}
    assert {code("_stcore/health") for _ in range(150)} == {200}
    assert 503 in {code("_stcore/health") for _ in range(1_000)}
