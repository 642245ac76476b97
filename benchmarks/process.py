"""What a server costs, from /proc. Where there is none (macOS), every figure is None."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
from collections.abc import Callable
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
    """Processor time of a process and those it has started, so far."""
    return _sum(_own_cpu_ms, pid)


def cpu_of_each(pid: int) -> dict[int, float]:
    """Processor time so far, ms, of a process and of each that it has started; empty where nobody counts."""
    own = _own_cpu_ms(pid)
    found = {} if own is None else {pid: own}
    for child in _children(pid):
        found |= cpu_of_each(child)
    return found


def memory_mb(pid: int | None) -> float | None:
    """Memory that a process and those it has started hold now, in MB; shared memory counts in each."""
    return _sum(_own_memory_mb, pid)


def _sum(measure: Callable[[int], float | None], pid: int | None) -> float | None:
    own = None if pid is None else measure(pid)
    if pid is None or own is None:
        return None
    return own + sum(_sum(measure, child) or 0.0 for child in _children(pid))


def _children(pid: int) -> list[int]:
    """The processes that one has started and that still run; each of its threads has a list."""
    found = []
    for task in _PROC.glob(f"{pid}/task/*/children"):
        with contextlib.suppress(OSError):
            found += [int(child) for child in task.read_text().split()]
    return found


def _own_cpu_ms(pid: int) -> float | None:
    try:
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _own_memory_mb(pid: int) -> float | None:
    try:
        status = (_PROC / str(pid) / "status").read_text()
    except OSError:
        return None
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else None


def load() -> float:
    """The load average of the last minute: how many programs wanted a processor. 0 where nobody counts."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def stop_in_order() -> None:
    """When told to stop, end what the program started, so that servers and browsers do not outlive it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
