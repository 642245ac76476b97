"""The wheel, built once for each process that tests it, and put into a folder where nothing else lies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.offline_folder import build


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@dataclass(frozen=True)
class Installed:
    """The folder of packages, one for whoever starts the program, and the environment of a bare shell."""

    packages: Path
    elsewhere: Path
    home: Path
    environ: dict[str, str]

    def command(self, *words: str) -> list[str]:
        """What the script of the wheel does, with this Python, which has the other packages."""
        name = "school-explorer.exe" if sys.platform == "win32" else "school-explorer"
        return [str(self.packages / "bin" / name), *words]

    def said(self, *words: str, start: Callable[..., list[str]] | None = None) -> bytes:
        """What is printed."""
        command = (start or self.command)(*words)
        found = subprocess.run(
            command, cwd=self.elsewhere, env=self.environ, capture_output=True, timeout=60, check=False
        )
        assert found.returncode == 0, found.stderr.decode()
        return found.stdout


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory) -> Installed:
    packages, elsewhere, home = (tmp_path_factory.mktemp(name) for name in ("packages", "elsewhere", "home"))
    install = [sys.executable, "-m", "pip", "--isolated", "install", "--quiet", "--no-index", "--no-deps"]
    options = ["--no-compile", "--disable-pip-version-check", "--target", str(packages)]
    subprocess.run([*install, *options, str(wheel)], check=True, capture_output=True, timeout=120)
    # Packages of another project, which have the names of ours.
    for name in ("model", "exchange", "views"):
        (elsewhere / f"{name}.py").write_text("raise RuntimeError('of another project')\n", encoding="utf-8")
    # SYSTEMROOT is what Windows starts no program without.
    environ = {
        "PYTHONPATH": str(packages),
        "HOME": str(home),
        "USERPROFILE": str(home),
        "SYSTEMROOT": "C:\\Windows",
    }
    return Installed(packages, elsewhere, home, environ)
