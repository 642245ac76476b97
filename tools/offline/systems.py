"""The systems for which a folder of wheels can be made, as a resolver and an installer name them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """`words` for people, `resolver` the name of the system for uv, `tags` those of its wheels for pip."""

    words: str
    resolver: str
    tags: tuple[str, ...]

    def for_resolver(self, python: str) -> tuple[str, ...]:
        """Options of uv."""
        return ("--python-platform", self.resolver, "--python-version", python)

    def for_download(self, python: str) -> tuple[str, ...]:
        """Options of pip, which knows older releases of macOS by itself, but not of Linux."""
        tags = (part for tag in self.tags for part in ("--platform", tag))
        return (*tags, "--implementation", "cp", "--python-version", python)


def _linux(machine: str) -> tuple[str, ...]:
    return (*(f"manylinux_2_{n}_{machine}" for n in range(28, 16, -1)), f"manylinux2014_{machine}")


SYSTEMS = {
    "windows": System("Windows (64-bit, Intel or AMD)", "x86_64-pc-windows-msvc", ("win_amd64",)),
    "macos": System("macOS 13 or newer (Apple M1 or newer)", "aarch64-apple-darwin", ("macosx_13_0_arm64",)),
    "macos-intel": System("macOS 13 or newer (Intel)", "x86_64-apple-darwin", ("macosx_13_0_x86_64",)),
    "linux": System(
        "Linux (64-bit, Intel or AMD, since 2019)",
        "x86_64-manylinux_2_28",
        (*_linux("x86_64"), "manylinux2010_x86_64", "manylinux1_x86_64"),
    ),
    "linux-arm": System("Linux (64-bit ARM, since 2019)", "aarch64-manylinux_2_28", _linux("aarch64")),
}


def run_by_uv(verb: str, *options: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """`uv pip` with these options, whatever files of settings lie about. Raises `CalledProcessError`."""
    command = [sys.executable, "-m", "uv", "pip", verb, "--no-config", "--python", sys.executable, *options]
    # What a wheel says of the release of macOS is compared with this.
    environ = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": "13.0"}
    return subprocess.run(
        command,
        check=check,
        stdout=subprocess.PIPE,
        stderr=None if check else subprocess.PIPE,
        text=True,
        env=environ,
    )
