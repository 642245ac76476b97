"""What a server costs, from /proc. Where there is none (macOS), every figure is None."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

_PROC = Path("/proc")


def of_port(url: str) -> int | None:
    """The process that this one started to serve an address."""
    port = url.rpartition(":")[2]
    for entry in _PROC.glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes().decode(errors="replace").split("\0")
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == os.getpid() and "--server.port" in words and port in words:
            return int(entry.name)
    return None


def cpu_ms(pid: int | None) -> float | None:
    """Processor time of a process so far."""
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid: int | None) -> float | None:
    """Memory that a process holds at present, in MB."""
    try:
        status = (_PROC / str(pid) / "status").read_text()
    except OSError:
        return None
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else None


def load() -> float:
    """How many programs wanted a processor in the last minute."""
    return os.getloadavg()[0]


def stop_in_order() -> None:
    """Told to stop, a program ends what it started: servers and browsers do not outlive it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
