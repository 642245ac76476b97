"""A plugin for pytest: a property test does not run but says what it drew first, as one number for all.

`pytest -p tests.house.drawn` prints a line `drawn <test> <number>` for each.
"""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import is_hypothesis_test

ENOUGH = 12  # the first examples are simple ones or alike; whole schools take their time
FOUND: dict[str, str] = {}


def pytest_runtest_call(item):
    if not is_hypothesis_test(getattr(item, "obj", None)):
        return
    seen = []

    def body(*args, **kwargs):
        seen.append(repr((args, sorted(kwargs.items()))))
        FOUND[item.nodeid] = hashlib.sha256("".join(seen).encode()).hexdigest()
        if len(seen) == ENOUGH:
            pytest.skip("seen enough")

    item.obj.hypothesis.inner_test = body


def pytest_terminal_summary(terminalreporter):
    for test, number in FOUND.items():
        terminalreporter.write_line(f"drawn {test} {number}")
