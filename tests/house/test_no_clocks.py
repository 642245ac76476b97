"""No test asserts how long something takes: `benchmarks/` measures that, and tests count work instead."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.conftest import HERE

CLOCKS = {"perf_counter", "perf_counter_ns", "process_time", "process_time_ns", "monotonic", "monotonic_ns"}
CLOCKS |= {"thread_time", "thread_time_ns", "timeit", "getrusage", "times"}
WAYS = {"time", "timeit", "os", "resource"}  # the modules that have them


def clocks(source: str) -> list[str]:
    """The clocks that a module reads, `time.time()` among them."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in WAYS:
            if node.attr in CLOCKS or (node.value.id, node.attr) == ("time", "time"):
                found.append(f"{node.value.id}.{node.attr}")
        elif isinstance(node, ast.ImportFrom) and node.module in WAYS:
            found += [a.name for a in node.names if a.name in CLOCKS or a.name == "time"]
    return found


def test_no_test_reads_a_clock():
    read = {str(f.relative_to(HERE)): found for f in HERE.rglob("*.py") if (found := clocks(_text(f)))}
    assert read == {}


def test_a_clock_is_seen():
    assert clocks("import time\nt = time.perf_counter()") == ["time.perf_counter"]
    assert clocks("from time import monotonic as now") == ["monotonic"]
    assert clocks("import time\nassert time.time() - begun < 1") == ["time.time"]
    assert clocks("import time\ntime.sleep(1)\nclock.times(3)") == []


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
