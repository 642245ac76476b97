"""What holds for every test: how random examples are drawn, and the marks of the rooms that are slow."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent

# A shared machine is slow now and then; the time of one example says nothing.
settings.register_profile("home", deadline=None)
# The same examples on each run, so that a red CI is red because of the change.
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "home")


def pytest_collection_modifyitems(items):
    """A test's room is its mark: `pytest -m "not browser"` is the quick round."""
    for item in items:
        for room in ("app", "browser"):
            if (HERE / room) in item.path.parents:
                item.add_marker(getattr(pytest.mark, room))
        if (HERE / "browser") in item.path.parents:
            # A machine that is busy elsewhere draws a page too late now and then. What is broken fails three times.
            item.add_marker(pytest.mark.flaky(reruns=2))
